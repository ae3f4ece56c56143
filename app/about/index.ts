import type { CityFiles } from '#city/index.ts'
import type { Room } from '#kit/room.ts'
import type { Declared } from '#kit/routes.ts'
import { aboutRoutes } from './routes.tsx'

/** What the city says of itself and of its data. */
export const aboutRoom = (files: CityFiles, declared: () => readonly Declared[]): Room => ({
  key: 'about',
  routes: [aboutRoutes(files, declared)],
  sentences: { en: {} },
})
