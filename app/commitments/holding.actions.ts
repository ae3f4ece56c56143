import { asc, eq } from 'drizzle-orm'
import type { Holding } from '#people/index.ts'
import { steps } from './tables.ts'

/** What somebody did here for a body: the body's word stays, the account behind it goes. */
export const commitmentsHolding: Holding = {
  room: 'commitments',
  held: (reads, person) =>
    reads
      .select({ commitment: steps.commitment, kind: steps.kind, at: steps.at, text: steps.text })
      .from(steps)
      .where(eq(steps.person, person))
      .orderBy(asc(steps.commitment), asc(steps.no)),
  unlink: (tx, person) => tx.update(steps).set({ person: null }).where(eq(steps.person, person)),
}
