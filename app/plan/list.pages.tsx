import { nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { Button } from '#ui/buttons.tsx'
import { Checkbox, Select } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { unlinked } from './completeness.ts'
import type { Asked } from './filtering.ts'
import { crumbs, Downloads, groupName, type Names, taskItem } from './parts.tsx'
import { ordered, type Plan, type Task } from './plan.ts'
import type { TaskLine } from './reads.ts'
import { words } from './words.ts'

type Props = {
  view: View
  /** The one whose tasks they are; all plans without. */
  plan: Plan | undefined
  asked: Asked
  rows: readonly TaskLine[]
  /** Those among which was chosen: what the filters offer is found in them. */
  all: readonly TaskLine[]
  names: Names
}

/** The tasks of one plan or of all, chosen by what they serve and who answers for them. */
export const TasksPage = (props: Props) => {
  const { view, plan, rows, names } = props
  const w = words(view)
  const path = plan ? `/plans/${plan.key}/tasks` : '/plan/tasks'
  return (
    <Page
      view={view}
      current="plan"
      title={plan ? w.tasks : w.everyTask}
      {...(plan && { kicker: <InItsLanguage view={view} text={plan.doc.title} /> })}
      breadcrumbs={crumbs(view, plan)}
    >
      <Filters {...props} />
      <StructuredList
        level={2}
        empty={<EmptyState title={w.noneFound} />}
        items={rows.map((task) => {
          const item = taskItem(view, task, names)
          return plan
            ? item
            : {
                ...item,
                meta: [<InItsLanguage view={view} text={task.planTitle} />, ...(item.meta ?? [])],
              }
        })}
      />
      <Downloads view={view} path={path} />
    </Page>
  )
}

const Filters = ({ view, plan, asked, all, names }: Props) => {
  const w = words(view)
  const some = (values: readonly string[], label: (key: string) => string) =>
    [...new Set(values)]
      .map((value) => ({ value, label: label(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, view.lang, { numeric: true }))
  const select = (name: keyof Asked, label: string, options: readonly { value: string; label: string }[]) =>
    (options.length > 0 || asked[name]) && (
      <Select view={view} {...{ name, label, options }} value={asked[name] ?? ''} empty={w.any} optional />
    )
  const parts = (named: Plan['doc']['areas']) =>
    ordered(named).map(({ key, title }) => ({ value: key, label: plain(title, view) }))
  const article = (about: string) => {
    const one = names.articles.find((each) => each.about === about)
    return one ? `${articleName(view, one.no)} ${plain(one.title, view)}` : about
  }
  const bodies = all.flatMap((each) => [...each.leads, ...each.supporting])
  return (
    <form method="get" class="filters not-printed" aria-label={w.filter}>
      {plan && select('area', w.area, parts(plan.doc.areas))}
      {plan && select('goal', w.goal, parts(plan.doc.goals))}
      {select(
        'group',
        w.group,
        some(
          all.flatMap((each) => each.groups),
          (key) => groupName(view, names, key),
        ),
      )}
      {select(
        'body',
        w.leads,
        some(bodies, (key) => nameOf(view, names.bodies, key, names.on)),
      )}
      {select(
        'article',
        w.articles,
        some(
          all.flatMap((each) => each.articles),
          article,
        ),
      )}
      <Checkbox view={view} name="unlinked" label={w.onlyUnlinked} value={asked.unlinked ?? ''} optional />
      <Button kind="secondary">{w.show}</Button>
    </form>
  )
}

/** The tasks that nothing can be measured by, or that name nobody's right. */
export const UnlinkedPage = (props: { view: View; plan: Plan; tasks: readonly Task[]; names: Names }) => {
  const { view, plan, tasks, names } = props
  const w = words(view)
  const loose = unlinked(tasks)
  return (
    <Page
      view={view}
      current="plan"
      title={w.unlinked.title}
      kicker={<InItsLanguage view={view} text={plan.doc.title} />}
      lead={w.unlinked.lead}
      breadcrumbs={crumbs(view, plan)}
    >
      <StructuredList
        level={2}
        empty={<EmptyState title={w.unlinked.none} />}
        items={loose.map(({ task, lacks }) =>
          taskItem(
            view,
            task,
            names,
            lacks.map((each) => <Badge tone="waiting">{w.unlinked.lacks[each]}</Badge>),
          ),
        )}
      />
      <p class="not-printed">
        <a href={href(view, `/plans/${plan.key}/tasks?unlinked=yes`)}>{w.asList}</a>
      </p>
    </Page>
  )
}
