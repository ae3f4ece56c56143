import { and, asc, eq, gt } from 'drizzle-orm'
import type { Reads, Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Entry } from '#record/index.ts'
import { opinions } from './tables.ts'

export type Opinion = Omit<typeof opinions.$inferSelect, 'person'>

const { id, petition, stance, text, lang, at, hiddenAt } = opinions
const columns = { id, petition, stance, text, lang, at, hiddenAt }

/** What was said of a petition, in the order in which it was said. */
export async function opinionsOf(
  reads: Reads,
  about: number,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Opinion>> {
  const rows = await reads
    .select(columns)
    .from(opinions)
    .where(and(eq(petition, about), after && gt(id, numberAt(after, 0))))
    .orderBy(asc(id))
    .limit(limit + 1)
  return slice(rows, limit, (row) => [row.id])
}

/** An opinion as the record commits to it: none can go, or say something else, without an entry. */
export async function opinionForm(
  reads: Reads,
  of: number,
  opinion: number,
): Promise<PublicForm | undefined> {
  const [row] = await reads
    .select(columns)
    .from(opinions)
    .where(and(eq(petition, of), eq(id, opinion)))
  return row && { ...row, text: row.hiddenAt ? null : row.text, ...moments(row) }
}

const moments = (row: Pick<Opinion, 'at' | 'hiddenAt'>) => ({
  at: row.at.toString(),
  hiddenAt: row.hiddenAt?.toString() ?? null,
})

/** What the record says of an opinion after it was given, hidden or shown again. */
export async function opinionEntry(tx: Tx, opinion: number, what: string): Promise<Entry> {
  const [row] = await tx.select({ petition }).from(opinions).where(eq(id, opinion))
  const of = (await found(row)).petition
  return { what, about: aboutOpinion(of, opinion), shows: await found(opinionForm(tx, of, opinion)) }
}

const aboutOpinion = (of: number, opinion: number): Ref => ref('petitions', `${of}/opinions/${opinion}`)
