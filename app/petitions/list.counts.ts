import type { Reads } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import { type Counts, counted } from './list.reads.ts'

const known = new WeakMap<Reads, { minute: number; filings: number; value: Promise<Counts> }>()
let filings = 0

/** Whoever filed one is to see it counted. */
export const countAgain = (): void => void filings++

/** The counts over the list, reckoned once a minute: they go over every petition there is. */
export function countsNow(reads: Reads, at: Instant): Promise<Counts> {
  const minute = Math.floor(at.epochMilliseconds / 60_000)
  const last = known.get(reads)
  if (last && last.minute === minute && last.filings === filings) return last.value
  const value = counted(reads, at)
  known.set(reads, { minute, filings, value })
  value.catch(() => known.delete(reads))
  return value
}
