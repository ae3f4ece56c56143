import type { PlanFile } from '#city/index.ts'
import type { Ref } from '#kit/ref.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'

/** What a plan says of itself besides its tasks. */
export type PlanDoc = Omit<PlanFile, 'tasks'>

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

/** Something that the plan is to bring about. */
export type Task = {
  id: number
  plan: string
  /** As the plan numbers it: `1-2`. */
  no: string
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
  from: Day
  until: Day | null
  /** In the smallest unit of the city's currency; nothing where it is not said, zero where it costs none. */
  cost: number | null
  /** The version of the plan with which it came, and the one with which it went. */
  addedIn: number
  droppedIn: number | null
  droppedWhy: string | null
  replacedBy: number | null
}
