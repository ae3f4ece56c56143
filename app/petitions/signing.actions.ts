import { and, eq, inArray, or } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import { isUnheard } from '#people/index.ts'
import { type Actor, actWithReceipt, type Entry, follow, type Receipt } from '#record/index.ts'
import { aboutPetition, entryOf, type OnPetition } from './on-petition.actions.ts'
import { opinionEntry } from './opinions.reads.ts'
import { advanced, checkDiscussed, checkSignable, countFor, thresholdsOf } from './petition.signing.ts'
import { type Petition, type Stance, supportedBy } from './petition.ts'
import { opinions, petitions, sheets, signatures } from './tables.ts'

/** One person, one signature. */
export const sign = (city: City, by: Actor, id: number, person: number): Promise<Receipt> =>
  support(city, by, id, async (on) => {
    const { tx, at, petition } = on
    checkSignable(petition, at)
    if (petition.person === person) throw new Refusal('petitions.own')
    await checkHeard(city, tx, person)
    const isNew = !(await hasPart(tx, id, person))
    const rows = await tx
      .insert(signatures)
      .values({ petition: id, person, at })
      .onConflictDoNothing()
      .returning({ person: signatures.person })
    if (rows.length === 0) throw new Refusal('petitions.signed-already')
    await follow(tx, person, aboutPetition(id), at)
    const stages = await count(city, on, { signatures: 1, participants: isNew ? 1 : 0 })
    return [quiet(id, 'petitions.signed'), ...stages]
  })

/** Takes a signature back, while others may still give theirs. */
export const unsign = (city: City, by: Actor, id: number, person: number): Promise<Receipt> =>
  support(city, by, id, async (on) => {
    const { tx, at, petition } = on
    checkSignable(petition, at)
    if (petition.person === person) throw new Refusal('petitions.own')
    const rows = await tx
      .delete(signatures)
      .where(and(eq(signatures.petition, id), eq(signatures.person, person)))
      .returning({ person: signatures.person })
    if (rows.length === 0) throw new Refusal('petitions.not-signed')
    const isGone = !(await hasPart(tx, id, person))
    await count(city, on, { signatures: -1, participants: isGone ? -1 : 0 })
    return [quiet(id, 'petitions.unsigned')]
  })

export type Sheet = { count: number; keptAt: string }

/** Signatures on paper, counted by a clerk who says where they are kept. */
export const addSheet = (city: City, by: Actor, id: number, sheet: Sheet): Promise<Receipt> =>
  support(city, by, id, async (on) => {
    const { tx, at, petition } = on
    checkSignable(petition, at)
    await tx.insert(sheets).values({ petition: id, ...sheet, body: by.as, at })
    const stages = await count(city, on, { signatures: sheet.count, participants: sheet.count })
    return [await entryOf(tx, id, 'petitions.sheet-added', { count: sheet.count }), ...stages]
  })

export type Opinion = { stance: Stance; text: string; lang: string }

/** What somebody thinks of it, once, while it is discussed. */
export const speak = (city: City, by: Actor, id: number, person: number, said: Opinion): Promise<Receipt> =>
  support(city, by, id, async (on) => {
    const { tx, at, petition } = on
    checkDiscussed(petition, at)
    await checkHeard(city, tx, person)
    const isNew = !(await hasPart(tx, id, person))
    const [row] = await tx
      .insert(opinions)
      .values({ petition: id, person, at, ...said })
      .onConflictDoNothing()
      .returning({ id: opinions.id })
    if (!row) throw new Refusal('petitions.spoke-already')
    await follow(tx, person, aboutPetition(id), at)
    const stages = await count(city, on, { signatures: 0, participants: isNew ? 1 : 0 })
    return [await opinionEntry(tx, row.id, 'petitions.opinion-given'), ...stages]
  })

/** Something many may do in a day: the record counts it, and tells its followers only where it brings the petition further. */
async function support(
  city: City,
  by: Actor,
  id: number,
  work: (on: OnPetition) => Promise<[Entry, ...Entry[]]>,
): Promise<Receipt> {
  const { receipt } = await actWithReceipt(city, by, async (tx, at) => {
    const [row] = await tx.select().from(petitions).where(eq(petitions.id, id)).for('update')
    return { result: undefined, entries: await work({ tx, at, petition: await found(row) }) }
  })
  return receipt
}

const quiet = (id: number, what: string): Entry => ({
  what,
  about: aboutPetition(id),
  visibility: 'internal',
})

async function checkHeard(city: City, tx: Tx, person: number): Promise<void> {
  if (await isUnheard(city, tx, person)) throw new Refusal('petitions.guardian-first')
}

/** Whether somebody has signed it or spoken on it, or on one that was merged into it. */
async function hasPart(tx: Tx, id: number, person: number): Promise<boolean> {
  const merged = tx.select({ id: petitions.id }).from(petitions).where(eq(petitions.mergedInto, id))
  const signed = and(eq(signatures.petition, id), eq(signatures.person, person))
  const spoke = and(
    or(eq(opinions.petition, id), inArray(opinions.petition, merged)),
    eq(opinions.person, person),
  )
  return (await tx.$count(signatures, signed)) + (await tx.$count(opinions, spoke)) > 0
}

/** Counts more support or less, and says what it brought the petition to. */
export async function count(
  city: City,
  { tx, at, petition }: OnPetition,
  more: Pick<Petition, 'signatures' | 'participants'>,
): Promise<Entry[]> {
  const { facts } = city
  const counted = {
    signatures: petition.signatures + more.signatures,
    participants: petition.participants + more.participants,
  }
  const thresholds = thresholdsOf(facts, supportedBy(petition), dayAt(petition.filedAt, facts.timeZone))
  const stage = advanced({ ...petition, ...counted }, thresholds, at, facts)
  await tx
    .update(petitions)
    .set({ ...counted, ...stage })
    .where(eq(petitions.id, petition.id))
  const { discussion, review } = thresholds
  const reached = [
    ...(discussion && stage.discussedFrom && !petition.discussedFrom
      ? [['petitions.discussion-reached', countFor(discussion, counted)] as const]
      : []),
    ...(review && stage.reviewedFrom && !petition.reviewedFrom
      ? [['petitions.review-reached', countFor(review, counted)] as const]
      : []),
  ]
  const entries: Entry[] = []
  for (const [what, count] of reached) entries.push(await entryOf(tx, petition.id, what, { count }))
  return entries
}
