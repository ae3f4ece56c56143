import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Lines, narrow, type Plot, plot, type Saying, type Size, wide } from './line-plot.ts'
import type { Period, Point } from './period.ts'
import { ticksFor, widthOf } from './scale.ts'

const say: Saying = {
  value: (value) => `${value.toFixed(1)}%`,
  plain: (value) => `${value}`,
  target: 'Target',
  broken: 'New definition',
}

const year = (name: number): Period => ({
  name: `${name}`,
  from: Temporal.PlainDate.from({ year: name, month: 1, day: 1 }),
  until: Temporal.PlainDate.from({ year: name, month: 12, day: 31 }),
})
const yearly = (values: readonly (number | null)[], first = 2015): Point[] =>
  values.map((value, i) => ({ period: year(first + i), value }))
const line = (points: Point[], more: Partial<Lines> = {}): Plot =>
  plot({ series: [{ name: 'Hanbit', points }], ...more }, wide, say)!
const strokes = (path: string) => path.split('M').filter(Boolean)

test('there is nothing to draw where there is no value', () => {
  expect(plot({ series: [] }, wide, say)).toBeUndefined()
  expect(plot({ series: [{ name: 'Hanbit', points: yearly([null]) }] }, wide, say)).toBeUndefined()
})

test('a line breaks where a value is missing, and a lonely value is a mark', () => {
  const { lines } = line(yearly([1, 2, null, 3, null, 4, 5]))
  expect(strokes(lines[0]!.path)).toHaveLength(2)
  expect(lines[0]!.marks).toHaveLength(5)
})

test('no line leads across a new definition, and the mark of it stands in the gap', () => {
  const breaks = [{ at: Temporal.PlainDate.from('2017-01-01'), label: 'counted anew' }]
  const { lines, breaks: marks } = line(yearly([8, 9, 2, 3]), { breaks })
  const ends = strokes(lines[0]!.path).map((each) =>
    each.split('L').map((spot) => Number(spot.split(' ')[0])),
  )
  expect(ends).toHaveLength(2)
  expect(marks[0]!.x).toBeGreaterThan(ends[0]![1]!)
  expect(marks[0]!.x).toBeLessThan(ends[1]![0]!)
})

test('a definition that is older or newer than all values makes no gap', () => {
  for (const at of ['2015-01-01', '2019-01-01'].map((each) => Temporal.PlainDate.from(each))) {
    const { lines, breaks } = line(yearly([8, 9, 2, 3]), { breaks: [{ at, label: 'counted anew' }] })
    expect(strokes(lines[0]!.path)).toHaveLength(1)
    expect(breaks).toEqual([])
  }
})

test('points are joined in the order of their time, however they come', () => {
  const points = yearly([1, 2, 3, 4])
  expect(line(points.toReversed())).toEqual(line(points))
})

test('a provisional value is hollow', () => {
  const points = yearly([1, 2]).map((each, i) => ({ ...each, provisional: i === 1 }))
  expect(line(points).lines[0]!.marks.map(({ hollow }) => hollow)).toEqual([false, true])
})

test('a target is reached where its own period and value lie', () => {
  const { target, periods, values } = line(yearly([20, 25]), {
    target: { from: year(2016), start: 25, by: year(2020), value: 50 },
  })
  expect(target!.to.x).toBe(periods.at(-1)!.x)
  expect(target!.to.y).toBe(values.find(({ amount }) => amount === 50)!.y)
  expect(periods.at(-1)!.label?.text).toBe('2020')
})

