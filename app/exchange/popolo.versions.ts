import type { Facts } from '#kit/refusal.ts'
import type { Localized } from '#kit/words.ts'
import { dayAfter, dayBefore, firstDay, lastDay, type Since } from './popolo.dates.ts'
import type { Organization } from './popolo.shapes.ts'
import type { Taking } from './popolo.ts'

export type Version = Since & { until?: string; name: Localized; parent?: string }

type Say = (code: 'since' | 'date' | 'left-out', facts: Facts) => void
type Dated = { name: string; since?: Since | undefined; until?: string | undefined }

/** What a body was called, one version after the other: Popolo dates names, and only names. */
export function versionsOf(
  organization: Organization & { name: string },
  { lang, languages, since }: Pick<Taking, 'lang' | 'languages' | 'since'>,
  say: Say,
): Version[] {
  const { name, founding_date, dissolution_date } = organization
  const first = (date: string | null | undefined) => read(date, firstDay, say)
  const last = (date: string | null | undefined) => read(date, lastDay, say)

  const others = organization.other_names ?? []
  const dated: Dated[] = others
    .filter((each) => each.start_date || each.end_date)
    .map((each) => ({ name: each.name, since: first(each.start_date), until: last(each.end_date) }))
    .sort((a, b) => compare(a.since?.from ?? '', b.since?.from ?? ''))
  const translations = others
    .filter((each) => !each.start_date && !each.end_date)
    .map((each) => [each.lang ?? each.note ?? '', each.name] as const)
  const strange = translations.filter(([language]) => language === lang || !languages.includes(language))
  if (strange.length > 0) say('left-out', { fields: strange.map(([, other]) => other).join(', ') })

  const latest = dated.at(-1)
  if (latest?.name !== name)
    dated.push({ name, since: latest?.until ? { from: dayAfter(latest.until) } : undefined })
  const founded = first(founding_date)
  if (!dated[0]!.since && !founded) say('since', { since })
  dated[0]!.since ??= founded ?? { from: since }
  const ended = last(dissolution_date) ?? dated.at(-1)!.until

  const home = languages[0]!
  const known = Object.fromEntries(translations.filter((each) => !strange.includes(each)))
  return dated.map((each, at) => {
    const next = dated[at + 1]
    const until = next ? gapAfter(each.until, next.since?.from) : ended
    const isNow = at === dated.length - 1
    return {
      ...(each.since ?? { from: since }),
      ...(until && { until }),
      name: { [home]: each.name, [lang]: each.name, ...(isNow && known) },
    }
  })
}

/** A version lasts until the next begins, so its last day is worth a word only where there is a time between. */
const gapAfter = (until: string | undefined, next: string | undefined): string | undefined =>
  until && next && until < dayBefore(next) ? until : undefined

function read<T>(
  date: string | null | undefined,
  reading: (said: string) => T | undefined,
  say: Say,
): T | undefined {
  const day = date ? reading(date) : undefined
  if (date && !day) say('date', { date })
  return day
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
