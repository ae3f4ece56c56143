import type { CityFacts } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { type Deadline, dueAt } from '#kit/deadline.ts'
import type { Day, Instant } from '#kit/time.ts'

/** How long somebody may wait from a day on before others decide; nothing where the city has not said it. */
export function liftedBy(facts: CityFacts, waitsFrom: Day): Deadline | undefined {
  const { coordination } = facts.procedures ?? {}
  return coordination && deadlineBy(facts.norm(coordination.liftedAfter, waitsFrom), waitsFrom)
}

export function liftAtOf(facts: CityFacts, waitsFrom: Day): Instant | undefined {
  const deadline = liftedBy(facts, waitsFrom)
  return deadline && dueAt(deadline, facts.calendar, facts.timeZone)
}
