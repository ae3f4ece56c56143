import { and, asc, eq, gte, inArray, isNull, lt, min, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import { forgettable } from './act.ts'
import { cursors, entries, follows, leaves, letters, notices, origins } from './tables.ts'

const batchSize = 200
const name = 'notices'
/** A statement takes 65,535 values. */
const rowsAtOnce = 5000

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

/** Takes as read by everybody what happened before a moment: whoever comes to a lived demonstration has read its past. */
export const takeAsRead = (city: City, before: Instant): Promise<unknown> =>
  forgettable(city, (tx) =>
    tx
      .update(notices)
      .set({ readAt: city.clock.now() })
      .where(
        and(
          isNull(notices.readAt),
          inArray(
            notices.entry,
            tx.select({ number: entries.number }).from(entries).where(lt(entries.at, before)),
          ),
        ),
      ),
  )

async function notifyBatch(tx: Tx, at: Instant): Promise<{ entries: number; notices: number }> {
  await tx.insert(cursors).values({ name, index: 0 }).onConflictDoNothing()
  const [cursor] = await tx.select().from(cursors).where(eq(cursors.name, name)).for('update')
  const fresh = await tx
    .select({ index: leaves.index, entry: entries })
    .from(leaves)
    .innerJoin(entries, eq(entries.number, leaves.entry))
    .where(gte(leaves.index, cursor!.index))
    .orderBy(asc(leaves.index))
    .limit(batchSize)
  if (fresh.length === 0) return { entries: 0, notices: 0 }
  const news = fresh.map(({ entry }) => entry).filter(({ visibility }) => visibility !== 'internal')
  const grownOutOf = await originsOf(tx, news)
  const followers = await followersOf(tx, [...new Set(news.flatMap((each) => followedOf(each, grownOutOf)))])
  const rows = news.flatMap((each) => noticesOf(each, followedOf(each, grownOutOf), followers, at))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insert(notices)
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflictDoNothing()
  if (rows.length > 0) await putOnTheWay(tx, 'at-once', at, [...new Set(rows.map(({ entry }) => entry))])
  await tx
    .update(cursors)
    .set({ index: fresh.at(-1)!.index + 1 })
    .where(eq(cursors.name, name))
  return { entries: fresh.length, notices: rows.length }
}

type Entry = typeof entries.$inferSelect
type Follow = typeof follows.$inferSelect
type Origins = ReadonlyMap<string, readonly string[]>

/** What each of these things grew out of, and what that grew out of. */
async function originsOf(tx: Tx, news: readonly Entry[]): Promise<Origins> {
  const known = new Map<string, string[]>()
  for (let last = new Set(news.map(({ about }) => about)); last.size > 0; ) {
    for (const thing of last) known.set(thing, [])
    const rows = await tx
      .select()
      .from(origins)
      .where(inArray(origins.thing, [...last]))
    for (const { thing, origin } of rows) known.get(thing)!.push(origin)
    last = new Set(rows.map(({ origin }) => origin).filter((each) => !known.has(each)))
  }
  return known
}

/**
 * What one may follow to hear of an entry, the nearest first: the thing, what it grew out of, the kind of thing.
 * Of what is not public only those hear who follow that very thing, and they hear nothing of what it says.
 */
function followedOf({ about, visibility }: Entry, grownOutOf: Origins): string[] {
  if (visibility !== 'public') return [about]
  const all = new Set([about])
  for (const thing of all) for (const origin of grownOutOf.get(thing) ?? []) all.add(origin)
  return [...all, roomOf(about as Ref)]
}

async function followersOf(tx: Tx, things: readonly string[]): Promise<Map<string, Follow[]>> {
  if (things.length === 0) return new Map()
  return Map.groupBy(
    await tx
      .select()
      .from(follows)
      .where(inArray(follows.about, [...things])),
    ({ about }) => about,
  )
}

/** One for each person, in the way they chose for the nearest of the things they follow. */
function noticesOf(
  { number, at, person }: Entry,
  followed: readonly string[],
  followers: ReadonlyMap<string, readonly Follow[]>,
  now: Instant,
) {
  const heard = new Map<number, Follow>()
  for (const follow of followed.flatMap((thing) => followers.get(thing) ?? [])) {
    const isFor = follow.person !== person && Temporal.Instant.compare(follow.since, at) <= 0
    if (isFor && !heard.has(follow.person)) heard.set(follow.person, follow)
  }
  return [...heard.values()].map((each) => ({
    person: each.person,
    entry: number,
    how: each.how,
    because: each.about,
    at: now,
  }))
}

type Kind = (typeof letters.$inferSelect)['kind']

/** Gathers what waits for each person into one letter. */
export const writeDigests = (city: City, kind: 'daily' | 'weekly'): Promise<number> =>
  forgettable(city, (tx) => putOnTheWay(tx, kind, city.clock.now()))

async function putOnTheWay(tx: Tx, kind: Kind, at: Instant, about?: readonly number[]): Promise<number> {
  const waiting = and(
    eq(notices.how, kind),
    isNull(notices.letter),
    about && inArray(notices.entry, [...about]),
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
