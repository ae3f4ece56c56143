import Holidays from 'date-holidays'
import { type SubstituteRule, substitutesFor } from './calendar.substitutes.ts'
import { type Day, holdsOn } from './time.ts'
import type { Lang, Localized } from './words.ts'

export type { SubstituteRule } from './calendar.substitutes.ts'

export type HolidayKind = 'public' | 'bank' | 'optional' | 'school' | 'observance'

/** A holiday of the city's own table, or one it adds to or takes from its country's. */
export type OwnHoliday = {
  key: string
  /** In the grammar of date-holidays: `07-17`, `2026-06-03`, `korean 4-0-8`, `easter 39`. */
  rule: string
  name: Localized
  /** Days off before and after it. */
  before?: number | undefined
  after?: number | undefined
  from?: Day | undefined
  until?: Day | undefined
  /** Nobody could reckon with the holiday before this day. */
  declaredOn?: Day | undefined
  /** False makes a working day of what is a holiday in the country. */
  closes?: boolean | undefined
}

export type CalendarFacts = {
  /** 6 and 7 are Saturday and Sunday. */
  weekend: readonly number[]
  /** Whose holidays date-holidays is asked for; `region` as `BY` or `BY.A`. */
  country?: string | undefined
  region?: string | undefined
  /** Which of them close the city's offices; with none of them the city's own table is all there is. */
  kinds?: readonly HolidayKind[] | undefined
  days?: readonly OwnHoliday[] | undefined
  substitutes?: readonly SubstituteRule[] | undefined
}

export type Holiday = { day: Day; name: Localized; declaredOn?: Day | undefined }

export type Calendar = {
  isWorking(day: Day): boolean
  isWeekend(day: Day): boolean
  holidayOn(day: Day): Holiday | undefined
  /** In order, one for each day. */
  holidays(year: number): readonly Holiday[]
  /** When holidays were declared after the calendar had been settled. */
  declarations: readonly Day[]
  /** The calendar without the holidays that had not been declared by then. */
  knownOn(day: Day): Calendar
}

/** Which days are working days, from what the city's files say. @throws Error naming the rule or country that is not known. */
export function calendarOf(facts: CalendarFacts): Calendar {
  if (new Set(facts.weekend).size > 6) throw new Error('A week needs a working day')
  const own = facts.days ?? []
  const occurrencesIn = inEachYear([fromLibrary(facts), ...own.map(fromOwn)], own)
  const years = remembered((year: number) => yearOf(facts, occurrencesIn, year))
  const isWeekend = (day: Day) => facts.weekend.includes(day.dayOfWeek)
  const holidayOn = (day: Day) => years(day.year).get(day.toString())
  const declarations = [...new Set(own.flatMap((each) => each.declaredOn?.toString() ?? []))]
    .sort()
    .map((each) => Temporal.PlainDate.from(each))
  const known = remembered((count: number) => calendarOf(without(facts, declarations.slice(count))))
  return {
    isWeekend,
    holidayOn,
    isWorking: (day) => !isWeekend(day) && !holidayOn(day),
    holidays: (year) => [...years(year).values()],
    declarations,
    knownOn: (day) => known(declarations.filter((each) => holdsOn(day, each, undefined)).length),
  }
}

/** A holiday on one of its days, by the key of what it is. */
export type Occurrence = Holiday & { key: string }
type Source = (year: number) => Occurrence[]

const allInLibrary = new Holidays()

function fromLibrary({ country, region, kinds = ['public'] }: CalendarFacts): Source {
  if (!country || kinds.length === 0) return () => []
  const library = libraryFor(country, region)
  const languages: Lang[] = [...library.getLanguages()]
  return (year) => {
    const inEach = languages.map((lang) => library.getHolidays(year, lang))
    return (inEach[0] ?? []).flatMap((holiday, at) => {
      if (!kinds.includes(holiday.type)) return []
      const name = named(languages.map((lang, which) => [lang, inEach[which]?.[at]?.name ?? '']))
      return wholeDays(holiday).map((day) => ({ key: holiday.rule, day, name }))
    })
  }
}

