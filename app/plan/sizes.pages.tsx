import type { Child } from 'hono/jsx'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Button } from '#ui/buttons.tsx'
import { DateField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy, DayText } from '#ui/text.tsx'
import { InItsLanguage, Local, Trust } from '#ui/trust.tsx'
import { type Between, between, type Past, sizeOn } from './changing.ts'
import { bodyNames, crumbs, type Names, taskItem } from './parts.tsx'
import type { Plan, Task } from './plan.ts'
import { words } from './words.ts'

type Props = { view: View; plan: Plan; past: Past; names: Names }

/** How large the plan was on which day, each with what made it so; what is not documented is said to be so. */
export const Sizes = (props: Props) => {
  const { view, plan, past } = props
  const w = words(view).sizes
  const said = plan.doc.sizes.length > 0
  if (!said && past.versions.length < 2) return null
  return (
    <section class="flow" id="sizes">
      <h2>{w.title}</h2>
      <Table
        view={view}
        caption={w.caption}
        columns={[
          { key: 'day', label: w.day, kind: 'date' },
          { key: 'tasks', label: w.tasks, kind: 'number' },
          { key: 'bodies', label: w.bodies, kind: 'number' },
          { key: 'change', label: w.change },
        ]}
        rows={said ? saidRows(view, plan) : countedRows(props)}
        note={said ? w.said : w.counted}
      />
      <p>
        <a href={href(view, `/plans/${plan.key}/changes`)}>{w.between}</a>
      </p>
    </section>
  )
}

/** What was published: the difference is plain, which tasks made it is not. */
function saidRows(view: View, { doc }: Plan): Record<string, Child>[] {
  const w = words(view)
  return doc.sizes.map((size, at) => ({
    day: <DayBy view={view} on={size.on} precision={size.precision} />,
    tasks: size.tasks ?? w.notDocumented,
    bodies: size.bodies ?? w.notDocumented,
    change: (
      <>
        {at > 0 && <p>{w.sizes.unknown(differenceOf(view, doc.sizes[at - 1]!, size))}</p>}
        {size.note && (
          <p>
            <Local view={view} text={size.note} />
          </p>
        )}
        <Trust view={view} of={size} />
      </>
    ),
  }))
}

type Said = { tasks?: number | undefined; bodies?: number | undefined }

