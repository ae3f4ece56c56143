import { expect, test } from 'vitest'
import { hatched } from './district-shapes.ts'

const square = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]
const hole = [
  [40, 40],
  [60, 40],
  [60, 60],
  [40, 60],
]
const strokes = (path: string) =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((each) => each.slice(1).map(Number))

test('lines across an area are as far apart as asked, slant alike and stay inside', () => {
  const lines = strokes(hatched([square], 20))
  expect(lines.map(([x, y]) => Math.round(x! + y!))).toEqual([20, 40, 60, 80, 100, 120, 140, 160, 180])
  for (const [ax, ay, bx, by] of lines as [number, number, number, number][]) {
    expect(ax + ay).toBeCloseTo(bx + by, 5)
    for (const each of [ax, ay, bx, by]) expect(each > 0 && each < 100).toBe(true)
  }
})

test('a hole stays empty: a line through it is two', () => {
  const through = strokes(hatched([square, hole], 20)).filter(([x, y]) => Math.round(x! + y!) === 100)
  expect(through).toHaveLength(2)
  expect(through[0]![2]).toBeLessThan(40)
  expect(through[1]![0]).toBeGreaterThan(60)
})

test('where there is no area there are no lines', () => expect(hatched([], 10)).toBe(''))
