import { and, eq, isNotNull } from 'drizzle-orm'
import { serve } from '#charter/index.ts'
import type { CityFiles, PlanFile } from '#city/index.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { type Difference, differences } from '#kit/differences.ts'
import type { Ref } from '#kit/ref.ts'
import { type Instant, startOf } from '#kit/time.ts'
import { type Change, comesFrom } from '#record/index.ts'
import { indexThing, unindexThing } from '#search/index.ts'
import type { Version } from './changing.ts'
import { findablePlan, findableTask } from './findable.ts'
import { planForm, taskForm } from './forms.ts'
import { aboutPlan, aboutTask, type PlanDoc, type Task } from './plan.ts'
import { planOf, reportsOf, versionsOf } from './reads.ts'
import { plans, tasks, versions } from './tables.ts'

/** What the files say of plans and their tasks that is not yet as stored; what was made at the desk is left alone. */
export async function changes(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  const rows = await reads.select().from(plans).where(eq(plans.inFiles, true))
  const found = differences(
    rows.map(({ key, doc, withdrawnAt }) => ({ key, doc, withdrawn: withdrawnAt !== null })),
    files.plans.map(({ tasks: _, ...doc }) => ({ key: doc.key, doc })),
  )
  const changed: Change[] = []
  for (const each of found) changed.push(await planChange(reads, files, each, at))
  for (const file of files.plans) changed.push(...(await taskChanges(reads, file.key, wantedIn(file), at)))
  for (const { key, is } of found)
    if (is === 'withdrawn') changed.push(...(await taskChanges(reads, key, [], at)))
  return changed
}

async function planChange(
  reads: Reads,
  files: CityFiles,
  { key, is, doc, fields }: Difference<PlanDoc>,
  at: Instant,
): Promise<Change> {
  const about = aboutPlan(key)
  const entry = { what: `plans.plan-${is}`, about, title: doc.title }
  if (is === 'withdrawn')
    return { entry: { ...entry, shows: null }, apply: (tx) => withdraw(tx, key, about, at) }
  const [known] = await reads.select().from(plans).where(eq(plans.key, key))
  const position = doc.order ?? files.plans.findIndex((each) => each.key === key)
  const row = { ...emptyRow(key, at), ...known, ...datesOf(doc, files), doc, position, withdrawnAt: null }
  const first: Version = { no: 1, on: Temporal.PlainDate.from(doc.from), reason: '', lang: 'en' }
  const [own, reports] = [await versionsOf(reads, key), await reportsOf(reads, key)]
  return {
    entry: {
      ...entry,
      shows: planForm(planOf(row), own.length > 0 ? own : [first], reports),
      ...(fields.length > 0 && { facts: { fields: fields.join(', ') } }),
    },
    async apply(tx) {
      await tx.insert(plans).values(row).onConflictDoUpdate({ target: plans.key, set: row })
      await tx
        .insert(versions)
        .values({ plan: key, at, ...first })
        .onConflictDoNothing()
      await indexThing(tx, findablePlan(doc, true))
    },
  }
}

const emptyRow = (key: string, at: Instant) => ({
  key,
  inFiles: true,
  version: 1,
  draftedAt: at,
  submittedAt: null,
  reviewedAt: null,
  closedAt: null,
  agenda: null,
  sitting: null,
})

/** A plan of the files was approved on the day they know, and was in force from its first day in any case. */
function datesOf(doc: PlanDoc, { profile }: CityFiles) {
  const dayOf = (kind: PlanDoc['steps'][number]['kind']) =>
    doc.steps.findLast((each) => each.kind === kind)?.on
  const moment = (day: string) => startOf(Temporal.PlainDate.from(day), profile.timeZone)
  const [reviewed, closed] = [dayOf('review'), dayOf('closing')]
  return {
    follows: doc.follows ?? null,
    approvedAt: moment(dayOf('approval') ?? doc.from),
    ...(reviewed && { reviewedAt: moment(reviewed) }),
    ...(closed && { closedAt: moment(closed) }),
  }
}

async function withdraw(tx: Tx, key: string, about: Ref, at: Instant): Promise<void> {
  await tx.update(plans).set({ withdrawnAt: at }).where(eq(plans.key, key))
  await unindexThing(tx, about)
}

type TaskRow = Omit<Task, 'id'>

function rowOf(file: PlanFile, task: PlanFile['tasks'][number]): TaskRow {
  const day = (said: string | undefined) => (said === undefined ? null : Temporal.PlainDate.from(said))
  return {
    plan: file.key,
    no: task.key,
    position: task.order ?? 0,
    area: task.area,
    goal: task.goal ?? null,
    title: task.title,
    text: task.text ?? null,
    articles: task.articles as Ref[],
    groups: task.groups,
    leads: task.leads,
    supporting: task.supporting,
    indicators: task.indicators,
    findings: [],
    cost: null,
    from: day(task.from) ?? Temporal.PlainDate.from(file.from),
    until: day(task.until) ?? day(file.until),
    addedIn: 1,
    droppedIn: null,
    droppedWhy: null,
    droppedLang: null,
    replacedBy: null,
    trust: { verification: task.verification, source: task.source },
  }
}

const wantedIn = (file: PlanFile) => file.tasks.map((task) => ({ key: task.key, doc: rowOf(file, task) }))

/** Of the tasks of a plan only those that the files made; the desk's are its own. */
async function taskChanges(
  reads: Reads,
  plan: string,
  wanted: readonly { key: string; doc: TaskRow }[],
  at: Instant,
): Promise<Change[]> {
  const ours = and(eq(tasks.plan, plan), isNotNull(tasks.trust))
  const rows = await reads.select().from(tasks).where(ours)
  return differences(
    rows.map(({ id: _, ...doc }) => ({ key: doc.no, doc, withdrawn: doc.droppedIn !== null })),
    wanted,
  ).map((change) => taskChange(change, at))
}

function taskChange({ is, doc, fields }: Difference<TaskRow>, at: Instant): Change {
  const about = aboutTask(doc)
  const entry = { what: `plans.task-${is}`, about, title: doc.title }
  const row = { ...stored(doc), ...(is === 'withdrawn' && { droppedIn: 1 }) }
  return {
    entry: {
      ...entry,
      shows: is === 'withdrawn' ? null : taskForm(doc),
      ...(fields.length > 0 && { facts: { fields: fields.join(', ') } }),
    },
    async apply(tx) {
      if (is === 'withdrawn') {
        const own = and(eq(tasks.plan, doc.plan), eq(tasks.no, doc.no))
        await tx.update(tasks).set({ droppedIn: row.addedIn }).where(own)
        await serve(tx, { about, title: doc.title }, [], at)
        return unindexThing(tx, about)
      }
      await tx
        .insert(tasks)
        .values(row)
        .onConflictDoUpdate({ target: [tasks.plan, tasks.no], set: row })
      await comesFrom(tx, about, aboutPlan(doc.plan))
      await serve(tx, { about, title: doc.title }, doc.articles, at)
      await indexThing(tx, findableTask(doc, true))
    },
  }
}

/** A task as its table takes it. */
export const stored = (task: TaskRow) => ({
  ...task,
  articles: [...task.articles],
  groups: [...task.groups],
  leads: [...task.leads],
  supporting: [...task.supporting],
  indicators: [...task.indicators],
  findings: [...task.findings],
})
