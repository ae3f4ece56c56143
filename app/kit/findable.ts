import type { Ref } from './ref.ts'
import type { Findable } from './room.ts'
import type { Localized } from './words.ts'

/** Documents of a thing of the city's files, in each language in which it has a name. */
export function inEachLanguage(
  about: Ref,
  title: Localized,
  texts: readonly (Localized | undefined)[],
): Findable[] {
  return Object.entries(title).map(([lang, name]) => ({
    about,
    lang,
    lasting: true,
    title: name,
    text: [...new Set(texts.flatMap((each) => each?.[lang] ?? []))]
      .filter((each) => each !== name)
      .join('\n'),
  }))
}
