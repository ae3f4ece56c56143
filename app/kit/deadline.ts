import type { Calendar, Holiday } from './calendar.ts'
import { type Day, holdsOn, type Instant, startOf } from './time.ts'
import type { Localized } from './words.ts'

export type Length = { value: number; unit: 'working-day' | 'day' | 'week' | 'month' | 'year' }

/** Both days are included; without `to` it lasts. */
export type Pause = { from: Day; to?: Day | undefined; reason: Localized }

/** Counts on from the last day as reckoned, before that day is moved for a holiday. */
export type Extension = { by: Length; reason: Localized; on: Day; byWhom: Localized }

/** A time limit with all that it depends on: how to count is the norm's, never the code's. */
export type Deadline = {
  norm: { key: string; provision: string; version: string }
  start: Day
  length: Length
  firstDayCounts: boolean
  /** Months and years end before the day that corresponds to the first counted day, or on that of the start. */
  monthsFollow?: 'first-counted-day' | 'start'
  endsOnNonWorking: 'next-working-day' | 'stays'
  pauses: readonly Pause[]
  extensions: readonly Extension[]
}

/** One step of the reckoning; `lastDay` is where the time limit would end after it, if that is known. */
export type Step =
  | { kind: 'start'; day: Day; counts: boolean; provision: string; lastDay?: undefined }
  | { kind: 'length'; length: Length; lastDay: Day; holidays: readonly Holiday[] }
  | { kind: 'extension'; extension: Extension; lastDay: Day }
  | { kind: 'pause'; pause: Pause; lastDay: Day | undefined }
  | { kind: 'moved' | 'stays'; from: Day; holiday: Holiday | undefined; lastDay: Day | undefined }
  | { kind: 'declared'; on: Day; holidays: readonly Holiday[]; otherwise: Day; lastDay: Day | undefined }
  | { kind: 'due'; lastDay: Day }

/** The last day on which it is still in time; none while a pause lasts. */
export const dueOn = (deadline: Deadline, calendar: Calendar): Day | undefined =>
  derivation(deadline, calendar).at(-1)?.lastDay

/** The moment from which it is too late: the end of the last day in the city. */
export function dueAt(deadline: Deadline, calendar: Calendar, timeZone: string): Instant | undefined {
  const day = dueOn(deadline, calendar)
  return day && startOf(day.add({ days: 1 }), timeZone)
}

export type Remaining = { state: 'running' | 'last-day' | 'overdue' | 'paused'; days: number }

/** How many days are left, or have passed since; in a pause, how many will be left when it ends. */
export function remaining(deadline: Deadline, calendar: Calendar, today: Day): Remaining {
  const begun = deadline.pauses.filter((each) => !isAfter(each.from, today))
  const pause = begun.find((each) => holdsOn(today, each.from, each.to))
  const ends = pause?.to ?? today
  const pauses = begun.map((each) => ({ ...each, to: each.to ?? ends }))
  const due = dueOn({ ...deadline, pauses }, calendar)!
  if (pause && isAfter(due, today)) return { state: 'paused', days: ends.until(due).days }
  const days = today.until(due).days
  return { state: days > 0 ? 'running' : days === 0 ? 'last-day' : 'overdue', days: Math.abs(days) }
}

/**
 * How the last day comes about, step by step.
 *
 * A holiday moves it only if it was declared while the time limit still ran.
 */
export function derivation(deadline: Deadline, calendar: Calendar): Step[] {
  let steps = reckoned(deadline, calendar.knownOn(deadline.start))
  const declared: Step[] = []
  for (const on of calendar.declarations.filter((each) => isAfter(each, deadline.start))) {
    const otherwise = steps.at(-1)!.lastDay
    if (otherwise && isAfter(on, otherwise)) break
    const known = calendar.knownOn(on)
    steps = reckoned(deadline, known)
    const lastDay = steps.at(-1)!.lastDay
    if (!otherwise || lastDay?.equals(otherwise)) continue
    const holidays = holidaysIn(known, on, lastDay ?? otherwise).filter((each) => each.declaredOn?.equals(on))
    declared.push({ kind: 'declared', on, holidays, otherwise, lastDay })
  }
  const last = steps.at(-1)!.lastDay
  return [...steps, ...declared, ...(last ? [{ kind: 'due', lastDay: last } as const] : [])]
}

