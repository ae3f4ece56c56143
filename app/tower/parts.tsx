import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import type { RequestLine } from '#commitments/index.ts'
import { groupIn, type Headline, lineItem } from '#indicators/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { number } from '#kit/numbers.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Silence } from '#plan/index.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Table } from '#ui/table.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { countsOf, daysLate, type Kind, kinds, lateByBody, type Matter } from './matter.ts'
import { words } from './words.ts'

export type Named = { view: View; bodies: Bodies }

export const bodyNames = ({ view, bodies }: Named, keys: readonly string[]): string =>
  keys.map((key) => nameOf(view, bodies, key, todayOf(view))).join(', ')

/** One matter: what it is, whose, by when, how late. */
export function matterItem({ view, bodies }: Named, matter: Matter, beside?: Child): Listed {
  const w = words(view)
  const late = daysLate(matter, todayOf(view))
  const { count = 1 } = matter
  return {
    title: <InItsLanguage view={view} text={matter.title} />,
    href: href(view, `/${matter.about}`),
    meta: [
      w.kinds[matter.kind],
      ...(count > 1 ? [w.periods(count)] : []),
      matter.bodies.length > 0 ? bodyNames({ view, bodies }, matter.bodies) : w.noOwner,
      matter.dueOn ? w.due(dayText(matter.dueOn, view.lang)) : w.noDue,
    ],
    badges: (
      <>
        {late > 0 && <Badge tone="late">{w.lateBy(late)}</Badge>}
        {beside}
      </>
    ),
  }
}

/** How much of each kind is late, each leading to its list; or that nothing is. */
export const LateNow = (props: { view: View; late: readonly Matter[]; to(kind: Kind): string }) => {
  const { view, late, to } = props
  const w = words(view)
  if (late.length === 0) return <EmptyState title={w.nothingLate}>{w.nothingLateText}</EmptyState>
  const counts = countsOf(late)
  return (
    <SummaryCounts
      view={view}
      items={kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => ({
          count: counts[kind],
          label: w.late[kind],
          href: href(view, to(kind)),
          tone: 'late' as const,
        }))}
    />
  )
}

export const Part = ({ title, children }: { title: string; children: Child }) => (
  <section class="flow">
    <h2>{title}</h2>
    {children}
  </section>
)

/** Which body is late with how much. */
export const WhoIsLate = (
  props: Named & { late: readonly Matter[]; to(body: string): string; most?: number },
) => {
  const { view, bodies, late, to } = props
  const w = words(view).whose
  const rows = lateByBody(late, todayOf(view))
  if (rows.length === 0) return <p>{w.none}</p>
  return (
    <Table
      view={view}
      caption={w.caption}
      {...(props.most !== undefined &&
        rows.length > props.most && {
          note: <a href={href(view, '/tower/bodies')}>{words(view).allOf(rows.length)}</a>,
        })}
      columns={[
        { key: 'body', label: words(view).body },
        { key: 'count', label: w.count, kind: 'number' },
        { key: 'most', label: w.most, kind: 'number' },
      ]}
      rows={rows.slice(0, props.most).map(({ body, count, most }) => ({
        body: <a href={href(view, to(body))}>{nameOf(view, bodies, body, todayOf(view))}</a>,
        count: number(count, view.lang),
        most: w.daysLate(most),
      }))}
    />
  )
}

/** What became worse for some before what became worse for all: whoever is left behind is easily overlooked. */
export const whomFirst = ({ worsened }: Headline): Headline['worsened'] =>
  worsened.toSorted((a, b) => Number(b.forWhom.length > 0) - Number(a.forWhom.length > 0))

/** What became worse and for whom: the figures of those whom it concerns beside it. */
export const Worsened = (props: {
  view: View
  headline: Headline
  most: number
  districtOf(key: string): string
}) => {
  const { view, headline, most, districtOf } = props
  const w = words(view).worsened
  const { worsened } = headline
  return (
    <>
      <StructuredList
        empty={<p>{w.none}</p>}
        items={whomFirst(headline)
          .slice(0, most)
          .map(({ line, forWhom }) => ({
            ...lineItem(view, line),
            meta: [
              ...(line.change.is === 'worsened' ? [w.everybody] : []),
              ...forWhom.slice(0, 2).map((each) => w.forWhom(groupIn(view, line, each, districtOf))),
              ...(forWhom.length > 2 ? [w.more(forWhom.length - 2)] : []),
            ],
          }))}
      />
      <p>
        {worsened.length > most && `${w.more(worsened.length - most)} · `}
        <a href={href(view, '/indicators')}>{w.all}</a>
      </p>
    </>
  )
}

type Request = RequestLine & { state: string }

/** Who asked whom for help, what waits above both first. */
export const Help = ({
  view,
  bodies,
  requests,
  most,
}: Named & { requests: readonly Request[]; most: number }) => {
  const w = words(view).help
  const lifted = (each: Request) => Number(each.state === 'lifted')
  const shown = requests.toSorted((a, b) => lifted(b) - lifted(a)).slice(0, most)
  return (
    <>
      <StructuredList
        empty={<p>{w.none}</p>}
        items={shown.map((each) => ({
          title: each.title,
          lang: each.titleLang,
          href: href(view, `/commitments/${each.commitment}#requests`),
          meta: [
            w.ofTo(bodyNames({ view, bodies }, [each.asker]), bodyNames({ view, bodies }, [each.helper])),
            ...(each.state === 'lifted' && each.liftAt
              ? [w.decides(dayText(dayAt(each.liftAt, view.timeZone), view.lang))]
              : []),
          ],
          badges: each.state === 'lifted' ? <Badge tone="late">{w.lifted}</Badge> : <Badge>{w.open}</Badge>,
        }))}
      />
      <p>
        <a href={href(view, '/commitments/requests')}>{w.all}</a>
      </p>
    </>
  )
}

/** Bodies that let a date pass without a word. */
export const Silent = ({ view, bodies, silent }: Named & { silent: readonly Silence[] }) => {
  const w = words(view).silent
  return (
    <StructuredList
      empty={<p>{w.none}</p>}
      items={silent.map(({ body, agreements, reports, since }) => ({
        title: bodyNames({ view, bodies }, [body]),
        href: href(view, `/bodies/${body}`),
        meta: [
          ...(agreements > 0 ? [w.agreements(agreements)] : []),
          ...(reports > 0 ? [w.reports(reports)] : []),
          w.since(dayText(Temporal.PlainDate.from(since), view.lang)),
        ],
      }))}
    />
  )
}
