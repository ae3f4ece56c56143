import type { Room } from '#kit/room.ts'
import { towerDesk } from './desk.tsx'
import { towerRoutes } from './routes.tsx'
import { waiting } from './waiting.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'

/** How the city keeps its word, looked at whole: for the office, each body, the mayor, the committee and everybody. */
export const towerRoom: Room = {
  key: 'tower',
  routes: [towerRoutes, towerDesk],
  sentences,
  waiting,
  tools: [{ path: '/desk/tower', label: { en: en.tool, ko: ko.tool } }],
}
