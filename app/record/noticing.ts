import { and, asc, eq, gte, inArray, isNull, lt, min, ne, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import { forgettable } from './act.ts'
import { entries, follows, leaves, letters, noticed, notices, origins } from './tables.ts'

const batchSize = 200

/**
 * Tells whoever follows of every entry that has its leaf, once, in the order of the log. Letters that are due at
 * once are put on their way in the same step, so that a crash loses none and writes none twice.
 */
export async function notify(city: City): Promise<number> {
  for (let all = 0; ; ) {
    const done = await forgettable(city, (tx) => notifyBatch(tx, city.clock.now()))
    all += done.notices
    if (done.entries < batchSize) return all
  }
}

async function notifyBatch(tx: Tx, at: Instant): Promise<{ entries: number; notices: number }> {
  await tx.insert(noticed).values({ only: 1, index: 0 }).onConflictDoNothing()
  const [cursor] = await tx.select().from(noticed).where(eq(noticed.only, 1)).for('update')
  const fresh = await tx
    .select({ index: leaves.index, entry: entries })
    .from(leaves)
    .innerJoin(entries, eq(entries.number, leaves.entry))
    .where(gte(leaves.index, cursor!.index))
    .orderBy(asc(leaves.index))
    .limit(batchSize)
  if (fresh.length === 0) return { entries: 0, notices: 0 }
  const made: number[] = []
  for (const { entry } of fresh) made.push(...(await notifyOf(tx, entry, at)))
  if (made.length > 0) await putOnTheWay(tx, 'at-once', at, made)
  await tx
    .update(noticed)
    .set({ index: fresh.at(-1)!.index + 1 })
    .where(eq(noticed.only, 1))
  return { entries: fresh.length, notices: made.length }
}

type Entry = typeof entries.$inferSelect

/** Of what is not public only those hear who follow that very thing, and they hear nothing of what it says. */
async function notifyOf(
  tx: Tx,
  { number, at, person, about, visibility }: Entry,
  now: Instant,
): Promise<number[]> {
  if (visibility === 'internal') return []
  const followed = visibility === 'public' ? await upstreamOf(tx, about) : [about]
  const followers = await tx
    .select()
    .from(follows)
    .where(
      and(
        inArray(follows.about, followed),
        sql`${follows.since} <= ${at.toString()}`,
        person === null ? undefined : ne(follows.person, person),
      ),
    )
  const nearest = nearestFirst(followers, followed)
  if (nearest.length === 0) return []
  const rows = nearest.map((each) => ({
    person: each.person,
    entry: number,
    how: each.how,
    because: each.about,
    at: now,
  }))
  const made = await tx
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ number: notices.number })
  return made.map((each) => each.number)
}

/** The thing, what it grew out of, and the kind of thing that it is. */
async function upstreamOf(tx: Tx, about: string): Promise<string[]> {
  const all = new Set([about])
  for (let last = [about]; last.length > 0; ) {
    const rows = await tx.select({ origin: origins.origin }).from(origins).where(inArray(origins.thing, last))
    last = rows.map((row) => row.origin).filter((each) => !all.has(each))
    for (const each of last) all.add(each)
  }
  return [...all, roomOf(about as Ref)]
}

/** Somebody who follows several of these things hears once, in the way they chose for the nearest. */
function nearestFirst<F extends { person: number; about: string }>(
  followers: readonly F[],
  followed: readonly string[],
): F[] {
  const nearest = new Map<number, F>()
  for (const each of followers) {
    const other = nearest.get(each.person)
    if (!other || followed.indexOf(each.about) < followed.indexOf(other.about)) nearest.set(each.person, each)
  }
  return [...nearest.values()]
}

type Kind = (typeof letters.$inferSelect)['kind']

/** Gathers what waits for each person into one letter. */
export const writeDigests = (city: City, kind: 'daily' | 'weekly'): Promise<number> =>
  forgettable(city, (tx) => putOnTheWay(tx, kind, city.clock.now()))

async function putOnTheWay(tx: Tx, kind: Kind, at: Instant, only?: readonly number[]): Promise<number> {
  const waiting = and(
    eq(notices.how, kind),
    isNull(notices.letter),
    only && inArray(notices.number, [...only]),
  )
  const first = tx
    .select({ person: notices.person, number: min(notices.number).as('first') })
    .from(notices)
    .where(waiting)
    .groupBy(notices.person)
    .as('first')
  const rows = await tx
    .update(notices)
    .set({ letter: sql`${`${kind}-`} || ${first.number}` })
    .from(first)
    .where(and(waiting, eq(notices.person, first.person)))
    .returning({ key: notices.letter, person: notices.person })
  const made = new Map(
    rows.map(({ key, person }) => [key!, { key: key!, person, kind, madeAt: at, tryAt: at }]),
  )
  if (made.size > 0)
    await tx
      .insert(letters)
      .values([...made.values()])
      .onConflictDoNothing()
  return made.size
}

/** What nobody looks for any more. */
export const forgetOld = (city: City): Promise<void> =>
  forgettable(city, async (tx) => {
    const now = city.clock.now()
    await tx.delete(notices).where(lt(notices.at, now.subtract({ hours: 24 * 365 })))
    await tx.delete(letters).where(lt(letters.madeAt, now.subtract({ hours: 24 * 90 })))
  })
