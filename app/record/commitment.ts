import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '#kit/canonical.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'

/** What the log commits to of an entry; exactly this is given to outsiders of a public one. */
export type Form = {
  about: string
  actor: string
  at: string
  /** Digest of the account, with the half of the salt that is never given away. */
  by?: string | undefined
  facts: Facts
  shows?: string | undefined
  title?: Localized | undefined
  visibility: string
  what: string
}

/** What the columns of an entry must bring to be committed to. */
export type Written = {
  about: string
  actor: string
  at: Instant
  person: number | null
  by: string | null
  facts: Facts
  shows: string | null
  title: Localized | null
  visibility: string
  what: string
}

/** Bytes of salt that outsiders get; as many more never leave, and go with the account. */
export const half = 16

export const newSalt = (): Uint8Array => new Uint8Array(randomBytes(2 * half))

/** The half that outsiders get with a public entry. */
export const givenHalf = (salt: Uint8Array): Uint8Array => salt.subarray(0, half)

/** SHA-256 of salt and text, in hex: says nothing without the salt, fits nothing else with it. */
export const digestOf = (salt: Uint8Array, text: string): string =>
  createHash('sha256').update(salt).update(text, 'utf8').digest('hex')

export function formOf(entry: Written, salt: Uint8Array): Form {
  const { about, actor, at, facts, shows, title, visibility, what } = entry
  const by = accountOf(entry, salt)
  return {
    about,
    actor,
    at: at.toString(),
    ...(by !== null && { by }),
    facts,
    ...(shows !== null && { shows }),
    ...(title !== null && { title }),
    visibility,
    what,
  }
}

/** Computed from the account as long as there is one, so that another account shows. */
const accountOf = ({ person, by }: Pick<Written, 'person' | 'by'>, salt: Uint8Array): string | null =>
  person === null ? by : digestOf(salt.subarray(half), String(person))

export const commitmentTo = (form: Form, salt: Uint8Array): string =>
  digestOf(givenHalf(salt), canonical(form))

/** Whether an entry still says what was committed to; of an erased one there is nothing left that could differ. */
export const isIntact = (entry: Written & { salt: Uint8Array | null; commitment: string }): boolean =>
  entry.salt === null || commitmentTo(formOf(entry, entry.salt), entry.salt) === entry.commitment

/** What an entry is in the log: nothing of it but a commitment, and whether the public may see what is committed to. */
export const leafOf = (entry: { number: number; visibility: string; commitment: string }): string =>
  canonical({
    commitment: entry.commitment,
    entry: entry.number,
    ...(entry.visibility === 'public' && { visibility: 'public' }),
  })
