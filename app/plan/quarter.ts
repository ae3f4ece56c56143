import type { CityFacts } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { type Deadline, dueOn } from '#kit/deadline.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'

/** What stands in the way, so that it can be counted over the whole city. */
export const obstacles = ['none', 'money', 'people', 'law', 'other-body', 'residents', 'other'] as const
export type Obstacle = (typeof obstacles)[number]

export const quarterNumbers = [1, 2, 3, 4] as const

/** What a lead said at the end of a quarter. */
export type QuarterReport = {
  quarter: number
  /** Its turn among all that was said of this quarter: the last counts, the others can still be read. */
  no: number
  body: string
  reached: number
  text: string
  lang: Lang
  obstacle: Obstacle
  step: number
  at: Instant
}

export const startOfQuarter = (year: number, quarter: number): Day =>
  Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 })

export const endOfQuarter = (year: number, quarter: number): Day =>
  startOfQuarter(year, quarter).add({ months: 3 }).subtract({ days: 1 })

/** By when a quarter is to be reported on; nothing where the city has not said it. */
export function reportBy(facts: CityFacts, year: number, quarter: number): Deadline | undefined {
  const key = facts.procedures?.planning?.norms.reportWithin
  const end = endOfQuarter(year, quarter)
  return key ? deadlineBy(facts.norm(key, end), end) : undefined
}

/** An action as a quarter looks at it. */
export type Course = {
  year: number
  /** When the last of its leads had agreed. */
  agreedOn: Day | null
  /** When it was said to be done, or given up. */
  endedOn: Day | null
}

/**
 * Whether a quarter has to be reported on: at least a month of it was left when the action was agreed, and it had not
 * come to its end by the last day.
 */
export function counts({ year, agreedOn, endedOn }: Course, quarter: number): boolean {
  const end = endOfQuarter(year, quarter)
  if (agreedOn === null || isAfter(agreedOn.add({ months: 1 }), end)) return false
  return endedOn === null || isAfter(endedOn, end)
}

/** How it stands with the report on a quarter. */
export const reportStates = ['ahead', 'open', 'missing', 'in-time', 'late'] as const
export type ReportState = (typeof reportStates)[number]

export type Quarter = {
  quarter: number
  end: Day
  dueOn: Day | null
  state: ReportState
  /** All that was said of it, the last first. */
  reports: readonly QuarterReport[]
}

/** The quarters of an action that have to be reported on, or were. */
export function quartersOf(
  facts: CityFacts,
  course: Course,
  reports: readonly QuarterReport[],
  today: Day,
): Quarter[] {
  return quarterNumbers.flatMap((quarter) => {
    const said = reports.filter((each) => each.quarter === quarter).toSorted((a, b) => b.no - a.no)
    if (said.length === 0 && !counts(course, quarter)) return []
    const limit = reportBy(facts, course.year, quarter)
    const due = (limit && dueOn(limit, facts.calendar)) ?? null
    const end = endOfQuarter(course.year, quarter)
    const first = said.at(-1)?.at.toZonedDateTimeISO(facts.timeZone).toPlainDate()
    return [{ quarter, end, dueOn: due, state: stateOf({ end, due, first, today }), reports: said }]
  })
}

function stateOf(on: { end: Day; due: Day | null; first: Day | undefined; today: Day }): ReportState {
  const { end, due, first, today } = on
  if (first) return due && isAfter(first, due) ? 'late' : 'in-time'
  if (isAfter(end, today)) return 'ahead'
  return due && isAfter(today, due) ? 'missing' : 'open'
}

export const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0
