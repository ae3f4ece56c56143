import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import type { Finding } from './commitment.ts'
import { type Drawing, type Drawn, draw } from './drawing.ts'
import type { Milestone, Step } from './step.ts'
import { words } from './words.ts'

const bar = 44

/** The life of a promise from its first day to its last, as wide as the page, in lines that paper takes too. */
export const Life = (props: {
  view: View
  it: Drawn
  milestones: readonly Milestone[]
  steps: readonly Step[]
}) => {
  const { view, it } = props
  const w = words(view).drawing
  const drawing = draw(it, props.milestones, props.steps, view.at, view.timeZone)
  return (
    <figure>
      <svg width="100%" height="112" role="img" aria-label={w.label} font-size="13">
        <line x1="1%" x2="99%" y1={bar} y2={bar} stroke="var(--line)" stroke-width="2" />
        <Bar drawing={drawing} />
        <Moved drawing={drawing} />
        <Heard drawing={drawing} />
        <Milestones drawing={drawing} />
        <Ends drawing={drawing} />
        <Today drawing={drawing} label={w.today} />
        <Labels
          drawing={drawing}
          starts={w.starts(dayText(it.startsOn, view.lang))}
          due={w.due(dayText(it.dueOn, view.lang))}
        />
      </svg>
      <Legend view={view} drawing={drawing} />
    </figure>
  )
}

/** What the signs mean, of those that are there. */
const Legend = ({ view, drawing }: { view: View; drawing: Drawing }) => {
  const w = words(view).drawing
  const { heard, moved, over, done, stopped, check } = drawing
  const signs = [
    heard.some(({ is }) => is === 'report') && w.signs.report,
    heard.some(({ is }) => is === 'change') && w.signs.change,
    moved && w.signs.moved,
    over && w.signs.over,
    done !== undefined && w.signs.done,
    stopped !== undefined && w.signs.stopped,
    check && w.signs.check,
  ].filter((each) => each !== false && each !== undefined)
  return signs.length === 0 ? null : <figcaption class="muted">{signs.join(' · ')}</figcaption>
}

/** The same in one line of a list: how much of its time has passed, and how far beyond. */
export const Course = ({ view, it }: { view: View; it: Drawn }) => {
  const { plan, passed, over, moved } = draw(it, [], [], view.at, view.timeZone, 0)
  return (
    <svg width="280" height="12" aria-hidden="true">
      <rect x={`${plan.x}%`} y="3" width={`${plan.width}%`} height="6" rx="3" fill="var(--line)" />
      {passed && (
        <rect x={`${passed.x}%`} y="3" width={`${passed.width}%`} height="6" rx="3" fill="var(--action)" />
      )}
      {over && <rect x={`${over.x}%`} y="5" width={`${over.width}%`} height="2" fill="var(--bad)" />}
      {moved && <rect x={`${moved.x}%`} y="0" width="2" height="12" fill="var(--wait)" />}
      {it.doneAt && (
        <circle
          cx={`${(over ?? passed ?? plan).x + (over ?? passed ?? plan).width}%`}
          cy="6"
          r="5"
          fill="var(--good)"
        />
      )}
    </svg>
  )
}

const Bar = ({ drawing: { plan, passed, over } }: { drawing: Drawing }) => (
  <>
    <rect
      x={`${plan.x}%`}
      y={bar - 7}
      width={`${plan.width}%`}
      height="14"
      rx="7"
      fill="var(--wash)"
      stroke="var(--edge)"
    />
    {passed && (
      <rect
        x={`${passed.x}%`}
        y={bar - 7}
        width={`${passed.width}%`}
        height="14"
        rx="7"
        fill="var(--action)"
      />
    )}
    {over && <rect x={`${over.x}%`} y={bar - 3} width={`${over.width}%`} height="6" fill="var(--bad)" />}
  </>
)

