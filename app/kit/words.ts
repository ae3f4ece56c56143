/** A language by its BCP 47 tag: `ko`, `en`. */
export type Lang = string

/** A text of the city in each language it has. */
export type Localized = Readonly<Record<Lang, string>>

/** What a reader gets: the text, the language it is in, and whether that is another than the reader's. */
export type Said = { text: string; lang: Lang; fallback: boolean }

/** The text in the reader's language, or in the first of the city's languages that has it, marked as such. */
export function say(text: Localized, lang: Lang, order: readonly Lang[]): Said {
  const best = [lang, ...order, ...Object.keys(text)].find((each) => text[each])
  return { text: best ? text[best]! : '', lang: best ?? lang, fallback: best !== lang }
}

/** The same where nothing can be marked: in a file, a title, a sentence. */
export const plain = (text: Localized, reader: { lang: Lang; languages: readonly Lang[] }): string =>
  say(text, reader.lang, reader.languages).text

/** A room's words for a reader; English where the room has none in the reader's language. */
export const wordsIn =
  <W>(byLang: { en: W } & Record<Lang, W>) =>
  (view: { lang: Lang }): W =>
    byLang[view.lang] ?? byLang.en
