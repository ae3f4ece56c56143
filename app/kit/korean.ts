import { disassemble, getChoseong } from 'es-hangul'

const parts = /[가-힣ㄱ-ㅎ]+|[\p{L}\p{N}]+/gu
const isSyllable = (letter: string) => /[가-힣]/.test(letter)

/**
 * What a text may be found by in Korean: each two syllables that stand together, each syllable that stands alone,
 * and each two initial consonants. Pairs need no dictionary and no cutting off of particles.
 *
 * A space is no gap (인권헌장 is also written 인권 헌장), and neither is the dot in 5·18.
 */
export function koreanTokens(text: string): string[] {
  const said = plain(text)
  const runs: string[] = said.match(/[가-힣]+/g) ?? []
  const spaced: string[] = said.match(/[가-힣]+(?:\s[가-힣]+)+/g) ?? []
  const dotted: string[] = said.match(/\d+(?:·\d+)+/g) ?? []
  const all = runs.concat(spaced.map((each) => each.replaceAll(/\s/g, '')))
  const figures = dotted.map((each) => each.replaceAll('·', ''))
  return [...new Set([...all.flatMap((run) => [...pairs(run), ...pairs(getChoseong(run))]), ...figures])]
}

/** What somebody looks for, taken apart by script. */
export type Sought = {
  /** Tokens that a document must all have. */
  tokens: string[]
  /** Syllables that stand alone in the query: a document must have a token that begins with each. */
  beginnings: string[]
  /** Words in other scripts, to be stemmed by the database. */
  words: string[]
  /** Regular expressions for PostgreSQL and JavaScript: pairs may lie apart in a text, what was typed may not. */
  patterns: string[]
}

export function soughtIn(query: string): Sought {
  const sought: Sought = { tokens: [], beginnings: [], words: [], patterns: [] }
  for (const part of plain(query).match(parts) ?? []) {
    const letters = [...part]
    if (!/[가-힣ㄱ-ㅎ]/.test(part)) sought.words.push(part)
    else if (letters.length > 1) {
      sought.tokens.push(
        ...pairs(part).map((pair) => ([...pair].every(isSyllable) ? pair : getChoseong(pair))),
      )
      sought.patterns.push(letters.map(anyOf).join(letters.length > 2 ? '\\s?' : ''))
    } else if (isSyllable(part)) sought.beginnings.push(part)
  }
  return sought
}

/** Whether a text has all that a query looks for; words of other scripts by their beginnings. */
export function matches(text: string, query: string): boolean {
  const sought = soughtIn(query)
  const said = plain(text)
  return (
    sought.patterns.every((each) => new RegExp(each, 'u').test(said)) &&
    sought.beginnings.every((each) => said.includes(each)) &&
    sought.words.every((each) => new RegExp(`(?<![\\p{L}\\p{N}])${wordPattern(each)}`, 'u').test(said))
  )
}

/** Where a query is met in a text, for showing it. */
export function marked(text: string, query: string): { text: string; hit: boolean }[] {
  const { patterns, beginnings, words } = soughtIn(query)
  const seek = [...patterns, ...beginnings, ...words.map(wordPattern)].sort((a, b) => b.length - a.length)
  if (seek.length === 0) return [{ text, hit: false }]
  return text
    .split(new RegExp(`(${seek.join('|')})`, 'giu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** A stretch of a text around the first place where a query is met. */
export function excerpt(text: string, query: string, length = 160): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const first = marked(flat, query).findIndex((part) => part.hit)
  const before = marked(flat, query)
    .slice(0, Math.max(first, 0))
    .reduce((sum, part) => sum + part.text.length, 0)
  const start = Math.max(0, Math.min(before - length / 4, flat.length - length))
  const shown = flat.slice(start, start + length)
  return `${start > 0 ? '… ' : ''}${shown.trim()}${start + length < flat.length ? ' …' : ''}`
}

// Keyboards make one letter (ㄳ) of two initials typed one after the other. Decomposed syllables and full-width letters look the same to a reader and must be the same here.
const plain = (text: string): string =>
  text
    .replace(/[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/g, disassemble)
    .replace(/[ㆍ・‧•∙]/g, '·')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ᄀ-ᄒ]/g, compatible)

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** NFKC turns the consonant letters of a keyboard into conjoining ones; this turns them back. */
const compatible = (jamo: string): string => initials[jamo.charCodeAt(0) - 0x1100]!

function pairs(run: string): string[] {
  const letters = [...run]
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** A syllable is itself; an initial consonant stands for the 588 syllables that begin with it. */
function anyOf(letter: string): string {
  if (isSyllable(letter)) return letter
  const first = 0xac00 + initials.indexOf(letter) * 588
  return `[${String.fromCharCode(first)}-${String.fromCharCode(first + 587)}]`
}

/** A word as it was typed; the figures of a date with or without the dot between them. */
const wordPattern = (word: string): string => (/^\d+$/.test(word) ? [...word].join('[·ㆍ・]?') : word)
