import { day as dayText } from '#kit/dates.ts'
import { money } from '#kit/money.ts'
import { shareOf } from '#kit/share.ts'
import type { View } from '#kit/view.ts'
import { words } from './words.ts'

/** What a norm says, whichever of its versions is meant. */
export type Valued = {
  kind: string
  value?: number | string | undefined
  /** Whether it takes more than the value, as with a majority. */
  above: boolean
  unit: string
  /** What a share is a share of. */
  of?: string | undefined
}

type Reader = Pick<View, 'lang' | 'currency'>

/** A norm's value as people and ordinances say it: `20일`, `위촉 위원의 60% 이하`, `more than half of the members present`. */
export function valueText(view: Reader, norm: Valued): string {
  const w = words(view)
  const { value, unit, of } = norm
  const units: Record<string, (said: string) => string> = w.units
  const moments: Record<string, string> = w.moments
  if (value === undefined || value === '') return moments[unit] ?? w.noValue
  if (unit === 'share') return w.shareOf(shareText(view, norm), w.bases[of ?? ''])
  if (unit === 'money') return bounded(view, norm, money(Number(value), view.currency, view.lang))
  if (unit === 'date') return w.units.date(monthDay(view, String(value)))
  const said = units[unit]?.(Number(value).toLocaleString(view.lang)) ?? String(value)
  return counts.has(unit) ? bounded(view, norm, said) : said
}

/** A span is as long as it is; of things that are counted a norm says whether more or fewer will do. */
const counts = new Set([
  'person',
  'committee',
  'time',
  'time-a-year',
  'supporter',
  'participant',
  'commitment',
  'indicator',
])

function bounded(view: Reader, { kind, above }: Valued, said: string): string {
  const w = words(view).bounds
  if (above) return w.more(said)
  return kind === 'limit' ? w.most(said) : w.least(said)
}

function shareText(view: Reader, norm: Valued): string {
  const w = words(view)
  const { part, of } = shareOf(norm.value ?? '')
  if (norm.above && part * 2 === of) return w.majority
  const percent = (part / of) * 100
  return bounded(view, norm, of > 4 && Number.isInteger(percent) ? `${percent}%` : w.fraction(part, of))
}

const monthDay = (view: Reader, day: string) =>
  dayText(Temporal.PlainDate.from(`2024-${day}`), view.lang).replace(/\s*2024\.?\s*/, '')
