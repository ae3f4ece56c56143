import type { Child } from 'hono/jsx'
import { courseSaid, groupIn } from '#indicators/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { number } from '#kit/numbers.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { daysLate, latestOfEach } from './matter.ts'
import type { Overview } from './overview.reads.ts'
import { bodyNames, WhoIsLate, whomFirst } from './parts.tsx'
import { words } from './words.ts'

type Props = {
  view: View
  overview: Overview
  year: Child
  districtOf(key: string): string
}

/** How much of each kind one sheet holds; each number leads to all of it. */
const most = { worsened: 4, decide: 4, bodies: 6, latest: 4, kept: 3 }

/** The whole city on one sheet: what became worse, what is late, what has to be decided, what was kept. */
export const MayorPage = (props: Props) => {
  const { view, overview } = props
  const w = words(view)
  const named = { view, bodies: overview.bodies }
  return (
    <Page
      view={view}
      current="desk"
      title={w.mayor.title}
      lead={w.mayor.lead(dayText(todayOf(view), view.lang))}
      breadcrumbs={[
        { href: href(view, '/desk'), label: w.desk },
        { href: href(view, '/desk/tower'), label: w.office.title },
      ]}
      noindex
      wide
    >
      <p class="not-printed muted">{w.mayor.print}</p>
      <div class="abreast sheet">
        {overview.headline && (
          <Part
            title={w.worsened.title}
            count={overview.headline.worsened.length}
            to={href(view, '/indicators')}
          >
            <Worsened {...props} />
          </Part>
        )}
        <Part
          title={w.mayor.decide}
          count={liftedOf(overview).length}
          to={href(view, '/commitments/requests?state=lifted')}
        >
          <Decide {...props} />
        </Part>
        <Part title={w.mayor.late} count={overview.late.length} to={href(view, '/desk/tower')}>
          <WhoIsLate
            {...named}
            late={overview.late}
            to={(body) => `/desk/tower/departments/${body}`}
            most={most.bodies}
          />
        </Part>
        {overview.late.length > 0 && (
          <section>
            <h2>{w.mayor.latest}</h2>
            <Latest {...props} />
          </section>
        )}
        <Answers {...props} />
        {props.year && <section>{props.year}</section>}
        <Part title={w.kept.title} count={overview.kept.count} to={href(view, '/commitments?standing=kept')}>
          <Kept {...props} />
        </Part>
      </div>
    </Page>
  )
}

const Part = (props: { title: string; count: number; to: string; children: Child }) => (
  <section>
    <h2>
      {props.title} <a href={props.to}>{props.count}</a>
    </h2>
    {props.children}
  </section>
)

const Worsened = ({ view, overview, districtOf }: Props) => {
  const w = words(view).worsened
  const { worsened } = overview.headline!
  if (worsened.length === 0) return <p>{w.none}</p>
  return (
    <ul>
      {whomFirst(overview.headline!)
        .slice(0, most.worsened)
        .map(({ line, forWhom }) => (
          <li>
            <a href={href(view, `/indicators/${line.key}`)}>
              <InItsLanguage view={view} text={line.doc.title} />
            </a>
            : {courseSaid(view, line)}
            {forWhom.slice(0, 1).map((each) => ` · ${w.forWhom(groupIn(view, line, each, districtOf))}`)}
          </li>
        ))}
      {worsened.length > most.worsened && <li>{w.more(worsened.length - most.worsened)}</li>}
    </ul>
  )
}

const liftedOf = ({ requests }: Overview) => requests.filter(({ state }) => state === 'lifted')

const Decide = ({ view, overview }: Props) => {
  const w = words(view)
  const lifted = liftedOf(overview)
  if (lifted.length === 0) return <p>{w.mayor.decideNone}</p>
  const name = (key: string) => bodyNames({ view, bodies: overview.bodies }, [key])
  return (
    <ul>
      {lifted.slice(0, most.decide).map((each) => (
        <li>
          <a href={href(view, `/commitments/${each.commitment}`)} lang={each.titleLang}>
            {each.title}
          </a>
          : {w.help.ofTo(name(each.asker), name(each.helper))}
        </li>
      ))}
    </ul>
  )
}

const Latest = ({ view, overview }: Props) => {
  const w = words(view)
  return (
    <ul>
      {latestOfEach(overview.late, most.latest).map((each) => (
        <li>
          <a href={href(view, `/${each.about}`)}>
            <InItsLanguage view={view} text={each.title} />
          </a>
          : {w.kinds[each.kind]}, {bodyNames({ view, bodies: overview.bodies }, each.bodies) || w.noOwner},{' '}
          <strong>{w.lateBy(daysLate(each, todayOf(view)))}</strong>
        </li>
      ))}
    </ul>
  )
}

/** How many recommendations nobody has answered, past their day and before it. */
const Answers = ({ view, overview }: Props) => {
  const w = words(view).recommendations
  const { waiting, overdue } = overview.recommendations
  const to = (acceptance: string) => href(view, `/committees/recommendations?acceptance=${acceptance}`)
  return (
    <Part title={w.title} count={waiting + overdue} to={href(view, '/committees/recommendations')}>
      <p>
        {w.overdue}: <a href={to('overdue')}>{number(overdue, view.lang)}</a> · {w.waiting}:{' '}
        <a href={to('waiting')}>{number(waiting, view.lang)}</a>
      </p>
    </Part>
  )
}

const Kept = ({ view, overview }: Props) => {
  const w = words(view).kept
  const { count, newest } = overview.kept
  if (count === 0) return <p>{w.none}</p>
  return (
    <ul>
      {newest.map(({ id, title, lang }) => (
        <li>
          <a href={href(view, `/commitments/${id}`)} lang={lang}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
