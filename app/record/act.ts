import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import type { Database, Tx } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Facts } from '#kit/refusal.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { commitmentTo, digestOf, formOf, givenHalf, newSalt } from './commitment.ts'
import type { LogKeys } from './keys.ts'
import { type Receipt, type Receipted, receiptKeyOf, receiptOf } from './receipt.ts'
import { entries } from './tables.ts'

/** As whom something is done, and by which account: `as` is public, the account never is. */
export type Actor = { as: string; person?: number }

export type Entry = {
  what: string
  about: Ref
  /** What the thing is called, as it was then; nothing that may not be public. */
  title?: Localized
  visibility?: 'public' | 'internal' | 'confidential'
  facts?: Facts
  /** The thing's public form after the act, null if it has none any more: outsiders compare it with what the city shows later. */
  shows?: PublicForm | null
}

export type Entries = [Entry, ...Entry[]]

/** One difference between the city's files and what is stored: what to write, and what the record says of it. */
export type Change = { entry: Entry; apply(tx: Tx): Promise<unknown> }

const writers = new WeakMap<City, Tx>()
const receiptKeys = new WeakMap<City, Uint8Array>()

/** A city that can be acted upon; with the log's keys it can also give receipts. */
export function openCity(
  db: Pick<Database, 'db' | 'reads'>,
  facts: Omit<City, 'reads'>,
  log?: LogKeys,
): City {
  const city: City = { ...facts, reads: db.reads }
  writers.set(city, db.db)
  if (log) receiptKeys.set(city, receiptKeyOf(log))
  return city
}

/**
 * Changes the city's data and puts the change on the record, both or neither.
 *
 * The only way to a handle that writes, so no change can go unrecorded. What was read to decide must be
 * read `for update`; when two acts still collide the database makes one start again.
 */
export function act<T>(
  city: City,
  by: Actor,
  work: (tx: Tx, at: Instant) => Promise<{ result: T; entries: Entries }>,
): Promise<T>
export function act(
  city: City,
  by: Actor,
  work: (tx: Tx, at: Instant) => Promise<{ entries: Entries }>,
): Promise<void>
export async function act<T>(
  city: City,
  by: Actor,
  work: (tx: Tx, at: Instant) => Promise<{ result?: T; entries: Entries }>,
): Promise<T | undefined> {
  return (await done(city, by, work)).result
}

/** The same for what a resident does: with the receipt of its first entry, to check without signing in. */
export async function actWithReceipt<T>(
  city: City,
  by: Actor,
  work: (tx: Tx, at: Instant) => Promise<{ result: T; entries: Entries }>,
): Promise<{ result: T; receipt: Receipt }> {
  const { result, first } = await done(city, by, work)
  return { result, receipt: receiptFor(city, first) }
}

/** The receipt of an entry, as it was given for it. */
export function receiptFor(city: City, entry: Receipted): Receipt {
  const key = receiptKeys.get(city)
  if (!key) throw new Error('a city without the keys of its log gives no receipts')
  return receiptOf(key, entry)
}

const done = <D extends { entries: Entries }>(
  city: City,
  by: Actor,
  work: (tx: Tx, at: Instant) => Promise<D>,
): Promise<D & { first: Receipted }> =>
  again(() =>
    writers.get(city)!.transaction(async (tx) => {
      // The database keeps less than a nanosecond; what is committed to must be what it gives back.
      const at = city.clock.now().round({ smallestUnit: 'millisecond', roundingMode: 'floor' })
      const done = await work(tx, at)
      const [first] = await tx
        .insert(entries)
        .values(done.entries.map((entry) => row(entry, by, at)))
        .returning({ number: entries.number, at: entries.at, commitment: entries.commitment })
      return { ...done, first: first! }
    }),
  )

/**
 * Writes what the city forgets by design and no record mentions: sessions, throttles, a form kept while its
 * writer signs in, the delivery of notices.
 */
export const forgettable = <T>(city: City, work: (tx: Tx) => Promise<T>): Promise<T> =>
  again(() => writers.get(city)!.transaction(work))

function row({ shows, ...entry }: Entry, by: Actor, at: Instant): typeof entries.$inferInsert {
  const salt = newSalt()
  const person = by.person ?? null
  const written = {
    at,
    actor: by.as,
    person,
    by: null,
    visibility: 'public' as const,
    facts: {},
    title: null,
    ...entry,
    shows: shows === undefined ? null : digestOf(givenHalf(salt), canonical(shows)),
  }
  const form = formOf(written, salt)
  return { ...written, by: form.by ?? null, salt, commitment: commitmentTo(form, salt) }
}

const collided = new Set(['40001', '40P01'])
const tries = 5

async function again<T>(work: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (attempt === tries || !collided.has(codeOf(error))) throw error
    return again(work, attempt + 1)
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}
