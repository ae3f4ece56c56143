import type { Room } from '#kit/room.ts'
import { gardensRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export const gardensRoom: Room = { key: 'gardens', routes: [gardensRoutes], sentences }
