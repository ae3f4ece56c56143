import type { Child } from 'hono/jsx'
import type { View } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { DoorList, Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Local } from '#ui/trust.tsx'
import { changes } from './change.ts'
import type { Headline, LeftBehind } from './headline.reads.ts'
import { groupOf } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { groupSaid, IndicatorLines, lineItem, valueSaid } from './parts.tsx'
import { words } from './words.ts'

export type Area = { no: string; title: Localized }

type Props = {
  view: View
  headline: Headline
  areas: readonly Area[]
  /** Those of this year stand first. */
  priorities: readonly string[]
  districtOf(key: string): string
}

/** How many of what is late, behind or better the front page shows. */
const shown = 5
const groupsShown = 5

/** Who is left behind, first; what is late; how far it is to the targets; what became better. */
export const HeadlinePage = (props: Props) => {
  const { view, headline, areas } = props
  const w = words(view)
  const { late, gaps, counts } = headline
  return (
    <Page view={view} current="indicators" title={w.title} lead={w.lead}>
      <SummaryCounts
        view={view}
        items={[
          { count: headline.worsened.length, label: w.changes.worsened, href: '#worsened', tone: 'late' },
          { count: late.length, label: w.headline.late, href: '#late', tone: 'waiting' },
          { count: gaps.length, label: w.headline.gaps, href: '#gaps' },
          { count: counts.improved, label: w.changes.improved, href: '#improved', tone: 'good' },
        ]}
      />
      <Lists {...props} />
      <Part id="areas" title={w.headline.areas}>
        <StructuredList
          items={areas.map(({ no, title }) => ({
            title: <Local view={view} text={title} />,
            href: href(view, `/indicators/areas/${no}`),
            number: no,
            chapter: Number(no),
          }))}
        />
      </Part>
      <Counts {...props} />
      <Doors view={view} />
    </Page>
  )
}

/** What became worse, what is late, what is behind its target, what became better: a list for each. */
const Lists = (props: Props) => {
  const { view, headline } = props
  const w = words(view)
  const { late, gaps, improved } = headline
  return (
    <>
      <Part id="worsened" title={w.headline.worsened}>
        <Worsened {...props} />
      </Part>
      <Part id="late" title={w.headline.late}>
        <IndicatorLines
          view={view}
          lines={late.slice(0, shown)}
          empty={<EmptyState title={w.headline.lateNone} />}
        />
        {late.length > 0 && (
          <p>
            <a href={href(view, '/indicators/late')}>{w.headline.lateAll(late.length)}</a>
          </p>
        )}
      </Part>
      <Part id="gaps" title={w.headline.gaps}>
        <IndicatorLines
          view={view}
          lines={gaps.slice(0, shown)}
          empty={<EmptyState title={w.headline.gapsNone} />}
        />
      </Part>
      <Part id="improved" title={w.headline.improved}>
        <IndicatorLines
          view={view}
          lines={improved.slice(0, shown)}
          empty={<EmptyState title={w.headline.improvedNone} />}
        />
        {improved.length > shown && (
          <p>
            <a href={href(view, '/indicators?sort=all')}>{w.headline.doors.all.title}</a>
          </p>
        )}
      </Part>
    </>
  )
}

/** Everything there is, by what became of it. */
const Counts = ({ view, headline: { counts } }: Props) => {
  const w = words(view)
  return (
    <Table
      view={view}
      level={2}
      caption={w.headline.counts}
      columns={[
        { key: 'is', label: w.title },
        { key: 'count', label: w.figures.value, kind: 'number' },
      ]}
      rows={changes.map((is) => ({ is: w.changes[is], count: counts[is] }))}
      note={w.headline.countsNote}
      downloads={['csv', 'json'].map((format) => ({
        href: href(view, `/indicators.${format}`),
        label: format.toUpperCase(),
      }))}
    />
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class="flow" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

/** What became worse: the priorities of the year first, then in the order of the charter, for sizes cannot be compared. */
const Worsened = ({ view, headline, priorities, districtOf }: Props) => {
  const w = words(view).headline
  const rank = ({ line }: { line: IndicatorLine }) => (priorities.includes(line.key) ? 0 : 1)
  return (
    <StructuredList
      empty={<EmptyState title={w.worsenedNone} />}
      items={headline.worsened
        .toSorted((a, b) => rank(a) - rank(b))
        .map(({ line, forWhom }) => {
          const item = lineItem(view, line)
          const groups = forWhom.slice(0, groupsShown).map((each) => groupIn(view, line, each, districtOf))
          const more = forWhom.length - groups.length
          return {
            ...item,
            meta: [
              ...(forWhom.length > 0 && (line.change.is === 'improved' || line.change.is === 'unchanged')
                ? [w.onlyGroups]
                : []),
              ...groups.map((each) => `${w.forWhom}: ${each}`),
              ...(more > 0 ? [w.moreGroups(more)] : []),
            ],
          }
        })}
    />
  )
}

/** Whose figure became worse, from what to what. */
export function groupIn(
  view: View,
  { doc }: IndicatorLine,
  { of, district, now, before, period, beforePeriod }: LeftBehind,
  districtOf: (key: string) => string,
): string {
  const w = words(view)
  const group = groupSaid(view, groupOf(doc, of), district === null ? undefined : districtOf(district))
  const was = w.in(valueSaid(view, doc, before), beforePeriod)
  return `${group} ${w.fromTo(was, w.in(valueSaid(view, doc, now), period))}`
}

const Doors = ({ view }: { view: View }) => {
  const { doors } = words(view).headline
  const paths = {
    priorities: '/indicators/priorities',
    late: '/indicators/late',
    unlinked: '/indicators/unlinked',
    rounds: '/indicators/rounds',
    all: '/indicators?sort=all',
  } as const
  return (
    <DoorList
      items={Object.entries(paths).map(([key, path]) => ({
        href: href(view, path),
        ...doors[key as keyof typeof paths],
      }))}
    />
  )
}

/** All indicators, or those that measure what an article promises. */
export const AllPage = (props: {
  view: View
  lines: readonly IndicatorLine[]
  count: number
  older: string | undefined
  article: string | undefined
}) => {
  const { view, lines, article } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="indicators"
      title={w.all.title}
      lead={article ? w.all.article(article) : w.all.lead(props.count)}
      breadcrumbs={crumbs(view)}
    >
      <IndicatorLines view={view} level={2} lines={lines} empty={<EmptyState title={w.all.none} />} />
      <Pagination view={view} next={props.older} />
    </Page>
  )
}

export const crumbs = (view: View) => [{ href: href(view, '/indicators'), label: words(view).title }]
