import type { Instant } from '#kit/time.ts'
import { isPast } from './commitment.ts'
import type { HelpWord, Step } from './step.ts'

/** The steps that a request for help can take. */
export const requestSteps = ['help', 'help-answer', 'help-done', 'help-word', 'help-decision'] as const

/** A step of a request: what was done, without the words. */
type Turn = {
  [K in Step['kind']]: Pick<Extract<Step, { kind: K }>, 'kind' | 'doc'>
}[(typeof requestSteps)[number]]

/** What is said last of a request, and nothing more, whatever the time. */
const sayings = [
  'sent',
  'accepted',
  'declined',
  'insisted',
  'done',
  'disputed',
  'confirmed',
  'withdrawn',
  'closed',
] as const
export type Saying = (typeof sayings)[number]

/** How a request stands: by the last word, lifted to whoever decides, or gone with the promise that it was for. */
export const requestStates = [...sayings, 'lifted', 'lapsed'] as const
export type RequestState = (typeof requestStates)[number]

/** The dated facts from which the state of a request follows. */
export type RequestFacts = {
  last: Turn
  /** When others decide it; nothing while nobody waits, or where the city has no such rule. */
  liftAt: Instant | null
  /** Whether the promise that it was for is done or given up. */
  over: boolean
}

/** A request that waits for this long goes before others to decide. */
export const waits: readonly Saying[] = ['sent', 'declined', 'insisted', 'disputed']
const finished: readonly RequestState[] = ['confirmed', 'withdrawn', 'closed', 'lapsed']

/** How a request stands; its parts for the database are in requests.reads.ts. */
export function requestStateOf({ last, liftAt, over }: RequestFacts, at: Instant): RequestState {
  const word = wordOf(last)
  if (finished.includes(word)) return word
  if (over) return 'lapsed'
  return waits.includes(word) && isPast(liftAt, at) ? 'lifted' : word
}

/** What the last step of a request says. */
export function wordOf(last: Turn): Saying {
  switch (last.kind) {
    case 'help':
      return 'sent'
    case 'help-answer':
      return last.doc.accepted ? 'accepted' : 'declined'
    case 'help-done':
      return 'done'
    case 'help-word':
      return last.doc.word
    case 'help-decision':
      return last.doc.of === null ? 'closed' : 'accepted'
  }
}

export const isFinished = (state: RequestState): boolean => finished.includes(state)

/** Whether the body that was asked may say yes or no now: also late, while others have not decided yet. */
export const isAnswerable = (it: RequestFacts): boolean =>
  !it.over && ['sent', 'insisted', 'declined'].includes(wordOf(it.last))

/** Whether the body that helps may say now that it has helped. */
export const isPromised = (it: RequestFacts): boolean =>
  !it.over && ['accepted', 'disputed'].includes(wordOf(it.last))

/** What whoever asked may say now. */
export function wordsFor(it: RequestFacts): readonly HelpWord[] {
  const word = wordOf(it.last)
  if (it.over || isFinished(word)) return []
  if (word === 'done') return ['confirmed', 'disputed']
  if (word === 'declined') return ['insisted', 'withdrawn']
  return ['withdrawn']
}
