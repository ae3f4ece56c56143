import type { CityFiles } from '#city/index.ts'
import type { Room } from '#kit/room.ts'
import { homeRoutes } from './routes.tsx'

/** The resident's front page. */
export const homeRoom = ({ profile }: CityFiles): Room => ({
  key: 'home',
  routes: [homeRoutes(profile.motto)],
  sentences: { en: {} },
})
