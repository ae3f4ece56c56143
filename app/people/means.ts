import type { Reads, Tx } from '#kit/db.ts'
import type { Mail } from '#kit/mail.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { type Keys, keysFrom } from './seal.ts'

/** Somebody else who says who a person is, by OpenID Connect. */
export type Provider = {
  key: string
  name: Localized
  issuer: string
  clientId: string
  clientSecret: string
  /** How surely the provider knows that somebody lives here. */
  level: 0 | 1 | 2 | 3
}

/** What one room keeps about a person: shown to them whole, and let go of when they leave. */
export type Holding = {
  room: string
  held(reads: Reads, person: number): Promise<unknown>
  unlink(tx: Tx, person: number): Promise<unknown>
}

export type BodyChoice = { key: string; name: Localized }

export type PeopleOptions = {
  /** The house's secret; every purpose here gets its own key from it. */
  secret: Uint8Array
  mail(message: Mail): Promise<unknown>
  /** The bodies that somebody may hold a role in on a day. */
  bodies(reads: Reads, day: Day): Promise<readonly BodyChoice[]>
  providers?: readonly Provider[]
  holdings?: readonly Holding[]
  /** How many inhabitants one attestor may vouch for in a month. */
  attestationsPerMonth?: number
  /** Where the button for leaving at once leads. */
  quickExit?: string
}

export type Means = Required<Omit<PeopleOptions, 'quickExit'>> & { keys: Keys; quickExit: string | undefined }

export const meansOf = (options: PeopleOptions): Means => ({
  providers: [],
  holdings: [],
  attestationsPerMonth: 20,
  ...options,
  mail: (message) => options.mail(message).catch(nobodyTakesIt),
  quickExit: options.quickExit,
  keys: keysFrom(options.secret),
})

/** The mail server may come back in a minute; what was typed must not be lost for that. */
function nobodyTakesIt(): never {
  throw new Refusal('people.mail-away')
}
