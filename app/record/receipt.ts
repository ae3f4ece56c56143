import { createHmac } from 'node:crypto'
import { newCode, readCode, spell } from '#kit/code.ts'
import type { Instant } from '#kit/time.ts'
import type { LogKeys } from './keys.ts'

/** What somebody takes home of what they did: the number of its entry, and a code that fits nothing else. */
export type Receipt = {
  number: string
  /** In groups that can be read aloud. */
  code: string
  at: Instant
  /** What the log holds of it, in hex: on paper it can be compared for ever. */
  commitment: string
}

/** What of an entry makes its receipt. */
export type Receipted = { number: number; at: Instant; commitment: string }

/** Of a log that everybody can read only the city can make the codes, for as long as it is the same log. */
export const receiptKeyOf = ({ skey }: LogKeys): Uint8Array =>
  createHmac('sha256', skey).update('receipts').digest()

/** Nothing of it is stored: the same entry always has the same code, and erasing what it says changes neither. */
export const receiptOf = (key: Uint8Array, { number, at, commitment }: Receipted): Receipt => ({
  number: String(number),
  code: spell(newCode('long', () => codeBytes(key, number, commitment))),
  at,
  commitment,
})

const codeBytes = (key: Uint8Array, number: number, commitment: string): Uint8Array =>
  createHmac('sha256', key).update(`${number} ${commitment}`).digest().subarray(0, 14)

/** Number and code as they were typed; undefined if they cannot be those of any receipt. */
export function readReceipt(number: string, code: string): { number: number; code: string } | undefined {
  const digits = number.normalize('NFKC').replace(/[\s,.]/g, '')
  const letters = readCode(code, 'long')
  return /^[0-9]{1,15}$/.test(digits) && letters
    ? { number: Number(digits), code: spell(letters) }
    : undefined
}

/** The page on which everybody can see whether it is genuine. */
export const checkPathOf = ({ number, code }: Pick<Receipt, 'number' | 'code'>): string =>
  `/record/receipts/${number}/${code}`

/** The path with the receipt that its page is to show: nothing is kept, for the code is the proof. */
export const showingReceipt = (path: string, { number, code }: Pick<Receipt, 'number' | 'code'>): string =>
  `${path}?receipt=${number}.${code}`
