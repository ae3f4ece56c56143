import { type Bodies, nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { number } from '#kit/numbers.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Lateness } from '#ui/charts/lateness.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Local, SourceName } from '#ui/trust.tsx'
import { crumbs } from './headline.pages.tsx'
import { groupOf, type Indicator, type Value } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { courseSaid, groupSaid, IndicatorLines, marksOf, unitAfter, valueSaid } from './parts.tsx'
import type { Priority } from './reads.ts'
import { words } from './words.ts'

/** As many as one picture of lateness can hold. */
const drawn = 30

/** Which values should be here by now, and who owes them. */
export const LatePage = (props: {
  view: View
  lines: readonly IndicatorLine[]
  bodies: Bodies
  office: string | undefined
  older: string | undefined
}) => {
  const { view, lines, bodies, office } = props
  const w = words(view)
  const today = todayOf(view)
  const name = (key: string) => nameOf(view, bodies, key, today)
  return (
    <Page
      view={view}
      current="indicators"
      title={w.lateness.title}
      lead={w.lateness.lead}
      breadcrumbs={crumbs(view)}
      wide
    >
      {lines.length === 0 ? (
        <EmptyState title={w.lateness.none} />
      ) : (
        <>
          <Lateness
            view={view}
            caption={w.lateness.caption}
            name={w.lateness.name}
            today={today}
            things={lines.slice(0, drawn).map(({ key, doc, owed }) => ({
              name: plain(doc.title, view),
              href: href(view, `/indicators/${key}`),
              due: owed!.dueOn,
              came: null,
            }))}
          />
          <Table
            view={view}
            caption={w.lateness.title}
            columns={[
              { key: 'name', label: w.lateness.name },
              { key: 'owner', label: w.lateness.owner },
              { key: 'periods', label: w.lateness.periods },
              { key: 'due', label: w.lateness.dueOn, kind: 'date' },
              { key: 'days', label: w.lateness.days, kind: 'number' },
            ]}
            rows={lines.map(({ key, doc, owed }) => ({
              name: (
                <a href={href(view, `/indicators/${key}`)}>
                  <Local view={view} text={doc.title} />
                </a>
              ),
              owner: doc.owner
                ? name(doc.owner)
                : w.lateness.noOwner(office ? name(office) : w.notDocumented),
              periods: w.missing(owed!.periods[0].name, owed!.periods.at(-1)!.name),
              due: dayText(owed!.dueOn, view.lang),
              days: number(owed!.late, view.lang),
            }))}
            downloads={downloads(view, '/indicators/late')}
          />
          <Pagination view={view} next={props.older} />
        </>
      )}
    </Page>
  )
}

const downloads = (view: View, path: string) =>
  ['csv', 'json'].map((format) => ({
    href: href(view, `${path}.${format}`),
    label: format.toUpperCase(),
  }))

/** The few that a year is about, each with what spoke for it. */
export const PrioritiesPage = (props: {
  view: View
  year: number
  years: readonly number[]
  most: number
  chosen: readonly { priority: Priority; line: IndicatorLine }[]
  watched: number
}) => {
  const { view, year, years, chosen } = props
  const w = words(view).priorities
  const on = chosen[0]?.priority.chosenAt
  return (
    <Page
      view={view}
      current="indicators"
      title={w.title(year)}
      lead={w.lead(props.most)}
      breadcrumbs={crumbs(view)}
    >
      <StructuredList
        level={2}
        empty={<EmptyState title={w.none(year)} />}
        items={chosen.map(({ priority, line }) => ({
          title: <Local view={view} text={line.doc.title} />,
          href: href(view, `/indicators/${line.key}`),
          number: priority.place,
          text: courseSaid(view, line),
          meta: [
            priority.criteria.map((each) => w.criteria[each]).join(', '),
            <span>
              {w.why}: <span lang={priority.lang}>{priority.reason}</span>
            </span>,
          ],
        }))}
      />
      {on && (
        <p>
          {w.chosen(dayText(dayAt(on, view.timeZone), view.lang))}{' '}
          {props.watched > 0 && w.watched(props.watched)}
        </p>
      )}
      {years.some((each) => each !== year) && (
        <nav class="flow" aria-labelledby="years">
          <h2 id="years">{w.years}</h2>
          <ul>
            {years
              .filter((each) => each !== year)
              .map((each) => (
                <li>
                  <a href={href(view, `/indicators/priorities/${each}`)}>{w.title(each)}</a>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </Page>
  )
}

/** What is measured though nothing is linked to it. */
export const UnlinkedPage = (props: {
  view: View
  lines: readonly IndicatorLine[]
  older: string | undefined
}) => {
  const { view, lines } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="indicators"
      title={w.unlinked.title}
      lead={w.unlinked.lead}
      breadcrumbs={crumbs(view)}
    >
      <IndicatorLines view={view} level={2} lines={lines} empty={<EmptyState title={w.unlinked.none} />} />
      <Pagination view={view} next={props.older} />
    </Page>
  )
}

/** Every value of an indicator that was published. */
export const FiguresPage = (props: {
  view: View
  doc: Indicator
  values: readonly Value[]
  districtOf(key: string): string
  older: string | undefined
}) => {
  const { view, doc, values } = props
  const w = words(view)
  const title = plain(doc.title, view)
  return (
    <Page
      view={view}
      current="indicators"
      title={w.figures.title}
      lead={w.figures.lead(title)}
      breadcrumbs={[...crumbs(view), { href: href(view, `/indicators/${doc.key}`), label: title }]}
      wide
    >
      {values.length === 0 ? (
        <EmptyState title={w.figures.none} />
      ) : (
        <Table
          view={view}
          caption={`${title}${unitAfter(view, doc) ? ` (${unitAfter(view, doc).trim()})` : ''}`}
          columns={[
            { key: 'group', label: w.figures.group },
            { key: 'period', label: w.figures.period },
            { key: 'value', label: w.figures.value, kind: 'number' },
            { key: 'status', label: w.figures.status },
            { key: 'side', label: w.figures.side },
            { key: 'source', label: w.page.source },
          ]}
          rows={values.map((each) => ({
            group: groupIn(view, doc, each, props.districtOf),
            period: each.period.name,
            value: each.value === null ? '–' : valueSaid(view, doc, each.value),
            status: marksOf(view, each) ?? w.statuses.normal,
            side: w.sides[each.by],
            source: <Sources view={view} of={each} />,
          }))}
          downloads={downloads(view, `/indicators/${doc.key}/values`)}
        />
      )}
      <Pagination view={view} next={props.older} />
    </Page>
  )
}

/** Where a figure of the city's files was read. */
const Sources = ({ view, of: { marks } }: { view: View; of: Value }) => (
  <>
    {(marks?.source ?? '').split(' ').flatMap((key, at) => {
      const source = view.source(key)
      return source ? [at > 0 && ', ', <SourceName view={view} {...source} />] : []
    })}
  </>
)

/** Whom a figure is of; its unit where the same is given in several. */
export function groupIn(
  view: View,
  doc: Indicator,
  { of, district, unit }: Value,
  districtOf: (key: string) => string,
): string {
  const group = groupSaid(view, groupOf(doc, of), district === null ? undefined : districtOf(district))
  return [group || words(view).whole, unit].filter(Boolean).join(', ')
}
