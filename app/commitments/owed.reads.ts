import {
  and,
  arrayOverlaps,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import type { CommitmentLine } from './commitment.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs } from './standing.reads.ts'
import { commitments as c } from './tables.ts'

/** Whose promises, of all bodies where none are named, and how many at most. */
type Asked = { bodies?: readonly string[] | undefined; at: Instant; limit: number }

const ledBy = (bodies: readonly string[] | undefined): SQL | undefined =>
  bodies && or(inArray(c.lead, [...bodies]), arrayOverlaps(c.joint, [...bodies]))

/** Open promises whose day has passed or comes by then, the oldest day first. */
export const owedPromises = (
  reads: Reads,
  { bodies, until, limit }: Asked & { until: Instant },
): Promise<CommitmentLine[]> =>
  reads
    .select(lineColumns)
    .from(c)
    .where(and(openIs, lte(c.dueAt, until), ledBy(bodies)))
    .orderBy(asc(c.dueAt))
    .limit(limit)

/** Open promises of which nobody has said anything for too long, though their day has not come yet. */
export const silentPromises = (reads: Reads, { bodies, at, limit }: Asked): Promise<CommitmentLine[]> =>
  reads
    .select(lineColumns)
    .from(c)
    .where(and(silentIs(at), gt(c.dueAt, at), ledBy(bodies)))
    .orderBy(asc(c.silentAt))
    .limit(limit)

/** What somebody else found to be kept in a stretch of time: how much, and the newest of it. */
export async function keptBetween(
  reads: Reads,
  from: Instant,
  until: Instant,
  limit: number,
): Promise<{ count: number; newest: CommitmentLine[] }> {
  const kept = and(
    isNotNull(c.settledAt),
    gte(c.settledAt, from),
    lt(c.settledAt, until),
    eq(c.finding, 'confirmed'),
    sql`${c.stoppedAt} is null`,
  )
  return {
    count: await reads.$count(c, kept),
    newest: await reads.select(lineColumns).from(c).where(kept).orderBy(desc(c.settledAt)).limit(limit),
  }
}
