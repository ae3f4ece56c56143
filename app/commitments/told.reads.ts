import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { madeOnce } from '#kit/made-once.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Instant } from '#kit/time.ts'
import { type Standing, standings } from './commitment.ts'
import { lineColumns } from './reads.ts'
import { standingIs } from './standing.reads.ts'
import { commitments as c, marks } from './tables.ts'

type Counts = Record<Standing, number>

const sumOf = (counts: Counts): number => standings.reduce((sum, each) => sum + counts[each], 0)

/** How many promises serve an article, by how they stand. What was being done already counts apart, so not here. */
export const countsFor = madeOnce((article: string) =>
  reckoned(
    (reads, at) => count(reads, article, at),
    (counts) => sumOf(counts) > 1000,
  ),
)

const ofArticle = (article: string): SQL | undefined =>
  and(eq(marks.facet, 'article'), eq(marks.key, article), eq(c.kind, 'new'))

async function count(reads: Reads, article: string, at: Instant): Promise<Counts> {
  const columns = Object.fromEntries(
    standings.map((each) => [each, sql<number>`(count(*) filter (where ${standingIs(each, at)}))::int`]),
  )
  const [row] = await reads
    .select(columns)
    .from(c)
    .innerJoin(marks, eq(marks.commitment, c.id))
    .where(ofArticle(article))
  return row as Counts
}

/** The newest of them. */
export const newestFor = (reads: Reads, article: string) =>
  reads
    .select(lineColumns)
    .from(marks)
    .innerJoin(c, eq(c.id, marks.commitment))
    .where(ofArticle(article))
    .orderBy(desc(marks.commitment))
    .limit(2)
