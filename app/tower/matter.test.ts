import { describe, expect, test } from 'vitest'
import { byUrgency, daysLate, lateAmong, lateByBody, latestOfEach, type Matter, quarterOf } from './matter.ts'
import { type Charge, seatsOn } from './officers.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-11-21')

const matter = (dueOn: string | null, ...bodies: string[]): Matter => ({
  kind: 'promise',
  about: 'commitments/1',
  title: { en: 'Lower the kerbs' },
  lang: 'en',
  bodies,
  dueOn: dueOn === null ? null : day(dueOn),
  form: '/desk/commitments/1',
})

describe('how late something is', () => {
  for (const [dueOn, late] of [
    ['2026-11-20', 1],
    ['2026-11-21', 0],
    ['2026-11-22', 0],
    ['2025-11-21', 365],
    [null, 0],
  ] as const) {
    test(`due on ${dueOn}: ${late} days`, () => {
      expect(daysLate(matter(dueOn), today)).toBe(late)
    })
  }
})

test('what was due first comes first, what has no day last, and only what is late is late', () => {
  const all = [matter(null), matter('2026-12-01'), matter('2026-11-01'), matter('2026-10-01')]
  expect(all.toSorted(byUrgency).map(({ dueOn }) => dueOn?.toString())).toEqual([
    '2026-10-01',
    '2026-11-01',
    '2026-12-01',
    undefined,
  ])
  expect(lateAmong(all, today)).toHaveLength(2)
})

test('what two bodies owe together counts for each of them, whoever owes most first', () => {
  const all = [
    matter('2026-11-20', 'transport', 'welfare'),
    matter('2026-11-11', 'welfare'),
    matter('2027-01-01', 'audit'),
  ]
  expect(lateByBody(all, today)).toEqual([
    { body: 'welfare', count: 2, most: 10 },
    { body: 'transport', count: 1, most: 1 },
  ])
})

test('of what is latest two of a kind are shown at most, so that one kind hides no other', () => {
  const data = ['2016-01-01', '2017-01-01', '2018-01-01'].map((on) => ({
    ...matter(on),
    kind: 'data' as const,
  }))
  const shown = latestOfEach([...data, matter('2026-11-20')], 5)
  expect(shown.map(({ kind }) => kind)).toEqual(['data', 'data', 'promise'])
})

describe('the quarter of a day', () => {
  for (const [on, from, until] of [
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2026-03-31', '2026-01-01', '2026-03-31'],
    ['2026-11-21', '2026-10-01', '2026-12-31'],
    ['2026-12-31', '2026-10-01', '2026-12-31'],
  ] as const) {
    test(on, () => {
      expect(Object.values(quarterOf(day(on))).map(String)).toEqual([from, until])
    })
  }
})

describe('who sees to human rights in a body', () => {
  const standing = (...charges: [from: string, until: string | null][]) =>
    seatsOn(
      [{ body: 'transport', name: { en: 'Transport' } }],
      charges.map(
        ([from, until]): Charge => ({ body: 'transport', from: day(from), until: until ? day(until) : null }),
      ),
      today,
    ).map(({ body, state, since }) => [body, state, since?.toString()])

  test('nobody was ever named: vacant, since nobody knows when', () => {
    expect(standing()).toEqual([['transport', 'vacant', undefined]])
  })
  for (const [name, charges, state, since] of [
    ['a term without an end', [['2025-01-01', null]], 'filled', '2025-01-01'],
    ['a term whose last day is today', [['2025-01-01', '2026-11-21']], 'ending', '2025-01-01'],
    ['a term that ended yesterday', [['2025-01-01', '2026-11-20']], 'vacant', '2026-11-21'],
    ['a term that begins tomorrow', [['2026-11-22', null]], 'vacant', undefined],
    ['a term that ends in sixty days', [['2025-01-01', '2027-01-20']], 'ending', '2025-01-01'],
    ['a term that ends in sixty-one days', [['2025-01-01', '2027-01-21']], 'filled', '2025-01-01'],
    [
      'a term that ends soon beside one that does not',
      [
        ['2024-01-01', '2026-12-01'],
        ['2026-06-01', null],
      ],
      'filled',
      '2024-01-01',
    ],
    [
      'two terms that are over',
      [
        ['2020-01-01', '2021-12-31'],
        ['2022-01-01', '2023-12-31'],
      ],
      'vacant',
      '2024-01-01',
    ],
  ] as const) {
    test(`${name}: ${state}`, () => {
      expect(standing(...charges.map(([from, until]) => [from, until] as [string, string | null]))).toEqual([
        ['transport', state, since],
      ])
    })
  }
})
