import type { CalendarFacts, Occurrence } from './calendar.ts'
import { type Day, holdsOn } from './time.ts'
import type { Localized } from './words.ts'

/** When a holiday of the city's own table is made up for on the next working day. */
export type SubstituteRule = {
  for: readonly string[]
  /** 1 is Monday, 7 is Sunday. */
  onWeekdays: readonly number[]
  /** Also when it falls together with another holiday on a day that is not of the weekend. */
  orOverlap: boolean
  from?: Day | undefined
  until?: Day | undefined
  /** `{holiday}` stands for what is made up for. */
  name: Localized
}

/** The days off that make up for those which fell on a weekend or together, no two of them on one day. */
export function substitutesFor(
  { weekend, substitutes = [] }: CalendarFacts,
  around: Occurrence[],
): Occurrence[] {
  const taken = new Set(around.map(({ day }) => day.toString()))
  const isFree = (day: Day) => !weekend.includes(day.dayOfWeek) && !taken.has(day.toString())
  const byDay = Object.entries(Object.groupBy(around, ({ day }) => day.toString()))
  return byDay
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, here]) => madeUpFor(here!, weekend, substitutes))
    .map(({ holiday, rule }) => {
      let day = holiday.day.add({ days: 1 })
      while (!isFree(day)) day = day.add({ days: 1 })
      taken.add(day.toString())
      return { key: holiday.key, day, name: substituteName(rule, holiday), declaredOn: holiday.declaredOn }
    })
}

type MadeUp = { holiday: Occurrence; rule: SubstituteRule }

/** Each holiday on a weekday of its rule is made up for; those that only fall together are so once. */
function madeUpFor(
  here: Occurrence[],
  weekend: readonly number[],
  rules: readonly SubstituteRule[],
): MadeUp[] {
  const ruled = here.flatMap((holiday) => {
    const rule = rules.find(
      (each) => each.for.includes(holiday.key) && holdsOn(holiday.day, each.from, each.until),
    )
    return rule ? [{ holiday, rule }] : []
  })
  const onWeekday = ruled.filter(({ holiday, rule }) => rule.onWeekdays.includes(holiday.day.dayOfWeek))
  const overlaps = here.length > 1 && !weekend.includes(here[0]!.day.dayOfWeek)
  if (onWeekday.length > 0 || !overlaps) return onWeekday
  return ruled.filter(({ rule }) => rule.orOverlap).slice(0, 1)
}

const substituteName = (rule: SubstituteRule, holiday: Occurrence): Localized =>
  Object.fromEntries(
    Object.entries(rule.name).map(([lang, said]) => [
      lang,
      said.replace('{holiday}', holiday.name[lang] ?? Object.values(holiday.name)[0] ?? ''),
    ]),
  )
