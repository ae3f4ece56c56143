import type { Axes } from '#commitments/index.ts'
import type { CityFacts, NormInForce } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { type Deadline, dueAt } from '#kit/deadline.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'

export const answers = ['accepted', 'in-part', 'declined'] as const
export type AnswerKind = (typeof answers)[number]

/** Why not, or not all of it. */
export const reasons = ['law', 'money', 'competence', 'overlap', 'other'] as const
export type Reason = (typeof reasons)[number]

/** The dated facts from which follows what became of a recommendation. */
export type Dated = {
  /** The moment from which the answer is late; none where the city has no such rule. */
  dueAt: Instant | null
  answer: AnswerKind | null
  /** When what was not accepted is looked at again. */
  reviewOn: Day | null
}

export type Recommendation = {
  id: number
  committee: string
  /** The number of the sitting in its committee. */
  sitting: number
  item: number
  title: string
  text: string | null
  decision: string | null
  lang: string
  body: string
  madeAt: Instant
  dueAt: Instant | null
  answeredAt: Instant | null
  answer: AnswerKind | null
  reviewOn: Day | null
}

/** With what came of it; nothing where nothing was promised. */
export type Followed = Recommendation & { axes: Axes | undefined }

/** What the body said, at one time. */
export type Answer = {
  at: Instant
  body: string
  answer: AnswerKind
  text: string
  lang: string
  reason: Reason | null
  because: string | null
  reviewOn: Day | null
  commitments: Ref[]
}

export const acceptances = ['waiting', 'overdue', ...answers] as const
export type Acceptance = (typeof acceptances)[number]

/** What the recommended body said, or that it has said nothing; `acceptanceIs` in the reads says the same. */
export function acceptanceOf({ answer, dueAt }: Pick<Dated, 'answer' | 'dueAt'>, at: Instant): Acceptance {
  if (answer) return answer
  return dueAt && !isBefore(at, dueAt) ? 'overdue' : 'waiting'
}

/** Whether the body owes a second look at what it declined. */
export const isReviewDue = ({ reviewOn }: Pick<Dated, 'reviewOn'>, today: Day): boolean =>
  reviewOn !== null && Temporal.PlainDate.compare(reviewOn, today) <= 0

/** The rule by which an answer is due to what was decided on a day; none where none was in force. */
function answerNorm({ procedures, norm }: CityFacts, on: Day): NormInForce | undefined {
  if (!procedures) return undefined
  try {
    return norm(procedures.recommendationAnswer, on)
  } catch (error) {
    if (error instanceof Error && error.name === 'NoNorm') return undefined
    throw error
  }
}

/** By when an answer is owed, counted from the day of the decision. */
export function answerLimit(facts: CityFacts, madeAt: Instant): Deadline | undefined {
  const on = dayAt(madeAt, facts.timeZone)
  const norm = answerNorm(facts, on)
  return norm && deadlineBy(norm, on)
}

export function answerDueAt(facts: CityFacts, madeAt: Instant): Instant | null {
  const limit = answerLimit(facts, madeAt)
  return (limit && dueAt(limit, facts.calendar, facts.timeZone)) ?? null
}

/** What the body said, as it was sent. */
export type Said = {
  answer: AnswerKind
  reason?: Reason | undefined
  /** The reason in words. */
  because?: string | undefined
  reviewOn?: Day | undefined
  pledges: number
}

/** @throws Refusal of a no without reasons and a day to look again, and of a yes that promises nothing. */
export function checkAnswer({ answer, reason, because, reviewOn, pledges }: Said, today: Day): void {
  if (answer === 'accepted') {
    if (reason) throw new Refusal('committees.reason-for-a-yes', {}, 'reason')
  } else {
    if (!reason) throw new Refusal('committees.reason-missing', {}, 'reason')
    if (!because) throw new Refusal('committees.because-missing', {}, 'because')
    if (!reviewOn) throw new Refusal('committees.review-missing', {}, 'reviewOn')
    if (Temporal.PlainDate.compare(reviewOn, today) <= 0)
      throw new Refusal('committees.review-in-the-past', {}, 'reviewOn')
  }
  if (answer === 'declined' && pledges > 0) throw new Refusal('committees.pledge-with-a-no', {}, 'answer')
  if (answer !== 'declined' && pledges === 0)
    throw new Refusal('committees.pledge-missing', {}, 'pledge1.title')
}

/** @throws Refusal of a second answer, unless the first left something to be looked at again. */
export function checkAnswerable(known: { answer: AnswerKind | null; answers: number }, seen: number): void {
  if (known.answer === 'accepted' || known.answers !== seen)
    throw new Refusal('committees.recommendation-answered-already')
}

/** Where a recommendation stands: with the item of the sitting that decided it. */
export const refOfRecommendation = ({
  committee,
  sitting,
  item,
}: Pick<Recommendation, 'committee' | 'sitting' | 'item'>): Ref =>
  ref('committees', `${committee}/sittings/${sitting}/items/${item}`)
