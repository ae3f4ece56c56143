import { eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Facts } from '#kit/refusal.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { type Actor, act, actWithReceipt, type Entries, type Entry, type Receipt } from '#record/index.ts'
import { indexThing, unindexThing } from '#search/index.ts'
import { petitionForm } from './forms.ts'
import { opinionForm } from './opinions.reads.ts'
import { wholePetition } from './reads.ts'
import { petitions } from './tables.ts'

export type Row = typeof petitions.$inferSelect

export type OnPetition = { tx: Tx; at: Instant; petition: Row }

/** What was done, for the record; further entries are of things that came of it, commitments above all. */
export type Done<T> = { what: string; facts?: Facts; result?: T; others?: readonly Entry[] }

type Work<T> = (on: OnPetition) => Promise<Done<T>>

/** Does something to a petition that nobody else may touch meanwhile, and puts it on the record as it then stands. */
export const onPetition = <T>(city: City, by: Actor, id: number, work: Work<T>): Promise<T> =>
  act(city, by, (tx, at) => done(tx, at, id, work))

/** The same for what its author does, who gets a receipt. */
export async function forReceipt(city: City, by: Actor, id: number, work: Work<void>): Promise<Receipt> {
  return (await actWithReceipt(city, by, (tx, at) => done(tx, at, id, work))).receipt
}

async function done<T>(
  tx: Tx,
  at: Instant,
  id: number,
  work: Work<T>,
): Promise<{ result: T; entries: Entries }> {
  const [row] = await tx.select().from(petitions).where(eq(petitions.id, id)).for('update')
  const { what, facts, result, others = [] } = await work({ tx, at, petition: await found(row) })
  return { result: result as T, entries: [await entryOf(tx, id, what, facts), ...others] }
}

/** What the record says of a petition, and what search finds of it, after it changed. */
export async function entryOf(tx: Tx, id: number, what: string, facts: Facts = {}): Promise<Entry> {
  const whole = await found(wholePetition(tx, id))
  const { petition } = whole
  const about = aboutPetition(id)
  if (petition.hiddenAt) await unindexThing(tx, about)
  else await indexThing(tx, [{ about, lang: petition.lang, title: petition.title, text: petition.text }])
  return {
    what,
    facts,
    about,
    title: originTitle(petition),
    shows: petitionForm(whole),
  }
}

export const aboutPetition = (id: number): Ref => ref('petitions', id)

export const titleOf = ({ title, lang }: { title: string; lang: string }): Localized => ({ [lang]: title })

/** What things are told that come from it; never words that were hidden. */
export const originTitle = (petition: Pick<Row, 'id' | 'title' | 'lang' | 'hiddenAt'>): Localized =>
  petition.hiddenAt ? { en: `Petition ${petition.id}`, ko: `청원 ${petition.id}` } : titleOf(petition)

/** The public form of a petition, or of an opinion on it, for whoever checks it against the record. */
export async function publishedPetition(reads: Reads, id: string): Promise<PublicForm | undefined> {
  const [, petition, opinion] = /^([1-9]\d{0,8})(?:\/opinions\/([1-9]\d{0,8}))?$/.exec(id) ?? []
  if (!petition) return undefined
  if (opinion) return opinionForm(reads, Number(petition), Number(opinion))
  const whole = await wholePetition(reads, Number(petition))
  return whole && petitionForm(whole)
}
