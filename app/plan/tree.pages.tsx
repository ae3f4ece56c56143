import { nameOf } from '#bodies/index.ts'
import { courseSaid, type IndicatorLine } from '#indicators/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { type Planned, PlanTimeline } from '#ui/charts/plan-timeline.tsx'
import { BarChart } from '#ui/charts.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Table } from '#ui/table.tsx'
import { Local } from '#ui/trust.tsx'
import { groupName, type Names, partName, taskItem } from './parts.tsx'
import { aboutTask, ordered, type Plan, type Task } from './plan.ts'
import { words } from './words.ts'

type Props = {
  view: View
  plan: Plan
  tasks: readonly Task[]
  names: Names
  /** Those that tasks name, with their newest values. */
  indicators: readonly IndicatorLine[]
}

/** Areas with their tasks, as one reads them; what is not documented is said to be so. */
export const Tasks = (props: Props) => {
  const { view, plan, tasks } = props
  const w = words(view)
  const said = plan.doc.sizes[0]?.tasks
  const areas = ordered(plan.doc.areas)
  const loose = tasks.filter((task) => !areas.some((each) => each.key === task.area))
  return (
    <section class="flow" id="tasks">
      <h2>{areas.length > 0 ? w.tasksByArea : w.tasks}</h2>
      {tasks.length === 0 && areas.length === 0 && <p>{plan.inFiles ? w.noTasksDocumented : w.noTasks}</p>}
      {plan.inFiles && said !== undefined && <p>{w.tasksDocumented(tasks.length, said)}</p>}
      {areas.map((area) => (
        <section class="flow">
          <h3>
            <Local view={view} text={area.title} />
          </h3>
          <Lines {...props} tasks={tasks.filter((each) => each.area === area.key)} />
        </section>
      ))}
      {loose.length > 0 && <Lines {...props} tasks={loose} />}
      {tasks.length > 0 && (
        <>
          <Disclosure summary={w.inTime}>
            <TasksInTime {...props} />
          </Disclosure>
          <p>
            <a href={href(view, `/plans/${plan.key}/tasks`)}>{w.asList}</a>
          </p>
        </>
      )}
    </section>
  )
}

const Lines = ({ view, plan, tasks, names, indicators }: Props) => {
  const w = words(view)
  return (
    <StructuredList
      level={4}
      empty={<p class="muted">{plan.inFiles ? w.noTasksInArea : w.noTasks}</p>}
      items={tasks.map((task) => ({
        ...taskItem(view, task, names),
        text: <About view={view} task={task} indicators={indicators} />,
      }))}
    />
  )
}

/** What a task is, and how it shows in the figures. */
const About = ({ view, task, indicators }: Pick<Props, 'view' | 'indicators'> & { task: Task }) => {
  const lines = task.indicators.flatMap((key) => indicators.find((each) => each.key === key) ?? [])
  return (
    <>
      {task.text && <Local view={view} text={task.text} />}
      {lines.map((line, index) => (
        <>
          {(index > 0 || task.text) && <br />}
          <a href={href(view, `/indicators/${line.key}`)}>
            <Local view={view} text={line.doc.title} />
          </a>
          : {courseSaid(view, line)}
        </>
      ))}
    </>
  )
}

/** The tasks along the years of the plan, under their areas. */
const TasksInTime = ({ view, plan, tasks }: Props) => {
  const w = words(view)
  const today = todayOf(view)
  return (
    <PlanTimeline
      view={view}
      caption={w.tasks}
      name={w.task}
      today={today}
      things={tasks.map((task) => ({
        name: plain(task.title, view),
        href: href(view, `/${aboutTask(task)}`),
        ...(task.area && { group: partName(view, plan.doc.areas, task.area) }),
        from: task.from,
        until: task.until,
        ...stateIn(view, task),
      }))}
    />
  )
}

/** By its years alone: whether it is done, only its promises can tell. */
function stateIn(view: View, { from, until }: Task): Pick<Planned, 'state' | 'says'> {
  const w = words(view)
  const today = todayOf(view)
  if (Temporal.PlainDate.compare(today, from) < 0) return { state: 'planned' }
  if (until && Temporal.PlainDate.compare(until, today) < 0) return { state: 'dropped', says: w.over }
  return { state: 'running' }
}

/** How many agendas there are for whom. */
export const Targets = ({ view, plan, names }: Pick<Props, 'view' | 'plan' | 'names'>) => {
  const w = words(view)
  const { targets } = plan.doc
  if (targets.length === 0) return null
  const known = targets.filter((each) => each.agendas !== undefined)
  return (
    <section class="flow" id="targets">
      <h2>{w.targets}</h2>
      <Table
        view={view}
        caption={w.targetsCaption}
        columns={[
          { key: 'group', label: w.group },
          { key: 'agendas', label: w.agendas, kind: 'number' },
        ]}
        rows={targets.map(({ group, agendas }) => ({
          group: groupName(view, names, group),
          agendas: agendas ?? w.notDocumented,
        }))}
        {...(known.length > 1 && {
          foot: { group: w.sum, agendas: known.reduce((sum, each) => sum + (each.agendas ?? 0), 0) },
        })}
      />
    </section>
  )
}

/** Who leads how many tasks. */
export const Work = ({ view, plan, tasks, names }: Props) => {
  const w = words(view)
  if (tasks.length === 0) return null
  const led = Map.groupBy(
    tasks.flatMap((task) => task.leads),
    (body) => body,
  )
  const bars = [...led]
    .map(([body, all]) => ({
      label: nameOf(view, names.bodies, body, names.on),
      value: all.length,
      href: href(view, `/plans/${plan.key}/tasks?body=${body}`),
    }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label, view.lang))
  return (
    <section class="flow" id="work">
      <h2>{w.work}</h2>
      {bars.length === 0 ? (
        <p>{w.workUnknown}</p>
      ) : (
        <BarChart view={view} caption={w.workCaption} bars={bars} />
      )}
    </section>
  )
}
