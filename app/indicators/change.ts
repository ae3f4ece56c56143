import { rounded } from './formula.ts'
import type { Definition, Indicator, Value } from './indicator.ts'
import { asLong, inTime } from './period.ts'

export const changes = [
  'worsened',
  'improved',
  'unchanged',
  'context',
  'not-comparable',
  'not-known',
] as const
export type ChangeClass = (typeof changes)[number]

/** What became of a figure between two periods; `by` is the difference in its own unit, never a percentage of it. */
export type ChangeOf = { is: ChangeClass; by: number | null }

export type Measured = Pick<Value, 'value' | 'period' | 'definition'>

/**
 * What became of a figure. Nothing is reckoned across a break of definition, between periods of different length, or
 * where nobody has documented which way is better.
 */
export function changeOf(
  {
    good,
    decimals,
    definitions,
  }: { definitions: readonly Pick<Definition, 'breaks'>[] } & Pick<Indicator, 'good' | 'decimals'>,
  now: Measured,
  before: Measured | undefined,
): ChangeOf {
  if (now.value === null || !before || before.value === null) return { is: 'not-known', by: null }
  if (isBroken(definitions, before.definition, now.definition) || !asLong(now.period, before.period))
    return { is: 'not-comparable', by: null }
  const by = difference(now.value, before.value, decimals)
  if (good === 'neither') return { is: 'context', by }
  if (good === undefined) return { is: 'not-known', by }
  if (by === 0) return { is: 'unchanged', by }
  return { is: by > 0 === (good === 'up') ? 'improved' : 'worsened', by }
}

/** Whether a definition between two others says that what comes before it cannot be compared. */
export const isBroken = (
  definitions: readonly Pick<Definition, 'breaks'>[],
  before: number,
  now: number,
): boolean =>
  definitions.some(({ breaks }, at) => breaks && at > Math.min(before, now) && at <= Math.max(before, now))

/** Of what is printed, so that nobody reads 4.2 → 4.2 as a change; without the dust that subtraction leaves. */
const difference = (now: number, before: number, decimals: number | undefined): number =>
  decimals === undefined
    ? Number((now - before).toPrecision(12))
    : rounded(rounded(now, decimals) - rounded(before, decimals), decimals)

/** The newest figure that began before another and is as long, or any where none is: it then says that they cannot be compared. */
export function previous<V extends Measured>(
  values: readonly V[],
  now: Pick<Measured, 'period'>,
): V | undefined {
  const earlier = values
    .filter((each) => each.value !== null && inTime(each.period, now.period) < 0)
    .toSorted((a, b) => inTime(b.period, a.period))
  return earlier.find((each) => asLong(each.period, now.period)) ?? earlier[0]
}

/** The newest figure that says something. */
export const newestOf = <V extends Measured>(values: readonly V[]): V | undefined =>
  values.filter((each) => each.value !== null).toSorted((a, b) => inTime(b.period, a.period))[0]
