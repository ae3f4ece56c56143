import { eq, inArray, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { type Actor, act, comesFrom, type Entry } from '#record/index.ts'
import { checkTurn, turnsOf } from './competence.reads.ts'
import { whoever } from './handling.actions.ts'
import { aboutPetition, entryOf, type Row } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import { laneOf } from './petition.ts'
import { count } from './signing.actions.ts'
import { opinions, petitions, signatures } from './tables.ts'

export type Merging = { into: number; reason: string; lang: string }

/**
 * Joins a petition to one that asks for the same. Nobody is counted twice, nobody waits longer for it, and whoever
 * follows the one hears of the other; both pages name every author.
 */
export const merge = (city: City, by: Actor, id: number, { into, reason, lang }: Merging): Promise<void> =>
  act(city, by, async (tx, at) => {
    const [from, target] = await both(tx, id, into)
    for (const each of [from, target]) {
      checkUnanswered(each, at)
      await checkTurn(tx, city.facts, at, by.as, whoever.concerned(turnsOf(city.facts, each)))
    }
    checkNobodyWaitsLonger(from, target)
    const inCommon = await shared(tx, from.id, target.id)
    await unite(tx, from.id, target.id)
    const merged = {
      mergedInto: target.id,
      mergedAt: at,
      mergedBy: by.as,
      mergeReason: reason,
      mergeLang: lang,
    }
    await tx.update(petitions).set(merged).where(eq(petitions.id, from.id))
    const before = await tx
      .update(petitions)
      .set({ mergedInto: target.id })
      .where(eq(petitions.mergedInto, from.id))
      .returning({ id: petitions.id })
    const lane = laneFor(from, target, at)
    await tx
      .update(petitions)
      .set({ id: target.id, ...lane })
      .where(eq(petitions.id, target.id))
    const stages = await count(
      city,
      { tx, at, petition: { ...target, ...lane } },
      {
        signatures: from.signatures - inCommon.signatures,
        participants: from.participants - inCommon.participants,
      },
    )
    await comesFrom(tx, aboutPetition(target.id), aboutPetition(from.id))
    const joined: Entry[] = []
    for (const each of before) joined.push(await entryOf(tx, each.id, 'petitions.merged', { into }))
    return {
      entries: [
        await entryOf(tx, from.id, 'petitions.merged', { into }),
        await entryOf(tx, target.id, 'petitions.took-in', { from: from.id }),
        ...joined,
        ...stages,
      ],
    }
  })

/** Both, locked in the order of their numbers, so that two officers cannot wait for each other for ever. */
async function both(tx: Tx, from: number, into: number): Promise<[Row, Row]> {
  if (from === into) throw new Refusal('petitions.merge-with-itself', {}, 'into')
  const rows = await tx
    .select()
    .from(petitions)
    .where(inArray(petitions.id, [from, into]))
    .orderBy(petitions.id)
    .for('update')
  const target = rows.find((each) => each.id === into)
  if (!target) throw new Refusal('petitions.no-such-petition', {}, 'into')
  return [await found(rows.find((each) => each.id === from)), target]
}

/** The answer to both is due when the answer to either was due first. */
function checkNobodyWaitsLonger(from: Row, target: Row): void {
  const isLater = from.dueAt && (!target.dueAt || Temporal.Instant.compare(target.dueAt, from.dueAt) > 0)
  if (isLater) throw new Refusal('petitions.merge-waits-longer', { other: from.id }, 'into')
}

type Shared = { signatures: number; participants: number }

/** Who is known to have signed both, and who to have taken part in both. */
async function shared(tx: Tx, from: number, target: number): Promise<Shared> {
  const takingPart = (id: number) => sql`
    select ${signatures.person} from ${signatures} where ${signatures.petition} = ${id}
    union
    select ${opinions.person} from ${opinions} join ${petitions} on ${petitions.id} = ${opinions.petition}
    where ${opinions.person} is not null and (${petitions.id} = ${id} or ${petitions.mergedInto} = ${id})`
  const signing = (id: number) => sql`
    select ${signatures.person} from ${signatures} where ${signatures.petition} = ${id}`
  const [row] = await tx
    .select({
      signatures: sql<number>`(select count(*)::int from (${signing(from)} intersect ${signing(target)}) a)`,
      participants: sql<number>`(select count(*)::int from ((${takingPart(from)}) intersect (${takingPart(target)})) b)`,
    })
    .from(petitions)
    .where(eq(petitions.id, target))
  return found(row)
}

const unite = (tx: Tx, from: number, target: number) =>
  tx
    .insert(signatures)
    .select(
      tx
        .select({
          petition: sql<number>`${target}::int`.as('petition'),
          person: signatures.person,
          at: signatures.at,
        })
        .from(signatures)
        .where(eq(signatures.petition, from)),
    )
    .onConflictDoNothing()

/** Who asked for the rights lane, or is in it, does not lose it by being joined to somebody who is not. */
function laneFor(from: Row, target: Row, at: Instant): Partial<Row> | undefined {
  const reviewedFrom = target.reviewedFrom ?? (from.reviewedFrom && at)
  const isAhead = ['asked', 'granted'].includes(laneOf(from)) && laneOf(target) !== 'granted'
  if (!isAhead) return from.reviewedFrom ? { reviewedFrom } : undefined
  const { laneAskedAt, laneReason, laneDecidedAt, laneGranted, laneAnswer, laneAnswerLang } = from
  return { laneAskedAt, laneReason, laneDecidedAt, laneGranted, laneAnswer, laneAnswerLang, reviewedFrom }
}
