import { number } from '#kit/numbers.ts'
import type { Seen } from '../words.ts'
import { NothingYet } from './figure.tsx'
import { ticksFor } from './scale.ts'
import { Bar, type Fill, Key, Tracks, trackOf } from './tracks.tsx'
import { words } from './words.ts'

/** From what presses most to what does not press. */
const kinds = [
  { key: 'late', fill: 'solid', tone: 'bad' },
  { key: 'red', fill: 'dense', tone: 'bad' },
  { key: 'amber', fill: 'sparse', tone: 'wait' },
  { key: 'due', fill: 'dots', tone: 'info' },
  { key: 'open', fill: 'hollow', tone: 'edge' },
] as const satisfies readonly { key: string; fill: Fill; tone: string }[]

type Kind = (typeof kinds)[number]['key']

/** Each thing counts once, for what presses most about it. */
export type Load = { name: string; href?: string; counts: Readonly<Partial<Record<Kind, number>>> }

/** What each body carries, those with the most that is late or in danger first. */
export const LoadBars = (props: {
  view: Seen
  caption: string
  /** What the rows are. */
  name: string
  loads: readonly Load[]
}) => {
  const { view, caption, loads } = props
  const w = words(view)
  if (loads.length === 0) return <NothingYet view={view} caption={caption} />
  const shown = kinds.filter(({ key }) => loads.some(({ counts }) => counts[key]))
  const ticks = ticksFor([0, ...loads.map(totalOf)], 4).filter(Number.isInteger)
  const at = trackOf([0, ticks.at(-1)!])
  return (
    <Tracks
      caption={caption}
      name={props.name}
      legend={
        <ul class="chart-legend">
          {shown.map(({ key, fill, tone }) => (
            <Key fill={fill} tone={tone}>
              {w.loads[key]}
            </Key>
          ))}
        </ul>
      }
      columns={[
        ...shown.map(({ key }) => ({ label: w.loads[key], kind: 'number' as const })),
        { label: w.loads.all, kind: 'number' },
      ]}
      axis={ticks.map((each) => ({ at: at(each), label: number(each, view.lang) }))}
      groups={[
        {
          rows: inOrder(loads).map((load) => ({
            name: load.name,
            href: load.href,
            drawn: <Stack load={load} at={at} />,
            cells: [...shown.map(({ key }) => load.counts[key] ?? 0), totalOf(load)].map((each) =>
              number(each, view.lang),
            ),
          })),
        },
      ]}
    />
  )
}

const Stack = ({ load: { counts }, at }: { load: Load; at: (count: number) => number }) => {
  const before = (i: number) => kinds.slice(0, i).reduce((sum, { key }) => sum + (counts[key] ?? 0), 0)
  return (
    <>
      {kinds.map(
        ({ key, fill, tone }, i) =>
          counts[key] && <Bar from={at(before(i))} to={at(before(i + 1))} fill={fill} tone={tone} />,
      )}
    </>
  )
}

const totalOf = ({ counts }: Load): number => kinds.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0)

/** By what is late, then by what is red, and so on. */
const inOrder = (loads: readonly Load[]): readonly Load[] =>
  loads.toSorted((a, b) =>
    kinds.map(({ key }) => (b.counts[key] ?? 0) - (a.counts[key] ?? 0)).reduce((sum, each) => sum || each, 0),
  )
