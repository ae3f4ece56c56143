import Holidays from 'date-holidays'
import type { Draft, Report } from './draft.ts'
import { nearest } from './spelling.ts'

/** Texts that every city owes its people, in each of its languages. */
export const owedTexts = ['about', 'contact', 'accessibility', 'privacy', 'easy-read'] as const

/** Territories lie within territories without going round; calendar and money are of this world; texts are there. */
export function checkPlace({ records, profile, calendar, texts }: Draft, report: Report): void {
  const within = new Map(
    [...records.territories, ...records.districts].map(({ record }) => [record.key, record.within]),
  )
  for (const { record, where } of records.territories) {
    if (goesRound(within, record.key)) report(where, ['within'], 'circle', { found: record.within })
  }
  if (calendar) {
    const countries = Object.keys(new Holidays().getCountries())
    const { country, region } = calendar.record
    if (!countries.includes(country))
      report(calendar.where, ['country'], 'unknown-country', { found: country })
    else if (region && !Object.keys(new Holidays().getStates(country) ?? {}).includes(region)) {
      report(calendar.where, ['region'], 'unknown-country', { found: region })
    }
  }
  if (!profile) return
  const { currency, languages } = profile.record
  const currencies = Intl.supportedValuesOf('currency')
  if (!currencies.includes(currency)) {
    const near = nearest(currency, currencies)
    report(profile.where, ['currency'], 'unknown-currency', { found: currency, ...(near && { near }) })
  }
  for (const { record, where } of texts) {
    if (languages.includes(record.lang)) continue
    const near = nearest(record.lang, languages)
    report(where, [], 'unknown-language', { found: record.lang, list: languages, ...(near && { near }) })
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

function goesRound(within: Map<string, string | undefined>, key: string): boolean {
  const seen = new Set<string>()
  let here: string | undefined = key
  while (here && !seen.has(here)) {
    seen.add(here)
    here = within.get(here)
  }
  return here === key
}
