import { matches } from '#kit/korean.ts'
import type { Ref } from '#kit/ref.ts'
import type { Subjects, Telling } from '#kit/subjects.ts'

/** What a text may be about, and the words in it that say so. */
export type Suggestion<K extends string = string> = { key: K; told: readonly string[] }

export type Suggested = { topics: Suggestion[]; groups: Suggestion[]; articles: Suggestion<Ref>[] }

export type Said = { title: string; text: string }

/** How many articles are put before somebody as likely: more would be no help. */
const mostArticles = 4

/** What a text seems to be about, the most likely first. It decides nothing: a person confirms it or changes it. */
export function suggest({ topics, groups, articles }: Subjects, said: Said): Suggested {
  const likelyTopics = likely(topics, ({ key }) => key, said)
  const byTopic = topics.find(({ key }) => key === likelyTopics[0]?.key)?.articles ?? []
  const byWords = likely(articles, ({ about }) => about, said)
  const others = byTopic.filter((about) => !byWords.some(({ key }) => key === about))
  return {
    topics: likelyTopics,
    groups: likely(groups, ({ key }) => key, said),
    articles: [...byWords, ...others.map((key) => ({ key, told: likelyTopics[0]?.told ?? [] }))].slice(
      0,
      mostArticles,
    ),
  }
}

function likely<T extends { words: Telling }, K extends string>(
  all: readonly T[],
  keyOf: (thing: T) => K,
  said: Said,
): Suggestion<K>[] {
  const whole = `${said.title}\n${said.text}`
  return all
    .map((thing) => {
      const told = Object.values(thing.words)
        .flat()
        .filter((word) => tells(whole, word))
      return {
        key: keyOf(thing),
        told,
        weight: told.length + told.filter((each) => tells(said.title, each)).length,
      }
    })
    .filter(({ told }) => told.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ key, told }) => ({ key, told }))
}

/**
 * Whether a word stands in a text: in Korean with whatever follows it, elsewhere in its forms.
 * One syllable must begin a word, and a short word must be whole, or they would stand everywhere.
 */
export function tells(text: string, word: string): boolean {
  if (/^[가-힣]$/.test(word)) return new RegExp(`(?<![가-힣])${word}`, 'u').test(text)
  if (/[가-힣]/.test(word)) return matches(text, word)
  const written = word.trim().split(/\s+/).map(RegExp.escape).join('\\s+')
  const ending = [...word].length < 5 ? '(?:e?s)?(?![\\p{L}\\p{N}])' : ''
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}${ending}`, 'iu').test(text)
}
