import type { Child } from 'hono/jsx'
import { day } from '#kit/dates.ts'
import { number } from '#kit/numbers.ts'
import { type Day, daysBetween } from '#kit/time.ts'
import type { Seen } from '../words.ts'
import { NothingYet } from './figure.tsx'
import { Marker } from './marks.tsx'
import { ticksFor } from './scale.ts'
import { At, Bar, Tracks, trackOf } from './tracks.tsx'
import { words } from './words.ts'

/** Something that was to come by a day, and came, or did not come yet. */
export type Awaited = { name: Child; href?: string; due: Day; came: Day | null }

type Standing = Awaited & { days: number; state: 'in-time' | 'not-yet' | 'late' | 'still-late' }

/** How many days late each thing came or is, the latest first. */
export const Lateness = (props: {
  view: Seen
  caption: string
  /** What the rows are. */
  name: string
  things: readonly Awaited[]
  today: Day
}) => {
  const { view, caption } = props
  const w = words(view)
  if (props.things.length === 0) return <NothingYet view={view} caption={caption} />
  const things = props.things.map((each) => standing(each, props.today)).sort((a, b) => b.days - a.days)
  // What is far ahead of its day would press all the rest together: it stands at the edge.
  const most = Math.max(7, ...things.map(({ days }) => days))
  const ticks = ticksFor([Math.max(-most, Math.min(0, ...things.map(({ days }) => days))), most], 3)
  const at = trackOf([ticks[0]!, ticks.at(-1)!])
  const shown = (days: number) => at(Math.max(ticks[0]!, days))
  return (
    <Tracks
      caption={caption}
      name={props.name}
      columns={[{ label: w.due, kind: 'date' }, { label: w.standing }]}
      axis={ticks
        .filter((each) => each !== 0)
        .map((each) => ({ at: at(each), label: signed(each, view.lang) }))}
      line={{ at: at(0), label: w.dueInDays }}
      groups={[
        {
          rows: things.map((each) => ({
            name: each.name,
            href: each.href,
            drawn: <Drawn thing={each} zero={at(0)} at={shown(each.days)} />,
            cells: [
              <time datetime={`${each.due}`}>{day(each.due, view.lang)}</time>,
              <span class={`verdict ${verdicts[each.state]}`}>
                {w.lateness[each.state](Math.abs(each.days))}
              </span>,
            ],
          })),
        },
      ]}
    />
  )
}

const signed = (days: number, lang: string) => `${days > 0 ? '+' : '−'}${number(Math.abs(days), lang)}`

function standing(thing: Awaited, today: Day): Standing {
  const days = daysBetween(thing.due, thing.came ?? today)
  if (thing.came) return { ...thing, days, state: days > 0 ? 'late' : 'in-time' }
  return { ...thing, days, state: days > 0 ? 'still-late' : 'not-yet' }
}

const verdicts = { 'in-time': 'better', 'not-yet': 'same', late: 'worse', 'still-late': 'worse' } as const

/** Late things reach from their day: full when they came, striped while they are still missing. */
const Drawn = ({ thing: { state }, zero, at }: { thing: Standing; zero: number; at: number }): Child => {
  if (state === 'late') return <Bar from={zero} to={at} fill="solid" tone="bad" />
  if (state === 'still-late') return <Bar from={zero} to={at} fill="dense" tone="bad" />
  return (
    <At at={at}>
      <Marker look={{ marker: 'circle' }} x={0} y={0} size={5.5} hollow={state === 'not-yet'} />
    </At>
  )
}
