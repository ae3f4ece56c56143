import { keptLately, madeOnce } from './made-once.ts'

export type Instant = Temporal.Instant
export type Day = Temporal.PlainDate
export type Clock = { now(): Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/**
 * The calendar day in the city at a moment. A page asks for dozens, most of them in the same few days, and to ask the
 * zone costs more than anything else on a row; since 1973 no zone has had a midnight between two quarters of an hour.
 */
export function dayAt(at: Instant, timeZone: string): Day {
  const quarter = Math.floor(at.epochMilliseconds / 900_000)
  return quarter < quarterOf1973 ? askedDayAt(at, timeZone) : daysIn(timeZone)(quarter)
}

const quarterOf1973 = Date.UTC(1973) / 900_000
const askedDayAt = (at: Instant, timeZone: string) => at.toZonedDateTimeISO(timeZone).toPlainDate()
const daysIn = madeOnce((timeZone: string) =>
  keptLately((quarter: number) =>
    askedDayAt(Temporal.Instant.fromEpochMilliseconds(quarter * 900_000), timeZone),
  ),
)

/** The moment a day begins in the city. */
export const startOf = (day: Day, timeZone: string): Instant => day.toZonedDateTime(timeZone).toInstant()

export function isBefore(a: Instant, b: Instant): boolean {
  // Numbers are ten times faster than Temporal's comparison, which only a tie needs.
  const [one, other] = [a.epochMilliseconds, b.epochMilliseconds]
  return one === other ? Temporal.Instant.compare(a, b) < 0 : one < other
}

/** Whole days from one day to another, negative where it lies before. */
export const daysBetween = (from: Day, to: Day): number => (noonOf(to) - noonOf(from)) / 86_400_000

/** Noon of a day where no clock is ever turned: the day itself for whatever counts milliseconds. */
export const noonOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day, 12)

/** For libraries that know no other. */
export const dateOf = (at: Instant): Date => new Date(at.epochMilliseconds)

/** True from the first day (or always) to the last day (or for ever), both included. */
export function holdsOn(day: Day, from: Day | null | undefined, to: Day | null | undefined): boolean {
  return (
    (!from || Temporal.PlainDate.compare(from, day) <= 0) && (!to || Temporal.PlainDate.compare(day, to) <= 0)
  )
}
