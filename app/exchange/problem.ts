import type { Facts } from '#kit/refusal.ts'

/** What stops data from going out or coming in, and what somebody can do about it. */
export type ProblemCode =
  | 'folder-in-use'
  | 'not-answered'
  | 'moving'
  | 'no-file'
  | 'not-popolo'
  | 'not-a-city'

export class ExchangeProblem extends Error {
  override name = 'ExchangeProblem'
  readonly code: ProblemCode
  readonly facts: Facts

  constructor(code: ProblemCode, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause })
    this.code = code
    this.facts = facts
  }
}
