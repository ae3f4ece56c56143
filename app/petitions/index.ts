import { join } from 'node:path'
import type { Room } from '#kit/room.ts'
import { bodiesRoutes } from './bodies.routes.tsx'
import { queue } from './desk.queue.tsx'
import { petitionDesk } from './desk.tsx'
import { forgetContacts } from './forgetting.actions.ts'
import { meansOf, type PetitionsOptions } from './means.ts'
import { publishedPetition } from './on-petition.actions.ts'
import { petitionRoutes } from './routes.tsx'
import { tells } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { sentences } from './words.ts'

/** What is done with petitions, for whoever tells a story through the same doors. */
export * as petitionActs from './acts.ts'

export { answeringOf } from './bodies.reads.ts'
export { petitionsHolding } from './holding.actions.ts'
export { countsNow as petitionCounts } from './list.counts.ts'
export { petitionItem } from './list.pages.tsx'
export { type Counts as PetitionCounts, type Listed as ListedPetition, mostSigned } from './list.reads.ts'

export { owedPetitions } from './owed.reads.ts'

/** The source of the script that shows petitions alike while one is written, for whoever bundles it as `similar.js`. */
export const similarScript = join(import.meta.dirname, 'similar.client.ts')

/** What anybody asks of the city: filed, signed, answered in time, and followed to what came of it. */
export function petitionsRoom(options: PetitionsOptions): Room {
  const means = meansOf(options)
  return {
    key: 'petitions',
    routes: [queue(), petitionDesk(), bodiesRoutes(), ...petitionRoutes(means)],
    sentences,
    published: publishedPetition,
    waiting,
    tells,
    jobs: [{ name: 'petitions.forget-contacts', cron: '50 3 * * *', run: forgetContacts }],
    tools: [{ path: '/desk/petitions', label: { en: 'Petitions to answer', ko: '답할 청원' } }],
  }
}
