import type { PlanFile } from '#city/index.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Lang, Localized } from '#kit/words.ts'

/** What a plan says of itself besides its tasks. */
export type PlanDoc = Omit<PlanFile, 'tasks'>

/** How sure the city is of something in its files, and where it was read. */
export type Trusted = Pick<PlanFile, 'verification' | 'source'>

/** The dated facts from which the state of a plan follows. */
export type PlanDates = {
  from: Day
  until: Day | null
  draftedAt: Instant
  submittedAt: Instant | null
  approvedAt: Instant | null
  reviewedAt: Instant | null
  closedAt: Instant | null
}

export type Plan = PlanDates & {
  key: string
  doc: PlanDoc
  inFiles: boolean
  follows: string | null
  version: number
  /** The sitting on whose agenda it stands, and the one that approved it. */
  agenda: Ref | null
  sitting: Ref | null
}

/** What of a task can change while it stays the same task. */
export type TaskParts = {
  /** Empty in a plan that has no areas. */
  area: string
  goal: string | null
  title: Localized
  text: Localized | null
  articles: readonly Ref[]
  groups: readonly string[]
  /** Who answers for it; where they are two, each has to say that it is done. */
  leads: readonly string[]
  supporting: readonly string[]
  indicators: readonly string[]
  findings: readonly number[]
  /** In the smallest unit of the city's currency; nothing where it is not said, zero where it costs none. */
  cost: number | null
}

/** What a task was before a version changed it; days as text, for it is kept as JSON. */
export type Before = Partial<TaskParts & { from: string; until: string | null }>

/** Something that the plan is to bring about. */
export type Task = TaskParts & {
  id: number
  plan: string
  /** As the plan numbers it: `1-2`. */
  no: string
  /** Where the files put it; by its number where they do not say. */
  position: number
  from: Day
  until: Day | null
  /** The version of the plan with which it came, and the one with which it went. */
  addedIn: number
  droppedIn: number | null
  droppedWhy: string | null
  droppedLang: Lang | null
  /** The number of the task in its place. */
  replacedBy: string | null
  /** Of what stands in the files, and is changed there. */
  trust: Trusted | null
}

/** A task as the planning office writes it; what it leaves out stands on the list of what is missing. */
export type TaskDraft = TaskParts & Pick<Task, 'no'> & { from: number | null; until: number | null }

export const states = [
  'draft',
  'submitted',
  'approved',
  'running',
  'reviewed',
  'ended',
  'closed',
  'standing',
] as const
export type State = (typeof states)[number]

export const findingKinds = ['survey', 'hearing', 'indicator', 'case', 'recommendation'] as const
export type FindingKind = (typeof findingKinds)[number]
export type Finding = {
  id: number
  plan: string
  kind: FindingKind
  text: string
  lang: Lang
  on: Day
  source: string
}

export const outcomes = ['taken', 'in-part', 'not-taken'] as const
export type Outcome = (typeof outcomes)[number]
export const ways = ['page', 'hearing', 'letter', 'committee'] as const
export type Remark = {
  id: number
  plan: string
  way: (typeof ways)[number]
  who: string
  text: string
  lang: Lang
  at: Instant
  outcome: Outcome | null
  reason: string | null
  reasonLang: Lang | null
  task: number | null
  answeredAt: Instant | null
  hiddenAt: Instant | null
  hiddenWhy: string | null
  hiddenLang: Lang | null
}

/** Whether it waits for an answer; what was hidden has its reason instead. */
export const isOpen = (remark: Pick<Remark, 'answeredAt' | 'hiddenAt'>): boolean =>
  remark.answeredAt === null && remark.hiddenAt === null

export type Hearing = {
  id: number
  plan: string
  on: Day
  place: string
  lang: Lang
  announcedAt: Instant
  minutes: string | null
  minutesAt: Instant | null
}

export type Report = {
  id: number
  plan: string
  kind: 'mid-term' | 'closing' | 'yearly'
  year: number | null
  text: string
  lang: Lang
  figures: Readonly<Record<string, number>>
  body: string
  at: Instant
}

