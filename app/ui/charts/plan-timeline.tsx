import { day, dayBy, days, type Precision } from '#kit/dates.ts'
import { type Day, noonOf } from '#kit/time.ts'
import type { Seen } from '../words.ts'
import { NothingYet } from './figure.tsx'
import { Marker } from './marks.tsx'
import { At, type AxisMark, Bar, type Fill, Key, Tracks, trackOf } from './tracks.tsx'
import { words } from './words.ts'

/** How each state is drawn; its word stands beside it. */
const states = {
  planned: { fill: 'hollow', tone: 'edge' },
  running: { fill: 'core', tone: 'plain' },
  amber: { fill: 'sparse', tone: 'wait' },
  red: { fill: 'dense', tone: 'bad' },
  done: { fill: 'solid', tone: 'good' },
  dropped: { fill: 'dots', tone: 'edge' },
} as const satisfies Record<string, { fill: Fill; tone: string }>

export type PlanState = keyof typeof states

export type Planned = {
  name: string
  href?: string
  /** The heading under which it stands: an area, a department. */
  group?: string
  from: Day
  /** Nothing where no end is foreseen. */
  until: Day | null
  state: PlanState
  /** What the state is called here, if not by its usual word. */
  says?: string
  milestones?: readonly { day: Day; label: string; done: boolean }[]
}

/** A plan along the years, with what is to happen when and how it stands. */
export const PlanTimeline = (props: {
  view: Seen
  caption: string
  /** What the rows are. */
  name: string
  things: readonly Planned[]
  today: Day
  chapter?: number
}) => {
  const { view, caption, things, today } = props
  const w = words(view)
  if (things.length === 0) return <NothingYet view={view} caption={caption} />
  const span = spanOf(things, today)
  const percent = trackOf([noonOf(span.from), noonOf(span.until)])
  const at = (each: Day) => percent(noonOf(each))
  const inside =
    Temporal.PlainDate.compare(span.from, today) <= 0 && Temporal.PlainDate.compare(today, span.until) <= 0
  const groups = [...new Set(things.map(({ group }) => group))]
  return (
    <Tracks
      caption={caption}
      chapter={props.chapter}
      name={props.name}
      legend={<Legend view={view} things={things} />}
      columns={[{ label: w.standing }]}
      axis={marksOf(span, view).map((each) => ({ ...each, at: at(each.day) }))}
      line={inside ? { at: at(today), label: w.today(day(today, view.lang)) } : undefined}
      groups={groups.map((group) => ({
        title: group,
        rows: things
          .filter((each) => each.group === group)
          .map((each) => ({
            name: each.name,
            href: each.href,
            drawn: <Drawn thing={each} at={at} end={span.until} />,
            cells: [<Standing view={view} thing={each} />],
          })),
      }))}
    />
  )
}

const Legend = ({ view, things }: { view: Seen; things: readonly Planned[] }) => (
  <ul class="chart-legend">
    {(Object.keys(states) as PlanState[])
      .filter((state) => things.some((each) => each.state === state))
      .map((state) => (
        <Key {...states[state]}>{words(view).states[state]}</Key>
      ))}
  </ul>
)

const Drawn = (props: { thing: Planned; at: (day: Day) => number; end: Day }) => {
  const { from, until, state, milestones = [] } = props.thing
  return (
    <>
      <Bar from={props.at(from)} to={until ? props.at(until) : 100} {...states[state]} />
      {milestones.map(({ day, done }) => (
        <At at={props.at(day)} kind="milestone">
          <Marker look={{ marker: 'diamond' }} x={0} y={0} size={6} hollow={!done} />
        </At>
      ))}
    </>
  )
}

const Standing = ({ view, thing }: { view: Seen; thing: Planned }) => {
  const { from, until, state, says, milestones = [] } = thing
  const w = words(view)
  return (
    <>
      <strong>{says ?? w.states[state]}</strong>
      <br />
      {until ? spanSaid({ from, until }, view) : w.since(day(from, view.lang))}
      {milestones.length > 0 && (
        <ul class="bare">
          {milestones.map((each) => (
            <li>
              <span aria-hidden="true">{each.done ? '◆' : '◇'}</span> {day(each.day, view.lang)} {each.label}
              {each.done && ` (${w.states.done})`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Span = { from: Day; until: Day }

/** Whole years and whole months are said as such. */
function spanSaid({ from, until }: Span, view: Seen): string {
  const next = until.add({ days: 1 })
  if (from.day !== 1 || next.day !== 1) return days(from, until, view.lang)
  const precision: Precision = from.month === 1 && next.month === 1 ? 'year' : 'month'
  const [first, last] = [dayBy(from, precision, view.lang), dayBy(until, precision, view.lang)]
  return first === last ? first : words(view).span(first, last)
}

/** From the first day to the last; what has no end lasts at least until today. */
function spanOf(things: readonly Planned[], today: Day): Span {
  const all = things.flatMap(({ from, until, milestones = [] }) => [
    from,
    until ?? today,
    ...milestones.map((each) => each.day),
  ])
  const sorted = all.sort(Temporal.PlainDate.compare)
  return { from: sorted[0]!, until: sorted.at(-1)! }
}

/** The beginnings of years, or of months where the plan is short; never more names than a phone has room for. */
function marksOf({ from, until }: Span, view: Seen): readonly (Omit<AxisMark, 'at'> & { day: Day })[] {
  const months = from.until(until, { largestUnit: 'month' }).months
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((each) => months / each <= 4.5) ?? 600
  const start = from.with({ month: 1, day: 1 })
  const count = Math.ceil(start.until(until, { largestUnit: 'month' }).months / step) + 1
  return Array.from({ length: count }, (_, i) => start.add({ months: i * step }))
    .filter(
      (each) => Temporal.PlainDate.compare(each, from) >= 0 && Temporal.PlainDate.compare(each, until) <= 0,
    )
    .map((each) => ({ day: each, label: dayBy(each, step < 12 ? 'month' : 'year', view.lang) }))
}
