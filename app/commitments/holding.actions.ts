import { asc, eq } from 'drizzle-orm'
import type { Holding } from '#people/index.ts'
import { steps } from './tables.ts'

/** What somebody did here for a body: the body's word stays, the account behind it goes. */
export const commitmentsHolding: Holding = {
  room: 'commitments',
  held(reads, person) {
    const { commitment, kind, at, text, lang } = steps
    return reads
      .select({ commitment, kind, at, text, lang })
      .from(steps)
      .where(eq(steps.person, person))
      .orderBy(asc(commitment), asc(steps.no))
  },
  unlink: (tx, person) => tx.update(steps).set({ person: null }).where(eq(steps.person, person)),
}
