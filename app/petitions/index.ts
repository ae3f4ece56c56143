import type { Room } from '#kit/room.ts'
import { bodiesRoutes } from './bodies.routes.tsx'
import { queue } from './desk.queue.tsx'
import { petitionDesk } from './desk.tsx'
import { meansOf, type PetitionsOptions } from './means.ts'
import { publishedPetition } from './on-petition.ts'
import { petitionRoutes } from './routes.tsx'
import { waiting } from './waiting.reads.ts'
import { sentences } from './words.ts'

/** What anybody asks of the city: filed, signed, answered in time, and followed to what came of it. */
export function petitionsRoom(options: PetitionsOptions): Room {
  const means = meansOf(options)
  return {
    key: 'petitions',
    routes: [queue(), petitionDesk(), bodiesRoutes(), ...petitionRoutes(means)],
    sentences,
    published: publishedPetition,
    waiting,
    tools: [{ path: '/desk/petitions', label: { en: 'Petitions to answer', ko: '답할 청원' } }],
  }
}
