import type { CityFacts, NormInForce } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { dueOn } from '#kit/deadline.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { atLeast } from '#kit/share.ts'
import { type Day, dayAt, type Instant, isBefore, startOf } from '#kit/time.ts'
import { spanOf } from './rules.ts'

export const modes = ['in-person', 'video', 'both'] as const
export const presences = ['present', 'excused', 'absent'] as const
export type Presence = (typeof presences)[number]
export const proposers = ['chair', 'member', 'third', 'body', 'citizens'] as const
export const closedFor = ['privacy', 'personnel', 'contract', 'security'] as const
export const recusals = ['excluded', 'challenged', 'withdrew'] as const
export const interests = ['own-interest', 'family', 'acted-before', 'represents', 'other'] as const
export const outcomes = ['adopted', 'rejected', 'deferred', 'noted'] as const
export type Outcome = (typeof outcomes)[number]

export type Recusal = {
  member: string
  kind: (typeof recusals)[number]
  interest: (typeof interests)[number]
}
export type Ballot = 'for' | 'against' | 'abstain'

export type Item = {
  no: number
  title: string
  text: string | null
  /** What it is about, where that has a page. */
  about: Ref | null
  lang: string
  proposedBy: (typeof proposers)[number]
  /** Why the public may not follow this item, if it may not. */
  closed: (typeof closedFor)[number] | null
  recusals: Recusal[]
  decidedAt: Instant | null
  outcome: Outcome | null
  decision: string | null
  votes: Record<Ballot, number> | null
  /** Who voted how, where the committee votes by name. */
  named: { member: string; vote: Ballot }[] | null
  /** The body it is recommended to, where the decision is a recommendation. */
  recommendedTo: string | null
}

export type Sitting = {
  id: number
  committee: string
  no: number
  kind: 'regular' | 'extra'
  /** Who asked for an extra sitting, and how many where it was members. */
  demandedBy: 'chair' | 'members' | null
  demands: number | null
  startsAt: Instant
  minutes: number
  place: string
  mode: (typeof modes)[number]
  lang: string
  calledAt: Instant
  /** Why the notice was shorter than the rule. */
  urgency: string | null
  papersAt: Instant | null
  cancelledAt: Instant | null
  cancelledFor: string | null
  /** Everybody who was a member on the day, by `m` and the number of the membership or `x` and the seat held by office. */
  attendance: { member: string; presence: Presence }[] | null
  items: Item[]
  published: { at: Instant; text: string; lang: string } | null
}

export type State =
  | 'cancelled'
  | 'called'
  | 'waiting for its record'
  | 'without a quorum'
  | 'waiting for its minutes'
  | 'minutes overdue'
  | 'minutes published'

/** How things stand with a sitting; `due` is the last day for its minutes, `quorum` how many must be present. */
export function stateOf(
  sitting: Sitting,
  at: Instant,
  due: Day | undefined,
  quorum: number,
  timeZone: string,
): State {
  if (sitting.cancelledAt) return 'cancelled'
  if (sitting.published) return 'minutes published'
  if (isBefore(at, sitting.startsAt)) return 'called'
  if (due && isAfter(dayAt(at, timeZone), due)) return 'minutes overdue'
  if (!sitting.attendance) return 'waiting for its record'
  return presentAt(sitting) < quorum ? 'without a quorum' : 'waiting for its minutes'
}

export const presentAt = ({ attendance }: Pick<Sitting, 'attendance'>): number =>
  attendance?.filter((each) => each.presence === 'present').length ?? 0

/** How many must be present before a committee may decide. Without a rule, one. */
export const quorumOf = (norm: NormInForce | undefined, members: number): number =>
  norm ? atLeast(norm, members) : 1

/** How many votes a decision takes. Without a rule, more than half of those who may vote. */
export function votesNeeded(norm: NormInForce | undefined, present: number, members: number): number {
  const rule = norm ?? { value: '1/2', above: true }
  return atLeast(rule, norm?.of === 'members-in-office' ? members : present)
}

/** Who is present and may vote on an item. */
export function mayVoteOn(sitting: Pick<Sitting, 'attendance'>, item: Pick<Item, 'recusals'>): string[] {
  const recused = new Set(item.recusals.map((each) => each.member))
  return (sitting.attendance ?? [])
    .filter((each) => each.presence === 'present' && !recused.has(each.member))
    .map((each) => each.member)
}

