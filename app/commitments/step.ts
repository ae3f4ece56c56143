import type { Attached } from '#files/index.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import type { Finding, Method } from './commitment.ts'

/** What can happen to a commitment after it was made. */
export const stepKinds = [
  'report',
  'milestone',
  'help',
  'help-answer',
  'help-done',
  'help-word',
  'help-decision',
  'change',
  'done',
  'sign',
  'stop',
  'check',
] as const
export type StepKind = (typeof stepKinds)[number]

/** What whoever asked for help says of it afterwards. */
export const helpWords = ['insisted', 'withdrawn', 'confirmed', 'disputed'] as const
export type HelpWord = (typeof helpWords)[number]

type From<T> = { from: T; to: T }

/** What a change of plan replaced, field by field; days as text, for they are kept as JSON. */
export type Changes = {
  text?: From<string>
  lead?: From<string>
  supporting?: From<readonly string[]>
  startsOn?: From<string>
  dueOn?: From<string>
  cost?: From<number | null>
  /** New where there was no day before, dropped where there is none after. */
  milestones?: readonly ({ no: number; title: string } & From<string | null>)[]
}

/** What each kind of step says besides its text. */
type Particulars = {
  report: { milestone?: never }
  /** The number of the milestone that was reached. */
  milestone: { milestone: number }
  /** The body that was asked. */
  help: { of: string }
  /** The number of the step by which it was asked. */
  'help-answer': { asked: number; accepted: boolean }
  'help-done': { asked: number }
  'help-word': { asked: number; word: HelpWord }
  /** Whoever is to help, and by which day; or neither, where the request was closed. */
  'help-decision': { asked: number; of: string | null; dueOn: string | null }
  change: Changes
  done: { milestone?: never }
  /** `declared` is the number of the step by which another lead said that it was done. */
  sign: { declared: number }
  stop: { milestone?: never }
  /** `declared` is the number of the step by which its lead said that it was done. */
  check: { finding: Finding; method: Method; declared: number }
}

/** One thing that happened to a commitment. */
export type Step = {
  [K in StepKind]: {
    no: number
    kind: K
    at: Instant
    /** As which body it was done. */
    body: string
    text: string
    lang: Lang
    links: readonly string[]
    doc: Particulars[K]
  }
}[StepKind]

export type Milestone = {
  no: number
  title: string
  dueOn: Day
  firstDueOn: Day
  reachedAt: Instant | null
  droppedAt: Instant | null
}

export const aboutStep = (commitment: number, no: number): Ref =>
  ref('commitments', `${commitment}/steps/${no}`)

/** The files of one step, of all those of a commitment. */
export const filesOfStep = (files: readonly Attached[], commitment: number, no: number): Attached[] =>
  files.filter((each) => each.about === aboutStep(commitment, no))
