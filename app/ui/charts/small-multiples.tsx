import { number } from '#kit/numbers.ts'
import { Table } from '../table.tsx'
import { accent } from '../text.tsx'
import type { Seen } from '../words.ts'
import { NothingYet, TableBelow } from './figure.tsx'
import { type Direction, gapOf, gapSaid, urgency, verdictOn } from './gap.ts'
import { LinePicture } from './line-picture.tsx'
import { type Lines, little, periodsOf, plot, type Target } from './line-plot.ts'
import { type Break, comparable, known, type Period, type Point } from './period.ts'
import { courseSaid } from './saying.ts'
import { words } from './words.ts'

export type Multiple = {
  title: string
  href?: string
  points: readonly Point[]
  breaks?: readonly Break[]
  target?: Target
  direction: Direction
  unit?: string
  says?: (value: number) => string
  chapter?: number
}

/** Many lines, each with a scale of its own over the same years; what became worse stands first. */
export const SmallMultiples = (props: { view: Seen; caption: string; multiples: readonly Multiple[] }) => {
  const { view, caption } = props
  const all = props.multiples.map((each) => judged(each, view)).sort((a, b) => b.urgency - a.urgency)
  if (!all.some(({ points }) => known(points).length > 0)) return <NothingYet view={view} caption={caption} />
  const span = periodsOf({ series: [], span: all.flatMap((each) => periodsOf(linesOf(each))) })
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="multiples">
        {all.map((each) => (
          <li class={accent(each.chapter)}>
            <Little view={view} of={each} span={span} />
          </li>
        ))}
      </ul>
      <p class="chart-notes">{words(view).ownScales}</p>
      <TableBelow view={view}>
        <Values view={view} caption={caption} all={all} />
      </TableBelow>
    </figure>
  )
}

type Judged = Multiple & {
  say: (value: number) => string
  ends: ReturnType<typeof comparable>
  /** What came of it, from the first value that was measured as the newest. */
  change: string
  verdict: string
  tone?: string
  urgency: number
}

/** Figures of unlike size are compared by the share by which they changed. */
function judged(of: Multiple, view: Seen): Judged {
  const w = words(view)
  const say = of.says ?? ((value: number) => `${number(value, view.lang)}${of.unit ?? ''}`)
  const ends = comparable(of.points, of.breaks ?? [])
  const compared = ends && ends.first !== ends.last
  if (!compared)
    return { ...of, say, ends, change: '', verdict: w.notCompared, urgency: Number.NEGATIVE_INFINITY }
  const [from, to] = [ends.first.value, ends.last.value]
  const gap = gapOf(from, to)
  const verdict = verdictOn(gap, of.direction)
  const share = gap === 0 ? 0 : gap / Math.max(Math.abs(from), Math.abs(to))
  return {
    ...of,
    say,
    ends,
    change: gap === 0 ? '' : gapSaid(gap, say, view),
    verdict: verdict === 'context' ? '' : w.verdicts['over-time'][verdict],
    tone: verdict,
    // What nobody judges follows whatever is judged: no share is beyond 2.
    urgency: verdict === 'context' ? -3 : urgency(share, of.direction),
  }
}

const linesOf = ({ title, points, breaks, target }: Multiple): Lines => ({
  series: [{ name: title, points }],
  ...(breaks && { breaks }),
  ...(target && { target }),
})

const Little = ({ view, of, span }: { view: Seen; of: Judged; span: readonly Period[] }) => {
  const w = words(view)
  const { title, href, points, breaks = [], say, ends } = of
  const plain = (value: number) => number(value, view.lang)
  const saying = { value: say, plain, target: w.target, broken: w.broken }
  const drawn = plot({ ...linesOf(of), span }, little, saying)
  return (
    <>
      <p class="multiple-title">{href ? <a href={href}>{title}</a> : title}</p>
      <p class="multiple-now">
        {ends ? (
          <>
            <strong>{say(ends.last.value)}</strong> {ends.last.period.name}
          </>
        ) : (
          w.empty
        )}
      </p>
      {drawn && (
        <LinePicture plot={drawn} label={courseSaid({ name: title, points }, breaks, say, view)} unit="" />
      )}
      {ends && (
        <p class="multiple-change">
          {ends.first !== ends.last &&
            `${w.change(ends.first.period.name, ends.last.period.name)}: ${of.change} `}
          <span class={`verdict ${of.tone}`}>{of.verdict}</span>
        </p>
      )}
    </>
  )
}

const Values = ({ view, caption, all }: { view: Seen; caption: string; all: readonly Judged[] }) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={caption}
      columns={[
        { key: 'title', label: w.indicator },
        { key: 'before', label: w.before, kind: 'number' },
        { key: 'now', label: w.newest, kind: 'number' },
        { key: 'change', label: w.gap, kind: 'number' },
      ]}
      rows={all.map(({ title, ends, say, change, verdict }) => ({
        title,
        before: ends && ends.first !== ends.last && `${say(ends.first.value)} (${ends.first.period.name})`,
        now: ends ? `${say(ends.last.value)} (${ends.last.period.name})` : w.noData,
        change: `${change} ${verdict}`.trim(),
      }))}
    />
  )
}
