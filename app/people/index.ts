import { join } from 'node:path'
import { lt } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Room } from '#kit/room.ts'
import { forgetThrottles } from '#kit/throttle.ts'
import { dayAt } from '#kit/time.ts'
import { forgettable } from '#record/index.ts'
import { demoRoutes } from './demo.tsx'
import { peopleDesk } from './desk.tsx'
import { guardianRoutes } from './guardians.routes.tsx'
import { forgetKeptForms } from './kept.ts'
import { meRoutes } from './me.routes.tsx'
import { meansOf, type PeopleOptions } from './means.ts'
import { openidRoutes } from './openid.routes.tsx'
import { passkeyRoutes } from './passkeys.routes.tsx'
import { forgetPending } from './pending.ts'
import { forgetSessions } from './session.ts'
import { forgetArrivals } from './signing-in.actions.ts'
import { signingInRoutes } from './signing-in.routes.tsx'
import { codes, people } from './tables.ts'
import { sentences } from './words.ts'

export { demoPeople, settleDemo } from './demo.tsx'
export { actorOf, identify, officerOf, subjectOf } from './identify.ts'
export { keptForms } from './kept.ts'
export type { Holding, PeopleOptions, Provider } from './means.ts'
export { type RoleName, roleNames } from './person.ts'
export { addressOf, type Person, personsHolding } from './reads.ts'
export { holdsRegistrationNumber, noRegistrationNumber } from './registration-number.ts'
export { appointFirst, wholeCity } from './roles.actions.ts'

/** The source of the one script of this room, for whoever bundles the assets as `passkey.js`. */
export const passkeyScript = join(import.meta.dirname, 'passkey.client.ts')

/** Who people are here: how they come in, what they may do, what is held about them, and how they leave. */
export function peopleRoom(options: PeopleOptions): Room {
  const means = meansOf(options)
  return {
    key: 'people',
    routes: [
      signingInRoutes(means),
      passkeyRoutes(means),
      ...openidRoutes(means),
      ...meRoutes(means),
      guardianRoutes(means),
      ...peopleDesk(means),
      demoRoutes(means),
    ],
    sentences,
    jobs: [{ name: 'people.forget', cron: '17 4 * * *', run: forget }],
  }
}

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
    await tx.update(people).set({ childUntil: null }).where(lt(people.childUntil, dayAt(at, city.facts.timeZone)))
  })
