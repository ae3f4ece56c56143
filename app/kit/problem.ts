import type { Facts } from './refusal.ts'

/** What stops a command, and what somebody can do about it: a code for which the one who says it has words. */
export class Problem<Code extends string> extends Error {
  readonly code: Code
  readonly facts: Facts

  constructor(code: Code, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause })
    this.code = code
    this.facts = facts
  }
}
