import type { Facts } from '#kit/refusal.ts'

/** What stops a copy from being made or brought back, and what somebody can do about it. */
export type ProblemCode =
  | 'in-use'
  | 'no-keys'
  | 'nothing-stored'
  | 'file-exists'
  | 'beside'
  | 'no-recipient'
  | 'no-identity'
  | 'bad-recipient'
  | 'bad-key-file'
  | 'no-file'
  | 'cannot-open'
  | 'damaged'
  | 'newer'
  | 'other-database'
  | 'occupied'
  | 'database-occupied'
  | 'no-program'
  | 'program-failed'

export class BackupProblem extends Error {
  override name = 'BackupProblem'
  readonly code: ProblemCode
  readonly facts: Facts

  constructor(code: ProblemCode, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause })
    this.code = code
    this.facts = facts
  }
}