function differenceOf(view: View, before: Said, after: Said): string {
  const w = words(view).sizes
  const by = (part: keyof Said) =>
    before[part] === undefined || after[part] === undefined ? 0 : after[part] - before[part]
  const parts = [
    ...(by('tasks') ? [w.tasksBy(by('tasks'))] : []),
    ...(by('bodies') ? [w.bodiesBy(by('bodies'))] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : w.same
}

/** Counted from the versions, each change with its reason. */
function countedRows({ view, plan, past }: Props): Record<string, Child>[] {
  const w = words(view).sizes
  const last = new Map(past.versions.map((each) => [String(each.on), each]))
  return [...last.values()].map(({ on, no, reason, lang }) => {
    const size = sizeOn(past, on)
    const before = on.subtract({ days: 1 })
    return {
      day: <DayText view={view} day={on} />,
      tasks: size.tasks,
      bodies: size.bodies,
      change:
        no === 1 ? (
          w.first
        ) : (
          <>
            <p lang={lang}>{reason}</p>
            <a href={href(view, `/plans/${plan.key}/changes?from=${before}&to=${on}`)}>
              {madeBy(view, between(past, before, on))}
            </a>
          </>
        ),
    }
  })
}

/** `2 added, 1 gone`, also where that leaves the plan as large as it was. */
function madeBy(view: View, { added, dropped, replaced, changed }: Between): string {
  const w = words(view).sizes
  const counts = { added: added.length, gone: dropped.length + replaced.length, changed: changed.length }
  const parts = (['added', 'gone', 'changed'] as const)
    .filter((part) => counts[part] > 0)
    .map((part) => w.some(w.made[part], counts[part]))
  return parts.length > 0 ? parts.join(', ') : w.same
}

/** What made the plan of one day that of another. */
export const ChangesPage = (props: Props & { from: Day; to: Day }) => {
  const { view, plan, past, from, to } = props
  const w = words(view)
  const change = between(past, from, to)
  const [before, after] = [sizeOn(past, from).tasks, sizeOn(past, to).tasks]
  const gone = change.dropped.length + change.replaced.length
  const isSame = change.added.length + gone + change.changed.length === 0
  return (
    <Page
      view={view}
      current="plan"
      title={w.changes.title}
      kicker={<InItsLanguage view={view} text={plan.doc.title} />}
      breadcrumbs={crumbs(view, plan)}
      noindex
    >
      <form method="get" class="filters not-printed" aria-label={w.changes.show}>
        <DateField view={view} name="from" label={w.changes.from} value={String(from)} />
        <DateField view={view} name="to" label={w.changes.until} value={String(to)} />
        <Button kind="secondary">{w.changes.show}</Button>
      </form>
      {plan.doc.sizes.length > 1 && (
        <section class="flow">
          <h2>{w.changes.documented}</h2>
          <p>{w.changes.documentedLead}</p>
          <Table
            view={view}
            caption={w.sizes.caption}
            columns={[
              { key: 'day', label: w.sizes.day, kind: 'date' },
              { key: 'tasks', label: w.sizes.tasks, kind: 'number' },
              { key: 'bodies', label: w.sizes.bodies, kind: 'number' },
              { key: 'change', label: w.sizes.change },
            ]}
            rows={saidRows(view, plan)}
          />
        </section>
      )}
      <section class="flow">
        <h2>
          <DayText view={view} day={from} /> – <DayText view={view} day={to} />
        </h2>
        <p>
          {w.changes.lead(before, after)} {!isSame && w.changes.sum(before, change.added.length, gone, after)}
        </p>
        {isSame ? <p>{w.changes.none}</p> : <Changes {...props} change={change} />}
      </section>
    </Page>
  )
}

const Changes = ({ view, past, names, change }: Props & { change: Between }) => {
  const w = words(view).changes
  const reasonIn = (version: number | null) => past.versions.find((each) => each.no === version)
  const why = (version: number | null) => {
    const found = reasonIn(version)
    return found?.reason ? <span lang={found.lang}>{found.reason}</span> : undefined
  }
  const lines = (title: string, items: readonly { task: Task; text?: Child }[]) =>
    items.length > 0 && (
      <section class="flow">
        <h3>
          {title} ({items.length})
        </h3>
        <StructuredList
          level={4}
          items={items.map(({ task, text }) => ({ ...taskItem(view, task, names), ...(text && { text }) }))}
        />
      </section>
    )
  return (
    <>
      {lines(
        w.added,
        change.added.map((task) => ({ task, text: why(task.addedIn) })),
      )}
      {lines(
        w.dropped,
        change.dropped.map((task) => ({ task, text: why(task.droppedIn) })),
      )}
      {lines(
        w.replaced,
        change.replaced.map(({ task, by }) => ({
          task,
          text: (
            <>
              {w.by(by.no)}. {why(task.droppedIn)}
            </>
          ),
        })),
      )}
      {lines(
        w.changed,
        change.changed.map((each) => ({ task: each.task, text: <Changed {...{ view, names, each }} /> })),
      )}
    </>
  )
}

const Changed = (props: { view: View; names: Names; each: Between['changed'][number] }) => {
  const { view, names, each } = props
  const w = words(view)
  const bodies = (keys: readonly string[]) => bodyNames(view, names, keys) || w.changes.nobody
  const others = each.parts.filter((part) => part !== 'leads').map((part) => w.parts[part])
  const lead = each.parts.includes('leads') && w.changes.leads(bodies(each.leads.from), bodies(each.leads.to))
  return [...(lead ? [lead] : []), ...others].join(' · ')
}
