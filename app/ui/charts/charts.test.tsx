import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleView } from '../example.ts'
import { faultsIn } from '../wellformed.ts'
import { Dumbbell, type Pair } from './dumbbell.tsx'
import { gapOf, gapSaid, verdictOn } from './gap.ts'
import { type Awaited, Lateness } from './lateness.tsx'
import { LineChart } from './line-chart.tsx'
import { type Load, LoadBars } from './load-bars.tsx'
import type { Period, Point } from './period.ts'
import { type Planned, PlanTimeline } from './plan-timeline.tsx'
import { type Multiple, SmallMultiples } from './small-multiples.tsx'

const view = exampleView('en')
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')
const year = (name: number): Period => ({
  name: `${name}`,
  from: day(`${name}-01-01`),
  until: day(`${name}-12-31`),
})
const yearly = (values: readonly (number | null)[], first = 2015): Point[] =>
  values.map((value, i) => ({ period: year(first + i), value }))

const rowsOf = (html: string) => [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => row!)
const textOf = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const names = (html: string) =>
  [...html.matchAll(/<th scope="row">(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name)

const lineChart = (points: Point[], more: Partial<Parameters<typeof LineChart>[0]> = {}) =>
  String(<LineChart view={view} caption="Buses" unit="%" series={[{ name: 'Hanbit', points }]} {...more} />)

test('a line chart says what is to be seen, twice drawn and once heard', () => {
  const html = lineChart(yearly([21, null, 42]))
  const labels = [...html.matchAll(/role="img" aria-label="([^"]+)"/g)].map(([, label]) => label)
  expect(labels).toEqual(Array(2).fill('Buses. Hanbit: 21% (2015), then 42% (2017).'))
})

test('no change is told across a new definition, neither in words nor by the line', () => {
  const html = lineChart(yearly([8.5, 2.1, 2.4], 2019), {
    breaks: [{ at: day('2020-01-01'), label: 'only who took part' }],
  })
  expect(html).toContain('Hanbit: 2.1% (2020), then 2.4% (2021).')
  expect(html).toContain('nothing is compared across it: only who took part')
})

test('of several new definitions those within the picture have a number each, in the gap and in the note', () => {
  const html = lineChart(yearly([8, 7, 2, 3, 9]), {
    breaks: ['2011-01-01', '2016-01-01', '2018-01-01'].map((at) => ({ at: day(at), label: `since ${at}` })),
  })
  expect([...html.matchAll(/<li>(\d\. [^<]*)<\/li>/g)].map(([, note]) => note!.slice(0, 2))).toEqual([
    '1.',
    '2.',
  ])
  expect(html).not.toContain('since 2011-01-01')
  expect(html.match(/class="break"/g)).toHaveLength(4)
})

test('the table of a line chart has every period, says what is missing and what is provisional', () => {
  const points: Point[] = [
    { period: year(2019), value: 1204.5 },
    { period: year(2020), value: null },
    { period: year(2021), value: null, note: 'too few people' },
    { period: year(2022), value: 3, provisional: true, note: 'corrected' },
  ]
  expect(rowsOf(lineChart(points)).slice(1).map(textOf)).toEqual([
    '2019 1,204.5%',
    '2020 no data',
    '2021 too few people',
    '2022 3% (provisional, corrected)',
  ])
})

for (const [values, note] of [
  [[97, 98], 'The scale begins at 97%, not at zero.'],
  [[-98, -97], 'The scale ends at -97%, not at zero.'],
  [[1, 98], undefined],
  [[-4, 6], undefined],
] as const) {
  test(`a scale for ${values.join(' and ')} says ${note ?? 'nothing of zero'}`, () => {
    const html = lineChart(yearly(values))
    expect(html.match(/The scale [^<]*/)?.[0]).toBe(note)
    expect(html.includes('class="zigzag"')).toBe(note !== undefined)
  })
}

test('up to four lines carry their names, more have a legend', () => {
  const series = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `Group ${i}`, points: yearly([i, i + 1]) }))
  const html = (count: number) => lineChart([], { series: series(count) })
  expect(html(4)).not.toContain('chart-legend')
  expect(html(5)).toContain('chart-legend')
  const dashes = [...html(4).matchAll(/class="line"[^>]*?(stroke-dasharray="[^"]+")?><\/path>/g)].slice(0, 4)
  expect(new Set(dashes.map(([, dash]) => dash)).size).toBe(4)
})

for (const [from, to, direction, verdict, said] of [
  [48.1, 51.3, 'up', 'better', '+3.2 points'],
  [48.1, 51.3, 'down', 'worse', '+3.2 points'],
  [51.3, 48.1, 'up', 'worse', '−3.2 points'],
  [0.3, 0.1 + 0.2, 'down', 'same', '0 points'],
  [1, 2, 'context', 'context', '+1 points'],
] as const) {
  test(`from ${from} to ${to}, where ${direction} is meant, is ${verdict}: ${said}`, () => {
    const gap = gapOf(from, to)
    expect(verdictOn(gap, direction)).toBe(verdict)
    expect(gapSaid(gap, (value) => `${value}%`, view)).toBe(said)
  })
}

test('groups stand from the worst to the best, and those of which one value is not known stand last', () => {
  const pairs: Pair[] = [
    { name: 'Men', from: 70, to: 75 },
    { name: 'Migrants', from: 50, to: null, note: 'too few people' },
    { name: 'Women', from: 50, to: 49 },
    { name: 'Elders', from: 50, to: 50 },
    { name: 'Disabled', from: 44, to: 38 },
  ]
  const labels = { name: 'Group', from: '2020', to: '2025' }
  const html = String(
    <Dumbbell view={view} caption="Safe" pairs={pairs} labels={labels} direction="up" unit="%" />,
  )
  expect(names(html)).toEqual(['Disabled', 'Women', 'Elders', 'Men', 'Migrants'])
  expect(rowsOf(html).slice(1).map(textOf)).toEqual([
    'Disabled 44% 38% −6 points worse',
    'Women 50% 49% −1 points worse',
    'Elders 50% 50% unchanged',
    'Men 70% 75% +5 points better',
    'Migrants 50% – too few people',
  ])
})

test('of many little lines what became worse stands first, what cannot be compared last', () => {
  const multiples: Multiple[] = [
    { title: 'Unknown', points: yearly([null]), direction: 'up' },
    { title: 'Context', points: yearly([1, 9]), direction: 'context' },
    { title: 'Much better', points: yearly([1, 9]), direction: 'up' },
    { title: 'Better', points: yearly([8, 9]), direction: 'up' },
    { title: 'A little worse', points: yearly([1000, 990]), direction: 'up' },
    { title: 'Much worse', points: yearly([1, 2]), direction: 'down' },
    { title: 'Same', points: yearly([3, 3]), direction: 'up' },
  ]
  const html = String(<SmallMultiples view={view} caption="All" multiples={multiples} />)
  expect([...html.matchAll(/multiple-title">([^<]+)/g)].map(([, title]) => title)).toEqual([
    'Much worse',
    'A little worse',
    'Same',
    'Better',
    'Much better',
    'Context',
    'Unknown',
  ])
})

test('little lines share their years: the same year stands at the same place in each', () => {
  const multiples: Multiple[] = [
    { title: 'Long', points: yearly([1, 2, 3, 4, 5, 6]), direction: 'up' },
    { title: 'Short', points: yearly([1000, 2000], 2019), direction: 'up' },
  ]
  const html = String(<SmallMultiples view={view} caption="All" multiples={multiples} />)
  const ends = [...html.matchAll(/class="line" d="[^"]*L([\d.]+) [\d.]+"/g)].map(([, x]) => x)
  expect(ends).toHaveLength(2)
  expect(new Set(ends).size).toBe(1)
})

const awaited = (name: string, due: string, came?: string): Awaited => ({
  name,
  due: day(due),
  came: came ? day(came) : null,
})

for (const [thing, said] of [
  [awaited('a', '2026-11-20', '2026-11-21'), 'came 1 day late'],
  [awaited('a', '2026-11-20', '2026-11-20'), 'in time, on the last day'],
  [awaited('a', '2026-11-20', '2026-11-10'), 'in time, 10 days early'],
  [awaited('a', '2026-11-20'), 'missing for 2 days'],
  [awaited('a', '2026-11-22'), 'not yet, due today'],
  [awaited('a', '2026-11-23'), 'not yet, 1 day left'],
] as const) {
  test(`due ${thing.due}, ${thing.came ? `came ${thing.came}` : 'not here'}: ${said}`, () => {
    const html = String(<Lateness view={view} caption="Data" name="What" things={[thing]} today={today} />)
    expect(textOf(rowsOf(html)[1]!)).toContain(said)
  })
}

test('departments stand by what is late, then by what is red; a thing counts once in the sum', () => {
  const loads: Load[] = [
    { name: 'Culture', counts: { open: 30 } },
    { name: 'Labour', counts: { late: 1, open: 2 } },
    { name: 'Transport', counts: { late: 1, red: 2 } },
  ]
  const html = String(<LoadBars view={view} caption="Load" name="Department" loads={loads} />)
  expect(rowsOf(html).slice(1).map(textOf)).toEqual([
    'Transport 1 2 0 3',
    'Labour 1 0 2 3',
    'Culture 0 0 30 30',
  ])
})

test('a plan says of each task how it stands and when, and groups them as they come', () => {
  const things: Planned[] = [
    { name: 'Kerbs', group: 'Roads', from: day('2024-01-01'), until: day('2027-12-31'), state: 'red' },
    {
      name: 'Advice',
      group: 'Work',
      from: day('2025-09-01'),
      until: null,
      state: 'running',
      says: 'goes on',
    },
    { name: 'Lights', group: 'Roads', from: day('2026-03-01'), until: day('2026-05-31'), state: 'planned' },
  ]
  const html = String(<PlanTimeline view={view} caption="Plan" name="Task" things={things} today={today} />)
  expect(html.match(/scope="rowgroup"/g)).toHaveLength(2)
  expect(rowsOf(html).slice(1).map(textOf)).toEqual([
    'Kerbs red: in danger 2024 – 2027',
    'Lights planned March 2026 – May 2026',
    'Advice goes on since 1 September 2025',
  ])
  expect(html).toContain('Today, 22 November 2026')
})

test('today is not drawn into a plan that lies behind', () => {
  const things: Planned[] = [
    { name: 'Kerbs', from: day('2012-01-01'), until: day('2016-12-31'), state: 'done' },
  ]
  const html = String(<PlanTimeline view={view} caption="Plan" name="Task" things={things} today={today} />)
  expect(html).not.toContain('Today')
})

test('where there is nothing, that is said instead of an empty picture', () => {
  const labels = { name: 'Group', from: 'a', to: 'b' }
  for (const empty of [
    lineChart([]),
    <Dumbbell view={view} caption="x" pairs={[]} labels={labels} direction="up" />,
    <SmallMultiples view={view} caption="x" multiples={[]} />,
    <PlanTimeline view={view} caption="x" name="x" things={[]} today={today} />,
    <LoadBars view={view} caption="x" name="x" loads={[]} />,
    <Lateness view={view} caption="x" name="x" things={[]} today={today} />,
  ]) {
    expect(String(empty)).toContain('There are no values yet.')
    expect(String(empty)).not.toContain('<svg')
  }
})

const name = fc.constantFrom('여성', 'Women & girls', '<b>', 'Persons with disabilities of 65 and older')
const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }))
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('1990-01-01').add({ days }))
const count = fc.integer({ min: 0, max: 400 })
const some = <T,>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 5 })

