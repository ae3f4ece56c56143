import { expect, test } from 'vitest'
import { axesOf, type Dated, implementationOf, isSilent, standingOf, verificationOf } from './commitment.ts'

const on = (day: string) => Temporal.Instant.from(`${day}T00:00:00+09:00`)

/** A promise for the year 2026 that breaks half a year after it, of which nobody has heard. */
const promised: Dated = {
  startsAt: on('2026-01-01'),
  dueAt: on('2027-01-01'),
  brokenAt: on('2027-07-01'),
  silentAt: on('2026-04-01'),
  begunAt: null,
  doneAt: null,
  stoppedAt: null,
  finding: null,
}
const reported = { ...promised, begunAt: on('2025-12-01') }
const done = { ...reported, doneAt: on('2026-12-01') }
const late = { ...done, doneAt: on('2027-08-01') }
const kept: Dated = { ...done, finding: 'confirmed' }
const partly: Dated = { ...reported, finding: 'in-part' }
const contradicted: Dated = { ...reported, finding: 'not-confirmed' }
const stopped = { ...reported, stoppedAt: on('2026-03-01') }
const withoutRule = { ...promised, brokenAt: null, silentAt: null }

for (const [what, it, day, implementation, verification, standing, silent] of [
  ['nothing reported, before it starts', promised, '2025-12-31', 'not-begun', 'none', 'under-way', false],
  ['nothing reported, on its first day', promised, '2026-01-01', 'under-way', 'none', 'under-way', false],
  ['reported before it starts', reported, '2025-12-31', 'under-way', 'none', 'under-way', false],
  [
    'nothing heard, a day before it is silent',
    promised,
    '2026-03-31',
    'under-way',
    'none',
    'under-way',
    false,
  ],
  ['nothing heard for too long', promised, '2026-04-01', 'under-way', 'none', 'under-way', true],
  ['on its last day', reported, '2026-12-31', 'under-way', 'none', 'under-way', true],
  ['a day late', reported, '2027-01-01', 'late', 'none', 'late', true],
  ['a day before it is broken', reported, '2027-06-30', 'late', 'none', 'late', true],
  ['not done for too long', reported, '2027-07-01', 'late', 'none', 'broken', true],
  ['said to be done', done, '2026-12-02', 'done', 'waiting', 'unverified', false],
  ['said to be done, years ago', done, '2030-01-01', 'done', 'waiting', 'unverified', false],
  ['done after it was broken', late, '2027-08-02', 'done', 'waiting', 'unverified', false],
  ['confirmed', kept, '2030-01-01', 'done', 'confirmed', 'kept', false],
  ['confirmed in part, in time', partly, '2026-02-01', 'under-way', 'in-part', 'under-way', false],
  ['contradicted, in time', contradicted, '2026-02-01', 'under-way', 'contradicted', 'under-way', false],
  ['contradicted, too late', contradicted, '2027-07-01', 'late', 'contradicted', 'broken', true],
  ['given up', stopped, '2026-03-02', 'stopped', 'none', 'broken', false],
  ['no rule of when it breaks', withoutRule, '2040-01-01', 'late', 'none', 'late', false],
] as const) {
  test(`${what}: ${standing}${silent ? ', silent' : ''}`, () => {
    const at = on(day)
    expect([implementationOf(it, at), verificationOf(it), standingOf(it, at), isSilent(it, at)]).toEqual([
      implementation,
      verification,
      standing,
      silent,
    ])
  })
}

for (const [what, lines, implementation, verification] of [
  ['all that was promised was kept', [kept, kept], 'done', 'confirmed'],
  ['one is said to be done, one confirmed', [done, kept], 'done', 'waiting'],
  ['one is kept, one under way', [kept, reported], 'under-way', 'in-part'],
  ['one is kept, one late', [kept, { ...reported, dueAt: on('2026-01-02') }], 'late', 'in-part'],
  ['one is kept, one given up', [kept, stopped], 'stopped', 'in-part'],
  ['all was given up', [stopped, stopped], 'stopped', 'none'],
  ['one is said to be done, one contradicted', [done, contradicted], 'under-way', 'contradicted'],
  ['nothing has begun', [{ ...promised, startsAt: on('2026-12-31') }], 'not-begun', 'none'],
  [
    'one has not begun, one is done',
    [{ ...promised, startsAt: on('2026-12-31') }, done],
    'under-way',
    'waiting',
  ],
] as const) {
  test(`${what}: together ${implementation}, ${verification}`, () => {
    expect(axesOf(lines, on('2026-12-02'))).toEqual({ implementation, verification })
  })
}

test('where nothing was promised there is nothing to be said of it', () => {
  expect(axesOf([], on('2026-12-02'))).toBeUndefined()
})
