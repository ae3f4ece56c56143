import { asc, eq, or } from 'drizzle-orm'
import type { Holding } from '#people/index.ts'
import { releases } from './tables.ts'

const { enteredBy, checkedBy, approvedBy } = releases

/** Through whose hands figures went: the body's work stays, the account behind it goes. */
export const indicatorsHolding: Holding = {
  room: 'indicators',
  held(reads, person) {
    const { indicator, note, lang, enteredAt } = releases
    return reads
      .select({ indicator, note, lang, enteredAt })
      .from(releases)
      .where(or(eq(enteredBy, person), eq(checkedBy, person), eq(approvedBy, person)))
      .orderBy(asc(releases.id))
  },
  async unlink(tx, person) {
    await tx.update(releases).set({ enteredBy: null }).where(eq(enteredBy, person))
    await tx.update(releases).set({ checkedBy: null }).where(eq(checkedBy, person))
    await tx.update(releases).set({ approvedBy: null }).where(eq(approvedBy, person))
  },
}
