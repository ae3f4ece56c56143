import type { Article } from '#city/index.ts'
import { inEachLanguage } from '#kit/findable.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import type { Law } from './charter.ts'
import { words } from './words.ts'

/** One document a language, of every wording there ever was: who searches by an old title finds the article. */
export function findableArticle(about: Ref, law: Law, article: Article): Findable[] {
  const last = article.versions.at(-1)!
  const title = Object.entries(last.title).map(([lang, name]) => [
    lang,
    `${words({ lang }).article(article.no)} ${name}`,
  ])
  const earlier = article.versions.slice(0, -1).map((each) => each.title)
  const said = article.versions.flatMap((each) => [each.gist, each.text, each.note])
  return inEachLanguage(about, Object.fromEntries(title), [...earlier, ...said, law.title])
}

export const findableLaw = (law: Law): Findable[] =>
  inEachLanguage(ref('law', law.key), law.title, [
    law.shortTitle,
    law.note,
    ...law.chapters.map((each) => each.title),
  ])
