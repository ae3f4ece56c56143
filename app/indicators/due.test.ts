import { expect, test } from 'vitest'
import { factsOf } from '#city/index.ts'
import { cityFiles } from '#testing/city.ts'
import { dueDay, nextDue, owedOf } from './due.ts'
import { periodOf } from './period.ts'

const facts = factsOf(await cityFiles())
const yearly = { frequency: 'year', due: '06-30' } as const
const owed = (newest: string | undefined, today: string, more = {}) => {
  const it = owedOf(
    { ...yearly, ...more },
    newest === undefined ? undefined : periodOf(newest),
    facts,
    Temporal.PlainDate.from(today),
  )
  return it && { periods: it.periods.map(({ name }) => name), dueOn: String(it.dueOn), late: it.late }
}

test('the values of a year are due in the next one, and not late on the day itself', () => {
  expect(owed('2024', '2025-12-31')).toBeUndefined()
  expect(owed('2024', '2026-01-01')).toEqual({ periods: ['2025'], dueOn: '2026-06-30', late: 0 })
  expect(owed('2024', '2026-06-30')?.late).toBe(0)
  expect(owed('2024', '2026-07-01')?.late).toBe(1)
})

test('lateness counts from the oldest that is missing', () => {
  expect(owed('2022', '2026-07-01')).toEqual({
    periods: ['2023', '2024', '2025'],
    dueOn: '2024-06-30',
    late: 731,
  })
})

test('what has ended owes nothing more, what has not begun to be measured owes nothing yet', () => {
  expect(owed('2022', '2026-07-01', { until: '2022' })).toBeUndefined()
  expect(owed(undefined, '2026-07-01')).toBeUndefined()
  expect(owed(undefined, '2026-07-01', { began: periodOf('2025') })?.periods).toEqual(['2025'])
})

test('a quarter has the time that the city’s norm gives it, counted from its end or from when the norm came', () => {
  const due = (period: string) =>
    dueDay({ frequency: 'quarter', chapter: '1' }, periodOf(period), facts, today)
  const today = Temporal.PlainDate.from('2026-11-22')
  const norm = facts.norm(facts.procedures!.measuring!.norms.dueWithin, today)
  const within = { [`${norm.unit}s`]: Number(norm.value) }
  for (const [period, begins] of [
    ['2026-Q2', periodOf('2026-Q2').until],
    ['1999-Q2', norm.from!],
  ] as const) {
    const counted = begins.add(within)
    // A last day on a holiday moves to the next working day.
    expect(counted.until(due(period)!).days).toBeGreaterThanOrEqual(0)
    expect(counted.until(due(period)!).days).toBeLessThan(7)
  }
})

test('what stands in no chapter accompanies a measure and is due only where it says so itself', () => {
  const [period, today] = [periodOf('2025'), Temporal.PlainDate.from('2026-11-22')]
  expect(dueDay({ frequency: 'year' }, period, facts, today)).toBeUndefined()
  expect(String(dueDay({ frequency: 'year', due: '03-31' }, period, facts, today))).toBe('2026-03-31')
})

test('the next values are named before their period has ended', () => {
  const today = Temporal.PlainDate.from('2026-11-22')
  const next = nextDue(yearly, periodOf('2025'), facts, today)
  expect([next?.period.name, String(next?.dueOn)]).toEqual(['2026', '2027-06-30'])
  expect(nextDue({ ...yearly, until: '2025' }, periodOf('2025'), facts, today)).toBeUndefined()
})

test('who is due on 29 February is due on the 28th where a year has no more', () => {
  const today = Temporal.PlainDate.from('2026-11-22')
  const due = (period: string) =>
    String(dueDay({ frequency: 'year', due: '02-29' }, periodOf(period), facts, today))
  expect([due('2023'), due('2024')]).toEqual(['2024-02-29', '2025-02-28'])
})
