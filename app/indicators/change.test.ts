import { expect, test } from 'vitest'
import { changeOf, isBroken, newestOf, previous } from './change.ts'
import { periodOf } from './period.ts'

const at = (period: string, value: number | null, definition = 0) => ({
  period: periodOf(period),
  value,
  definition,
})
const plain = [{ breaks: false }]
const broken = [{ breaks: false }, { breaks: true }]

for (const [name, indicator, now, before, is, by] of [
  ['more is better', { good: 'up' }, at('2019', 29.5), at('2018', 12.8), 'improved', 16.7],
  ['less is better', { good: 'down' }, at('2018', 33), at('2017', 36.9), 'improved', -3.9],
  ['less of what is good', { good: 'up' }, at('2022', 52.9), at('2021', 90), 'worsened', -37.1],
  ['the same', { good: 'up' }, at('2022', 5), at('2021', 5), 'unchanged', 0],
  ['the same as printed', { good: 'up', decimals: 1 }, at('2022', 5.04), at('2021', 5.01), 'unchanged', 0],
  ['neither is better', { good: 'neither' }, at('2019', 3504), at('2018', 1945), 'context', 1559],
  ['nobody says which is better', {}, at('2019', 2), at('2018', 1), 'not-known', 1],
  ['no value', { good: 'up' }, at('2019', null), at('2018', 1), 'not-known', null],
  ['nothing before', { good: 'up' }, at('2019', 1), undefined, 'not-known', null],
  ['another length', { good: 'up' }, at('2019', 1), at('2018-Q4', 1), 'not-comparable', null],
] as const)
  test(`change: ${name}`, () => {
    expect(changeOf({ definitions: plain, ...indicator }, now, before)).toEqual({ is, by })
  })

test('across a break of definition no change is reckoned, within one it is', () => {
  const indicator = { good: 'up', definitions: broken } as const
  expect(changeOf(indicator, at('2021', 2.1, 1), at('2019', 8.5, 0))).toEqual({
    is: 'not-comparable',
    by: null,
  })
  expect(changeOf(indicator, at('2022', 3.8, 1), at('2021', 2.1, 1)).is).toBe('improved')
  expect(isBroken([{ breaks: true }, { breaks: false }], 0, 1)).toBe(false)
})

test('a value is set beside the newest one before it that is as long', () => {
  const values = [at('2017', 1), at('2018', null), at('2019-Q1', 3), at('2019', 4)]
  expect(previous(values, values[3]!)?.period.name).toBe('2017')
  expect(previous(values, values[2]!)?.period.name).toBe('2017')
  expect(previous(values, values[0]!)).toBeUndefined()
  expect(newestOf([...values, at('2020', null)])?.period.name).toBe('2019')
})
