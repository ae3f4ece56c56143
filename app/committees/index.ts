import type { Room } from '#kit/room.ts'
import { sittingsDesk } from './desk.sittings.tsx'
import { membersDesk } from './desk.tsx'
import { publishedForm } from './forms.reads.ts'
import { forgetOld } from './members.actions.ts'
import { recommendationsDesk } from './recommendations.desk.tsx'
import { recommendationRoutes } from './recommendations.routes.tsx'
import { recommendationsWaiting } from './recommendations.waiting.reads.ts'
import { committeeRoutes } from './routes.tsx'
import { tells } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'

/** What is done in committees, for whoever tells a story through the same doors. */
export * as committeeActs from './acts.ts'
export { changes } from './load.ts'
export { leftOver, sittingAt, sittingsOf, sittingsToCome } from './reads.ts'
export { acceptanceOf, type Recommendation, refOfRecommendation } from './recommendation.ts'
export { owedRecommendations } from './recommendations.reads.ts'
export { putOnAgenda } from './sittings.actions.ts'

/** Committees: who sits on them, when they meet, what they decide, and whether the public was told in time. */
export const committeesRoom: Room = {
  key: 'committees',
  routes: [recommendationRoutes, committeeRoutes, membersDesk, sittingsDesk, recommendationsDesk],
  sentences,
  published: publishedForm,
  waiting: async (city, viewer) => [
    ...(await recommendationsWaiting(city, viewer)),
    ...(await waiting(city, viewer)),
  ],
  tells,
  tools: [
    { path: '/desk/committees', label: { en: 'My committees', ko: '내가 맡은 위원회' } },
    {
      path: '/desk/recommendations',
      label: { en: en.recommendations.desk.title, ko: ko.recommendations.desk.title },
    },
  ],
  jobs: [{ name: 'committees.forget-answers', cron: '40 3 * * *', run: forgetOld }],
}
