import { join } from 'node:path'
import type { Room } from '#kit/room.ts'
import { demoRoutes } from './demo.tsx'
import { waitingFor } from './desk.reads.ts'
import { forget } from './forgetting.actions.ts'
import { guardianRoutes } from './guardians.routes.tsx'
import { helpingRoutes } from './helping.routes.tsx'
import { meRoutes } from './me.routes.tsx'
import { meansOf, type PeopleOptions } from './means.ts'
import { openidRoutes } from './openid.routes.tsx'
import { passkeyRoutes } from './passkeys.routes.tsx'
import { signingInRoutes } from './signing-in.routes.tsx'
import { staffRoutes } from './staff.routes.tsx'
import { vouchingRoutes } from './vouching.routes.tsx'
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
      ...signingInRoutes(means),
      passkeyRoutes(means),
      ...openidRoutes(means),
      ...meRoutes(means),
      guardianRoutes(means),
      staffRoutes(means),
      ...helpingRoutes(means),
      vouchingRoutes(means),
      demoRoutes(means),
    ],
    sentences,
    waiting: waitingFor,
    jobs: [{ name: 'people.forget', cron: '17 4 * * *', run: forget }],
  }
}
