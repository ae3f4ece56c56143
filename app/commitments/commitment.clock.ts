import type { CityFacts } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { dueAt } from '#kit/deadline.ts'
import { type Day, dayAt, type Instant, isBefore, startOf } from '#kit/time.ts'

type Clocked = { adoptedAt: Instant; startsOn: Day; dueOn: Day; reportedAt: Instant | null }

/** The moments on which its standing hangs, by the norms of the day on which it was promised. */
export function momentsOf(facts: CityFacts, it: Clocked) {
  const { timeZone } = facts
  const startsAt = startOf(it.startsOn, timeZone)
  const quietSince = it.reportedAt ?? (isBefore(it.adoptedAt, startsAt) ? startsAt : it.adoptedAt)
  return {
    startsAt,
    dueAt: startOf(it.dueOn.add({ days: 1 }), timeZone),
    brokenAt: passedBy(facts, 'brokenAfter', it.dueOn, it.adoptedAt),
    silentAt: passedBy(facts, 'silentAfter', dayAt(quietSince, timeZone), it.adoptedAt),
  }
}

/** When the time of a norm has passed that runs from a day; never where the city has no such norm. */
function passedBy(facts: CityFacts, norm: 'brokenAfter' | 'silentAfter', from: Day, adoptedAt: Instant) {
  const key = facts.procedures?.commitments[norm]
  if (!key) return null
  const deadline = deadlineBy(facts.norm(key, dayAt(adoptedAt, facts.timeZone)), from)
  return dueAt(deadline, facts.calendar, facts.timeZone) ?? null
}
