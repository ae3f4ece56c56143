import type { PublicForm } from '#kit/room.ts'
import { type Indicator, type SeriesOf, type Side, seriesKey, type Value } from './indicator.ts'
import { inTime } from './period.ts'

type Shown = Pick<Value, 'by' | 'period' | 'value' | 'status' | 'hidden'> & SeriesOf

/** An indicator as outsiders may compare it with the record: what it says and every figure that can be seen of it. */
export const formOf = (doc: Indicator, values: readonly Shown[]): PublicForm => ({
  ...doc,
  values: values
    .map((each) => ({ ...each, series: seriesKey(each) }))
    .toSorted((a, b) => inTime(a.period, b.period) || compare(a.by, b.by) || compare(a.series, b.series))
    .map(({ by, series, period, value, status, hidden }) => [
      by,
      series,
      period.name,
      value,
      status,
      ...(hidden ? [hidden] : []),
    ]),
})

const compare = (a: Side | string, b: Side | string): number => (a < b ? -1 : a > b ? 1 : 0)
