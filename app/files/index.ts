import type { Room } from '#kit/room.ts'
import { filesRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export { filesField } from './file.ts'
export { keepFiles, takeFiles } from './keeping.actions.ts'
export { Files, FilesField } from './parts.tsx'
export { type Attached, filesBelow, filesOf } from './reads.ts'

/** What was attached as evidence. */
export const filesRoom: Room = { key: 'files', routes: [filesRoutes], sentences }
