import type { Child } from 'hono/jsx'
import { number } from '#kit/numbers.ts'
import { Table } from '../table.tsx'
import { accent } from '../text.tsx'
import type { Seen } from '../words.ts'
import { Figure, NothingYet } from './figure.tsx'
import { LinePicture } from './line-picture.tsx'
import { type Lines, narrow, type Plot, periodsOf, plot, type Saying, wide } from './line-plot.ts'
import { lookOf, Marker } from './marks.tsx'
import { known, momentOf, type Period, type Point } from './period.ts'
import { courseSaid } from './saying.ts'
import { words } from './words.ts'

/**
 * The course of one or several figures. It breaks where a value is missing or something else was measured, says where
 * its scale does not begin at zero, and can be told apart without colours.
 */
export const LineChart = (
  props: Lines & {
    view: Seen
    caption: string
    unit?: string
    /** How a value is said, where number and unit are not enough: money. */
    says?: (value: number) => string
    chapter?: number
    /** What else must be known to read it. */
    notes?: readonly Child[]
  },
) => {
  const { view, caption, unit = '' } = props
  const w = words(view)
  const say: Saying = {
    value: props.says ?? ((value) => `${number(value, view.lang)}${unit}`),
    plain: (value) => number(value, view.lang),
    target: props.target?.label ?? w.target,
    broken: w.broken,
  }
  const large = plot(props, wide, say)
  const small = plot(props, narrow, say)
  if (!large || !small) return <NothingYet view={view} caption={caption} />
  const seen = `${caption}. ${seenIn(props, say, view)}`
  return (
    <Figure
      view={view}
      caption={caption}
      chapter={props.chapter}
      legend={props.series.length > 4 && <Legend series={props.series} />}
      wide={<LinePicture plot={large} label={seen} unit={unit} />}
      narrow={<LinePicture plot={small} label={seen} unit={unit} />}
      notes={[...notesOn(props, large, say, view), ...(props.notes ?? [])]}
      table={<Values {...props} say={say} />}
    />
  )
}

const Legend = ({ series }: Pick<Lines, 'series'>) => (
  <ul class="chart-legend">
    {series.map(({ name, chapter }, i) => {
      const look = lookOf(i, series.length, chapter)
      return (
        <li class={accent(look.chapter)}>
          <svg viewBox="0 0 40 12" class="chart-key" aria-hidden="true">
            <path class="line" d="M0 6H40" stroke-dasharray={look.dash} />
            <Marker look={look} x={20} y={6} />
          </svg>{' '}
          {name}
        </li>
      )
    })}
  </ul>
)

/** What is to be seen, a sentence for each line. */
function seenIn({ series, comparison, breaks = [], target }: Lines, say: Saying, view: Seen): string {
  return [
    ...[...series, ...(comparison ? [comparison] : [])].map((each) =>
      courseSaid(each, breaks, say.value, view),
    ),
    ...(target ? [words(view).aim(say.value(target.value), target.by.name)] : []),
  ].join(' ')
}

function notesOn(data: Lines, { values, breaks }: Plot, say: Saying, view: Seen): readonly Child[] {
  const w = words(view)
  const ticks = values.map(({ amount }) => amount)
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  const points = data.series.flatMap((each) => each.points)
  return [
    ...(low > 0 ? [w.notFromZero(say.value(low))] : []),
    ...(high < 0 ? [w.notToZero(say.value(high))] : []),
    ...breaks.map(({ label, means }) => `${breaks.length > 1 ? `${label.text}. ` : ''}${w.breaks(means)}`),
    ...(points.some((each) => each.provisional && each.value !== null) ? [w.hollow] : []),
    ...(data.series.some(hasGap) ? [w.gaps] : []),
  ]
}

const hasGap = ({ points }: { points: readonly Point[] }) =>
  known(points).length > 0 && known(points).length < points.length

const Values = (props: Lines & { view: Seen; caption: string; say: Saying }) => {
  const { view, say } = props
  const w = words(view)
  const all = [...props.series, ...(props.comparison ? [props.comparison] : [])]
  const column = (i: number) => `s${i}`
  const cells = (period: Period) =>
    all.map(({ points }, i) => {
      const point = points.find((each) => isSame(each.period, period))
      return [column(i), point && said(point, say, view)] as const
    })
  const aim = ({ name }: Period) =>
    [
      props.target?.from.name === name && props.target.start,
      props.target?.by.name === name && props.target.value,
    ]
      .filter((each) => typeof each === 'number')
      .map(say.value)
      .join(' ')
  return (
    <Table
      view={view}
      caption={props.caption}
      layout="scroll"
      columns={[
        { key: 'period', label: w.period },
        ...all.map(({ name }, i) => ({ key: column(i), label: name, kind: 'number' as const })),
        ...(props.target ? [{ key: 'target', label: say.target, kind: 'number' as const }] : []),
      ]}
      rows={periodsOf(props).map((period) => ({
        period: period.name,
        ...Object.fromEntries(cells(period)),
        target: aim(period),
      }))}
    />
  )
}

const isSame = (a: Period, b: Period) => a.name === b.name && momentOf(a) === momentOf(b)

function said({ value, provisional, note }: Point, say: Saying, view: Seen): string {
  const w = words(view)
  if (value === null) return note ?? w.noData
  const beside = [provisional && w.provisional, note].filter(Boolean).join(', ')
  return beside ? `${say.value(value)} (${beside})` : say.value(value)
}
