import type { NormInForce } from './city.ts'
import type { Deadline, Extension, Length, Pause } from './deadline.ts'
import type { Day } from './time.ts'

/** The time limit that a norm sets from a day on, counted as civil law counts: the first day is left out. */
export const deadlineBy = (
  norm: NormInForce,
  start: Day,
  moved: { pauses?: readonly Pause[]; extensions?: readonly Extension[] } = {},
): Deadline => ({
  norm: { key: norm.key, provision: norm.provision, version: String(norm.from ?? '') },
  start,
  length: { value: Number(norm.value), unit: norm.unit as Length['unit'] },
  firstDayCounts: false,
  endsOnNonWorking: 'next-working-day',
  pauses: moved.pauses ?? [],
  extensions: moved.extensions ?? [],
})
