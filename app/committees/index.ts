import type { Room } from '#kit/room.ts'
import { sittingsDesk } from './desk.sittings.tsx'
import { membersDesk } from './desk.tsx'
import { publishedForm } from './forms.reads.ts'
import { forgetOld } from './members.actions.ts'
import { committeeRoutes } from './routes.tsx'
import { waiting } from './waiting.reads.ts'
import { sentences } from './words.ts'

export { changes } from './load.ts'
export { leftOver, sittingAt, sittingsToCome } from './reads.ts'
export { putOnAgenda } from './sittings.actions.ts'

/** Committees: who sits on them, when they meet, what they decide, and whether the public was told in time. */
export const committeesRoom: Room = {
  key: 'committees',
  routes: [committeeRoutes, membersDesk, sittingsDesk],
  sentences,
  published: publishedForm,
  waiting,
  tools: [{ path: '/desk/committees', label: { en: 'My committees', ko: '내가 맡은 위원회' } }],
  jobs: [{ name: 'committees.forget-answers', cron: '40 3 * * *', run: forgetOld }],
}
