import { randomBytes } from 'node:crypto'

/** Digits and letters that nobody confuses: no I, L, O or U (after Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * How long a code is, with its check character.
 *
 * `long` is for paper: it stands for weeks and may be tried from anywhere, so it has 70 random bits.
 * `short` is for a screen: it stands for minutes, in one place, for five tries, so 35 bits are plenty.
 */
export const lengths = { long: 15, short: 8 } as const
export type Length = keyof typeof lengths

/** A fresh code as it is kept and compared: without the hyphens people see. */
export function newCode(length: Length, draw: (size: number) => Uint8Array = randomBytes): string {
  const letters = [...draw(lengths[length] - 1)].map((each) => each & 31)
  return [...letters, checkOf(letters)].map((each) => alphabet[each]).join('')
}

/** In groups that can be read aloud: `7K3QM-2XW9A-PD40T`. */
export const spell = (code: string): string =>
  code.replace(code.length === lengths.long ? /.{5}(?=.)/g : /.{4}(?=.)/g, '$&-')

/** What somebody typed, as a code; undefined if a letter is missing, wrong or in the wrong place. */
export function readCode(typed: string, length: Length): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')
  const letters = [...code].map((each) => alphabet.indexOf(each))
  if (letters.length !== lengths[length] || letters.includes(-1)) return undefined
  return checkOf(letters.slice(0, -1)) === letters.at(-1) ? code : undefined
}

/** A weighted sum over the field of 32 elements: finds every single wrong letter and every two exchanged. */
const checkOf = (letters: readonly number[]): number =>
  letters.reduce((sum, letter) => timesTwo(sum ^ letter), 0)

const timesTwo = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1)
