import type { Reads } from './db.ts'

/** How long what another process loaded may go unseen. */
const patience = 10_000

let loads = 0

/** Whoever has loaded a city's files says so, once it is committed. */
export const filesWereLoaded = (): void => void loads++

const sharing = new WeakMap<Reads, Reads>()

/** Lets a transaction know what another handle remembers; only where the city's files are not loaded meanwhile. */
export const shareMemory = (tx: Reads, from: Reads): void => void sharing.set(tx, from)

/**
 * Remembers what nearly every page needs and nothing but a city's files can change: bodies, articles, districts.
 * Each handle has its own memory, so that a transaction sees what it wrote and nobody else does. What must be as
 * stored at this moment, as the forms that outsiders check, is to be read past it.
 */
export function remembered<T>(read: (reads: Reads) => Promise<T>): (reads: Reads) => Promise<T> {
  const known = new WeakMap<Reads, { value: Promise<T>; loads: number; until: number }>()
  return (reads) => {
    const handle = sharing.get(reads) ?? reads
    const last = known.get(handle)
    if (last && last.loads === loads && performance.now() < last.until) return last.value
    const value = read(reads)
    known.set(handle, { value, loads, until: performance.now() + patience })
    value.catch(() => known.delete(handle))
    return value
  }
}
