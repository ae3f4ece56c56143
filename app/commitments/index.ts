import type { Room } from '#kit/room.ts'
import { commitmentsDesk } from './desk.tsx'
import { worksFor } from './links.reads.ts'
import { mineDesk } from './mine.tsx'
import { tellLifted } from './requesting.actions.ts'
import { requestsRoutes } from './requests.routes.tsx'
import { commitmentsRoutes } from './routes.tsx'
import { tells } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { publishedCommitment } from './whole.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'

/** What is done with commitments, for whoever tells a story through the same doors. */
export * as commitmentActs from './acts.ts'
export { adopt } from './adopting.actions.ts'
export { axesAre } from './axes.reads.ts'
export { pledgeChoices } from './choices.reads.ts'
export {
  type Axes,
  axesOf,
  type CommitmentLine,
  type Implementation,
  implementations,
  type Standing,
  standingOf,
  type Verification,
  verifications,
} from './commitment.ts'
export { linksField } from './desk.answers.ts'
export { pledgesOf } from './desk.pledge.ts'
export { commitmentsHolding } from './holding.actions.ts'
export { link, unlink } from './linking.actions.ts'
export { commitmentLine, commitmentsServing, linksOf, unlinkedOf, withoutArticle } from './links.reads.ts'
export { keptBetween, owedPromises, silentPromises } from './owed.reads.ts'
export { Badges as CommitmentBadges, CommitmentLines } from './parts.tsx'
export { type Choices, PledgeFields, type Start } from './pledge.pages.tsx'
export { amountOf, type Draft, milestoneNumbers, type Pledge, pledgesIn } from './pledge.ts'
export {
  commitmentsFrom,
  commitmentsFromAny,
  latelySettled,
  milestonesOf,
  newestCommitments,
} from './reads.ts'
export { reachWithin, reportWithin } from './reporting.actions.ts'
export { askHelpWithin } from './requesting.actions.ts'
export { helpAskedFor, openRequests, type RequestLine } from './requests.reads.ts'
export { scorecards } from './scorecards.reads.ts'
export { standingCounts } from './tracker.reads.ts'
export type { Counts } from './tracker.ts'
export { axisWords } from './words.ts'

/** The one follow-up: what the city owes after every yes, until somebody else has checked that it was kept. */
export const commitmentsRoom: Room = {
  key: 'commitments',
  routes: [requestsRoutes, commitmentsRoutes, mineDesk, commitmentsDesk],
  sentences,
  published: publishedCommitment,
  waiting,
  tells,
  worksFor,
  tools: [
    { path: '/desk/commitments', label: { en: en.desk.title, ko: ko.desk.title } },
    { path: '/desk/requests', label: { en: en.requests.desk.title, ko: ko.requests.desk.title } },
  ],
  jobs: [{ name: 'commitments.tell-lifted', cron: '5 8 * * *', run: tellLifted }],
}
