import type { Room } from '#kit/room.ts'
import { searchRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export { indexThing, unindexThing } from './actions.ts'
export { matching, type Similar, similar } from './reads.ts'

/** Search over everything public. */
export const searchRoom: Room = { key: 'search', routes: [searchRoutes], sentences }
