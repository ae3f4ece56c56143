import { dayBefore } from './checks.dates.ts'
import type { IsoDay } from './schema.ts'

/** A version without a last day lasts until the day before the next one. */
export function versionsClosed<T extends { from: IsoDay; until?: IsoDay | undefined }>(
  versions: readonly T[],
): T[] {
  const inTurn = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1))
  return inTurn.map((version, at) => {
    const next = inTurn[at + 1]
    return version.until || !next ? version : { ...version, until: dayBefore(next.from) }
  })
}
