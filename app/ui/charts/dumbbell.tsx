import type { Child } from 'hono/jsx'
import { number } from '#kit/numbers.ts'
import type { Seen } from '../words.ts'
import { NothingYet } from './figure.tsx'
import { type Direction, gapOf, gapSaid, urgency, verdictOn } from './gap.ts'
import { Marker } from './marks.tsx'
import { ticksFor } from './scale.ts'
import { At, haveRoom, Tracks, trackOf } from './tracks.tsx'
import { words } from './words.ts'

export type Pair = {
  name: string
  href?: string
  /** Earlier, or of the whole. */
  from: number | null
  /** Later, or of the group. */
  to: number | null
  /** Why a value is missing. */
  note?: string
}

type Compared = {
  view: Seen
  caption: string
  pairs: readonly Pair[]
  /** What the rows are called, and what the two values. */
  labels: { name: string; from: string; to: string }
  direction: Direction
  /** Whether a group is compared with itself or with the whole. */
  compared?: 'over-time' | 'with-whole'
  unit?: string
  says?: (value: number) => string
  chapter?: number
}

/** Two values of each group and how far they are apart, the worst first. */
export const Dumbbell = (props: Compared) => {
  const { view, caption, labels, unit = '' } = props
  const values = props.pairs.flatMap(({ from, to }) => [from, to]).filter((each) => each !== null)
  if (values.length === 0) return <NothingYet view={view} caption={caption} />
  const w = words(view)
  const say = props.says ?? ((value: number) => `${number(value, view.lang)}${unit}`)
  const ticks = ticksFor(values, 4, 1 / 4)
  const axis = haveRoom(ticks.map(say)) ? say : (value: number) => number(value, view.lang)
  const at = trackOf([ticks[0]!, ticks.at(-1)!])
  const cell = (value: number | null, note: string | undefined) =>
    value === null ? (note ? '–' : w.noData) : say(value)
  return (
    <Tracks
      caption={caption}
      chapter={props.chapter}
      legend={<Legend {...labels} />}
      name={labels.name}
      columns={[
        { label: labels.from, kind: 'number' },
        { label: labels.to, kind: 'number' },
        { label: w.gap, kind: 'number' },
      ]}
      axis={ticks.map((each) => ({ at: at(each), label: axis(each) }))}
      groups={[
        {
          rows: inOrder(props).map((pair) => ({
            name: pair.name,
            href: pair.href,
            drawn: <Drawn pair={pair} at={at} />,
            cells: [cell(pair.from, pair.note), cell(pair.to, pair.note), gapCell(pair, say, props)],
          })),
        },
      ]}
      notes={ticks[0]! > 0 ? [w.notFromZero(say(ticks[0]!))] : []}
    />
  )
}

const Legend = ({ from, to }: { from: string; to: string }) => (
  <ul class="chart-legend">
    {[from, to].map((label, i) => (
      <li>
        <svg viewBox="-8 -8 16 16" class="chart-dot" aria-hidden="true">
          <Marker look={{ marker: 'circle' }} x={0} y={0} size={5.5} hollow={i === 0} />
        </svg>{' '}
        {label}
      </li>
    ))}
  </ul>
)

const Drawn = ({ pair: { from, to }, at }: { pair: Pair; at: (value: number) => number }) => (
  <>
    {from !== null && to !== null && <line class="span" x1={`${at(from)}%`} x2={`${at(to)}%`} />}
    {from !== null && (
      <At at={at(from)}>
        <Marker look={{ marker: 'circle' }} x={0} y={0} size={5.5} hollow />
      </At>
    )}
    {to !== null && (
      <At at={at(to)}>
        <Marker look={{ marker: 'circle' }} x={0} y={0} size={5.5} />
      </At>
    )}
  </>
)

function gapCell({ from, to, note }: Pair, say: (value: number) => string, props: Compared): Child {
  if (from === null || to === null) return note
  const gap = gapOf(from, to)
  const verdict = verdictOn(gap, props.direction)
  return (
    <span class="gap">
      {gap !== 0 && gapSaid(gap, say, props.view)}
      {verdict !== 'context' && (
        <>
          {' '}
          <span class={`verdict ${verdict}`}>
            {words(props.view).verdicts[props.compared ?? 'over-time'][verdict]}
          </span>
        </>
      )}
    </span>
  )
}

/** What is not known of both stands last. */
function inOrder({ pairs, direction }: Compared): readonly Pair[] {
  const of = ({ from, to }: Pair) =>
    from === null || to === null ? Number.NEGATIVE_INFINITY : urgency(gapOf(from, to), direction)
  return pairs.toSorted((a, b) => (of(a) === of(b) ? 0 : of(b) - of(a)))
}
