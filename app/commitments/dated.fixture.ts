import fc from 'fast-check'
import type { Ref } from '#kit/ref.ts'
import { findings } from './commitment.ts'
import type { commitments } from './tables.ts'

/** Moments on each side of every limit. */
export const moments = [0, 1, 2, 3, 4, 5].map((day) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * day }),
)
const moment = fc.constantFrom(...moments)
const maybe = fc.option(moment, { nil: null })

/** The dated facts of a commitment, one as likely as another. */
export const dated = fc.record({
  startsAt: moment,
  dueAt: moment,
  brokenAt: maybe,
  silentAt: maybe,
  begunAt: maybe,
  doneAt: maybe,
  stoppedAt: maybe,
  finding: fc.option(fc.constantFrom(...findings), { nil: null }),
})

const day = Temporal.PlainDate.from('2026-01-01')

/** A row of which nothing matters but its dated facts, and what it came from. */
export const rowOf = (
  facts: typeof dated extends fc.Arbitrary<infer Facts> ? Facts : never,
  origin: Ref = 'petitions/1',
): typeof commitments.$inferInsert => ({
  ...facts,
  ...{ kind: 'new', title: '', text: '', lang: 'en', lead: 'transport-department', supporting: [] },
  ...{ startsOn: day, dueOn: day, firstDueOn: day, articles: [], groups: [], districts: [] },
  ...{ origin, originKind: 'petitions', originTitle: {}, adoptedAt: moments[0]! },
})
