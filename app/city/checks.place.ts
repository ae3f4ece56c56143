import Holidays from 'date-holidays'
import type { Draft, Held, Report } from './draft.ts'
import type { CalendarFile } from './schema.ts'
import { nearest } from './spelling.ts'

/** Texts that every city owes its people, in each of its languages. */
const owedTexts = ['about', 'contact', 'accessibility', 'privacy', 'easy-read'] as const

/** Territories lie within territories without going round; calendar and money are of this world; texts are there. */
export function checkPlace({ records, profile, calendar, texts }: Draft, report: Report): void {
  const within = new Map(
    [...records.territories, ...records.districts].map(({ record }) => [record.key, record.within]),
  )
  for (const { record, where } of records.territories) {
    if (goesRound(within, record.key)) report(where, ['within'], 'circle', { found: record.within })
  }
  if (calendar) checkCalendar(calendar, report)
  if (!profile) return
  const { currency, languages } = profile.record
  const currencies = Intl.supportedValuesOf('currency')
  if (!currencies.includes(currency)) {
    report(profile.where, ['currency'], 'unknown-currency', {
      found: currency,
      near: nearest(currency, currencies),
    })
  }
  for (const { record, where } of texts) {
    if (languages.includes(record.lang)) continue
    report(where, [], 'unknown-language', {
      found: record.lang,
      list: languages,
      near: nearest(record.lang, languages),
    })
  }
  const there = new Set(texts.map(({ record }) => `${record.key}.${record.lang}`))
  for (const key of owedTexts) {
    for (const lang of languages) {
      if (there.has(`${key}.${lang}`)) continue
      report(profile.where, ['languages'], 'text-missing', {
        severity: 'warning',
        name: `texts/${key}.${lang}.md`,
      })
    }
  }
}

function checkCalendar({ record, where }: Held<CalendarFile>, report: Report): void {
  const library = new Holidays()
  const { country, region, days, substitutes } = record
  const regions = country ? library.getStates(country) : undefined
  if (country && !library.getCountries()[country])
    report(where, ['country'], 'unknown-country', { found: country })
  else if (region && !regions?.[region.split('.')[0] ?? '']) {
    report(where, ['region'], 'unknown-country', { found: region })
  }
  for (const { key, rule } of days) {
    if (!reads(rule)) report(where, ['days', key, 'rule'], 'holiday-rule', { found: rule })
  }
  const keys = days.map(({ key }) => key)
  for (const [at, each] of substitutes.entries()) {
    for (const [place, key] of each.for.entries()) {
      if (keys.includes(key)) continue
      report(where, ['substitutes', at, 'for', place], 'unknown-holiday', {
        found: key,
        near: nearest(key, keys),
      })
    }
  }
}

function reads(rule: string): boolean {
  try {
    return new Holidays({ timezone: 'UTC' }).setHoliday(rule, { name: { en: rule }, type: 'public' })
  } catch {
    return false
  }
}

/** Whether something stands under itself, by however many steps. */
export function goesRound(within: ReadonlyMap<string, string | undefined>, key: string): boolean {
  const seen = new Set<string>()
  let here: string | undefined = key
  while (here && !seen.has(here)) {
    seen.add(here)
    here = within.get(here)
  }
  return here === key
}
