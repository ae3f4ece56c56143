import { calendarOf } from '#kit/calendar.ts'
import type { CityFacts } from '#kit/city.ts'
import { calendarFacts } from './calendar-facts.ts'
import { normAt } from './norms.ts'
import type { CityFiles } from './schema.ts'

/** What the house asks of a city again and again, ready to be asked. */
export function factsOf(files: CityFiles): CityFacts {
  const { profile } = files
  const sources = new Map(files.sources.map((each) => [each.key, each]))
  const kinds = new Map(files.norms.map((each) => [each.key, each.kind]))
  return {
    key: profile.key,
    name: profile.name,
    languages: profile.languages,
    timeZone: profile.timeZone,
    currency: profile.currency,
    colours: profile.chapterColours,
    calendar: calendarOf(calendarFacts(files.calendar)),
    source: (key) => sources.get(key),
    subjects: { topics: [], groups: [], articles: [] },
    norm(key, on) {
      const {
        value = '',
        above,
        unit,
        of,
        window,
        extension,
        provision = '',
        from,
        until,
      } = normAt(files.norms, key, on, profile.territory)
      return {
        key,
        kind: kinds.get(key) ?? '',
        value,
        above,
        unit,
        ...(of && { of }),
        ...(window && { window }),
        ...(extension && { extension }),
        provision,
        from: Temporal.PlainDate.from(from),
        to: until ? Temporal.PlainDate.from(until) : null,
      }
    },
  }
}
