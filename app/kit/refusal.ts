export type Facts = Record<string, string | number>

/**
 * The city says no, for a reason a resident can read.
 *
 * Rules throw it; the route that showed the form shows it again with what was typed.
 * `field` names the answer it is about, if it is about one.
 * Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly facts: Facts
  readonly field: string | undefined

  constructor(code: string, facts: Facts = {}, field?: string) {
    super(code)
    this.code = code
    this.facts = facts
    this.field = field
  }
}
