import type { Sought } from '#kit/korean.ts'
import type { Lang } from '#kit/words.ts'

const dictionaries: Record<Lang, string> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}

/** By which of PostgreSQL's dictionaries the words of a language are cut to their stems. */
export const dictionaryOf = (lang: Lang): string => dictionaries[lang] ?? 'simple'

/** A query's Korean part in the grammar of `tsquery`; every token is quoted, so nothing typed is obeyed. */
export const tsqueryOf = ({ tokens, beginnings }: Sought): string =>
  [...tokens.map(quoted), ...beginnings.map((each) => `${quoted(each)}:*`)].join(' & ')

export const quoted = (token: string) => `'${token.replace(/['\\]/g, '')}'`

export const looksForNothing = ({ tokens, beginnings, words }: Sought): boolean =>
  tokens.length + beginnings.length + words.length === 0
