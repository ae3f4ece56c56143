import type { CommitteeNorm } from '#city/index.ts'
import type { NormInForce } from '#kit/city.ts'

/** The numbers a committee goes by on some day. */
export type Rules = Partial<Record<CommitteeNorm, NormInForce>>

const units: Record<string, 'days' | 'weeks' | 'months' | 'years'> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
}

/** The span a norm in days, weeks, months or years stands for. */
export function spanOf({ key, value, unit }: NormInForce): Temporal.DurationLike {
  const name = units[unit]
  if (!name)
    throw new Error(
      `The norm “${key}” is in ${unit}, where a committee needs a span of days, weeks, months or years.`,
    )
  return { [name]: Number(value) }
}
