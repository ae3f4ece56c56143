import { expect, test } from 'vitest'
import { reckon, rounded } from './formula.ts'

const share = { denominator: { en: 'all' }, times: 100, missing: 'none' } as const

for (const [name, definition, parts, options, value, status] of [
  ['a part of a hundred', share, [1, 3], { decimals: 1 }, 33.3, 'normal'],
  ['none of them', share, [0, 3], {}, 0, 'normal'],
  ['a count has no denominator', { missing: 'none' }, [12, null], {}, 12, 'normal'],
  ['a missing part leaves nothing', share, [null, 3], { before: 5 }, null, 'missing'],
  ['a missing whole leaves nothing', share, [1, null], { before: 5 }, null, 'missing'],
  ['a missing count stands for zero', { ...share, missing: 'as-zero' }, [null, 4], {}, 0, 'normal'],
  ['a missing whole never stands for zero', { ...share, missing: 'as-zero' }, [1, null], {}, null, 'missing'],
  [
    'the last known value is carried on',
    { ...share, missing: 'carried' },
    [null, 4],
    { before: 7 },
    7,
    'estimate',
  ],
  [
    'what was never known is not carried on',
    { ...share, missing: 'carried' },
    [null, 4],
    {},
    null,
    'missing',
  ],
] as const)
  test(`formula: ${name}`, () => {
    const [numerator, denominator] = parts
    expect(reckon(definition, { numerator, denominator }, options)).toEqual({ value, status })
  })

test('nothing is divided by zero', () => {
  expect(() => reckon(share, { numerator: 1, denominator: 0 })).toThrow('indicators.denominator-zero')
  expect(() => reckon(share, { numerator: 1, denominator: -1 })).toThrow('indicators.denominator-negative')
})

for (const [value, decimals, is] of [
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [2.5, 0, 3],
  [-0.4, 0, 0],
  [1e21, 2, 1e21],
  [1 / 3, undefined, 1 / 3],
  [1e-9, 2, 0],
] as const)
  test(`${value} with ${decimals ?? 'all'} decimals is ${is}`, () => {
    expect(rounded(value, decimals)).toBe(is)
  })
