import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { momentsOf } from './commitment.clock.ts'
import { isOpen } from './commitment.ts'
import { checkActsFor } from './party.reads.ts'
import {
  type By,
  type OnCommitment,
  type Row,
  type Said,
  step,
  stepWithin,
  type Taken,
  type Within,
} from './stepping.actions.ts'
import { milestones } from './tables.ts'

/** Says how it goes, with what shows it. */
export const report = (city: City, by: By, id: number, said: Said) =>
  step(city, by, id, said, { kind: 'report' }, reported(by))

/** The same, inside an act that reports to others as well. */
export const reportWithin = (within: Within, by: By, id: number, said: Said) =>
  stepWithin(within, by, id, said, { kind: 'report' }, reported(by))

const reported =
  (by: By) =>
  ({ city, row, at, parties }: OnCommitment): Taken => {
    checkActsFor(by.as, parties.involved)
    checkNotStopped(row)
    return { kind: 'report', doc: {}, set: heardOf(city, row, at), what: 'commitments.reported' }
  }

/** Says that a milestone was reached. */
export const reach = (city: City, by: By, id: number, no: number, said: Said) =>
  step(city, by, id, said, { kind: 'milestone', no }, reached(by, no))

export const reachWithin = (within: Within, by: By, id: number, no: number, said: Said) =>
  stepWithin(within, by, id, said, { kind: 'milestone', no }, reached(by, no))

const reached =
  (by: By, no: number) =>
  async ({ city, tx, row, at, parties }: OnCommitment): Promise<Taken> => {
    checkActsFor(by.as, parties.involved)
    checkOpen(row)
    const [milestone] = await tx
      .update(milestones)
      .set({ reachedAt: at })
      .where(
        and(
          eq(milestones.commitment, row.id),
          eq(milestones.no, no),
          isNull(milestones.reachedAt),
          isNull(milestones.droppedAt),
        ),
      )
      .returning({ no: milestones.no })
    if (!milestone) throw new Refusal('commitments.no-such-milestone', {}, 'milestone')
    const facts = { milestone: milestone.no }
    const set = heardOf(city, row, at)
    return { kind: 'milestone', doc: { milestone: no }, set, what: 'commitments.milestone-reached', facts }
  }

/** What every word of those who do it moves: it has begun, and is silent no more. */
export function heardOf({ facts }: City, row: Row, at: Instant): Partial<Row> {
  const { silentAt } = momentsOf(facts, { ...row, reportedAt: at })
  return { begunAt: row.begunAt ?? at, reportedAt: at, silentAt }
}

/** @throws Refusal */
export function checkOpen(row: Row): void {
  checkNotStopped(row)
  if (!isOpen(row)) throw new Refusal('commitments.done-already')
}

function checkNotStopped(row: Row): void {
  if (row.stoppedAt) throw new Refusal('commitments.stopped-already')
}
