import type { CityFiles } from '#city/index.ts'
import type { Room } from '#kit/room.ts'
import { glanceRoutes } from './routes.tsx'

/** The city at a glance. */
export const glanceRoom = (files: CityFiles): Room => ({
  key: 'glance',
  routes: [glanceRoutes(files)],
  sentences: { en: {} },
})
