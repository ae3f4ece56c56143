import { lt } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { forgetThrottles } from '#kit/throttle.ts'
import { dayAt } from '#kit/time.ts'
import { forgettable } from '#record/index.ts'
import { forgetKeptForms } from './kept.ts'
import { forgetPending } from './pending.ts'
import { forgetSessions } from './session.ts'
import { forgetArrivals } from './signing-in.actions.ts'
import { codes, people } from './tables.ts'

/** Removes what has run out; nothing that still counts ever depends on this having run. */
export const forget = (city: City): Promise<void> =>
  forgettable(city, async (tx) => {
    const at = city.clock.now()
    await forgetArrivals(tx, at)
    await forgetPending(tx, at)
    await forgetKeptForms(tx, at)
    await forgetSessions(tx, at)
    await forgetThrottles(tx, at)
    await tx.delete(codes).where(lt(codes.expiresAt, at.subtract({ hours: 24 * 30 })))
    await tx
      .update(people)
      .set({ childUntil: null })
      .where(lt(people.childUntil, dayAt(at, city.facts.timeZone)))
  })
