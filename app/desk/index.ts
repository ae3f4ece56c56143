import type { Room } from '#kit/room.ts'
import { writeLetters } from './letters.actions.ts'
import { deskRoutes } from './routes.tsx'
import { sentences } from './words.ts'

/** The staff's workbench. */
export const deskRoom = (rooms: () => readonly Room[]): Room => ({
  key: 'desk',
  routes: [deskRoutes(rooms)],
  sentences,
  jobs: [{ name: 'desk.letters', cron: '30 7 * * 1', run: (city) => writeLetters(city, rooms()) }],
})