export const aboutPlan = (key: string): Ref => ref('plans', key)
/** By its number, which it keeps for ever. */
export const aboutTask = ({ plan, no }: Pick<Task, 'plan' | 'no'>): Ref => ref('plans', `${plan}/tasks/${no}`)

/** How things stand with a plan at a moment. A report written before its last day does not end it early. */
export function stateOf(plan: PlanDates, at: Instant, timeZone: string): State {
  const has = (moment: Instant | null) => moment !== null && !isBefore(at, moment)
  if (!has(plan.approvedAt)) return has(plan.submittedAt) ? 'submitted' : 'draft'
  const today = dayAt(at, timeZone)
  if (isAfter(plan.from, today)) return 'approved'
  if (plan.until === null) return 'standing'
  if (isAfter(today, plan.until)) return has(plan.closedAt) ? 'closed' : 'ended'
  return has(plan.reviewedAt) ? 'reviewed' : 'running'
}

/** The latest period first; what has no end comes last. */
export const byPeriod = (a: Pick<PlanDoc, 'from' | 'until'>, b: Pick<PlanDoc, 'from' | 'until'>): number =>
  Number(a.until === undefined) - Number(b.until === undefined) || b.from.localeCompare(a.from)

/** Goals and areas as the plan puts them. */
export const ordered = <P extends { order?: number | undefined }>(parts: readonly P[]): P[] =>
  parts.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)

/** Whether a plan is in force: it was approved, and the day lies in its period. */
export const isInForce = (state: State): boolean => state === 'running' || state === 'reviewed'

/** The day on which half of the period has passed, when it is time to look whether the plan still leads where it should. */
export function halfWayOf({ from, until }: Pick<PlanDates, 'from' | 'until'>): Day | undefined {
  if (until === null) return undefined
  const days = from.until(until, { largestUnit: 'days' }).days
  return from.add({ days: Math.floor(days / 2) })
}

/** @throws Refusal unless the plan is still being written, here and not in the city's files. */
export function checkDraft(plan: Plan, at: Instant, timeZone: string): void {
  if (plan.inFiles) throw new Refusal('plans.in-files')
  if (stateOf(plan, at, timeZone) !== 'draft') throw new Refusal('plans.not-a-draft')
}

/** @throws Refusal when the plan's tasks cannot be changed: before the committee, or when it is over. */
export function checkChangeable(plan: Plan, at: Instant, timeZone: string): void {
  const state = stateOf(plan, at, timeZone)
  if (state === 'submitted') throw new Refusal('plans.before-committee')
  if (state === 'ended' || state === 'closed') throw new Refusal('plans.over')
}

/** @throws Refusal unless the plan runs; where it is looked at half way, only once. */
export function checkReviewable(plan: Plan, at: Instant, timeZone: string): void {
  if (plan.reviewedAt) throw new Refusal('plans.reviewed-already')
  if (stateOf(plan, at, timeZone) !== 'running') throw new Refusal('plans.not-running')
}

/** @throws Refusal unless the plan is over or in its last year, and not closed yet. */
export function checkClosable(plan: Plan, at: Instant, timeZone: string): void {
  if (plan.closedAt) throw new Refusal('plans.closed-already')
  const state = stateOf(plan, at, timeZone)
  if (state === 'ended') return
  const lastYear = isInForce(state) && plan.until?.year === dayAt(at, timeZone).year
  if (!lastYear) throw new Refusal('plans.not-over')
}

/** @throws Refusal when what it comes after has not been closed: nobody begins anew without saying what became of the old. */
export function checkSuccession(predecessor: Pick<Plan, 'closedAt'> | undefined): void {
  if (predecessor && !predecessor.closedAt) throw new Refusal('plans.predecessor-open')
}

/** As the files order them, then by their numbers as people do: `2-9` before `2-10`. */
export const inOrder = (a: Pick<Task, 'position' | 'no'>, b: Pick<Task, 'position' | 'no'>): number =>
  a.position - b.position || a.no.localeCompare(b.no, 'en', { numeric: true })

const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0
