import { asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { CommitmentLine } from './commitment.ts'
import { commitments, milestones } from './tables.ts'

const c = commitments

/** What lists show of a commitment. */
export const lineColumns = {
  id: c.id,
  kind: c.kind,
  title: c.title,
  lang: c.lang,
  lead: c.lead,
  joint: c.joint,
  declaredBy: c.declaredBy,
  supporting: c.supporting,
  startsOn: c.startsOn,
  dueOn: c.dueOn,
  firstDueOn: c.firstDueOn,
  cost: c.cost,
  origin: c.origin,
  originTitle: c.originTitle,
  adoptedAt: c.adoptedAt,
  startsAt: c.startsAt,
  dueAt: c.dueAt,
  brokenAt: c.brokenAt,
  silentAt: c.silentAt,
  begunAt: c.begunAt,
  doneAt: c.doneAt,
  stoppedAt: c.stoppedAt,
  finding: c.finding,
}

/** What came of something: the commitments that were made for it, in the order in which they were made. */
export const commitmentsFrom = (reads: Reads, origin: Ref): Promise<CommitmentLine[]> =>
  reads.select(lineColumns).from(c).where(eq(c.origin, origin)).orderBy(asc(c.id))

/** The same of several things at once. */
export const commitmentsFromAny = (reads: Reads, origins: readonly Ref[]): Promise<CommitmentLine[]> =>
  reads
    .select(lineColumns)
    .from(c)
    .where(inArray(c.origin, [...origins]))
    .orderBy(asc(c.id))

/** What is to be reached on the way, of several commitments at once. */
export const milestonesOf = (reads: Reads, ids: readonly number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : reads
        .select()
        .from(milestones)
        .where(inArray(milestones.commitment, [...ids]))
        .orderBy(asc(milestones.dueOn), asc(milestones.no))

/** The commitments made last. */
export const newestCommitments = (reads: Reads, limit: number): Promise<CommitmentLine[]> =>
  reads.select(lineColumns).from(c).orderBy(desc(c.id)).limit(limit)

/** The promises that were last found to be kept, or given up. */
export const latelySettled = (reads: Reads, limit: number): Promise<CommitmentLine[]> =>
  reads.select(lineColumns).from(c).where(isNotNull(c.settledAt)).orderBy(desc(c.settledAt)).limit(limit)