const drawings = fc.oneof(
  some(fc.record({ name, from: value, to: value })).map((pairs) => (
    <Dumbbell
      view={view}
      caption="a"
      pairs={pairs}
      labels={{ name: 'n', from: 'a', to: 'b' }}
      direction="down"
    />
  )),
  some(fc.record({ name, due: anyDay, came: fc.option(anyDay) })).map((things) => (
    <Lateness view={view} caption="a" name="n" things={things} today={today} />
  )),
  some(
    fc.record({
      name,
      counts: fc.record({ late: count, red: count, amber: count, due: count, open: count }),
    }),
  ).map((loads) => <LoadBars view={view} caption="a" name="n" loads={loads} />),
  some(
    fc.record({
      name,
      from: anyDay,
      lasts: fc.option(count),
      state: fc.constantFrom('planned', 'running', 'amber', 'red', 'done', 'dropped'),
    }),
  ).map((all) => {
    const things = all.map(({ lasts, ...each }) => ({
      ...each,
      until: lasts === null ? null : each.from.add({ days: lasts }),
    }))
    return <PlanTimeline view={view} caption="a" name="n" things={things as Planned[]} today={today} />
  }),
)

test('whatever rows are drawn of, nothing lies off the axis, and the markup is sound', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const html = String(drawing)
      expect(faultsIn(html)).toEqual([])
      expect(html).not.toMatch(/NaN|Infinity|undefined/)
      for (const [, percent] of html.matchAll(/ (?:x|x1|x2|width)="([^"]+)%"/g)) {
        expect(Number(percent)).toBeGreaterThanOrEqual(0)
        expect(Number(percent)).toBeLessThanOrEqual(100)
      }
    }),
    { numRuns: 80 },
  )
})
