import { keptLately, madeOnce } from './made-once.ts'
import { type Day, type Instant, noonOf } from './time.ts'
import type { Lang } from './words.ts'

/** `2026. 11. 21.` · `21 November 2026` */
export const day = (each: Day, lang: Lang): string => daysSaid(lang)(noonOf(each))

/** How much of a date is known. */
export type Precision = 'day' | 'month' | 'year'

/** No more of a date than is known of it: `2018년 4월` · `April 2018`, `2018년` · `2018`. */
export function dayBy(each: Day, precision: Precision, lang: Lang): string {
  if (precision === 'day') return day(each, lang)
  return format(lang, { year: 'numeric', ...(precision === 'month' && { month: 'long' }) }).format(
    noonOf(each),
  )
}

/** `2026년 11월 21일 (토)` · `Sat 21 November 2026` */
export function dayInFull(each: Day, lang: Lang): string {
  const said = inFull(lang).format(noonOf(each))
  if (lang === 'ko') return said.replace(/ (\S)$/, ' ($1)')
  return lang === 'en' ? said.replace(',', '') : said
}

/** `2026. 9. 24. ~ 2026. 9. 26.` · `24 – 26 September 2026` */
export const days = (from: Day, to: Day, lang: Lang): string =>
  dayFormat(lang).formatRange(noonOf(from), noonOf(to))

/** `2026. 11. 21. 14:05` · `21 November 2026 at 14:05`, in the city's time. */
export const instant = (at: Instant, lang: Lang, timeZone: string): string =>
  instantFormat(lang, timeZone).format(at.epochMilliseconds)

/** `내일`, `3일 후` · `tomorrow`, `in 3 days`; in whole months or years when further away. */
export function relative(to: Day, today: Day, lang: Lang): string {
  const count = today.until(to).days
  if (Math.abs(count) < 60) return relativeFormat(lang, 'auto').format(count, 'day')
  const { months } = today.until(to, {
    largestUnit: 'month',
    smallestUnit: 'month',
    roundingMode: 'halfExpand',
  })
  if (Math.abs(months) < 24) return relativeFormat(lang, 'always').format(months, 'month')
  return relativeFormat(lang, 'always').format(Math.round(months / 12), 'year')
}

/** The `datetime` of a `<time>`: `2026-11-21T14:05:00+09:00`. That of a day is the day itself. */
export const datetime = (at: Instant, timeZone: string): string =>
  at.toString({ timeZone, smallestUnit: 'second' })

const localeOf = (lang: Lang): string => (lang === 'en' ? 'en-GB' : lang)

// Intl reads a number ten times faster than a Temporal object, and a list page writes dates on every row.
const format = madeOnce(
  (lang: Lang, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(lang), { timeZone: 'UTC', ...options }),
)

const dayFormat = (lang: Lang) => format(lang, { dateStyle: lang === 'ko' ? 'medium' : 'long' })

const daysSaid = madeOnce((lang: Lang) => {
  const format = dayFormat(lang)
  return keptLately((noon: number) => format.format(noon))
})

const inFull = (lang: Lang) =>
  format(lang, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })

const instantFormat = (lang: Lang, timeZone: string) =>
  lang === 'ko'
    ? format(lang, { ...numeric, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    : format(lang, { dateStyle: 'long', timeStyle: 'short', timeZone })

const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const

const relativeFormat = madeOnce(
  (lang: Lang, numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(localeOf(lang), { numeric }),
)
