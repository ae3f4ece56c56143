import type { Reads } from './db.ts'
import type { Instant } from './time.ts'

const keptFor = 5_000
const trustedFor = 60_000

/**
 * Figures that go over everything there is. They are reckoned for every reader, until there is so much that they may be
 * some seconds old; then a reader sees the last ones while they are reckoned anew.
 */
export function reckoned<T>(
  read: (reads: Reads, at: Instant) => Promise<T>,
  isMuch: (figures: T) => boolean,
): (reads: Reads, at: Instant) => Promise<T> {
  const known = new WeakMap<Reads, { figures: T; since: number }>()
  const running = new WeakMap<Reads, Promise<T>>()
  const anew = (reads: Reads, at: Instant) => {
    const now = performance.now()
    const run = read(reads, at)
      .then((figures) => {
        if (isMuch(figures)) known.set(reads, { figures, since: now })
        else known.delete(reads)
        return figures
      })
      .finally(() => running.delete(reads))
    running.set(reads, run)
    return run
  }
  return async (reads, at) => {
    const last = known.get(reads)
    if (!last) return anew(reads, at)
    const age = performance.now() - last.since
    if (age < keptFor) return last.figures
    const run = running.get(reads) ?? anew(reads, at)
    if (age > trustedFor) return run
    run.catch(() => {})
    return last.figures
  }
}
