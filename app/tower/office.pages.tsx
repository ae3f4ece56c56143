import { day as dayText } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { PostButton } from '#ui/buttons.tsx'
import { LoadBars } from '#ui/charts/load-bars.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { type Kind, kinds, latestOfEach, type Matter, remindedFor } from './matter.ts'
import { Vacancies } from './officers.pages.tsx'
import type { Carried, Overview } from './overview.reads.ts'
import {
  bodyNames,
  Help,
  LateNow,
  matterItem,
  type Named,
  Part,
  Silent,
  WhoIsLate,
  Worsened,
} from './parts.tsx'
import { words } from './words.ts'

/** When a body was last reminded of a matter. */
export type Reminded = (matter: Pick<Matter, 'about' | 'kind'>, body: string) => Instant | undefined

type Props = {
  view: View
  overview: Overview
  loads: readonly Carried[]
  districtOf(key: string): string
  /** Whether the viewer may remind; whoever decides above only looks. */
  mayRemind: boolean
  reminded: Reminded
  /** Why a reminder was refused. */
  problems: Shown['problems']
}

const crumbs = (view: View) => [{ href: href(view, '/desk'), label: words(view).desk }]
const shown = 5

/** Everything that is late, blocked or silent, in numbers that lead to their lists. */
export const OfficePage = (props: Props) => {
  const { view, overview } = props
  const { late, bodies, requests, headline, seats } = overview
  const w = words(view)
  const named = { view, bodies }
  return (
    <Page
      view={view}
      current="desk"
      title={w.office.title}
      lead={w.office.lead}
      breadcrumbs={crumbs(view)}
      wide
      noindex
    >
      {props.problems.map(({ code, facts }) => (
        <Notice view={view} kind="error">
          {view.tell(code, facts)}
        </Notice>
      ))}
      <Ways view={view} />
      <LateNow view={view} late={late} to={(kind) => `/desk/tower/late/${kind}`} />
      <div class="abreast">
        <Part title={w.office.latest}>
          <Latest {...props} />
        </Part>
        <Part title={w.whose.title}>
          <WhoIsLate {...named} late={late} to={departmentOf} />
        </Part>
        <Part title={w.help.title}>
          <Help {...named} requests={requests} most={shown} />
        </Part>
        <Part title={w.silent.title}>
          <Silent {...named} silent={overview.silent} />
        </Part>
        {headline && (
          <Part title={w.worsened.title}>
            <Worsened view={view} headline={headline} most={shown} districtOf={props.districtOf} />
          </Part>
        )}
        {seats && (
          <Part title={w.officers.title}>
            <Vacancies view={view} seats={seats} />
          </Part>
        )}
      </div>
      {props.loads.length > 0 && <Loads {...props} />}
    </Page>
  )
}

const departmentOf = (body: string): string => `/desk/tower/departments/${body}`

const Loads = ({ view, overview: { bodies }, loads }: Props) => {
  const w = words(view).load
  return (
    <Part title={w.title}>
      <LoadBars
        view={view}
        caption={w.caption}
        name={w.name}
        loads={loads.map(({ body, ...counts }) => ({
          name: bodyNames({ view, bodies }, [body]),
          href: href(view, departmentOf(body)),
          counts,
        }))}
      />
    </Part>
  )
}

const Ways = ({ view }: { view: View }) => {
  const w = words(view).office
  const ways = {
    mayor: '/desk/tower/mayor',
    committee: '/desk/tower/committee',
    public: '/tower',
    unlinked: '/tower/unlinked',
  } as const
  return (
    <nav aria-label={w.links}>
      <ul class="meta">
        {Object.entries(ways).map(([key, path]) => (
          <li>
            <a href={href(view, path)}>{w[key as keyof typeof ways]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Latest = (props: Props) => {
  const { late, bodies } = props.overview
  return (
    <StructuredList
      items={latestOfEach(late, shown).map((each) =>
        matterItem({ view: props.view, bodies }, each, <Remind {...props} bodies={bodies} matter={each} />),
      )}
      empty={<p>{words(props.view).nothingLate}</p>}
    />
  )
}

/** Reminds each body that answers for a matter, or says when that was done. */
const Remind = (props: Pick<Props, 'view' | 'mayRemind' | 'reminded'> & Named & { matter: Matter }) => {
  const { view, bodies, mayRemind, reminded, matter } = props
  const w = words(view).office
  return (
    <>
      {matter.bodies.map((body) => {
        const at = reminded(matter, body)
        const lately = at && Temporal.Instant.compare(at.add({ hours: 24 * remindedFor.days }), view.at) > 0
        if (lately) return <Badge>{w.remindedOn(dayText(dayAt(at, view.timeZone), view.lang))}</Badge>
        return (
          mayRemind && (
            <PostButton
              view={view}
              action={href(view, '/desk/tower/reminders')}
              fields={{ kind: matter.kind, about: matter.about, body }}
              kind="secondary"
              small
            >
              {matter.bodies.length > 1 ? w.remindOf(bodyNames({ view, bodies }, [body])) : w.remind}
            </PostButton>
          )
        )
      })}
    </>
  )
}

/** All of one kind that is late, each with a way to remind whoever owes it. */
export const LatePage = (
  props: Pick<Props, 'view' | 'mayRemind' | 'reminded'> &
    Named & { kind: Kind; late: readonly Matter[]; done: boolean },
) => {
  const { view, kind, late, bodies } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="desk"
      title={w.late[kind]}
      breadcrumbs={[...crumbs(view), { href: href(view, '/desk/tower'), label: w.office.title }]}
      noindex
    >
      {props.done && (
        <Notice view={view} kind="success">
          {w.office.done}
        </Notice>
      )}
      <nav aria-label={w.office.links}>
        <ul class="meta">
          {kinds.map((each) => (
            <li>
              {each === kind ? (
                <strong>{w.late[each]}</strong>
              ) : (
                <a href={href(view, `/desk/tower/late/${each}`)}>{w.late[each]}</a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <StructuredList
        level={2}
        items={late.map((each) => matterItem({ view, bodies }, each, <Remind {...props} matter={each} />))}
        empty={<EmptyState title={w.nothingLate}>{w.nothingLateText}</EmptyState>}
      />
    </Page>
  )
}
