import type { Instant } from '#kit/time.ts'
import { laneOf, stateOf } from './petition.ts'
import type { Whole } from './reads.ts'

/** What its author may do, each a path below the petition's own. */
export const authorSteps = [
  'information',
  'separation',
  'withdrawal',
  'satisfaction',
  'objection',
  'lane-objection',
  'appeal',
] as const
export type AuthorStep = (typeof authorSteps)[number]

/** The steps that make sense now; each is checked again when it is taken. */
export function stepsNow(
  { petition, answers, satisfactions, objections, moderations }: Whole,
  at: Instant,
): AuthorStep[] {
  const state = stateOf(petition, at)
  const last = answers.at(-1)
  const may: Record<AuthorStep, boolean> = {
    information: state !== 'withdrawn' && state !== 'closed',
    separation: state === 'merged',
    withdrawal: state === 'waiting' || state === 'paused' || state === 'overdue',
    satisfaction:
      petition.answeredAt !== null &&
      last !== undefined &&
      !satisfactions.some(({ answer }) => answer === last.id),
    objection: state === 'answered' && !objections.some(({ answer }) => answer === last?.id),
    'lane-objection': laneOf(petition) === 'refused' && !objections.some(({ answer }) => answer === null),
    appeal: hiding(moderations) !== undefined,
  }
  return authorSteps.filter((step) => may[step])
}

/** The hiding of a petition's words, or of an opinion, against which nobody has appealed yet. */
export const hiding = (moderations: Whole['moderations'], opinion: number | null = null) =>
  moderations.find((each) => each.opinion === opinion && !each.appealedAt && !each.decidedAt)
