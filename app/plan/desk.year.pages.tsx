import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import type { ActionLine, Owed } from './action.reads.ts'
import { deskPathOf } from './desk.year.paths.ts'
import type { Without, YearDesk } from './desk.year.reads.ts'
import { aboutTask } from './plan.ts'
import { yearWords } from './words.year.ts'
import { actionItem, type BodyNames, namesOf } from './year.parts.tsx'

type Props = { view: View; names: BodyNames; desk: YearDesk }

/** What is due now, each with the form it needs one press away; for the office also what others owe. */
export const YearDeskPage = (props: Props) => {
  const { view, names, desk } = props
  const w = yearWords(view).desk
  const { owed, ours, office } = desk
  const own = [
    { title: w.report, items: owed.reports.map((each) => toReport(props, each)) },
    {
      title: w.agree,
      items: owed.agreements.map(({ line }) =>
        actionItem(view, names, line, button(props, deskPathOf.agreement(line.action.id), w.say)),
      ),
    },
    ...desk.without.map((each) => tasksWithout(props, each)),
    { title: w.ours, items: ours.map((each) => ourAction(props, each)) },
  ]
  const others = office
    ? [
        { title: w.missing, items: office.missing.map(({ line }) => actionItem(view, names, line)) },
        {
          title: w.unagreed,
          items: office.unagreed.map((line) =>
            actionItem(view, names, line, button(props, deskPathOf.redraft(line.action.id), w.draft.again)),
          ),
        },
      ]
    : []
  const shown = [...own, ...others].filter(({ items }) => items.length > 0)
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      lead={w.lead}
      breadcrumbs={deskCrumbs(view).slice(0, 1)}
      noindex
    >
      <JustDone view={view} />
      {shown.length === 0 && <EmptyState title={w.nothing} />}
      {office?.untold.map(({ plan, year }) => (
        <p>
          <LinkButton href={href(view, deskPathOf.tell(plan.key, year))}>{w.tell(year)}</LinkButton>{' '}
          <Local view={view} text={plan.doc.title} />
        </p>
      ))}
      {shown.map(({ title, items }) => (
        <section class="flow">
          <h2>{title}</h2>
          <StructuredList items={items} />
        </section>
      ))}
    </Page>
  )
}

const button = ({ view }: Pick<Props, 'view'>, path: string, label: string) => (
  <LinkButton href={href(view, path)} kind="secondary" small>
    {label}
  </LinkButton>
)

function toReport(props: Props, { line, quarter }: Owed['reports'][number]): Listed {
  const { view, names } = props
  const w = yearWords(view)
  const path = deskPathOf.quarter(line.action.id, quarter.quarter)
  const item = actionItem(view, names, line, button(props, path, w.desk.reportNow(quarter.quarter)))
  const due = quarter.dueOn ? [w.due(dayText(quarter.dueOn, view.lang))] : []
  return { ...item, meta: [w.quarter(quarter.quarter), ...due, namesOf(view, names, line.action.leads)] }
}

/** An action of ours, with its last report to be corrected. */
function ourAction(props: Props, line: ActionLine): Listed {
  const w = yearWords(props.view)
  const last = line.quarters.findLast(({ reports }) => reports.length > 0)
  const path = last && deskPathOf.quarter(line.action.id, last.quarter)
  const label = last && `${w.quarter(last.quarter)}: ${w.desk.reported}`
  return actionItem(props.view, props.names, line, path && label && button(props, path, label))
}

/** More than these are found on the year's public page. */
const mostTasks = 20

function tasksWithout(props: Props, { plan, year, tasks }: Without) {
  const { view, names } = props
  const w = yearWords(view).desk
  const items: Listed[] = tasks.slice(0, mostTasks).map((task) => ({
    title: <Local view={view} text={task.title} />,
    href: href(view, `/${aboutTask(task)}`),
    ...(task.leads.length > 0 && { meta: [namesOf(view, names, task.leads)] }),
    badges: button(props, deskPathOf.draft(plan.key, task.no, year), w.write),
  }))
  const all = { title: w.public, href: href(view, `/plans/${plan.key}/years/${year}#without`) }
  return { title: w.without(year), items: tasks.length > mostTasks ? [...items, all] : items }
}

/** Says that what was sent has been done. */
const JustDone = ({ view }: { view: View }) => {
  const { done } = yearWords(view).desk
  const name = new URLSearchParams(view.query).get('done') ?? ''
  return Object.hasOwn(done, name) ? (
    <Notice view={view} kind="success" title={done[name as keyof typeof done]} />
  ) : null
}

export const deskCrumbs = (view: View) => [
  { href: href(view, '/desk'), label: yearWords(view).desk.home },
  { href: href(view, '/desk/year'), label: yearWords(view).desk.title },
]
