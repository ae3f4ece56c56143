import { and, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { madeOnce } from '#kit/made-once.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Instant } from '#kit/time.ts'
import { standingIs } from './list.reads.ts'
import { petitions } from './tables.ts'

export const shown = ['overdue', 'open', 'answered'] as const
export type Shown = (typeof shown)[number]
type Counts = Record<Shown, number>

/** How many petitions name an article, by how they stand. */
export const countsFor = madeOnce((article: string) =>
  reckoned(
    (reads, at) => count(reads, article, at),
    ({ open, answered }) => open + answered > 1000,
  ),
)

async function count(reads: Reads, article: string, at: Instant): Promise<Counts> {
  const answered = and(
    isNotNull(petitions.answeredAt),
    isNull(petitions.objectedAt),
    isNull(petitions.withdrawnAt),
    isNull(petitions.mergedAt),
  )
  const counted = (is: SQL | undefined) => sql<number>`(count(*) filter (where ${is}))::int`
  const [row] = await reads
    .select({
      overdue: counted(standingIs('overdue', at)),
      open: counted(standingIs('open', at)),
      answered: counted(answered),
    })
    .from(petitions)
    .where(sql`${petitions.articles} @> array[${article}]::text[]`)
  return row!
}
