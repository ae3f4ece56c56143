import type { Room } from '#kit/room.ts'
import { bodyByKey, districtByKey } from './reads.ts'
import { bodiesRoutes, districtRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export {
  type Bodies,
  type Body,
  holderOn,
  type Post,
  shownOn,
  versionOn,
  within,
} from './body.ts'
export { shapesOf } from './districts-pages.tsx'
export { changes } from './load.ts'
export { nameOf } from './parts.tsx'
export { allBodies, allDistricts, bodyByKey, bodyOn, presentHolder } from './reads.ts'
export { type Holder, holdersOf, successorsOf } from './succession.ts'

/** Who is responsible: every body of the city over all its time. */
export const bodiesRoom: Room = {
  key: 'bodies',
  routes: [bodiesRoutes],
  sentences,
  published: async (reads, id) => spread(await bodyByKey(reads, id)),
}

/** The parts of the city's area, each with its office. */
export const districtsRoom: Room = {
  key: 'districts',
  routes: [districtRoutes],
  sentences: { en: {} },
  published: async (reads, id) => spread(await districtByKey(reads, id)),
}

const spread = (doc: object | undefined) => doc && { ...doc }
