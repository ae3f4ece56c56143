import type { Ref } from '#kit/ref.ts'
import { type Instant, isBefore } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'

/** How it came in: with an account, without one but with a name, by a clerk for somebody, or without any name. */
export const ways = ['account', 'no-account', 'clerk', 'anonymous'] as const
export type Way = (typeof ways)[number]

/** The city's answer is one of these and nothing else. */
export const outcomes = ['accepted', 'in-part', 'under-way', 'declined', 'referred'] as const
export type Outcome = (typeof outcomes)[number]

/** Why not, or not all of it. */
export const reasons = ['law', 'money', 'competence', 'overlap', 'under-way', 'other'] as const
export type Reason = (typeof reasons)[number]

/** What an answer may wait for while its clock stands still. */
export const pauseGrounds = ['author', 'opinions', 'mediation', 'experts', 'court'] as const
export type PauseGround = (typeof pauseGrounds)[number]

/** What somebody thinks of it while it is discussed. */
export const stances = ['for', 'against', 'neither'] as const
export type Stance = (typeof stances)[number]

/** Whether the answer satisfies its author. */
export const verdicts = ['yes', 'partly', 'no'] as const
export type Verdict = (typeof verdicts)[number]

/** What its author tells those who answer: more of the matter, or that it should not have been merged. */
export const remarkKinds = ['information', 'separation'] as const
export type RemarkKind = (typeof remarkKinds)[number]

/** A petition as everybody may see it, with the dated facts from which its state follows. */
export type Petition = {
  id: number
  title: string
  text: string
  lang: Lang
  procedure: string
  /** By whose rules it is signed and reviewed, once it was handed on to another way. */
  filedAs: string | null
  way: Way
  /** The name under which its author wished to appear. */
  shownAs: string | null
  articles: readonly Ref[]
  groups: readonly string[]
  topic: string | null
  district: string | null
  /** The body whose turn it is to answer. */
  body: string
  filedAt: Instant
  /** People who signed here or on paper. */
  signatures: number
  /** People who signed or spoke. */
  participants: number
  /** Until when it may be signed; nothing where its procedure asks for no signatures. */
  signableUntil: Instant | null
  /** When enough had signed for the public to discuss it. */
  discussedFrom: Instant | null
  /** When it went to the committee: enough had taken part, or it entered the rights lane. */
  reviewedFrom: Instant | null
  /** The sitting on whose agenda it was put. */
  reviewIn: Ref | null
  laneAskedAt: Instant | null
  laneDecidedAt: Instant | null
  laneGranted: boolean | null
  /** The moment from which an answer is late; none while a pause without an end lasts. */
  dueAt: Instant | null
  pausedFrom: Instant | null
  pausedUntil: Instant | null
  answeredAt: Instant | null
  outcome: Outcome | null
  /** Until when its author may object to the answer. */
  objectableUntil: Instant | null
  objectedAt: Instant | null
  objectionDueAt: Instant | null
  reopenedAt: Instant | null
  withdrawnAt: Instant | null
  mergedInto: number | null
  mergedAt: Instant | null
  /** Which body merged it, why, and in which language it said so. */
  mergedBy: string | null
  mergeReason: string | null
  mergeLang: string | null
  /** When its words were hidden; who did, why, and how to appeal stand on its page. */
  hiddenAt: Instant | null
}

export const states = [
  'withdrawn',
  'merged',
  'objected',
  'objection-overdue',
  'answered',
  'closed',
  'paused',
  'overdue',
  'waiting',
] as const
export type State = (typeof states)[number]

/** What a state follows from. */
export type Dated = Pick<
  Petition,
  | 'withdrawnAt'
  | 'mergedAt'
  | 'objectedAt'
  | 'objectionDueAt'
  | 'answeredAt'
  | 'objectableUntil'
  | 'pausedFrom'
  | 'pausedUntil'
  | 'dueAt'
>

/** How things stand with a petition; `stateIs` in reads.ts says the same for the database. */
export function stateOf(petition: Dated, at: Instant): State {
  const { objectionDueAt, objectableUntil, pausedFrom, pausedUntil, dueAt } = petition
  if (petition.withdrawnAt) return 'withdrawn'
  if (petition.mergedAt) return 'merged'
  if (petition.objectedAt) return isPast(objectionDueAt, at) ? 'objection-overdue' : 'objected'
  if (petition.answeredAt) return isPast(objectableUntil, at) ? 'closed' : 'answered'
  if (pausedFrom && isPast(pausedFrom, at) && !isPast(pausedUntil, at)) return 'paused'
  return isPast(dueAt, at) ? 'overdue' : 'waiting'
}

/** Whether somebody of the city still owes something here. */
export const isOpen = (state: State): boolean =>
  ['waiting', 'paused', 'overdue', 'objected', 'objection-overdue'].includes(state)

/** The procedure by whose rules it is signed and reviewed: the one it was filed under, whoever has it now. */
export const supportedBy = ({ procedure, filedAs }: Pick<Petition, 'procedure' | 'filedAs'>): string =>
  filedAs ?? procedure

export const supports = ['none', 'gathering', 'discussion', 'committee', 'ended'] as const
export type Support = (typeof supports)[number]

type Supported = Pick<Petition, 'signableUntil' | 'discussedFrom' | 'reviewedFrom'>

/** How far signatures have brought it. That it is answered does not hang on them. */
export function supportOf({ signableUntil, discussedFrom, reviewedFrom }: Supported, at: Instant): Support {
  if (reviewedFrom) return 'committee'
  if (!signableUntil) return 'none'
  if (isPast(signableUntil, at)) return 'ended'
  return discussedFrom ? 'discussion' : 'gathering'
}

export const lanes = ['not asked', 'asked', 'granted', 'refused'] as const
export type Lane = (typeof lanes)[number]

/** What touches a small group's right needs no votes, once somebody has confirmed that it does. */
export const laneOf = (petition: Pick<Petition, 'laneAskedAt' | 'laneDecidedAt' | 'laneGranted'>): Lane =>
  petition.laneDecidedAt
    ? petition.laneGranted
      ? 'granted'
      : 'refused'
    : petition.laneAskedAt
      ? 'asked'
      : 'not asked'

const isPast = (moment: Instant | null, at: Instant): boolean => moment !== null && !isBefore(at, moment)
