import { getChoseong } from 'es-hangul'

const syllables = /[가-힣]+/g
const consonants = /^[ㄱ-ㅎ]+$/
const parts = /[가-힣]+|[ㄱ-ㅎ]+|[\p{L}\p{N}]+/gu

/**
 * What a text may be found by in Korean: each two syllables that stand together, each syllable that stands alone,
 * and each two initial consonants. Pairs need no dictionary and no cutting off of particles.
 */
export function koreanTokens(text: string): string[] {
  const runs = plain(text).match(syllables) ?? []
  return [...new Set(runs.flatMap((run) => [...pairs(run), ...pairs(getChoseong(run))]))]
}

/** What somebody looks for, taken apart by script. */
export type Sought = {
  /** Tokens that a document must all have. */
  tokens: string[]
  /** Syllables that stand alone in the query: a document must have a token that begins with each. */
  beginnings: string[]
  /** Words in other scripts, to be stemmed by the database. */
  words: string[]
  /** Runs of syllables as they were typed: pairs may lie apart in a text, these may not. */
  runs: string[]
}

export function soughtIn(query: string): Sought {
  const sought: Sought = { tokens: [], beginnings: [], words: [], runs: [] }
  for (const part of plain(query).match(parts) ?? []) {
    if (consonants.test(part)) sought.tokens.push(...(part.length > 1 ? pairs(part) : []))
    else if (!/^[가-힣]+$/.test(part)) sought.words.push(part)
    else if (part.length === 1) sought.beginnings.push(part)
    else {
      sought.tokens.push(...pairs(part))
      sought.runs.push(part)
    }
  }
  return sought
}

/** Where a query is met in a text, for showing it. */
export function marked(text: string, query: string): { text: string; hit: boolean }[] {
  const { runs, beginnings, words } = soughtIn(query)
  const seek = [...runs, ...beginnings, ...words].sort((a, b) => b.length - a.length)
  if (seek.length === 0) return [{ text, hit: false }]
  const pattern = new RegExp(`(${seek.map(literal).join('|')})`, 'giu')
  return text
    .split(pattern)
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

// Decomposed syllables and full-width letters look the same to a reader and must be the same here.
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ᄀ-ᄒ]/g, compatible)

/** NFKC turns the consonant letters of a keyboard into conjoining ones; this turns them back. */
const compatible = (jamo: string): string =>
  'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[jamo.charCodeAt(0) - 0x1100]!

function pairs(run: string): string[] {
  const letters = [...run]
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
