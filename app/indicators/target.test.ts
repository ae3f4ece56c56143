import { expect, test } from 'vitest'
import { periodOf } from './period.ts'
import { definitionAt, goalOf, standingOf } from './target.ts'

const goal = (start: number, value: number, by = '2028') => goalOf({ from: '2018', start, by, value })
const now = (period: string, value: number | null, definition = 0) => ({
  period: periodOf(period),
  value,
  definition,
})
const one = [{ from: '2010', breaks: false }]

for (const [name, to, value, is] of [
  ['half of the gap in half of the time', goal(10, 20), now('2023', 15), 'on-track'],
  ['less than its share of the gap', goal(10, 20), now('2023', 14.9), 'behind'],
  ['away from it', goal(10, 20), now('2023', 9), 'away'],
  ['where it began', goal(10, 20), now('2023', 10), 'behind'],
  ['there already', goal(10, 20), now('2019', 20), 'reached'],
  ['beyond it', goal(10, 20), now('2019', 25), 'reached'],
  ['downwards, half way', goal(20, 10), now('2023', 15), 'on-track'],
  ['downwards, up', goal(20, 10), now('2023', 21), 'away'],
  ['to zero', goal(20, 0), now('2028', 0), 'reached'],
  ['from zero', goal(0, 20), now('2023', 11), 'on-track'],
  ['across zero', goal(-5, 5), now('2023', 1), 'on-track'],
  ['too late', goal(10, 20), now('2030', 19), 'behind'],
] as const)
  test(`target: ${name}: ${is}`, () => {
    expect(standingOf(to, value, one)).toMatchObject({ is })
  })

for (const [why, to, value] of [
  ['start-is-target', goal(10, 10), now('2023', 10)],
  ['no-time', goal(10, 20, '2018'), now('2023', 15)],
  ['no-value', goal(10, 20), undefined],
  ['no-value', goal(10, 20), now('2023', null)],
  ['not-begun', goal(10, 20), now('2018', 15)],
  ['break', goal(10, 20), now('2023', 15, 1)],
] as const)
  test(`nothing is said of a target where ${why}`, () => {
    const definitions = why === 'break' ? [...one, { from: '2020', breaks: true }] : one
    expect(standingOf(to, value, definitions)).toEqual({ is: 'unsaid', why })
  })

test('a value is measured by the last definition that had begun', () => {
  const all = [{ from: '2012' }, { from: '2021' }]
  expect(['2011', '2019', '2021', '2022'].map((each) => definitionAt(all, periodOf(each)))).toEqual([
    0, 0, 1, 1,
  ])
})
