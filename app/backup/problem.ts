import { Problem } from '#kit/problem.ts'

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

export class BackupProblem extends Problem<ProblemCode> {
  override name = 'BackupProblem'
}
