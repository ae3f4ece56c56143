import type { Room } from '#kit/room.ts'
import { publishedCommitment } from './entry.ts'
import { sentences } from './words.ts'

export { adopt } from './adopting.actions.ts'
export { pledgeChoices } from './choices.reads.ts'
export {
  type Axes,
  axesOf,
  type CommitmentLine,
  type Implementation,
  implementationOf,
  implementations,
  type Standing,
  standingOf,
  type Verification,
  verificationOf,
  verifications,
} from './commitment.ts'
export { CommitmentLines } from './parts.tsx'
export { type Choices, PledgeFields, type Start } from './pledge.pages.tsx'
export { type Draft, type Pledge, pledgesIn, pledgesOf } from './pledge.ts'
export { commitmentsFrom, commitmentsFromAny, newestCommitments } from './reads.ts'
export { axisWords } from './words.ts'

/** The one follow-up: what the city owes after every yes, until somebody else has checked that it was kept. */
export const commitmentsRoom: Room = {
  key: 'commitments',
  routes: [],
  sentences,
  published: publishedCommitment,
}