/** From the day first promised to the day promised now. */
const Moved = ({ drawing: { moved, plan } }: { drawing: Drawing }) => {
  if (!moved) return null
  const isLater = moved.x + moved.width >= plan.x + plan.width - 0.02
  const first = isLater ? moved.x : moved.x + moved.width
  return (
    <>
      <line
        x1={`${moved.x}%`}
        x2={`${moved.x + moved.width}%`}
        y1={bar + 13}
        y2={bar + 13}
        stroke="var(--wait)"
        stroke-width="2"
        stroke-dasharray="4 3"
      />
      <line
        x1={`${first}%`}
        x2={`${first}%`}
        y1={bar - 13}
        y2={bar + 17}
        stroke="var(--wait)"
        stroke-width="2"
      />
    </>
  )
}

const Heard = ({ drawing }: { drawing: Drawing }) => (
  <>
    {drawing.heard.map(({ x, is }) => (
      <circle
        cx={`${x}%`}
        cy={bar + 22}
        r="4"
        fill={is === 'change' ? 'var(--paper)' : 'var(--soft)'}
        stroke={is === 'change' ? 'var(--wait)' : 'var(--soft)'}
        stroke-width="2"
      />
    ))}
  </>
)

const strokes = { reached: 'var(--good)', ahead: 'var(--edge)', missed: 'var(--bad)' } as const

const Milestones = ({ drawing }: { drawing: Drawing }) => (
  <>
    {drawing.milestones.map(({ no, x, is }) => (
      <>
        <circle
          cx={`${x}%`}
          cy={bar}
          r="10"
          fill={is === 'reached' ? 'var(--good)' : 'var(--paper)'}
          stroke={strokes[is]}
          stroke-width="2"
        />
        <text
          x={`${x}%`}
          y={bar + 4}
          text-anchor="middle"
          font-size="12"
          font-weight="700"
          fill={is === 'reached' ? 'var(--paper)' : strokes[is]}
        >
          {no}
        </text>
      </>
    ))}
  </>
)

const marks: Record<Finding, { text: string; colour: string }> = {
  confirmed: { text: '✓', colour: 'var(--good)' },
  'in-part': { text: '~', colour: 'var(--wait)' },
  'not-confirmed': { text: '✕', colour: 'var(--bad)' },
}

const Ends = ({ drawing: { done, stopped, check } }: { drawing: Drawing }) => (
  <>
    {done !== undefined && <Sign x={done} text="●" colour="var(--info)" />}
    {stopped !== undefined && <Sign x={stopped} text="■" colour="var(--bad)" />}
    {check && <Sign x={check.x} {...marks[check.finding]} />}
  </>
)

const Sign = ({ x, text, colour }: { x: number; text: string; colour: string }) => (
  <text x={`${x}%`} y={bar - 14} text-anchor="middle" font-size="15" font-weight="700" fill={colour}>
    {text}
  </text>
)

const Today = ({ drawing: { today }, label }: { drawing: Drawing; label: string }) =>
  today === undefined ? null : (
    <>
      <line
        x1={`${today}%`}
        x2={`${today}%`}
        y1="18"
        y2={bar + 30}
        stroke="var(--ink)"
        stroke-dasharray="2 3"
      />
      <text x={`${today}%`} y="13" text-anchor={anchor(today)} fill="var(--ink)">
        {label}
      </text>
    </>
  )

const anchor = (x: number) => (x > 85 ? 'end' : x < 15 ? 'start' : 'middle')

/** The last day stands under its place; the first day below, so that the two never meet. */
const Labels = ({ drawing: { plan }, starts, due }: { drawing: Drawing; starts: string; due: string }) => {
  const end = plan.x + plan.width
  return (
    <>
      <text x={`${plan.x}%`} y={bar + 62} text-anchor={plan.x > 60 ? 'end' : 'start'} fill="var(--soft)">
        {starts}
      </text>
      <text
        x={`${end}%`}
        y={bar + 44}
        text-anchor={end > 60 ? 'end' : end < 35 ? 'start' : 'middle'}
        font-weight="600"
        fill="var(--ink)"
      >
        {due}
      </text>
    </>
  )
}
