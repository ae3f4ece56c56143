import type { Waiting } from '#kit/room.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'

/** What is late from midnight on was due the day before. */
export const lastDay = (late: Instant, timeZone: string): Day =>
  dayAt(late.subtract({ nanoseconds: 1 }), timeZone)

/** Oldest date first; what nobody set a date for comes last. */
export function sorted(waiting: readonly Waiting[], at: Instant) {
  const byDate = waiting.toSorted((a, b) => {
    if (!a.dueAt || !b.dueAt) return Number(!a.dueAt) - Number(!b.dueAt)
    return Temporal.Instant.compare(a.dueAt, b.dueAt)
  })
  const isLate = (each: Waiting) => each.dueAt !== undefined && isBefore(each.dueAt, at)
  return {
    late: byDate.filter((each) => each.turn === 'mine' && isLate(each)),
    mine: byDate.filter((each) => each.turn === 'mine' && !isLate(each)),
    others: byDate.filter((each) => each.turn === 'others'),
  }
}

/** How long beforehand a letter tells that something falls due: until the next one, and a day more. */
const ahead = { days: 8 }

/** What is late, and what will be before the letter after the next: of this the desk writes. */
export function pressing(waiting: readonly Waiting[], at: Instant) {
  const { late, mine } = sorted(waiting, at)
  const until = at.add({ hours: 24 * ahead.days })
  return { late, soon: mine.filter(({ dueAt }) => dueAt && isBefore(dueAt, until)) }
}