for (const [values, ticks] of [
  [
    [3, 47],
    [0, 10, 20, 30, 40, 50],
  ],
  [
    [97.1, 98.8],
    [97, 97.5, 98, 98.5, 99],
  ],
  [
    [5, 5 + 1e-14],
    [0, 1, 2, 3, 4, 5, 6],
  ],
  [[5], [0, 1, 2, 3, 4, 5]],
  [
    [0, 0],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [
    [-4, 6],
    [-4, -2, 0, 2, 4, 6],
  ],
  [
    [-98, -97],
    [-98, -97.8, -97.6, -97.4, -97.2, -97],
  ],
  [
    [0.1, 0.3],
    [0, 0.1, 0.2, 0.3],
  ],
] as const) {
  test(`values from ${Math.min(...values)} to ${Math.max(...values)} have the axis ${ticks.join(' ')}`, () =>
    expect(ticksFor(values, 5)).toEqual(ticks))
}

test('a unit that is too long for the axis stands at the end of the line only', () => {
  const said = (value: (value: number) => string) =>
    plot({ series: [{ name: 'Hanbit', points: yearly([3, 9]) }] }, narrow, { ...say, value })!
  expect(said((value) => `${value}%`).values.at(-1)!.label).toBe('10%')
  const long = said((value) => `${value} of 100,000 people`)
  expect(long.values.at(-1)!.label).toBe('10')
  expect(long.unitless).toBe(true)
  expect(long.ends[0]!.lines.join(' ')).toContain('9 of')
})

test('a figure is never cut, however long', () => {
  const { ends, frame } = plot(
    { series: [{ name: 'a', points: yearly([1234567890, 2345678901]) }] },
    narrow,
    {
      ...say,
      value: (value) => `${value}명`,
    },
  )!
  expect(ends[0]!.lines).toEqual(['2345678901명'])
  expect(frame.right - frame.left).toBeGreaterThan(80)
})

test('labels at the end of lines that end together lie under each other, each as high as its text', () => {
  const series = ['Women', 'Men', 'Migrants', 'Children of migrants'].map((name, i) => ({
    name,
    points: yearly([10, 20 + i / 10]),
  }))
  for (const size of [wide, narrow]) {
    const { ends } = plot({ series }, size, say)!
    const tops = ends.map(({ y, lines }) => [
      y - (lines.length * size.font) / 2,
      y + (lines.length * size.font) / 2,
    ])
    for (const [i, [top]] of tops.slice(1).entries()) expect(top).toBeGreaterThanOrEqual(tops[i]![1]!)
  }
})

const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { freq: 6 })
const points = fc
  .array(fc.record({ value, provisional: fc.boolean() }), { maxLength: 40 })
  .chain((all) =>
    fc
      .integer({ min: 1990, max: 2030 })
      .map((first) => all.map((each, i): Point => ({ ...each, period: year(first + i) }))),
  )
const name = fc.constantFrom('여성', '이주 배경 청소년', 'Women', 'Persons with disabilities of 65 and older')
const data = fc.record({
  series: fc.array(fc.record({ name, points }), { minLength: 1, maxLength: 6 }),
  comparison: fc.option(fc.record({ name, points }), { nil: undefined }),
  target: fc.option(
    fc.record({
      from: fc.integer({ min: 1990, max: 2010 }).map(year),
      start: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      by: fc.integer({ min: 2011, max: 2040 }).map(year),
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    }),
    { nil: undefined },
  ),
  breaks: fc.array(
    fc.integer({ min: 1990, max: 2070 }).map((each) => ({ at: year(each).from, label: 'counted anew' })),
    { maxLength: 3 },
  ),
})

const spotsOf = ({ lines, comparison, target }: Plot) => [
  ...[...lines, ...(comparison ? [comparison] : [])].flatMap(({ path, marks }) => [
    ...marks,
    ...[...path.matchAll(/([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  ]),
  ...(target ? [target.from, target.to] : []),
]

for (const [what, size] of Object.entries({ wide, narrow }) satisfies [string, Size][]) {
  test(`${what}: whatever is drawn lies in its frame, and every word on the sheet`, () => {
    fc.assert(
      fc.property(data, (each) => {
        const drawn = plot(each as Lines, size, say)
        if (!drawn) return
        const { left, right, top, bottom } = drawn.frame
        expect(right - left).toBeGreaterThan(80)
        for (const { x, y } of spotsOf(drawn)) {
          expect(x >= left && x <= right && y >= top - 0.1 && y <= bottom + 0.1).toBe(true)
        }
        const texts = [
          ...drawn.periods.flatMap(({ label }) => label ?? []),
          ...drawn.breaks.map(({ label }) => label),
        ]
        for (const { x, text } of texts) {
          expect(x - widthOf(text, size.font) / 2).toBeGreaterThan(-0.1)
          expect(x + widthOf(text, size.font) / 2).toBeLessThan(size.width + 0.1)
        }
        for (const { x, lines } of drawn.ends) {
          for (const text of lines) expect(x + widthOf(text, size.font)).toBeLessThanOrEqual(size.width)
        }
      }),
      { numRuns: 60 },
    )
  })
}

test('a stroke joins two values or more, and each value has its mark', () => {
  fc.assert(
    fc.property(data, ({ series: [each], breaks }) => {
      const drawn = plot({ series: [each!], breaks }, wide, say)
      const known = each!.points.filter(({ value }) => value !== null).length
      expect(drawn === undefined).toBe(known === 0)
      if (!drawn) return
      const { path, marks } = drawn.lines[0]!
      const joined = strokes(path).map((stroke) => stroke.split('L').length)
      expect(joined.every((count) => count > 1)).toBe(true)
      if (known <= 24) expect(marks).toHaveLength(known)
    }),
    { numRuns: 60 },
  )
})
