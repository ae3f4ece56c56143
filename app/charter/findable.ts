import type { Article } from '#city/index.ts'
import { inEachLanguage } from '#kit/findable.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import type { Law } from './charter.ts'

/** One document a language, of every wording there ever was: who searches by an old title finds the article. */
export function findableArticle(about: Ref, law: Law, article: Article): Findable[] {
  const last = article.versions.at(-1)!
  const ever = article.versions.flatMap((each) => [each.title, each.gist, each.text, each.note])
  return inEachLanguage(about, last.title, [...ever, law.title])
}

export const findableLaw = (law: Law): Findable[] =>
  inEachLanguage(ref('law', law.key), law.title, [
    law.shortTitle,
    law.note,
    ...law.chapters.map((each) => each.title),
  ])
