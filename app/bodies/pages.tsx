import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { DayForm } from '#ui/day-form.tsx'
import { href } from '#ui/href.ts'
import { Disclosure, InPageNav } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy, DayText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { type Bodies, type Branch, type Happening, happenings, isVacant, treeOn } from './body.ts'
import { Names } from './parts.tsx'
import { words } from './words.ts'

type Props = { view: View; bodies: Bodies; on: Day; today: Day }

/** All bodies as they stood on a day, each under the one it belonged to. */
export const BodiesPage = ({ view, bodies, on, today }: Props) => {
  const w = words(view)
  const tree = treeOn(bodies, on)
  const told = happenings(bodies)
  return (
    <Page
      view={view}
      current="bodies"
      title={w.title}
      lead={w.lead}
      aside={
        <InPageNav
          view={view}
          items={[
            { id: 'standing', label: w.standsOn },
            { id: 'changes', label: w.changesTitle },
          ]}
        />
      }
    >
      <DayForm view={view} on={on} today={today} changed={told.map((each) => each.on)} />
      <section class="flow" aria-labelledby="standing">
        <h2 id="standing">
          <DayText view={view} day={on} />
        </h2>
        {tree.length === 0 ? (
          <EmptyState title={w.noneStood} />
        ) : (
          <>
            <p class="muted">{w.standing(count(tree))}</p>
            <Tree view={view} branches={tree} on={on} />
          </>
        )}
      </section>
      <section class="flow" id="changes">
        <h2>{w.changesTitle}</h2>
        <p>{w.changesLead}</p>
        <Changes view={view} bodies={bodies} happened={told} />
      </section>
      <p class="not-printed">
        {w.downloads}: <a href={href(view, `/bodies.csv?on=${on}`)}>CSV</a> ·{' '}
        <a href={href(view, `/bodies.json?on=${on}`)}>JSON</a> ·{' '}
        <a href={href(view, '/bodies.popolo.json')}>Popolo</a>
      </p>
    </Page>
  )
}

const count = (branches: readonly Branch[]): number =>
  branches.reduce((sum, each) => sum + 1 + count(each.children), 0)

const Tree = ({ view, branches, on }: { view: View; branches: readonly Branch[]; on: Day }) => {
  const w = words(view)
  return (
    <ul class="tree">
      {branches.map(({ body, version, children }) => (
        <li>
          <a href={href(view, `/bodies/${body.key}`)}>
            <Local view={view} text={version.name} />
          </a>{' '}
          <span class="muted">
            {w.kinds[body.kind]}
            {version.staff !== undefined && ` · ${w.timeline.staff(version.staff)}`}
            {version.units !== undefined &&
              ` · ${w.unitsAre[version.unitsAre ?? 'departments'](version.units)}`}
          </span>{' '}
          {body.posts.some((post) => isVacant(post, on)) && <Badge tone="waiting">{w.vacant}</Badge>}
          {children.length > 0 && <Tree view={view} branches={children} on={on} />}
        </li>
      ))}
    </ul>
  )
}

const shownAtOnce = 12

const Changes = (props: { view: View; bodies: Bodies; happened: readonly Happening[] }) => {
  const w = words(props.view)
  const newestFirst = props.happened.toReversed()
  const rest = newestFirst.slice(shownAtOnce)
  const table = (happened: readonly Happening[]) => <ChangeTable {...props} happened={happened} />
  return (
    <>
      {table(newestFirst.slice(0, shownAtOnce))}
      {rest.length > 0 && <Disclosure summary={`${w.steps} (${rest.length})`}>{table(rest)}</Disclosure>}
    </>
  )
}

const ChangeTable = (props: { view: View; bodies: Bodies; happened: readonly Happening[] }) => {
  const { view, bodies } = props
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.newestFirst}
      columns={[
        { key: 'when', label: w.when, kind: 'date' },
        { key: 'what', label: w.what },
        { key: 'who', label: w.who },
      ]}
      rows={props.happened.map((each) => ({
        when: (
          <a href={`?on=${each.on}`}>
            <DayBy view={view} on={each.on} precision={each.precision} />
          </a>
        ),
        what: w.happened[each.what],
        who: <Whom view={view} bodies={bodies} happening={each} />,
      }))}
    />
  )
}

/** More are shown when asked for. */
const fewNames = 6

const Whom = ({ view, bodies, happening }: { view: View; bodies: Bodies; happening: Happening }) => {
  const on = Temporal.PlainDate.from(happening.on)
  const { succession } = happening
  if (!succession) {
    const names = <Names view={view} bodies={bodies} keys={happening.bodies} on={on} />
    if (happening.bodies.length <= fewNames) return names
    return <Disclosure summary={words(view).standing(happening.bodies.length)}>{names}</Disclosure>
  }
  return (
    <>
      <Names view={view} bodies={bodies} keys={succession.from} on={on.subtract({ days: 1 })} />
      {succession.to.length > 0 && ' → '}
      <Names view={view} bodies={bodies} keys={succession.to} on={on} />
    </>
  )
}