function libraryFor(country: string, region = ''): Holidays {
  const [state = '', part = ''] = region.split('.')
  if (!allInLibrary.getCountries()[country]) throw new Error(`No holidays are known for country ${country}`)
  if (state && !allInLibrary.getStates(country)?.[state]) {
    throw new Error(`No holidays are known for region ${region} of ${country}`)
  }
  return new Holidays(country, state, part, { timezone: 'UTC' })
}

// Where the library has no name in a language it gives that of the first: better none, so that the reader's fallback is marked.
const named = (names: string[][]): Localized =>
  Object.fromEntries(names.filter(([, name], at) => at === 0 || name !== names[0]?.[1]))

function fromOwn({ rule, key, name, declaredOn, before = 0, after = 0, from, until }: OwnHoliday): Source {
  const library = new Holidays({ timezone: 'UTC' })
  if (!library.setHoliday(rule, { name: { en: key }, type: 'public' })) {
    throw new Error(`The rule of holiday ${key} cannot be read: ${rule}`)
  }
  return (year) =>
    library
      .getHolidays(year)
      .flatMap(wholeDays)
      .filter((day) => holdsOn(day, from, until))
      .flatMap((day) => span(day.subtract({ days: before }), before + 1 + after))
      .map((day) => ({ key, day, name, declaredOn }))
}

/** Every day that a holiday takes whole: one that begins at noon closes no office for the day. */
function wholeDays({ date, start, end }: { date: string; start: Date; end: Date }): Day[] {
  const length = Math.floor((end.getTime() - start.getTime()) / 86_400_000)
  return date.includes(' 00:00:00') ? span(Temporal.PlainDate.from(date.slice(0, 10)), length) : []
}

const span = (first: Day, length: number): Day[] => Array.from({ length }, (_, at) => first.add({ days: at }))

function inEachYear(sources: readonly Source[], own: readonly OwnHoliday[]): Source {
  const opened = new Set(own.filter((each) => each.closes === false).map((each) => each.key))
  return remembered((year) => {
    const all = sources.flatMap((source) => source(year))
    const working = new Set(all.filter((each) => opened.has(each.key)).map((each) => each.day.toString()))
    return all.filter((each) => !working.has(each.day.toString()))
  })
}

/** The holidays of a year by their day, with the substitutes, which may cross from the year before. */
function yearOf(facts: CalendarFacts, occurrencesIn: Source, year: number): Map<string, Holiday> {
  const around = [year - 1, year, year + 1].flatMap(occurrencesIn)
  const all = [...around, ...substitutesFor(facts, around)].filter(({ day }) => day.year === year)
  const byDay = Object.entries(Object.groupBy(all, ({ day }) => day.toString()))
  return new Map(byDay.sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, here]) => [day, together(here!)]))
}

/** Two holidays on one day are one day off with both names. */
function together([first, ...others]: Occurrence[]): Holiday {
  const { day, declaredOn } = first!
  const name = Object.entries(first!.name).map(([lang, said]) => [
    lang,
    [said, ...others.map((each) => each.name[lang] ?? said)].filter(once).join(' · '),
  ])
  return { day, name: Object.fromEntries(name), declaredOn }
}

const once = <T>(each: T, at: number, all: readonly T[]): boolean => all.indexOf(each) === at

const without = (facts: CalendarFacts, unknown: readonly Day[]): CalendarFacts => ({
  ...facts,
  days: facts.days?.filter((each) => !unknown.some((late) => each.declaredOn?.equals(late))),
})

function remembered<T>(make: (of: number) => T): (of: number) => T {
  const kept = new Map<number, T>()
  return (of) => {
    if (!kept.has(of)) kept.set(of, make(of))
    return kept.get(of)!
  }
}
