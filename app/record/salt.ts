import { createHash, randomBytes } from 'node:crypto'

export const newSalt = (): Uint8Array => new Uint8Array(randomBytes(16))

/** SHA-256 of salt and text, in hex: says nothing without the salt, fits nothing else with it. */
export const digestOf = (salt: Uint8Array, text: string): string =>
  createHash('sha256').update(salt).update(text, 'utf8').digest('hex')
