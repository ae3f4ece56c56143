import type { Ref } from '#kit/ref.ts'
import type { Localized } from '#kit/words.ts'

export const gaps = [
  'indicator-without-task',
  'task-without-indicator',
  'task-without-article',
  'promise-without-article',
  'article-without-anything',
] as const
export type Gap = (typeof gaps)[number]

/** Something that is not linked to what it should be linked to. */
export type Unlinked = { gap: Gap; about: Ref; title: Localized }
