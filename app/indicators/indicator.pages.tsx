import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Ref } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import { dayAt } from '#kit/time.ts'
import { type Localized, plain, say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { type Area, crumbs } from './headline.pages.tsx'
import { About, Corrections, Definitions, Releases, TargetOf } from './indicator.facts.tsx'
import { ByDistrict, Course, Groups, type GroupsProps } from './indicator.groups.tsx'
import { ChangeBadge, courseSaid, LateBadge } from './parts.tsx'
import { words } from './words.ts'

export type IndicatorProps = GroupsProps & {
  bodies: Bodies
  area: Area | undefined
  articles: readonly { about: Ref; no: string; title: Localized }[]
  groups: readonly { key: string; label: Localized }[]
  told: readonly Told[]
  follow: Child
  history: readonly PublicEntry[]
  mayAct: boolean
}

/** One indicator in whole: its course, for whom it is how, what is counted, through whose hands it came. */
export const IndicatorPage = (props: IndicatorProps) => {
  const { view, whole, area } = props
  const w = words(view)
  const { doc, line, years } = whole
  return (
    <Page
      view={view}
      current="indicators"
      title={say(doc.title, view.lang, view.languages)}
      kicker={area ? <Local view={view} text={area.title} /> : w.title}
      lead={line.newest || whole.values.length === 0 ? courseSaid(view, line) : w.partsOnly}
      {...(area && { chapter: (((Number(area.no) - 1) % 5) + 1) as 1 | 2 | 3 | 4 | 5 })}
      badges={
        <>
          {line.newest && <ChangeBadge view={view} is={line.change.is} />}
          <LateBadge view={view} of={line} />
          {years.length > 0 && <Badge tone="info">{w.page.priority(years.join(', '))}</Badge>}
        </>
      }
      breadcrumbs={[
        ...crumbs(view),
        ...(area
          ? [{ href: href(view, `/indicators/areas/${area.no}`), label: plain(area.title, view) }]
          : []),
      ]}
      aside={<Beside {...props} />}
    >
      {whole.values.length === 0 ? <EmptyState title={w.figures.none} /> : <Course {...props} />}
      <Notes {...props} />
      <Groups {...props} />
      <ByDistrict {...props} />
      <TargetOf {...props} />
      <Definitions {...props} />
      <About {...props} />
      <Linked {...props} />
      <Releases {...props} />
      <Corrections {...props} />
      <section class="flow">
        <h2>{w.page.downloads}</h2>
        <p>
          <a href={href(view, `/indicators/${doc.key}/values`)}>{w.page.allFigures}</a>{' '}
          <a href={href(view, `/indicators/${doc.key}/values.csv`)}>CSV</a>{' '}
          <a href={href(view, `/indicators/${doc.key}/values.json`)}>JSON</a>{' '}
          <a href={`/open-sdg/data/indicator_${doc.key}.csv`}>Open SDG</a>{' '}
          <a href={`/sdmx/${doc.key}.csv`}>SDMX-CSV</a>
        </p>
      </section>
      <section class="flow">
        <h2>{w.page.history}</h2>
        <History view={view} entries={props.history} />
      </section>
    </Page>
  )
}

/** What the committee says, beside the figures. */
const Notes = ({ view, whole, bodies }: IndicatorProps) => {
  const w = words(view).page
  if (whole.notes.length === 0) return null
  return (
    <section class="flow">
      <h2>{w.notes}</h2>
      {whole.notes.map(({ period, text, lang, body, at }) => (
        <>
          {period && <h3>{w.noteOn(period)}</h3>}
          <PersonText
            text={text}
            lang={lang}
            by={
              <>
                {nameOf(view, bodies, body, todayOf(view))}, {dayText(dayAt(at, view.timeZone), view.lang)}
              </>
            }
          />
        </>
      ))}
    </section>
  )
}

/** The articles it measures, the people, the tasks that are to move it; or that there is nothing of all this. */
const Linked = ({ view, whole: { doc }, articles, groups, told }: IndicatorProps) => {
  const w = words(view).page
  const own = groups.filter(({ key }) => doc.groups.includes(key))
  return (
    <section class="flow">
      <h2>{w.linked}</h2>
      {doc.articles.length + told.length === 0 && <p>{w.notLinked}</p>}
      {doc.articles.length > 0 && (
        <>
          <h3>{w.articles}</h3>
          <ul>
            {articles
              .filter(({ about }) => doc.articles.includes(about))
              .map(({ about, no, title }) => (
                <li>
                  <a href={href(view, `/${about}`)}>
                    {articleName(view, no)} <Local view={view} text={title} />
                  </a>
                </li>
              ))}
          </ul>
        </>
      )}
      {own.length > 0 && (
        <DescriptionList
          items={[{ term: w.groupsServed, is: own.map(({ label }) => plain(label, view)).join(', ') }]}
        />
      )}
      {told.map(({ title, shows }) => (
        <>
          <h3>{plain(title, view)}</h3>
          {shows}
        </>
      ))}
    </section>
  )
}

const Beside = ({ view, whole, follow, mayAct }: IndicatorProps) => {
  const w = words(view)
  return (
    <>
      {follow}
      {mayAct && (
        <ButtonRow>
          <LinkButton href={href(view, `/desk/indicators/${whole.key}`)} kind="secondary">
            {w.page.desk}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}