function reckoned(deadline: Deadline, calendar: Calendar): Step[] {
  const { start, firstDayCounts, length, extensions, norm, endsOnNonWorking } = deadline
  const begins = firstDayCounts ? start : start.add({ days: 1 })
  const parts = partsOf(deadline, begins, calendar)
  const [whole, ...extended] = parts
  const steps: Step[] = [
    { kind: 'start', day: start, counts: firstDayCounts, provision: norm.provision },
    {
      kind: 'length',
      length,
      lastDay: whole!.lastDay,
      holidays: passedOver(length, begins, whole!.lastDay, calendar),
    },
    ...extended.map(
      ({ lastDay }, at) => ({ kind: 'extension', extension: extensions[at]!, lastDay }) as const,
    ),
  ]
  const { pauseSteps, pauses, lastDay } = paused(deadline.pauses, begins, parts, calendar)
  steps.push(...pauseSteps)
  if (!lastDay || calendar.isWorking(lastDay)) return steps
  const holiday = calendar.holidayOn(lastDay)
  if (endsOnNonWorking === 'stays') return [...steps, { kind: 'stays', from: lastDay, holiday, lastDay }]
  const moved = counted(lastDay, { value: 1, unit: 'working-day' }, pauses, calendar)
  return [...steps, { kind: 'moved', from: lastDay, holiday, lastDay: moved }]
}

/** A stretch of the time limit as it runs without pauses, in units that a pause can interrupt. */
type Part = { lastDay: Day; count: Length }

function partsOf(deadline: Deadline, begins: Day, calendar: Calendar): Part[] {
  const parts: Part[] = []
  let from = begins
  for (const length of [deadline.length, ...deadline.extensions.map((each) => each.by)]) {
    const sameDate = deadline.monthsFollow === 'start' && (parts.length > 0 || !deadline.firstDayCounts)
    const lastDay = endOf(length, from, sameDate, calendar)
    const count =
      length.unit === 'working-day' ? length : { value: daysIn(from, lastDay), unit: 'day' as const }
    parts.push({ lastDay, count })
    from = lastDay.add({ days: 1 })
  }
  return parts
}

function endOf({ value, unit }: Length, from: Day, sameDate: boolean, calendar: Calendar): Day {
  if (unit === 'day') return from.add({ days: value - 1 })
  if (unit === 'week') return from.add({ days: value * 7 - 1 })
  if (unit === 'working-day') return counted(from.subtract({ days: 1 }), { value, unit }, [], calendar)!
  const span = unit === 'month' ? { months: value } : { years: value }
  if (sameDate) return from.subtract({ days: 1 }).add(span)
  const corresponding = from.add(span)
  // A month without the corresponding day ends the time limit on its own last day.
  return corresponding.day === from.day ? corresponding.subtract({ days: 1 }) : corresponding
}

/** The day on which the count is full after a day, or none if a pause that lasts comes first. */
function counted(after: Day, count: Length, pauses: readonly Pause[], calendar: Calendar): Day | undefined {
  let day = after
  for (let left = count.value; left > 0; ) {
    day = day.add({ days: 1 })
    const pause = pauses.find((each) => holdsOn(day, each.from, each.to))
    if (pause && !pause.to) return undefined
    if (!pause && (count.unit === 'day' || calendar.isWorking(day))) left -= 1
  }
  return day
}

/** Adds one pause after the other, leaving out those that began when the time was already up. */
function paused(all: readonly Pause[], begins: Day, parts: readonly Part[], calendar: Calendar) {
  const pauseSteps: Step[] = []
  const pauses: Pause[] = []
  let lastDay = parts.at(-1)?.lastDay
  for (const pause of all.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from))) {
    pauses.push(pause)
    const later = runWith(pauses, begins, parts, calendar)
    if (!later || (lastDay && isAfter(later, lastDay)))
      pauseSteps.push({ kind: 'pause', pause, lastDay: later })
    lastDay = later
  }
  return { pauseSteps, pauses, lastDay }
}

function runWith(pauses: Pause[], begins: Day, parts: readonly Part[], calendar: Calendar): Day | undefined {
  let day: Day | undefined = begins.subtract({ days: 1 })
  for (const { count } of parts) day = day && counted(day, count, pauses, calendar)
  return day
}

/** The holidays that a count of working days steps over, besides its weekends. */
const passedOver = ({ unit }: Length, from: Day, to: Day, calendar: Calendar): Holiday[] =>
  unit === 'working-day' ? holidaysIn(calendar, from, to).filter(({ day }) => !calendar.isWeekend(day)) : []

const holidaysIn = (calendar: Calendar, from: Day, to: Day): Holiday[] =>
  Array.from({ length: to.year - from.year + 1 }, (_, at) => calendar.holidays(from.year + at))
    .flat()
    .filter(({ day }) => holdsOn(day, from, to))

const daysIn = (from: Day, to: Day): number => from.until(to).days + 1

const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0
