import { canonical } from '#kit/canonical.ts'
import type { Day } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import type { Before, Task, TaskParts } from './plan.ts'

/** A version of a plan, and why there is one. */
export type Version = { no: number; on: Day; reason: string; lang: Lang }

/** What a version changed in a task that stayed. */
export type Change = { version: number; task: number; was: Before }

/** How large a plan was on a day. */
export type Size = { tasks: number; bodies: number }

/** What lies between two days of a plan: with it, one size follows from the other. */
export type Between = {
  added: Task[]
  dropped: Task[]
  /** Gone, with another in its place. */
  replaced: { task: Task; by: Task }[]
  changed: {
    task: Task
    parts: (keyof Before)[]
    leads: { from: readonly string[]; to: readonly string[] }
  }[]
}

/** All that a plan's past is told from. */
export type Past = { tasks: readonly Task[]; versions: readonly Version[]; changes: readonly Change[] }

/** The version in force on a day; nothing before the first. */
export const versionOn = (versions: readonly Version[], on: Day): number =>
  versions
    .filter((each) => Temporal.PlainDate.compare(each.on, on) <= 0)
    .reduce((last, each) => Math.max(last, each.no), 0)

/** The tasks of a plan as a version had them. */
export const tasksIn = (past: Past, version: number): Task[] =>
  past.tasks
    .filter((each) => each.addedIn <= version && (each.droppedIn === null || each.droppedIn > version))
    .map((each) => asIn(each, past.changes, version))

/** A task as it was in a version: what was changed later is put back, the newest first. */
function asIn(task: Task, changes: readonly Change[], version: number): Task {
  const later = changes.filter((each) => each.task === task.id && each.version > version)
  return later.toSorted((a, b) => b.version - a.version).reduce((then, { was }) => before(then, was), task)
}

const before = (task: Task, { from, until, ...parts }: Before): Task => ({
  ...task,
  ...parts,
  ...(from !== undefined && { from: Temporal.PlainDate.from(from) }),
  ...(until !== undefined && { until: until === null ? null : Temporal.PlainDate.from(until) }),
})

export const sizeOf = (tasks: readonly Task[]): Size => ({
  tasks: tasks.length,
  bodies: new Set(tasks.flatMap((each) => each.leads)).size,
})

/** How large a plan was on a day, by its versions. */
export const sizeOn = (past: Past, on: Day): Size => sizeOf(tasksIn(past, versionOn(past.versions, on)))

/** What made the plan of one day that of another. */
export function between(past: Past, from: Day, to: Day): Between {
  const old = new Map(tasksIn(past, versionOn(past.versions, from)).map((each) => [each.no, each]))
  const now = new Map(tasksIn(past, versionOn(past.versions, to)).map((each) => [each.no, each]))
  const gone = [...old.values()].filter((each) => !now.has(each.no))
  const placed = gone.map((task) => ({ task, by: now.get(task.replacedBy ?? '') }))
  return {
    added: [...now.values()].filter((each) => !old.has(each.no)),
    dropped: placed.filter((each) => !each.by).map((each) => each.task),
    replaced: placed.flatMap(({ task, by }) => (by ? [{ task, by }] : [])),
    changed: [...now.values()].flatMap((task) => changeOf(old.get(task.no), task)),
  }
}

function changeOf(was: Task | undefined, task: Task): Between['changed'] {
  const parts = was ? changedParts(was, task) : []
  return was && parts.length > 0 ? [{ task, parts, leads: { from: was.leads, to: task.leads } }] : []
}

const parts = [
  'area',
  'goal',
  'title',
  'text',
  'articles',
  'groups',
  'leads',
  'supporting',
  'indicators',
  'findings',
  'cost',
] as const satisfies readonly (keyof TaskParts)[]

type Comparable = TaskParts & Pick<Task, 'from' | 'until'>

/** In what two states of a task differ. */
export function changedParts(was: Comparable, now: Comparable): (keyof Before)[] {
  const differs = (a: unknown, b: unknown) => canonical(a ?? null) !== canonical(b ?? null)
  return [
    ...parts.filter((part) => differs(was[part], now[part])),
    ...(['from', 'until'] as const).filter((part) => String(was[part]) !== String(now[part])),
  ]
}

/** The changed parts of a task as they were, to be kept with the version that changed them. */
export function beforeChange(was: Comparable, now: Comparable): Before {
  const kept = changedParts(was, now).map((part) => {
    const value = was[part]
    return [part, value instanceof Temporal.PlainDate ? String(value) : value]
  })
  return Object.fromEntries(kept)
}
