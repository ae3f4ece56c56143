export {
  type Actor,
  act,
  actWithReceipt,
  type Change,
  type Entries,
  type Entry,
  forgettable,
  openCity,
} from './act.ts'
export type { Published, PublishedByKind } from './disclosing.ts'
export { comesFrom, follow, followOf, ownDesk } from './following.ts'
export { alike, History, News } from './history.tsx'
export type { How } from './how.ts'
export { type Jobs, startJobs } from './jobs.ts'
export { type Keys, makeKeys, readKeys } from './keys.ts'
export { deliver, type Post } from './letters.ts'
export { integrate, lastCheckpoint } from './log.ts'
export { FollowBox } from './notice-pages.tsx'
export { recordHolding, unreadOf } from './notice-reads.ts'
export { notify, takeAsRead } from './noticing.ts'
export { doneAs, historyOf, newestEntries, type PublicEntry } from './reads.ts'
export { type Receipt, showingReceipt } from './receipt.ts'
export { ReceiptOf } from './receipt-pages.tsx'
export { firstReceipt, receiptIn } from './receipt-routes.tsx'
export { recordRoom } from './room.ts'
export type { RecordOptions } from './routes.tsx'
export { exitCodes, knownFile, readKnown, verdictIn, writeKnown } from './verdict.ts'
export { type Known, type Verdict, verify } from './verify.ts'
export { putLetter } from './writing.ts'
export type { Written } from './written.ts'
