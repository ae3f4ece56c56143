import { daysBetween } from '#kit/time.ts'
import { isBroken, type Measured } from './change.ts'
import type { Definition } from './indicator.ts'
import { type Period, periodOf } from './period.ts'

/** From a value in one period to another in a later one. */
export type Goal = { from: Period; start: number; by: Period; value: number }

/** Why nothing can be said of how far it is. */
export const unsaid = ['start-is-target', 'no-time', 'no-value', 'not-begun', 'break'] as const
export type Unsaid = (typeof unsaid)[number]

export const standings = ['reached', 'on-track', 'behind', 'away'] as const

export type GoalStanding =
  | { is: (typeof standings)[number]; closed: number; elapsed: number }
  | { is: 'unsaid'; why: Unsaid }

/** A target as it is written, ready to be reckoned with. */
export const goalOf = (target: { from: string; start: number; by: string; value: number }): Goal => ({
  ...target,
  from: periodOf(target.from, 'from'),
  by: periodOf(target.by, 'by'),
})

/**
 * How much of the gap is closed, against how much of the time has passed, both in a straight line from start to
 * target. Where either is undefined nothing is patched up: it says why.
 */
export function standingOf(
  goal: Goal,
  now: Measured | undefined,
  definitions: readonly Pick<Definition, 'breaks' | 'from'>[],
): GoalStanding {
  const time = daysBetween(goal.from.until, goal.by.until)
  const unsaid = whyUnsaid(goal, time, now, definitions)
  if (unsaid || !now || now.value === null) return { is: 'unsaid', why: unsaid ?? 'no-value' }
  const closed = (now.value - goal.start) / (goal.value - goal.start)
  const elapsed = Math.min(1, daysBetween(goal.from.until, now.period.until) / time)
  const is = closed >= 1 ? 'reached' : closed < 0 ? 'away' : closed >= elapsed ? 'on-track' : 'behind'
  return { is, closed, elapsed }
}

function whyUnsaid(
  goal: Goal,
  time: number,
  now: Measured | undefined,
  definitions: readonly Pick<Definition, 'breaks' | 'from'>[],
): Unsaid | undefined {
  if (goal.start === goal.value) return 'start-is-target'
  if (time <= 0) return 'no-time'
  if (!now || now.value === null) return 'no-value'
  if (daysBetween(goal.from.until, now.period.until) <= 0) return 'not-begun'
  if (isBroken(definitions, definitionAt(definitions, goal.from), now.definition)) return 'break'
  return undefined
}

/** Which definition a value of a period is measured by: the last that had begun with it. */
export function definitionAt(definitions: readonly Pick<Definition, 'from'>[], period: Period): number {
  const begun = definitions.findLastIndex(({ from }) => daysBetween(periodOf(from).from, period.from) >= 0)
  return Math.max(0, begun)
}
