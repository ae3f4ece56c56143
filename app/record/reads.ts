import { and, asc, count, desc, eq, gt, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Cursor, Slice } from '#kit/list.ts'
import { numberAt, slice } from '#kit/list.ts'
import type { Ref } from '#kit/ref.ts'
import { type Day, startOf } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { checkpoints, entries, leaves } from './tables.ts'

/** What everybody may see of an entry. */
export const publicColumns = {
  number: entries.number,
  at: entries.at,
  actor: entries.actor,
  what: entries.what,
  about: entries.about,
  facts: entries.facts,
  title: entries.title,
  erased: sql<boolean>`${entries.salt} is null`,
}

export const isPublic = eq(entries.visibility, 'public')

/** How much of a thing's history its page shows; all of it stands in the record. */
export const mostOfHistory = 50

/** What the record says of one thing, oldest first: the newest of it, and one more where there is more. */
export async function historyOf(reads: Reads, about: Ref): Promise<PublicEntry[]> {
  const newest = await entriesAbout(reads, about)
    .orderBy(desc(entries.number))
    .limit(mostOfHistory + 1)
  return newest.reverse()
}

/** The first thing that the record says of something. */
export async function firstEntryOf(reads: Reads, about: Ref): Promise<PublicEntry | undefined> {
  const [first] = await entriesAbout(reads, about).orderBy(asc(entries.number)).limit(1)
  return first
}

const entriesAbout = (reads: Reads, about: Ref) =>
  reads
    .select(publicColumns)
    .from(entries)
    .where(and(eq(entries.about, about), isPublic))

export type PublicEntry = Awaited<ReturnType<typeof entriesAbout>>[number]

/** What a thing was called when the public last heard of it. */
export async function titleOf(reads: Reads, about: string): Promise<Localized | undefined> {
  const [row] = await titles(reads, eq(entries.about, about))
  return row?.title ?? undefined
}

export const titles = (reads: Reads, ofWhat: SQL) =>
  reads
    .select({ title: entries.title })
    .from(entries)
    .where(and(ofWhat, isPublic, isNotNull(entries.title)))
    .orderBy(desc(entries.number))
    .limit(1)

/** Whether an entry is about a thing of this kind, by the first part of its name. */
export const isOfKind = (kind: string): SQL => sql`split_part(${entries.about}, '/', 1) = ${kind}`

/** What of the record somebody wants to see. */
export type Wanted = {
  kind?: string | undefined
  about?: string | undefined
  day?: Day | undefined
  timeZone: string
}

/** Public entries, newest first. */
export async function newestEntries(
  reads: Reads,
  wanted: Wanted,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<PublicEntry>> {
  const rows = await reads
    .select(publicColumns)
    .from(entries)
    .where(and(isPublic, ...conditions(wanted), after && lt(entries.number, numberAt(after, 0))))
    .orderBy(desc(entries.number))
    .limit(limit + 1)
  return slice(rows, limit, (row) => [row.number])
}

function conditions({ kind, about, day, timeZone }: Wanted): SQL[] {
  const all: SQL[] = []
  if (kind) all.push(isOfKind(kind))
  if (about) all.push(eq(entries.about, about))
  if (day)
    all.push(gte(entries.at, startOf(day, timeZone)), lt(entries.at, startOf(day.add({ days: 1 }), timeZone)))
  return all
}

/** One public entry with its place in the log. */
export async function entryWithLeaf(reads: Reads, number: number) {
  const entry = await anyEntryWithLeaf(reads, number)
  return entry?.row.visibility === 'public' ? entry : undefined
}

/** One entry with its place in the log, whether or not it is for the public: only for who holds its receipt. */
export async function anyEntryWithLeaf(reads: Reads, number: number) {
  const [row] = await reads
    .select({ ...publicColumns, salt: entries.salt, row: entries, index: leaves.index })
    .from(entries)
    .leftJoin(leaves, eq(leaves.entry, entries.number))
    .where(eq(entries.number, number))
  return row
}

export type EntryWithLeaf = NonNullable<Awaited<ReturnType<typeof anyEntryWithLeaf>>>

/** The first signing after a leaf was added. */
export async function sealedAt(reads: Reads, index: number) {
  const [row] = await reads
    .select({ at: checkpoints.at, size: checkpoints.size })
    .from(checkpoints)
    .where(gt(checkpoints.size, index))
    .orderBy(asc(checkpoints.size))
    .limit(1)
  return row
}

/** The entry by which another one was erased. */
export async function erasureOf(
  reads: Reads,
  about: string,
  number: number,
): Promise<PublicEntry | undefined> {
  const [row] = await reads
    .select(publicColumns)
    .from(entries)
    .where(
      and(
        eq(entries.about, about),
        eq(entries.what, 'record.entry-erased'),
        sql`${entries.facts}->>'entry' = ${String(number)}`,
      ),
    )
  return row
}

/** How many entries the log holds that are not for the public. */
export async function hiddenCount(reads: Reads): Promise<number> {
  const [row] = await reads
    .select({ count: count() })
    .from(entries)
    .where(sql`${entries.visibility} <> 'public'`)
  return row!.count
}

/** What was done in a person's name by those who acted as such: a clerk's hand, not their own. */
export const doneAs = (reads: Reads, person: number, actor: string) =>
  reads
    .select(publicColumns)
    .from(entries)
    .where(and(eq(entries.person, person), eq(entries.actor, actor)))
    .orderBy(asc(entries.number))
