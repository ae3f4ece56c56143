import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import type { Direction } from '#ui/charts/gap.ts'
import type { Lines, Target } from '#ui/charts/line-plot.ts'
import type { Break, Point } from '#ui/charts/period.ts'
import type { Indicator, Value } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { marksOf, valueSaid } from './parts.tsx'
import { periodOf } from './period.ts'

/** Figures as pictures take them: where one is missing or hidden the line breaks, and the table says why. */
export const pointsOf = (view: View, values: readonly Value[]): Point[] =>
  values.map((each) => {
    const note = marksOf(view, { ...each, status: each.status === 'provisional' ? 'normal' : each.status })
    return {
      period: each.period,
      value: each.value,
      provisional: each.status === 'provisional',
      ...(note && { note }),
    }
  })

/** Where the line breaks because something else was measured from there on. */
export const breaksOf = (view: View, { definitions }: Pick<Indicator, 'definitions'>): Break[] =>
  definitions.flatMap(({ breaks, from, text }, at) =>
    breaks && at > 0 ? [{ at: periodOf(from).from, label: plain(text, view) }] : [],
  )

export const directionOf = ({ good }: Pick<Indicator, 'good'>): Direction =>
  good === 'up' || good === 'down' ? good : 'context'

export const aimOf = ({ goal }: IndicatorLine): Target | undefined =>
  goal && { from: goal.goal.from, start: goal.goal.start, by: goal.goal.by, value: goal.goal.value }

/** How pictures say a figure of an indicator. */
export const sayIn =
  (view: View, doc: Indicator) =>
  (value: number): string =>
    valueSaid(view, doc, value)

/** The course for everybody, with what somebody else observed beside it. */
export function linesOf(
  view: View,
  line: IndicatorLine,
  second: readonly Value[],
  names: [string, string],
): Lines {
  const target = aimOf(line)
  return {
    series: [{ name: names[0], points: pointsOf(view, line.course) }],
    ...(second.length > 0 && { comparison: { name: names[1], points: pointsOf(view, second) } }),
    ...(target && { target }),
    breaks: breaksOf(view, line.doc),
  }
}
