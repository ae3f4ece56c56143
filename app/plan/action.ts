import type { CityFacts } from '#kit/city.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import type { Task } from './plan.ts'

/** What a task does in a year. */
export type Action = {
  id: number
  task: number
  year: number
  title: string
  text: string
  lang: Lang
  /** What is counted, and how much of it there is to be by the end. */
  measure: string
  target: number
  /** Who has to agree, and then to keep it; the first keeps its plan. */
  leads: readonly string[]
  startsOn: Day
  dueOn: Day
  /** Zero where it costs no extra money. */
  cost: number
  milestones: readonly { title: string; dueOn: string }[]
  draftedBy: string
  draftedAt: Instant
  /** Counts how often it was written. */
  wording: number
  agreedAt: Instant | null
  commitment: Ref | null
  withdrawnAt: Instant | null
  withdrawnWhy: string | null
  withdrawnLang: Lang | null
}

/** An action as somebody writes it. */
export type ActionDraft = Pick<
  Action,
  'title' | 'text' | 'lang' | 'measure' | 'target' | 'leads' | 'dueOn' | 'cost' | 'milestones'
>

export type Agreement = {
  action: number
  /** Which wording it was said of. */
  wording: number
  body: string
  agrees: boolean
  reason: string
  lang: Lang
  at: Instant
}

export const aboutAction = (task: Pick<Task, 'plan'>, id: number): Ref =>
  ref('plans', `${task.plan}/actions/${id}`)

/** What a lead says to an action as it is written now: a word to an earlier wording does not count. */
export type LeadWord = { body: string; says: 'yes' | 'no' | 'nothing'; last: Agreement | undefined }

export const leadWords = (
  { id, leads, wording }: Pick<Action, 'id' | 'leads' | 'wording'>,
  agreements: readonly Agreement[],
): LeadWord[] =>
  leads.map((body) => {
    const last = agreements.findLast(
      (each) => each.action === id && each.body === body && each.wording === wording,
    )
    return { body, says: last ? (last.agrees ? 'yes' : 'no') : 'nothing', last }
  })

/** The day of the year by which the leads agree to its actions; nothing where the city has not said it. */
export function agreedBy(facts: CityFacts, year: number): Day | undefined {
  const key = facts.procedures?.planning?.norms.agreedBy
  if (!key) return undefined
  const { value } = facts.norm(key, Temporal.PlainDate.from({ year, month: 1, day: 1 }))
  return Temporal.PlainDate.from(`${year}-${value}`)
}
