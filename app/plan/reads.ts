import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  isNotNull,
  isNull,
  or,
  type SQL,
} from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { answeredBy } from './answering.reads.ts'
import type { Past, Version } from './changing.ts'
import {
  byPeriod,
  type Finding,
  type Hearing,
  inOrder,
  type Plan,
  type Remark,
  type Report,
  type Task,
} from './plan.ts'
import * as tables from './tables.ts'

const { plans, tasks } = tables

/** A plan as its row says it. */
export function planOf(row: typeof plans.$inferInsert): Plan {
  const { key, doc, inFiles, version = 1, draftedAt } = row
  return {
    key,
    doc,
    inFiles,
    version,
    follows: row.follows ?? null,
    from: Temporal.PlainDate.from(doc.from),
    until: doc.until === undefined ? null : Temporal.PlainDate.from(doc.until),
    draftedAt,
    submittedAt: row.submittedAt ?? null,
    approvedAt: row.approvedAt ?? null,
    reviewedAt: row.reviewedAt ?? null,
    closedAt: row.closedAt ?? null,
    agenda: row.agenda ?? null,
    sitting: row.sitting ?? null,
  }
}

/** Every plan that the city knows of, the latest period first; measures without an end come last. */
export async function allPlans(reads: Reads): Promise<Plan[]> {
  const rows = await reads.select().from(plans).where(isNull(plans.withdrawnAt)).orderBy(asc(plans.position))
  return rows.map(planOf).toSorted((a, b) => byPeriod(a.doc, b.doc))
}

export async function planByKey(reads: Reads, key: string): Promise<Plan | undefined> {
  const [row] = await reads
    .select()
    .from(plans)
    .where(and(eq(plans.key, key), isNull(plans.withdrawnAt)))
  return row && planOf(row)
}

/** The plan in force on a day; the later one, where two overlap. */
export async function currentPlan(reads: Reads, on: Day): Promise<Plan | undefined> {
  const inForce = (each: Plan) =>
    each.approvedAt !== null &&
    each.until !== null &&
    Temporal.PlainDate.compare(each.from, on) <= 0 &&
    Temporal.PlainDate.compare(on, each.until) <= 0
  return (await allPlans(reads)).find(inForce)
}

/** The tasks of a plan that stand, by their numbers. */
export async function tasksOf(reads: Reads, plan: string): Promise<Task[]> {
  const rows = await reads
    .select()
    .from(tasks)
    .where(and(eq(tasks.plan, plan), isNull(tasks.droppedIn)))
  return rows.toSorted(inOrder)
}

/** A task by its number, also one that was dropped; not one that the files no longer have. */
export async function taskByNo(reads: Reads, plan: string, no: string): Promise<Task | undefined> {
  const [row] = await reads
    .select()
    .from(tasks)
    .where(and(eq(tasks.plan, plan), eq(tasks.no, no), or(isNull(tasks.trust), isNull(tasks.droppedIn))))
  return row
}

/** A task, and what the plan is called to which it belongs. */
export type TaskLine = Task & { planTitle: Localized }

/** By what tasks can be asked for; several together narrow it. */
export type TasksAsked = {
  article?: Ref
  indicator?: string
  /** Who leads or supports it, or answers today for whoever did. */
  body?: string
  group?: string
  plan?: string
}

/** The tasks that serve something: those that stand, in plans that were approved or, where it is named, in that plan. */
export async function tasksFor(reads: Reads, asked: TasksAsked): Promise<TaskLine[]> {
  const { article, indicator, group, plan } = asked
  const narrowed: (SQL | undefined)[] = [
    isNull(tasks.droppedIn),
    isNull(plans.withdrawnAt),
    plan === undefined ? isNotNull(plans.approvedAt) : eq(tasks.plan, plan),
    article && arrayContains(tasks.articles, [article]),
    indicator === undefined ? undefined : arrayContains(tasks.indicators, [indicator]),
    group === undefined ? undefined : arrayOverlaps(tasks.groups, [group]),
  ]
  const rows = await reads
    .select({ task: tasks, doc: plans.doc })
    .from(tasks)
    .innerJoin(plans, eq(plans.key, tasks.plan))
    .where(and(...narrowed))
  const sorted = rows
    .toSorted(
      (a, b) => byPeriod(a.doc, b.doc) || a.task.plan.localeCompare(b.task.plan) || inOrder(a.task, b.task),
    )
    .map(({ task, doc }) => ({ ...task, planTitle: doc.title }))
  return asked.body === undefined ? sorted : answeredBy(sorted, await allBodies(reads), asked.body)
}

export async function versionsOf(reads: Reads, plan: string): Promise<Version[]> {
  const { no, on, reason, lang } = tables.versions
  return reads
    .select({ no, on, reason, lang })
    .from(tables.versions)
    .where(eq(tables.versions.plan, plan))
    .orderBy(asc(no))
}

/** All that a plan's past is told from: every task it ever had, and each version. */
export async function pastOf(reads: Reads, plan: string): Promise<Past> {
  const { version, task, was } = tables.changes
  return {
    tasks: (await reads.select().from(tasks).where(eq(tasks.plan, plan))).toSorted(inOrder),
    versions: await versionsOf(reads, plan),
    changes: await reads
      .select({ version, task, was })
      .from(tables.changes)
      .where(eq(tables.changes.plan, plan))
      .orderBy(asc(version)),
  }
}

export const findingsOf = (reads: Reads, plan: string): Promise<Finding[]> =>
  reads.select().from(tables.findings).where(eq(tables.findings.plan, plan)).orderBy(asc(tables.findings.id))

/** What was said of a plan, for everybody to read: whose account it was stays here, and so does what was hidden. */
export async function remarksOf(reads: Reads, plan: string): Promise<Remark[]> {
  const rows = await reads
    .select()
    .from(tables.remarks)
    .where(eq(tables.remarks.plan, plan))
    .orderBy(asc(tables.remarks.id))
  return rows.map(({ person: _, ...remark }) => (remark.hiddenAt ? { ...remark, who: '', text: '' } : remark))
}

export const unansweredOf = (reads: Reads, plan: string): Promise<number> =>
  reads.$count(
    tables.remarks,
    and(eq(tables.remarks.plan, plan), isNull(tables.remarks.answeredAt), isNull(tables.remarks.hiddenAt)),
  )

export const hearingsOf = (reads: Reads, plan: string): Promise<Hearing[]> =>
  reads
    .select()
    .from(tables.hearings)
    .where(eq(tables.hearings.plan, plan))
    .orderBy(asc(tables.hearings.on), asc(tables.hearings.id))

export const reportsOf = (reads: Reads, plan: string): Promise<Report[]> =>
  reads
    .select()
    .from(tables.reports)
    .where(eq(tables.reports.plan, plan))
    .orderBy(desc(tables.reports.at), asc(tables.reports.id))

/** How many tasks each plan has now. */
export async function taskCounts(reads: Reads): Promise<Map<string, number>> {
  const rows = await reads
    .select({ plan: tasks.plan, count: count() })
    .from(tasks)
    .where(isNull(tasks.droppedIn))
    .groupBy(tasks.plan)
  return new Map(rows.map((row) => [row.plan, row.count]))
}
