import { Refusal } from '#kit/refusal.ts'
import { type Day, daysBetween } from '#kit/time.ts'

/** A stretch of time that a value is of, by the name its source gave it: `2018`, `2018/19`, `2007/08 to 2008/09`. */
export type Period = { name: string; from: Day; until: Day }

/** How often values come. */
export type Frequency = 'year' | 'half' | 'quarter' | 'month'

/** Months that one period of a frequency lasts. */
const lasts: Record<Frequency, number> = { year: 12, half: 6, quarter: 3, month: 1 }

/** A year written with two numbers begins in April, as in the statistics that write it so. */
const splitYearBegins = 4

/** The period of a name. @throws Refusal where it says no stretch of time. */
export function periodOf(name: string, field = 'period'): Period {
  const said = name.trim()
  const [first, last, ...more] = said.split(/ to | - |–|—/)
  const ends = last === undefined ? yearsIn(said) : more.length === 0 ? [first!, last] : undefined
  const [from, until] = (ends ?? [said]).map((each) => one(each.trim()))
  const whole = until ? from && { from: from.from, until: until.until } : from
  if (!whole || daysBetween(whole.from, whole.until) < 0)
    throw new Refusal('indicators.not-a-period', { period: said.slice(0, 40) }, field)
  return { name: said, ...whole }
}

/** `2004-2006`, which no month is written as. */
const yearsIn = (said: string): [string, string] | undefined =>
  /^\d{4}-\d{4}$/.test(said) ? [said.slice(0, 4), said.slice(5)] : undefined

type Stretch = { from: Day; until: Day }

function one(said: string): Stretch | undefined {
  const [, year, rest = ''] = /^(\d{4})(.*)$/.exec(said) ?? []
  if (!year || year < '1000') return undefined
  const begins = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 })
  if (rest === '') return months(begins, 12)
  if (/^\/\d{2}(\d{2})?$/.test(rest)) {
    const next = String(Number(year) + 1)
    return next.endsWith(rest.slice(1)) ? months(begins.with({ month: splitYearBegins }), 12) : undefined
  }
  const [, kind = 'M', no = ''] = /^[- ]?([QHS])([1-4])$/.exec(rest) ?? /^-(M?)(\d{2})$/.exec(rest) ?? []
  const length = kind === 'Q' ? 3 : kind === 'H' || kind === 'S' ? 6 : 1
  const month = (Number(no) - 1) * length + 1
  return no !== '' && month >= 1 && month <= 12 ? months(begins.with({ month }), length) : undefined
}

const months = (from: Day, count: number): Stretch => ({
  from,
  until: from.add({ months: count }).subtract({ days: 1 }),
})

/** The period that comes after one, named as years, quarters and months are. */
export function periodAfter({ name, until }: Period, frequency: Frequency): Period {
  const { from, until: ends } = months(until.add({ days: 1 }), lasts[frequency])
  return { name: nameOf(from, frequency, name.includes('/')), from, until: ends }
}

function nameOf({ year, month }: Day, frequency: Frequency, split: boolean): string {
  const no = (length: number) => Math.floor((month - 1) / length) + 1
  switch (frequency) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${no(3)}`
    case 'half':
      return `${year}-H${no(6)}`
    default:
      return split || month !== 1 ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year)
  }
}

/** Whether two stretches last as long as each other, give or take the days by which months differ. */
export const asLong = (a: Stretch, b: Stretch): boolean =>
  Math.abs(daysBetween(a.from, a.until) - daysBetween(b.from, b.until)) <= monthsDiffer

/** By how many days two months may differ; the database compares by the same. */
export const monthsDiffer = 3

/** By which periods stand in a line: the earlier beginning first. */
export const inTime = (a: Stretch, b: Stretch): number =>
  Temporal.PlainDate.compare(a.from, b.from) || Temporal.PlainDate.compare(a.until, b.until)
