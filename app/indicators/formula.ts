import { Refusal } from '#kit/refusal.ts'
import type { Definition } from './indicator.ts'

/** What goes into a formula; nothing where a part is not known. */
export type Parts = { numerator: number | null; denominator: number | null }

export type Reckoned = { value: number | null; status: 'normal' | 'estimate' | 'missing' }

const missing: Reckoned = { value: null, status: 'missing' }

/**
 * The value that a definition makes of its parts.
 *
 * Where a part is missing there is none, or the rule that the definition states is followed: a missing count stands
 * for zero, or the last value known is carried on, which is said of it.
 *
 * @throws Refusal where it would divide by zero.
 */
export function reckon(
  { denominator: divides, times = 1, missing: rule }: Pick<Definition, 'denominator' | 'times' | 'missing'>,
  { numerator, denominator }: Parts,
  { decimals, before = null }: { decimals?: number | undefined; before?: number | null } = {},
): Reckoned {
  const above = numerator ?? (rule === 'as-zero' ? 0 : null)
  const below = divides ? denominator : 1
  if (above === null || below === null)
    return rule === 'carried' && before !== null ? { value: before, status: 'estimate' } : missing
  if (below === 0) throw new Refusal('indicators.denominator-zero', {}, 'denominator')
  if (below < 0) throw new Refusal('indicators.denominator-negative', {}, 'denominator')
  return { value: rounded((above / below) * times, decimals), status: 'normal' }
}

/** Half is rounded away from zero, of the number as it is written and not as a machine keeps it: 1.005 to 1.01. */
export function rounded(value: number, decimals: number | undefined): number {
  if (decimals === undefined || !Number.isFinite(value)) return value
  const size = shifted(Math.round(shifted(Number(Math.abs(value).toPrecision(15)), decimals)), -decimals)
  return value < 0 && size !== 0 ? -size : size
}

/** The decimal point moved. */
function shifted(value: number, by: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + by}`)
}
