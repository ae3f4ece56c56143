import { eq } from 'drizzle-orm'
import { serve } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { type Actor, comesFrom, type Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { beforeChange } from './changing.ts'
import { findableTask } from './findable.ts'
import { taskForm } from './forms.ts'
import { knownFor } from './known.reads.ts'
import { type Known, unknownIn } from './known.ts'
import { stored } from './load.ts'
import { type Because, changeTasks, type OnVersion } from './on-plan.actions.ts'
import { aboutPlan, aboutTask, type Plan, type Task, type TaskDraft, type TaskParts } from './plan.ts'
import { taskByNo } from './reads.ts'
import { changes, tasks } from './tables.ts'

/** Puts tasks into a plan: one, or all of a table, in one version. */
export const add = (city: City, by: Actor, key: string, drafts: readonly TaskDraft[], because?: Because) =>
  changeTasks(city, by, key, because, async (on) => {
    const known = await knownOn(city, on)
    const entries: Entry[] = []
    for (const draft of drafts) entries.push(await insert(known, on, draft))
    const [first, ...others] = entries
    if (!first) throw new Refusal('plans.nothing-to-add')
    return [first, ...others]
  })

/** Says anew what a task is; whatever it was before stays with the version that changed it. */
export const change = (
  city: City,
  by: Actor,
  key: string,
  no: string,
  draft: Omit<TaskDraft, 'no'>,
  because?: Because,
) =>
  changeTasks(city, by, key, because, async (on) => {
    const { tx, plan, version, isDraft } = on
    const task = await standingTask(tx, key, no)
    const now = { ...task, ...checked(await knownOn(city, on), { ...draft, no }), ...years(plan, draft) }
    const was = beforeChange(task, now)
    if (Object.keys(was).length === 0) throw new Refusal('plans.nothing-changed')
    await tx.update(tasks).set(stored(now)).where(eq(tasks.id, task.id))
    if (!isDraft) await tx.insert(changes).values({ plan: key, version, task: task.id, was })
    await tie(on, now)
    return [entryOf(now, 'plans.task-rewritten', { parts: Object.keys(was).join(', ') })]
  })

/** Takes a task out, with the reason and, where another takes its place, which one. */
export const drop = (
  city: City,
  by: Actor,
  key: string,
  no: string,
  because: { text: string; lang: Lang },
  replacedBy?: string,
) =>
  changeTasks(city, by, key, because, async (on) => {
    if (replacedBy === no) throw new Refusal('plans.replaces-itself', {}, 'replacedBy')
    const next = replacedBy === undefined ? undefined : await found(taskByNo(on.tx, key, replacedBy))
    if (next && next.droppedIn !== null) throw new Refusal('plans.task-gone', { no: next.no }, 'replacedBy')
    return [await takeOut(on, no, because, replacedBy)]
  })

/** Puts a new task in the place of another, in one version. */
export const replace = (
  city: City,
  by: Actor,
  key: string,
  no: string,
  draft: TaskDraft,
  because: { text: string; lang: Lang },
) =>
  changeTasks(city, by, key, because, async (on) => [
    await insert(await knownOn(city, on), on, draft),
    await takeOut(on, no, because, draft.no),
  ])

async function insert(known: Known, on: OnVersion, draft: TaskDraft): Promise<Entry> {
  const { tx, plan, version } = on
  if (await taskByNo(tx, plan.key, draft.no)) throw new Refusal('plans.no-taken', { no: draft.no }, 'no')
  const parts = checked(known, draft)
  const [row] = await tx
    .insert(tasks)
    .values({
      ...stored({ ...emptyTask, ...parts, ...years(plan, draft), plan: plan.key, addedIn: version }),
    })
    .returning()
  await comesFrom(tx, aboutTask(row!), aboutPlan(plan.key))
  await tie(on, row!)
  return entryOf(row!, 'plans.task-begun')
}

const emptyTask = {
  position: 0,
  droppedIn: null,
  droppedWhy: null,
  droppedLang: null,
  replacedBy: null,
  trust: null,
}

async function takeOut(
  { tx, at, plan, version }: OnVersion,
  no: string,
  because: { text: string; lang: Lang },
  replacedBy: string | undefined,
): Promise<Entry> {
  const task = await standingTask(tx, plan.key, no)
  const gone = {
    droppedIn: version,
    droppedWhy: because.text,
    droppedLang: because.lang,
    replacedBy: replacedBy ?? null,
  }
  await tx.update(tasks).set(gone).where(eq(tasks.id, task.id))
  await serve(tx, { about: aboutTask(task), title: task.title }, [], at)
  const what = replacedBy === undefined ? 'plans.task-dropped' : 'plans.task-replaced'
  return entryOf({ ...task, ...gone }, what, replacedBy === undefined ? {} : { by: replacedBy })
}

async function standingTask(tx: Tx, plan: string, no: string): Promise<Task> {
  const task = await found(taskByNo(tx, plan, no))
  if (task.droppedIn !== null) throw new Refusal('plans.task-gone', { no })
  if (task.trust) throw new Refusal('plans.in-files')
  return task
}

/** A task runs from the first day of one year to the last of another, within its plan. */
function years(plan: Plan, { from, until }: Pick<TaskDraft, 'from' | 'until'>): Pick<Task, 'from' | 'until'> {
  const first = from ?? plan.from.year
  if (first < plan.from.year || (plan.until && until !== null && until > plan.until.year))
    throw new Refusal('plans.outside-period', {}, 'until')
  if (until !== null && until < first) throw new Refusal('plans.ends-before-it-begins', {}, 'until')
  return {
    from: Temporal.PlainDate.from({ year: first, month: 1, day: 1 }),
    until: until === null ? null : Temporal.PlainDate.from({ year: until, month: 12, day: 31 }),
  }
}

const knownOn = ({ facts }: City, { tx, at, plan }: OnVersion): Promise<Known> =>
  knownFor(tx, facts, plan, dayAt(at, facts.timeZone))

/** The parts of a task, all of which name something that there is. */
function checked(known: Known, { from: _, until: __, ...draft }: TaskDraft): TaskParts & Pick<Task, 'no'> {
  if (Object.keys(draft.title).length === 0) throw new Refusal('plans.title-missing')
  const unknown = unknownIn(known, draft)
  if (unknown) throw new Refusal('plans.unknown', { said: unknown.said }, unknown.field)
  return draft
}

/** Lets a task be found; a right counts it only once the plan is approved. */
async function tie({ tx, at, isDraft }: OnVersion, task: Task): Promise<void> {
  if (!isDraft) await serve(tx, { about: aboutTask(task), title: task.title }, task.articles, at)
  await indexThing(tx, findableTask(task, false))
}

const entryOf = (task: Task, what: string, facts: NonNullable<Entry['facts']> = {}): Entry => ({
  what,
  about: aboutTask(task),
  title: task.title,
  facts,
  shows: taskForm(task),
})
