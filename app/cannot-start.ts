/** The city cannot start, and somebody can do something about it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  readonly code: 'city-files' | 'story-files' | 'no-keys' | 'in-use' | 'port'

  constructor(code: CannotStart['code']) {
    super(code)
    this.code = code
  }
}
