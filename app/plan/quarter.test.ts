import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { counts, endOfQuarter, quartersOf, reportBy } from './quarter.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

for (const [agreed, ended, owed] of [
  ['2027-01-10', null, [1, 2, 3, 4]],
  ['2027-02-28', null, [1, 2, 3, 4]],
  ['2027-03-01', null, [2, 3, 4]],
  ['2027-11-30', null, [4]],
  ['2027-12-01', null, []],
  ['2026-12-01', '2027-06-30', [1]],
  ['2026-12-01', '2027-07-01', [1, 2]],
  [null, null, []],
] as const) {
  test(`agreed on ${agreed} and ended on ${ended}, it reports on quarters ${owed.join(', ') || 'none'}`, () => {
    const course = { year: 2027, agreedOn: agreed && day(agreed), endedOn: ended && day(ended) }
    expect([1, 2, 3, 4].filter((quarter) => counts(course, quarter))).toEqual(owed)
  })
}

test('a quarter ends with its third month', () => {
  expect([1, 2, 3, 4].map((quarter) => String(endOfQuarter(2028, quarter)))).toEqual([
    '2028-03-31',
    '2028-06-30',
    '2028-09-30',
    '2028-12-31',
  ])
})

test('a report is due by the city’s norm, counted from the end of the quarter', async () => {
  const { facts } = (await testCity()).city
  expect(reportBy(facts, 2027, 1)).toMatchObject({ norm: { key: 'plan.quarter-report' } })
  const course = { year: 2027, agreedOn: day('2027-01-10'), endedOn: null }
  const states = (today: string, reports: Parameters<typeof quartersOf>[2] = []) =>
    quartersOf(facts, course, reports, day(today)).map(({ state }) => state)
  expect(states('2027-03-30')).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  expect(states('2027-04-15')).toEqual(['open', 'ahead', 'ahead', 'ahead'])
  expect(states('2027-04-16')).toEqual(['missing', 'ahead', 'ahead', 'ahead'])
  const report = (at: string, no: number) => ({
    quarter: 1,
    no,
    body: 'transport-department',
    reached: 1,
    text: '',
    lang: 'en',
    obstacle: 'none' as const,
    step: 1,
    at: Temporal.Instant.from(at),
  })
  const inTime = report('2027-04-15T12:00:00Z', 1)
  expect(states('2027-07-01', [inTime])).toEqual(['in-time', 'open', 'ahead', 'ahead'])
  expect(states('2027-07-01', [inTime, report('2027-06-01T00:00:00Z', 2)])[0]).toBe('in-time')
  expect(states('2027-07-01', [report('2027-04-15T16:00:00Z', 1)])[0]).toBe('late')
})
