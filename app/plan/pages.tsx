import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { type Planned, PlanTimeline } from '#ui/charts/plan-timeline.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import { Downloads, StateBadge, stateSaid, yearsOf } from './parts.tsx'
import { type Plan, type State, stateOf } from './plan.ts'
import { words } from './words.ts'

export type Listed = { plan: Plan; tasks: number }

/** Every plan of the city along the years. */
export const PlansPage = ({ view, rows }: { view: View; rows: readonly Listed[] }) => {
  const w = words(view)
  const dated = rows.filter(({ plan }) => plan.until !== null).toReversed()
  return (
    <Page view={view} title={w.title} lead={w.lead} current="plan">
      {dated.length > 1 && (
        <PlanTimeline
          view={view}
          caption={w.timeline}
          name={w.plan}
          today={todayOf(view)}
          things={dated.map(({ plan }) => drawn(view, plan))}
        />
      )}
      <StructuredList
        level={2}
        empty={<EmptyState title={w.none} />}
        items={rows.map(({ plan, tasks }) => ({
          title: <Local view={view} text={plan.doc.title} />,
          href: href(view, `/plans/${plan.key}`),
          text: plan.doc.vision && <Local view={view} text={plan.doc.vision} />,
          meta: [yearsOf(view, plan), ...(tasks > 0 ? [w.countTasks(tasks)] : [])],
          badges: <StateBadge view={view} plan={plan} />,
        }))}
      />
      <p>
        <a href={href(view, '/plan/tasks')}>{w.everyTask}</a>
      </p>
      <Downloads view={view} path="/plans" />
    </Page>
  )
}

const looks: Record<State, Planned['state']> = {
  draft: 'planned',
  submitted: 'planned',
  approved: 'planned',
  running: 'running',
  reviewed: 'running',
  ended: 'amber',
  closed: 'done',
  standing: 'running',
}

function drawn(view: View, plan: Plan): Planned {
  const state = stateOf(plan, view.at, view.timeZone)
  return {
    name: plain(plan.doc.title, view),
    href: href(view, `/plans/${plan.key}`),
    from: plan.from,
    until: plan.until,
    state: plan.inFiles && state === 'ended' ? 'dropped' : looks[state],
    says: stateSaid(view, plan),
  }
}
