import type { Room } from '#kit/room.ts'
import { deskRoutes } from './routes.tsx'

/** The staff's workbench. */
export const deskRoom = (rooms: () => readonly Room[]): Room => ({
  key: 'desk',
  routes: [deskRoutes(rooms)],
  sentences: { en: {} },
})
