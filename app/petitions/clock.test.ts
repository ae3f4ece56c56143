import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#kit/calendar.ts'
import type { CityFacts, NormInForce } from '#kit/city.ts'
import type { Length } from '#kit/deadline.ts'
import { type Deadline, dueAt, dueOn } from '#kit/deadline.ts'
import { dueOf, limitsOf, type Run, shortest } from './petition.clock.ts'

const timeZone = 'Asia/Seoul'
const filedAt = Temporal.Instant.from('2026-03-02T09:00:00+09:00')
const start = Temporal.PlainDate.from('2026-03-02')

const norm = (key: string, value: number, unit: string, extension?: Length): NormInForce => ({
  ...{ key, kind: 'deadline', value, above: false, unit, provision: `${key}/1` },
  ...{ from: null, to: null },
  ...(extension && { extension }),
})

const norms = {
  hundred: norm('hundred', 100, 'day'),
  ninety: norm('ninety', 90, 'day', { value: 60, unit: 'day' }),
  weeks: norm('weeks', 60, 'working-day', { value: 10, unit: 'working-day' }),
}
type Key = keyof typeof norms
const keys: Key[] = ['hundred', 'ninety', 'weeks']

/** A city with three ways, each with its own time for the answer. */
const facts = {
  timeZone,
  calendar: calendarOf({ weekend: [6, 7] }),
  norm: (key: Key) => norms[key],
  procedures: { petitions: keys.map((key) => ({ key, norms: { answer: key } })) },
} as unknown as CityFacts

const run = (more: Partial<Run> = {}): Run => ({
  filedAt,
  reopenedAt: null,
  procedures: ['hundred'],
  pauses: [],
  ...more,
})

const said = { reason: { en: 'Because.' } }
const extension = {
  ...said,
  byWhom: { en: 'Transport' },
  at: Temporal.Instant.from('2026-03-20T09:00:00+09:00'),
}
const lastDay = (of: Run) => dueOn(shortest(limitsOf(facts, of), facts.calendar), facts.calendar)?.toString()

for (const [name, more, due] of [
  ['a hundred days, of which the first is left out', {}, '2026-06-10'],
  ['ninety days', { procedures: ['ninety'] }, '2026-06-01'],
  ['both: the shorter', { procedures: ['hundred', 'ninety'] }, '2026-06-01'],
  ['both, in the other order: still the shorter', { procedures: ['ninety', 'hundred'] }, '2026-06-01'],
  ['ninety, extended once', { procedures: ['ninety'], extension }, '2026-07-30'],
  [
    'both, and the shorter extended: then the other holds',
    { procedures: ['ninety', 'hundred'], extension },
    '2026-06-10',
  ],
  ['a hundred, of which nothing is extended', { extension }, '2026-06-10'],
  [
    'ten days of standing still',
    { pauses: [{ ...said, from: start.add({ days: 9 }), to: start.add({ days: 18 }) }] },
    '2026-06-22',
  ],
  ['standing still without an end', { pauses: [{ ...said, from: start.add({ days: 9 }) }] }, undefined],
  ['opened again, with a new clock', { reopenedAt: filedAt.add({ hours: 24 * 40 }) }, '2026-07-20'],
] as const) {
  test(`${name}: ${due ?? 'no day'}`, () => {
    expect(lastDay(run(more as Partial<Run>))).toBe(due)
  })
}

test('in a pause it is still said which of two limits is the shorter', () => {
  const pauses = [{ ...said, from: start.add({ days: 9 }) }]
  const limits = limitsOf(facts, run({ procedures: ['hundred', 'ninety'], pauses }))
  expect(shortest(limits, facts.calendar).norm.key).toBe('ninety')
})

const day = fc.integer({ min: 0, max: 80 }).map((days) => start.add({ days }))
const pause = fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({
  ...{ ...said, from },
  to: from.add({ days }),
}))
const anyRun = fc
  .record({
    first: fc.constantFrom(...keys),
    others: fc.array(fc.constantFrom(...keys), { maxLength: 3 }),
    pauses: fc.array(pause, { maxLength: 2 }),
    extended: fc.boolean(),
  })
  .map(({ first, others, pauses, extended }) =>
    run({ procedures: [first, ...others], pauses, ...(extended && { extension }) }),
  )

test('passing it on never makes anybody wait longer, whatever paused or was extended', () => {
  fc.assert(
    fc.property(anyRun, fc.constantFrom(...keys), (before, next) => {
      const after = { ...before, procedures: [...before.procedures, next] as [string, ...string[]] }
      const [was, is] = [dueOf(facts, before)!, dueOf(facts, after)!]
      expect(Temporal.Instant.compare(is, was)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 200 },
  )
})

test('the day that holds is never later than any limit that runs', () => {
  fc.assert(
    fc.property(anyRun, (of) => {
      const due = dueOf(facts, of)!
      const ends = limitsOf(facts, of).map((each: Deadline) => dueAt(each, facts.calendar, timeZone)!)
      expect(ends.every((end) => Temporal.Instant.compare(due, end) <= 0)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
