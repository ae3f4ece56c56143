import type { Ref } from './ref.ts'
import type { Lang, Localized } from './words.ts'

/** Words by which a text betrays what it is about, by language. */
export type Telling = Record<Lang, readonly string[]>

/** People whose rights somebody may speak of. What touches a small group's right is never put to a count of heads. */
export type Group = { key: string; label: Localized; small: boolean; words: Telling }

/** What people come with, and the body that is there for it. */
export type Topic = {
  key: string
  label: Localized
  /** The body as the city's files name it; whoever answers for it today follows from succession. */
  body: string
  articles: readonly Ref[]
  words: Telling
}

/** By what a text can be sorted: topics, groups, and the words that tell of an article of the charter. */
export type Subjects = {
  topics: readonly Topic[]
  groups: readonly Group[]
  articles: readonly { about: Ref; words: Telling }[]
}
