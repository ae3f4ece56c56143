import type { Calendar } from './calendar.ts'
import type { Reads } from './db.ts'
import type { Length } from './deadline.ts'
import type { Procedures } from './procedures.ts'
import type { Subjects } from './subjects.ts'
import type { Clock, Day } from './time.ts'
import type { Source } from './view.ts'
import type { Lang, Localized } from './words.ts'

/** A rule of the city as it stands on some day: a number or a choice, and the provision it rests on. */
export type NormInForce = {
  key: string
  /** `gate` where the rule lets nothing past that breaks it. */
  kind: string
  value: number | string
  /** Whether it takes more than the value, as with a majority. */
  above: boolean
  unit: string
  /** What a share is a share of: `members-in-office`, `members-present`. */
  of?: string
  /** Within which time a threshold must be reached. */
  window?: Length
  /** By how much a deadline may be extended, once. */
  extension?: Length
  provision: string
  from: Day | null
  to: Day | null
}

/** What the city says of itself in its files. */
export type CityFacts = {
  key: string
  name: Localized
  languages: readonly Lang[]
  timeZone: string
  currency: string
  /** One accent colour a chapter of the charter. */
  colours: readonly string[]
  calendar: Calendar
  /** Where the city's files say a thing was read. */
  source(key: string): Source | undefined
  subjects: Subjects
  /** How the city takes up what people say; absent where it has not said. */
  procedures?: Procedures
  /** @throws Error naming the norm when the city's files have none for that day. */
  norm(key: string, on: Day): NormInForce
}

/** What every route and action is handed: the city's rules, data to read, and the time. To write, see `act`. */
export type City = {
  readonly facts: CityFacts
  readonly reads: Reads
  readonly clock: Clock
  /** The public address, without a slash at its end. */
  readonly baseUrl: string
  readonly demo: boolean
}
