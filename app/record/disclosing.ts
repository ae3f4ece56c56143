import { and, asc, desc, eq, gt, gte, inArray, isNotNull, min, notExists, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { idOf, type Ref, roomOf } from '#kit/ref.ts'
import type { PublicForm } from '#kit/room.ts'
import { commitmentTo, type Form, formOf, givenHalf } from './commitment.ts'
import { entries, leaves } from './tables.ts'

/** Gives the present public form of one thing. */
export type Published = (reads: Reads, id: string) => Promise<PublicForm | undefined>

/** By the first part of the things' names: `charter`, `bodies`. */
export type PublishedByKind = Readonly<Record<string, Published>>

/** What an outsider gets for each leaf, to hold against the log. Nothing of an entry that is not public. */
export type Disclosure =
  | { index: number; entry: number; salt: string; form: Form }
  | { index: number; entry: number; commitment: string }
  | { index: number; entry: number; erased: true }
  | { index: number; entry: number; gone: true }

/** Entries that have no leaf yet, and how old the oldest of them is. */
export type Unsealed = { unsealed: number; since: string | null }

/** A thing as it is published now, and the newest entry that says how it should be. */
export type PublishedThing = {
  about: string
  entry: number
  /** Nothing while that entry has no leaf yet. */
  index: number | null
  salt: string
  form: PublicForm | null
}

const batch = 500

/** What every entry looks like now, leaf by leaf: computed from the rows, so that a changed row shows. */
export async function* disclosures(reads: Reads, from: number): AsyncGenerator<Disclosure | Unsealed> {
  for (let next = from; ; ) {
    const rows = await reads
      .select({ leaf: leaves, entry: entries })
      .from(leaves)
      .leftJoin(entries, eq(entries.number, leaves.entry))
      .where(gte(leaves.index, next))
      .orderBy(asc(leaves.index))
      .limit(batch)
    for (const { leaf, entry } of rows) yield disclose(leaf, entry)
    if (rows.length < batch) break
    next = rows.at(-1)!.leaf.index + 1
  }
  yield await unsealed(reads)
}

type Leaf = typeof leaves.$inferSelect
type Row = typeof entries.$inferSelect

function disclose({ index, entry }: Leaf, row: Row | null): Disclosure {
  if (!row) return { index, entry, gone: true }
  if (!row.salt) return { index, entry, erased: true }
  const form = formOf(row, row.salt)
  return row.visibility === 'public'
    ? { index, entry, salt: hex(givenHalf(row.salt)), form }
    : { index, entry, commitment: commitmentTo(form, row.salt) }
}

async function unsealed(reads: Reads): Promise<Unsealed> {
  const leaf = reads.select({ index: leaves.index }).from(leaves).where(eq(leaves.entry, entries.number))
  const [row] = await reads
    .select({ unsealed: sql<number>`count(*)::int`, since: min(entries.at) })
    .from(entries)
    .where(notExists(leaf))
  return { unsealed: row!.unsealed, since: row!.since?.toString() ?? null }
}

/** Everything of which the record says how it looks, as it looks now. */
export async function* publishedThings(reads: Reads, kinds: PublishedByKind): AsyncGenerator<PublishedThing> {
  for (let after = ''; ; ) {
    const rows = await newestShown(reads, gt(entries.about, after))
    for (const thing of await formsOf(reads, kinds, rows)) yield thing
    if (rows.length < batch) return
    after = rows.at(-1)!.about
  }
}

export async function publishedThing(
  reads: Reads,
  kinds: PublishedByKind,
  about: string,
): Promise<PublishedThing | undefined> {
  const [thing] = await formsOf(reads, kinds, await newestShown(reads, eq(entries.about, about)))
  return thing
}

/** The forms that belong to these entries: those to which an act came in between are read again. */
async function formsOf(reads: Reads, kinds: PublishedByKind, shown: Shown[]): Promise<PublishedThing[]> {
  if (shown.length === 0) return []
  const forms = new Map<string, PublicForm | null>()
  for (const { about } of shown) forms.set(about, await formOfThing(reads, kinds, about as Ref))
  const after = await newestShown(reads, inArray(entries.about, [...forms.keys()]))
  const before = new Set(shown.map((each) => each.entry))
  const isStill = (each: Shown) => before.has(each.entry)
  return [
    ...after.filter(isStill).map(({ about, entry, index, salt }) => ({
      about,
      entry,
      index,
      salt: hex(givenHalf(salt!)),
      form: forms.get(about)!,
    })),
    ...(await formsOf(
      reads,
      kinds,
      after.filter((each) => !isStill(each)),
    )),
  ]
}

const formOfThing = async (reads: Reads, kinds: PublishedByKind, about: Ref) =>
  (await kinds[roomOf(about)]?.(reads, idOf(about))) ?? null

type Shown = Awaited<ReturnType<typeof newestShown>>[number]

function newestShown(reads: Reads, which: SQL) {
  return reads
    .selectDistinctOn([entries.about], {
      about: entries.about,
      entry: entries.number,
      index: leaves.index,
      salt: entries.salt,
    })
    .from(entries)
    .leftJoin(leaves, eq(leaves.entry, entries.number))
    .where(and(which, eq(entries.visibility, 'public'), isNotNull(entries.shows), isNotNull(entries.salt)))
    .orderBy(asc(entries.about), desc(entries.number))
    .limit(batch)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
