import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { findableIndicator } from './findable.ts'
import { formOf } from './form.ts'
import { aboutIndicator, type Indicator } from './indicator.ts'
import { indicatorByKey, type Known, valuesOf } from './reads.ts'
import { indicators } from './tables.ts'

/** An indicator that nobody else changes until the act is done. */
export async function locked(tx: Tx, key: string): Promise<Known> {
  await tx.select({ key: indicators.key }).from(indicators).where(eq(indicators.key, key)).for('update')
  return found(indicatorByKey(tx, key))
}

/** What the record says of an indicator after it changed, with all that everybody can see of it now. */
export async function publicEntry(tx: Tx, doc: Indicator, what: string, facts: Facts = {}): Promise<Entry> {
  await indexThing(tx, findableIndicator(doc))
  return {
    what,
    facts,
    about: aboutIndicator(doc.key),
    title: doc.title,
    shows: formOf(doc, await valuesOf(tx, doc.key)),
  }
}

/** What the record says of figures that are not yet public. */
export const internalEntry = (doc: Indicator, what: string, facts: Facts): Entry => ({
  what,
  facts,
  about: aboutIndicator(doc.key),
  title: doc.title,
  visibility: 'internal',
})
