export { type Actor, act, type Change, type Entries, type Entry, forgettable, openCity } from './act.ts'
export { historyOf, type PublicEntry } from './reads.ts'