/** @throws Refusal of the vote of somebody who is recused or was not there. */
export function checkMayVote(sitting: Sitting, item: Item, member: string): void {
  if (item.recusals.some((each) => each.member === member))
    throw new Refusal('committees.recused', {}, 'named')
  if (!mayVoteOn(sitting, item).includes(member)) throw new Refusal('committees.not-present', {}, 'named')
}

/** @throws Refusal where a sitting cannot decide an item, or the votes do not fit who was there. */
export function checkDecidable(
  sitting: Sitting,
  item: Item,
  rules: { quorum: number; needed: number },
  decision: { outcome: Outcome; votes: Record<Ballot, number> },
): void {
  checkOpen(sitting)
  if (!sitting.attendance) throw new Refusal('committees.no-attendance')
  if (item.decidedAt) throw new Refusal('committees.already-decided')
  const voters = mayVoteOn(sitting, item).length
  const { for: inFavour, against, abstain } = decision.votes
  const cast = inFavour + against + abstain
  if (cast > voters) throw new Refusal('committees.too-many-votes', { cast, voters }, 'for')
  if (decision.outcome === 'deferred') return
  if (voters < rules.quorum)
    throw new Refusal('committees.no-quorum', { present: voters, needed: rules.quorum })
  if (decision.outcome === 'adopted' && inFavour < rules.needed) {
    throw new Refusal('committees.not-carried', { inFavour, needed: rules.needed }, 'outcome')
  }
  if (decision.outcome === 'rejected' && inFavour >= rules.needed) {
    throw new Refusal('committees.was-carried', { inFavour, needed: rules.needed }, 'outcome')
  }
}

/** @throws Refusal once a sitting was cancelled or its minutes stand. */
export function checkOpen(sitting: Sitting): void {
  if (sitting.cancelledAt) throw new Refusal('committees.cancelled')
  if (sitting.published) throw new Refusal('committees.minutes-stand')
}

/** The last day on which something can be sent out so many days before a sitting. */
export const lastDayBefore = (norm: NormInForce, on: Day): Day => on.subtract(spanOf(norm))

/** @throws Refusal of a notice that is too short and does not say why. */
export function checkNotice(
  norm: NormInForce | undefined,
  called: Day,
  on: Day,
  urgency: string | undefined,
): void {
  if (isAfter(called, on)) throw new Refusal('committees.in-the-past', {}, 'day')
  if (norm && isAfter(called, lastDayBefore(norm, on)) && !urgency) {
    throw new Refusal('committees.short-notice', { days: Number(norm.value) }, 'urgency')
  }
}

/** @throws Refusal of an extra sitting that too few members asked for. */
export function checkDemand(
  norm: NormInForce | undefined,
  demands: number | undefined,
  members: number,
): void {
  const needed = norm ? atLeast(norm, members) : 1
  if ((demands ?? 0) < needed) throw new Refusal('committees.too-few-demands', { needed }, 'demands')
}

/** The last day for the minutes of a sitting, if a rule gives one. */
export const minutesDue = (
  norm: NormInForce | undefined,
  on: Day,
  facts: Pick<CityFacts, 'calendar'>,
): Day | undefined => norm && dueOn(deadlineBy(norm, on), facts.calendar)

/** How many days the minutes were published late, or are late by now. */
export function lateBy(due: Day | undefined, published: Day | undefined, today: Day): number {
  if (!due) return 0
  return Math.max(0, due.until(published ?? today).days)
}

/** How many regular sittings a year should have had by a day, if they are spread evenly. */
export const regularByNow = (aYear: number, today: Day): number =>
  Math.floor((aYear * today.dayOfYear) / today.daysInYear)

/** Midnight after the last day of the part of the year in which the next regular sitting is to be held. */
export function nextRegularBy(aYear: number, heldOrCalled: number, today: Day, timeZone: string): Instant {
  const share = Math.min(1, (heldOrCalled + 1) / aYear)
  const first = today.with({ month: 1, day: 1 })
  return startOf(first.add({ months: Math.ceil(12 * share) }), timeZone)
}

const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0
