import { and, asc, desc, eq, inArray, lt, notExists, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Ref } from '#kit/ref.ts'
import type { CommitmentLine } from './commitment.ts'
import { lineColumns } from './reads.ts'
import { openIs } from './standing.reads.ts'
import { commitments as c, links } from './tables.ts'

/** What else a promise serves, as it was called when somebody said so. */
export const linksOf = (reads: Reads, commitment: number) =>
  reads
    .select({ thing: links.thing, title: links.title, body: links.body, at: links.at })
    .from(links)
    .where(eq(links.commitment, commitment))
    .orderBy(asc(links.at))

export type Link = Awaited<ReturnType<typeof linksOf>>[number]

/** The promises that serve a thing of another room, the newest first. */
export const commitmentsServing = (reads: Reads, thing: Ref): Promise<CommitmentLine[]> =>
  reads
    .select(lineColumns)
    .from(c)
    .innerJoin(links, eq(links.commitment, c.id))
    .where(eq(links.thing, thing))
    .orderBy(desc(c.id))

/** The things of another room that some promise serves. */
export async function worksFor(reads: Reads, room: string): Promise<Ref[]> {
  const rows = await reads
    .selectDistinct({ thing: links.thing })
    .from(links)
    .where(sql`starts_with(${links.thing}, ${`${room}/`})`)
  return rows.map(({ thing }) => thing)
}

const isUnlinked = (reads: Reads) => notExists(reads.select().from(links).where(eq(links.commitment, c.id)))

/** Open promises that serve no right: nobody has said which. */
export async function withoutArticle(
  reads: Reads,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<CommitmentLine>> {
  const rows = await reads
    .select(lineColumns)
    .from(c)
    .where(and(openIs, sql`${c.articles} = '{}'`, after && lt(c.id, numberAt(after, 0))))
    .orderBy(desc(c.id))
    .limit(limit + 1)
  return slice(rows, limit, ({ id }) => [id])
}

/** Open promises of these bodies that serve no indicator and no task of a plan. */
export const unlinkedOf = (
  reads: Reads,
  bodies: readonly string[],
  limit: number,
): Promise<CommitmentLine[]> =>
  reads
    .select(lineColumns)
    .from(c)
    .where(and(openIs, inArray(c.lead, [...bodies]), sql`${c.originKind} <> 'plans'`, isUnlinked(reads)))
    .orderBy(desc(c.id))
    .limit(limit)

/** One promise, as lists show it. */
export async function commitmentLine(reads: Reads, id: number): Promise<CommitmentLine | undefined> {
  const [row] = await reads.select(lineColumns).from(c).where(eq(c.id, id))
  return row
}
