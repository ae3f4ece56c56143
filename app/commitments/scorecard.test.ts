import { expect, test } from 'vitest'
import { cardOf, type Tally } from './scorecard.ts'

const some = (count: number, delay: number | null, more: Partial<Tally> = {}): Tally => ({
  ...{ kind: 'new', count, delay, open: delay === null ? count : 0 },
  ...{ late: 0, broken: 0, silent: 0, verified: 0, contradicted: 0, oldestOpen: null },
  ...more,
})

for (const [name, tallies, medianDays, onTime] of [
  ['nothing is done', [some(3, null)], null, 0],
  ['one is done early', [some(1, -4), some(9, null)], -4, 1],
  ['one in three lies in the middle', [some(1, 30), some(1, -2), some(1, 0)], 0, 2],
  ['two lie in the middle, and half way between them counts', [some(1, 3), some(1, 8)], 5.5, 0],
  ['many alike outweigh one', [some(1, 90), some(5, 2)], 2, 0],
  ['the middle falls between two sorts', [some(2, -10), some(2, 10)], 0, 2],
] as const)
  test(`where ${name}, the median delay is ${medianDays}`, () => {
    expect(cardOf('roads', tallies)).toMatchObject({ medianDays, onTime })
  })

test('what was being done already is counted apart, and the oldest open day is the first of all', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const card = cardOf('roads', [
    some(2, null, { oldestOpen: day('2026-03-01'), late: 1 }),
    some(3, null, { oldestOpen: day('2025-11-21'), silent: 2 }),
    some(7, 400, { kind: 'under-way', verified: 7 }),
  ])
  expect(card).toMatchObject({ count: 5, open: 5, late: 1, silent: 2, verified: 0, done: 0, underWay: 7 })
  expect(String(card.oldestOpen)).toBe('2025-11-21')
})
