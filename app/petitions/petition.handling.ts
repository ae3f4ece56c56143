import { Refusal } from '#kit/refusal.ts'
import type { Day, Instant } from '#kit/time.ts'
import { type Dated, type Outcome, type Reason, stateOf } from './petition.ts'

/** @throws Refusal once nobody waits for an answer any more. */
export function checkUnanswered(petition: Dated, at: Instant): void {
  switch (stateOf(petition, at)) {
    case 'withdrawn':
      throw new Refusal('petitions.was-withdrawn')
    case 'merged':
      throw new Refusal('petitions.was-merged')
    case 'objected':
    case 'objection-overdue':
      throw new Refusal('petitions.under-objection')
    case 'answered':
    case 'closed':
      throw new Refusal('petitions.answered-already')
  }
}

/** @throws Refusal of what takes an answer that stands. */
export function checkAnswered(petition: Dated, at: Instant): void {
  const state = stateOf(petition, at)
  if (state === 'objected' || state === 'objection-overdue') throw new Refusal('petitions.under-objection')
  if (state !== 'answered' && state !== 'closed') throw new Refusal('petitions.no-answer-yet')
}

/** Which of what is owed a queue shows. */
export const shows = ['all', 'late', 'soon', 'paused'] as const
export type Shows = (typeof shows)[number]

/** Answers that leave something undone, which takes a reason and a day to look again. */
export const isNo = (outcome: Outcome): boolean => outcome === 'declined' || outcome === 'in-part'

export type Said = {
  outcome: Outcome
  text: string
  lang: string
  reason?: Reason | undefined
  because?: string | undefined
  reviewOn?: Day | undefined
  referredTo?: string | undefined
  referredReach?: string | undefined
  consented?: boolean | undefined
}

type Problem = { field: keyof Said | 'pledge1.title'; code: string }

/** What an answer lacks to be one. */
export function lackingIn(said: Said, pledges: readonly { kind: 'new' | 'under-way' }[]): Problem[] {
  const { outcome } = said
  const has = (kind: 'new' | 'under-way') => pledges.some((each) => each.kind === kind)
  const promises = outcome === 'accepted' || outcome === 'in-part'
  const problems: [boolean, Problem['field'], string][] = [
    [isNo(outcome) && !said.reason, 'reason', 'petitions.reason-missing'],
    [isNo(outcome) && !said.because, 'because', 'petitions.because-missing'],
    [isNo(outcome) && !said.reviewOn, 'reviewOn', 'petitions.review-missing'],
    [outcome === 'referred' && !said.referredTo, 'referredTo', 'petitions.referred-to-missing'],
    [outcome === 'referred' && !said.referredReach, 'referredReach', 'petitions.referred-reach-missing'],
    [promises && !has('new'), 'pledge1.title', 'petitions.pledge-missing'],
    [outcome === 'under-way' && !has('under-way'), 'pledge1.title', 'petitions.under-way-missing'],
    [
      !promises && outcome !== 'under-way' && pledges.length > 0,
      'pledge1.title',
      'petitions.pledge-out-of-place',
    ],
  ]
  return problems.flatMap(([lacks, field, code]) => (lacks ? [{ field, code }] : []))
}

/** A no is looked at again within the time in which whoever said it can still be asked. */
const furthestReview = { years: 3 }

/** @throws Refusal of a day that is no real promise to look again. */
export function checkReviewDay(on: Day, today: Day, field = 'reviewOn'): void {
  if (Temporal.PlainDate.compare(on, today) <= 0) throw new Refusal('petitions.review-not-ahead', {}, field)
  if (Temporal.PlainDate.compare(on, today.add(furthestReview)) > 0)
    throw new Refusal('petitions.review-too-far', { years: furthestReview.years }, field)
}

/** Whether a pause goes on past a day. */
export const lasts = (pause: { to: Day | null } | undefined, day: Day): boolean =>
  pause !== undefined && (!pause.to || Temporal.PlainDate.compare(pause.to, day) > 0)

/** By how many days something came too late that was late from a moment on. */
export function daysLate(dueAt: Instant | null, done: Day, timeZone: string): number {
  if (!dueAt) return 0
  const lastDay = dueAt.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 })
  return Math.max(0, lastDay.until(done).days)
}
