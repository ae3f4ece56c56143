import type { CityFacts } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { dueOn } from '#kit/deadline.ts'
import { type Day, daysBetween } from '#kit/time.ts'
import type { Indicator } from './indicator.ts'
import { type Period, periodAfter } from './period.ts'

/** The values that should be there: of which periods, when the first of them was due, how late that is. */
export type Owed = {
  /** Periods that have ended and of which nothing is published, the oldest first. */
  periods: [Period, ...Period[]]
  /** The last day on which those of the oldest were in time. */
  dueOn: Day
  /** Days past that day; nothing is late at zero. */
  late: number
}

/** No city keeps count of more; what is older was given up. */
const mostPeriods = 240

/**
 * The last day on which the values of a period are in time: on the indicator's own day, or by the city's norm, which
 * gives time from the end of the period, or from the day since which it holds. The norm is about what the city
 * evaluates; what stands in no chapter accompanies a measure and is due where it says so itself.
 */
export function dueDay(
  { due, frequency, chapter }: Pick<Indicator, 'due' | 'frequency' | 'chapter'>,
  { until }: Period,
  facts: CityFacts,
  today: Day,
): Day | undefined {
  if (due && frequency === 'year')
    return Temporal.PlainMonthDay.from(due).toPlainDate({ year: until.year + 1 })
  const key = facts.procedures?.measuring?.norms.dueWithin
  if (!key || chapter === undefined) return undefined
  const norm = facts.norm(key, today)
  const begins = norm.from && daysBetween(until, norm.from) > 0 ? norm.from : until
  return dueOn(deadlineBy(norm, begins), facts.calendar)
}

/** The period whose values come next, and the last day on which they are in time. */
export function nextDue(
  indicator: Pick<Indicator, 'due' | 'frequency' | 'chapter' | 'until'>,
  newest: Period | undefined,
  facts: CityFacts,
  today: Day,
): { period: Period; dueOn: Day } | undefined {
  const period = newest && periodAfter(newest, indicator.frequency)
  if (!period || isOver(indicator, period)) return undefined
  const dueOn = dueDay(indicator, period, facts, today)
  return dueOn && { period, dueOn }
}

/** Whether an indicator was no longer measured in a period. */
const isOver = ({ until }: Pick<Indicator, 'until'>, period: Period): boolean =>
  until !== undefined && period.from.year > Number(until.slice(0, 4))

/** What is owed of an indicator: everything that ended since its newest value, or since it began where there is none. */
export function owedOf(
  indicator: Pick<Indicator, 'due' | 'frequency' | 'chapter' | 'from' | 'until'> & {
    began?: Period | undefined
  },
  newest: Period | undefined,
  facts: CityFacts,
  today: Day,
): Owed | undefined {
  const { frequency, began } = indicator
  const first = newest ? periodAfter(newest, frequency) : began
  if (!first) return undefined
  const periods: Period[] = []
  for (let each = first; periods.length < mostPeriods; each = periodAfter(each, frequency)) {
    if (daysBetween(each.until, today) <= 0 || isOver(indicator, each)) break
    periods.push(each)
  }
  const [oldest, ...others] = periods
  const due = oldest && dueDay(indicator, oldest, facts, today)
  if (!oldest || !due) return undefined
  return { periods: [oldest, ...others], dueOn: due, late: Math.max(0, daysBetween(due, today)) }
}
