import type { Child } from 'hono/jsx'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { type Kind, latestOfEach, type Matter } from './matter.ts'
import { towerCrumbs, Vacancies } from './officers.pages.tsx'
import type { Overview } from './overview.reads.ts'
import { Help, LateNow, matterItem, Part, Silent, WhoIsLate, Worsened } from './parts.tsx'
import { words } from './words.ts'

const shown = 5
/** How many bodies; the list has all. */
const most = 8

/** The same that the city's own people look at, for everybody. */
export const TowerPage = (props: {
  view: View
  overview: Overview
  year: Child
  districtOf(key: string): string
}) => {
  const { view, overview } = props
  const { bodies, late, headline, requests, silent, seats, kept } = overview
  const w = words(view)
  const named = { view, bodies }
  return (
    <Page view={view} current="tower" title={w.title} lead={w.lead} wide>
      <LateNow view={view} late={late} to={(kind) => `/tower/late?kind=${kind}`} />
      <div class="abreast">
        {headline && (
          <Part title={w.worsened.title}>
            <Worsened view={view} headline={headline} most={shown} districtOf={props.districtOf} />
          </Part>
        )}
        <Part title={w.whose.title}>
          <WhoIsLate {...named} late={late} to={(body) => `/bodies/${body}`} most={most} />
          <StructuredList items={latestOfEach(late, shown).map((each) => matterItem(named, each))} />
        </Part>
        <Part title={w.help.title}>
          <Help {...named} requests={requests} most={shown} />
        </Part>
        {silent.length > 0 && (
          <Part title={w.silent.title}>
            <Silent {...named} silent={silent} />
          </Part>
        )}
        {props.year}
        <Part title={w.kept.title}>
          <p>
            {kept.count === 0 ? w.kept.none : w.kept.count(kept.count)} ·{' '}
            <a href={href(view, '/commitments?standing=kept')}>{w.kept.all}</a>
          </p>
        </Part>
        {seats && (
          <Part title={w.officers.title}>
            <Vacancies view={view} seats={seats} />
          </Part>
        )}
      </div>
      <p>
        <a href={href(view, '/tower/unlinked')}>{w.unlinked.title}</a>
      </p>
    </Page>
  )
}

/** Every body that is late with anything. */
export const BodiesPage = ({ view, bodies, late }: Pick<Overview, 'bodies' | 'late'> & { view: View }) => {
  const w = words(view)
  return (
    <Page view={view} current="tower" title={w.whose.title} breadcrumbs={towerCrumbs(view)}>
      <WhoIsLate view={view} bodies={bodies} late={late} to={(body) => `/bodies/${body}`} />
      <p class="not-printed">
        <a href={href(view, '/tower/bodies.csv')}>CSV</a> ·{' '}
        <a href={href(view, '/tower/bodies.json')}>JSON</a>
      </p>
    </Page>
  )
}

/** Everything that is late, or all of one kind. */
export const AllLatePage = (props: {
  view: View
  overview: Overview
  kind: Kind | undefined
  rows: readonly Matter[]
  older: string | undefined
}) => {
  const { view, kind, rows, overview } = props
  const w = words(view)
  const asked = kind ? `?kind=${kind}` : ''
  return (
    <Page view={view} current="tower" title={kind ? w.late[kind] : w.allLate} breadcrumbs={towerCrumbs(view)}>
      {overview.late.length > 0 && (
        <LateNow view={view} late={overview.late} to={(each) => `/tower/late?kind=${each}`} />
      )}
      <StructuredList
        level={2}
        items={rows.map((each) => matterItem({ view, bodies: overview.bodies }, each))}
        empty={<EmptyState title={w.nothingLate}>{w.nothingLateText}</EmptyState>}
      />
      <Pagination view={view} next={props.older} />
      <p class="not-printed">
        <a href={href(view, `/tower/late.csv${asked}`)}>CSV</a> ·{' '}
        <a href={href(view, `/tower/late.json${asked}`)}>JSON</a>
      </p>
    </Page>
  )
}
