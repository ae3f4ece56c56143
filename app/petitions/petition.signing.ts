import type { CityFacts, NormInForce } from '#kit/city.ts'
import type { Length } from '#kit/deadline.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, startOf } from '#kit/time.ts'
import { isOpen, type Petition, stateOf, supportOf } from './petition.ts'
import { normIfAny, procedureOf } from './procedure.ts'

/** How many it takes, of whom, within which time, and where that is laid down. */
export type Threshold = {
  norm: NormInForce
  count: number
  unit: 'supporter' | 'participant'
  window: Length
}

export type Thresholds = { discussion: Threshold | undefined; review: Threshold | undefined }

/** What it takes by the rules of the day on which it was filed: a later change touches only later petitions. */
export function thresholdsOf(facts: CityFacts, procedure: string, filedOn: Day): Thresholds {
  const { open, norms } = procedureOf(facts, procedure)
  const threshold = (key: string | undefined) =>
    thresholdBy(open ? normIfAny(facts, key, filedOn) : undefined)
  return { discussion: threshold(norms.discussion), review: threshold(norms.review) }
}

function thresholdBy(norm: NormInForce | undefined): Threshold | undefined {
  if (!norm) return undefined
  if (!norm.window) throw new Error(`The norm “${norm.key}” does not say within which time.`)
  const count = Number(norm.value) + (norm.above ? 1 : 0)
  return { norm, count, unit: norm.unit === 'participant' ? 'participant' : 'supporter', window: norm.window }
}

/** What is next for a petition to reach, if anything is. */
export const nextOf = (
  { discussedFrom, reviewedFrom }: Pick<Petition, 'discussedFrom' | 'reviewedFrom'>,
  { discussion, review }: Thresholds,
): Threshold | undefined => (reviewedFrom ? undefined : discussedFrom ? review : (discussion ?? review))

/** How many count towards a threshold. */
export const countFor = (
  { unit }: Pick<Threshold, 'unit'>,
  { signatures, participants }: Pick<Petition, 'signatures' | 'participants'>,
): number => (unit === 'participant' ? participants : signatures)

/** The moment at which a window that opens now is over: the end of its last day. */
export function closesAt({ value, unit }: Length, opened: Instant, facts: CityFacts): Instant {
  const from = dayAt(opened, facts.timeZone)
  if (unit === 'working-day') throw new Error('A window for signatures runs over all days.')
  return startOf(from.add({ [`${unit}s`]: value }).add({ days: 1 }), facts.timeZone)
}

type Supported = Pick<
  Petition,
  'signatures' | 'participants' | 'signableUntil' | 'discussedFrom' | 'reviewedFrom'
>
export type Stage = Pick<Petition, 'signableUntil' | 'discussedFrom' | 'reviewedFrom'>

/** When the first window opens: with the filing, where the procedure asks for signatures at all. */
export function opening(thresholds: Thresholds, filedAt: Instant, facts: CityFacts): Stage {
  const first = thresholds.discussion ?? thresholds.review
  return {
    signableUntil: first ? closesAt(first.window, filedAt, facts) : null,
    discussedFrom: null,
    reviewedFrom: null,
  }
}

/** How far its signatures have brought it now. With the discussion a window of its own opens for what comes after. */
export function advanced(petition: Supported, thresholds: Thresholds, at: Instant, facts: CityFacts): Stage {
  const stage = { ...petition }
  const { discussion, review } = thresholds
  const isReached = (threshold: Threshold | undefined) =>
    threshold !== undefined && countFor(threshold, petition) >= threshold.count
  if (!stage.discussedFrom && isReached(discussion)) {
    stage.discussedFrom = at
    if (review) stage.signableUntil = closesAt(review.window, at, facts)
  }
  if (!stage.reviewedFrom && (stage.discussedFrom || !discussion) && isReached(review))
    stage.reviewedFrom = at
  const { signableUntil, discussedFrom, reviewedFrom } = stage
  return { signableUntil, discussedFrom, reviewedFrom }
}

/** Whether somebody may still sign: while its window is open and the city still owes an answer. */
export const isSignable = (petition: Petition, at: Instant): boolean =>
  petition.signableUntil !== null &&
  Temporal.Instant.compare(at, petition.signableUntil) < 0 &&
  isOpen(stateOf(petition, at))

export function checkSignable(petition: Petition, at: Instant): void {
  if (!isSignable(petition, at)) throw new Refusal('petitions.not-signable')
}

/** Whether the public discusses it now. */
export const isDiscussed = (petition: Petition, at: Instant): boolean =>
  petition.discussedFrom !== null &&
  isSignable(petition, at) &&
  ['discussion', 'committee'].includes(supportOf(petition, at))

export function checkDiscussed(petition: Petition, at: Instant): void {
  if (!isDiscussed(petition, at)) throw new Refusal('petitions.not-discussed')
}
