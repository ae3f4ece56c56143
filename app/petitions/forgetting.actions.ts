import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { City } from '#kit/city.ts'
import { forgettable } from '#record/index.ts'
import { contacts, petitions } from './tables.ts'

/** How long after the end somebody without an account can still be reached. Ours: nobody needs it longer. */
const keptFor = { hours: 24 * 365 }

/** Forgets how to reach those whose petition, or the one that it was joined to, came to its end long enough ago. */
export const forgetContacts = (city: City): Promise<void> =>
  forgettable(city, async (tx) => {
    const before = city.clock.now().subtract(keptFor)
    const last = alias(petitions, 'last')
    const answered = and(
      isNotNull(last.answeredAt),
      isNull(last.objectedAt),
      lt(last.objectableUntil, before),
    )
    const over = tx
      .select({ id: petitions.id })
      .from(petitions)
      .innerJoin(last, eq(last.id, sql`coalesce(${petitions.mergedInto}, ${petitions.id})`))
      .where(or(lt(petitions.withdrawnAt, before), lt(last.withdrawnAt, before), answered))
    await tx.delete(contacts).where(inArray(contacts.petition, over))
  })
