import type { Localized } from '#kit/words.ts'

/** A sentence and the path to what it speaks of. */
type Line = { says: Localized; path: string }

/** What a letter says that carries no notices. */
export type Written = {
  subject: Localized
  lines: readonly Line[]
  /** Why somebody gets it, and where they change that. */
  why: Line
  /** By what one stops such letters: somebody who follows it `in-app` gets none. */
  about: string
}
