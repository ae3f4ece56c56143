import { Problem } from '#kit/problem.ts'

/** What stops data from going out or coming in, and what somebody can do about it. */
export type ProblemCode =
  | 'folder-in-use'
  | 'not-answered'
  | 'moving'
  | 'no-file'
  | 'not-popolo'
  | 'not-a-city'

export class ExchangeProblem extends Problem<ProblemCode> {
  override name = 'ExchangeProblem'
}
