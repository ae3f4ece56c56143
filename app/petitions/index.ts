import type { Room } from '#kit/room.ts'
import { meansOf, type PetitionsOptions } from './means.ts'
import { publishedPetition } from './on-petition.ts'
import { petitionRoutes } from './routes.tsx'
import { sentences } from './words.ts'

/** What anybody asks of the city: filed, signed, answered in time, and followed to what came of it. */
export function petitionsRoom(options: PetitionsOptions): Room {
  const means = meansOf(options)
  return {
    key: 'petitions',
    routes: petitionRoutes(means),
    sentences,
    published: publishedPetition,
  }
}
