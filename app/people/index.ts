import { join } from 'node:path'
import type { Room, Tool } from '#kit/room.ts'
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

export { chargesOf, chargesWith } from './charges.reads.ts'
export { demoPeople } from './demo.cast.ts'
export { castOf, settleDemo, settleNeighbour } from './demo.tsx'
export { workersOf } from './desk.reads.ts'
export { followed } from './following.ts'
export { actorOf, identify, officerOf, subjectOf } from './identify.ts'
export { keptForms } from './kept.ts'
export type { Holding, PeopleOptions, Provider } from './means.ts'
export { localPath, type RoleName, roleNames } from './person.ts'
export { addressOf, isUnheard, type Person, personsHolding } from './reads.ts'
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
    tools,
    waiting: waitingFor,
    jobs: [{ name: 'people.forget', cron: '17 4 * * *', run: forget }],
  }
}

const tools: Tool[] = [
  { path: '/desk/people', label: { en: 'Accounts and tasks', ko: '계정과 맡은 일' } },
  { path: '/desk/people/help', label: { en: 'Help somebody', ko: '대신 도와드리기' } },
  { path: '/desk/people/letters', label: { en: 'Letters with codes', ko: '번호가 적힌 편지' } },
  { path: '/desk/people/attest', label: { en: 'Attest residence', ko: '거주 확인해 주기' } },
  { path: '/desk/people/oversight', label: { en: 'Oversight', ko: '살펴보기' } },
]
