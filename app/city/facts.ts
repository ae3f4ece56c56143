import { calendarOf } from '#kit/calendar.ts'
import type { CityFacts } from '#kit/city.ts'
import type { Ref } from '#kit/ref.ts'
import type { Subjects } from '#kit/subjects.ts'
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
    subjects: subjectsOf(files),
    ...(files.procedures && {
      procedures: { ...files.procedures, petitions: inTurn(files.procedures.petitions) },
    }),
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

const inTurn = <T extends { order?: number | undefined }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity))

function subjectsOf({ subjects }: CityFiles): Subjects {
  if (!subjects) return { topics: [], groups: [], articles: [] }
  return {
    topics: inTurn(subjects.topics).map((topic) => ({ ...topic, articles: topic.articles as Ref[] })),
    groups: inTurn(subjects.groups),
    articles: subjects.articles.map(({ about, words }) => ({ about: about as Ref, words })),
  }
}
