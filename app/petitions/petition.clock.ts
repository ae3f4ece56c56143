import type { Calendar } from '#kit/calendar.ts'
import type { CityFacts, NormInForce } from '#kit/city.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { type Deadline, dueAt, dueOn, type Extension, type Pause } from '#kit/deadline.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { procedureOf } from './procedure.ts'

/** What an answer's time limit hangs on. */
export type Run = {
  filedAt: Instant
  reopenedAt: Instant | null
  /** Every procedure it went through since it was filed or opened again. */
  procedures: readonly [string, ...string[]]
  pauses: readonly Pause[]
  /** The one extension, without its length: that is the norm's. */
  extension?: (Omit<Extension, 'by' | 'on'> & { at: Instant }) | undefined
}

/**
 * The time limits that run for a petition: one for each procedure it went through, all from the day it was filed and
 * by the rules of that day, so that passing it on never makes anybody wait longer. Opened again after an objection,
 * it runs anew from that day.
 */
export function limitsOf(facts: CityFacts, run: Run): [Deadline, ...Deadline[]] {
  const start = dayAt(run.reopenedAt ?? run.filedAt, facts.timeZone)
  const [first, ...others] = new Set(run.procedures)
  const limit = (procedure: string) => limitBy(facts, answerNorm(facts, procedure, start), start, run)
  return [limit(first!), ...others.map(limit)]
}

function limitBy(
  { timeZone }: CityFacts,
  norm: NormInForce,
  start: Day,
  { pauses, extension }: Run,
): Deadline {
  if (!extension || !norm.extension) return deadlineBy(norm, start, { pauses })
  const { at, ...said } = extension
  return deadlineBy(norm, start, {
    pauses,
    extensions: [{ ...said, on: dayAt(at, timeZone), by: norm.extension }],
  })
}

/** The norm that says how long an answer may take, as it stood on the day the petition was filed. */
export const answerNorm = (facts: CityFacts, procedure: string, on: Day): NormInForce =>
  facts.norm(procedureOf(facts, procedure).norms.answer, on)

/** The limit that ends first; in a pause, the one that would if the pause ended at once. */
export function shortest(limits: readonly [Deadline, ...Deadline[]], calendar: Calendar): Deadline {
  const end = (limit: Deadline) => {
    const pauses = limit.pauses.map(({ to, ...each }) => ({ ...each, to: to ?? each.from }))
    return dueOn({ ...limit, pauses }, calendar)!
  }
  return limits.reduce((first, each) =>
    Temporal.PlainDate.compare(end(each), end(first)) < 0 ? each : first,
  )
}

/** The moment from which the answer is late; none while a pause without an end lasts. */
export function dueOf(facts: CityFacts, run: Run): Instant | null {
  const limit = shortest(limitsOf(facts, run), facts.calendar)
  return dueAt(limit, facts.calendar, facts.timeZone) ?? null
}
