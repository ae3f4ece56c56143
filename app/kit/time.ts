export type Instant = Temporal.Instant
export type Day = Temporal.PlainDate
export type Clock = { now(): Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** The calendar day in the city at a moment. */
export const dayAt = (at: Instant, timeZone: string): Day => at.toZonedDateTimeISO(timeZone).toPlainDate()

/** The moment a day begins in the city. */
export const startOf = (day: Day, timeZone: string): Instant => day.toZonedDateTime(timeZone).toInstant()

export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0

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
