import type { CalendarFacts } from '#kit/calendar.ts'
import type { CalendarFile, IsoDay } from './schema.ts'

/** The city's calendar as the reckoning of deadlines wants it. */
export function calendarFacts({
  weekend,
  country,
  region,
  kinds,
  days,
  substitutes,
}: CalendarFile): CalendarFacts {
  const dated = <T extends { from?: IsoDay | undefined; until?: IsoDay | undefined }>(each: T) => ({
    ...each,
    from: dayOf(each.from),
    until: dayOf(each.until),
  })
  return {
    weekend,
    country,
    region,
    kinds,
    days: days.map((each) => ({ ...dated(each), declaredOn: dayOf(each.declaredOn) })),
    substitutes: substitutes.map(dated),
  }
}

const dayOf = (said: IsoDay | undefined) => (said ? Temporal.PlainDate.from(said) : undefined)
