import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { explain, type Parts } from './deadline.explained.ts'
import { type Deadline, derivation, dueAt, dueOn, type Length, remaining } from './deadline.ts'
import { korea } from './korea.fixture.ts'
import { holdsOn } from './time.ts'

const on = (iso: string) => Temporal.PlainDate.from(iso)
const calendar = calendarOf(korea)
const reason = { ko: '자료를 더 받아야 합니다', en: 'more papers are needed' }
const byWhom = { ko: '인권담당관', en: 'the Human Rights Office' }

/** As Korean civil law counts, unless a case says otherwise. */
const deadline = (
  start: string,
  value: number,
  unit: Length['unit'],
  other: Partial<Deadline> = {},
): Deadline => ({
  norm: { key: 'petitions.answer', provision: 'art. 12', version: '2026' },
  start: on(start),
  length: { value, unit },
  firstDayCounts: false,
  endsOnNonWorking: 'next-working-day',
  pauses: [],
  extensions: [],
  ...other,
})

// Ranges of dates come with thin spaces.
const whole = (said: Parts) => said.map((part) => (typeof part === 'string' ? part : part.text)).join('')
const plainly = (said: Parts) => whole(said).replaceAll(/\s/g, ' ')

const due = (each: Deadline) => dueOn(each, calendar)?.toString()

describe('the last day', () => {
  for (const [start, value, unit, last, why] of [
    ['2026-08-03', 29, 'day', '2026-09-01', 'a Tuesday'],
    ['2026-08-03', 30, 'day', '2026-09-02', 'the first day is not counted'],
    ['2026-08-27', 27, 'day', '2026-09-23', 'the day before Chuseok'],
    ['2026-08-27', 28, 'day', '2026-09-28', 'Chuseok and the weekend after it pass'],
    ['2026-08-27', 32, 'day', '2026-09-28', 'the Monday itself'],
    ['2026-08-13', 2, 'day', '2026-08-18', 'Liberation Day, Sunday and the substitute pass'],
    ['2026-02-13', 1, 'working-day', '2026-02-19', 'the weekend and Seollal are stepped over'],
    ['2026-02-12', 1, 'working-day', '2026-02-13', 'the Friday before'],
    ['2026-05-29', 14, 'working-day', '2026-06-19', 'election day is no working day'],
    ['2026-11-21', 2, 'week', '2026-12-07', 'a Saturday moves to Monday'],
    ['2026-11-20', 2, 'week', '2026-12-04', 'a Friday stays'],
    ['2026-01-28', 1, 'month', '2026-03-03', 'the last of February is a Saturday, and 1 March a Sunday'],
    ['2024-01-30', 1, 'month', '2024-02-29', 'no 31 February: the last day of the month'],
    ['2023-02-28', 1, 'month', '2023-03-31', 'from the first of a month to its last day'],
    ['2024-02-29', 1, 'year', '2025-02-28', 'the day before 1 March'],
    ['2024-02-28', 1, 'year', '2025-02-28', 'no 29 February in 2025: the last day of the month'],
    ['2026-07-02', 100, 'day', '2026-10-12', '10 October is a Saturday'],
  ] as const) {
    test(`${value} ${unit} from ${start} is ${last}: ${why}`, () => {
      expect(due(deadline(start, value, unit))).toBe(last)
    })
  }

  test('is a day earlier where the first day counts', () => {
    expect(due(deadline('2026-08-03', 30, 'day', { firstDayCounts: true }))).toBe('2026-09-01')
    expect(due(deadline('2026-03-01', 1, 'month', { firstDayCounts: true }))).toBe('2026-03-31')
  })

  test('has the date of the start where months follow the start, as in Germany and in Union law', () => {
    const german = calendarOf({ country: 'DE', region: 'BY', weekend: [6, 7] })
    const oneMonth = (start: string) => deadline(start, 1, 'month', { monthsFollow: 'start' })
    expect(dueOn(oneMonth('2023-02-28'), german)).toEqual(on('2023-03-28'))
    expect(dueOn(oneMonth('2024-01-31'), german)).toEqual(on('2024-02-29'))
    expect(dueOn({ ...oneMonth('2023-03-01'), firstDayCounts: true }, german)).toEqual(on('2023-03-31'))
    expect(dueOn(deadline('2026-03-23', 2, 'week'), german)).toEqual(on('2026-04-07'))
  })

  test('stays on a holiday where the norm says so', () => {
    expect(due(deadline('2026-08-27', 28, 'day', { endsOnNonWorking: 'stays' }))).toBe('2026-09-24')
  })

  test('ends with the day in the city', () => {
    const friday = deadline('2026-11-20', 2, 'week')
    expect(dueAt(friday, calendar, 'Asia/Seoul')?.toString()).toBe('2026-12-04T15:00:00Z')
    expect(dueAt(friday, calendar, 'Europe/Lisbon')?.toString()).toBe('2026-12-05T00:00:00Z')
  })
})

describe('pauses', () => {
  const paused = (from: string, to?: string) =>
    deadline('2026-08-03', 30, 'day', { pauses: [{ from: on(from), to: to ? on(to) : undefined, reason }] })

  for (const [from, to, last, why] of [
    ['2026-08-10', '2026-08-14', '2026-09-07', 'five days are added'],
    ['2026-08-01', '2026-08-03', '2026-09-02', 'it ended before the count began'],
    ['2026-08-01', '2026-08-04', '2026-09-03', 'it took the first counted day'],
    ['2026-09-02', '2026-09-02', '2026-09-03', 'it took the last day'],
    ['2026-09-03', '2026-09-10', '2026-09-02', 'it began when the time was up'],
  ] as const) {
    test(`from ${from} to ${to}: ${last}, ${why}`, () => expect(due(paused(from, to))).toBe(last))
  }

  test('add their days to a time limit of months', () => {
    const pauses = [{ from: on('2026-03-10'), to: on('2026-03-11'), reason }]
    expect(due(deadline('2026-03-03', 1, 'month'))).toBe('2026-04-03')
    expect(due(deadline('2026-03-03', 1, 'month', { pauses }))).toBe('2026-04-06')
  })

  test('that overlap are not counted twice', () => {
    const pauses = [
      { from: on('2026-08-10'), to: on('2026-08-14'), reason },
      { from: on('2026-08-12'), to: on('2026-08-16'), reason },
    ]
    expect(due(deadline('2026-08-03', 30, 'day', { pauses }))).toBe('2026-09-09')
  })

  test('that last leave no last day, and say how many days will be left, here to Monday 7 September', () => {
    expect(due(paused('2026-08-10'))).toBeUndefined()
    expect(dueAt(paused('2026-08-10'), calendar, 'Asia/Seoul')).toBeUndefined()
    for (const today of ['2026-08-10', '2026-08-11']) {
      expect(remaining(paused('2026-08-10'), calendar, on(today))).toMatchObject({ state: 'paused' })
    }
    expect(remaining(paused('2026-08-10'), calendar, on('2026-08-12')).days).toBe(26)
  })
})

for (const [today, state, days] of [
  ['2026-08-09', 'running', 24],
  ['2026-09-01', 'running', 1],
  ['2026-09-02', 'last-day', 0],
  ['2026-09-03', 'overdue', 1],
] as const) {
  test(`on ${today} an answer due on 2 September is ${state}, ${days} days`, () => {
    expect(remaining(deadline('2026-08-03', 30, 'day'), calendar, on(today))).toEqual({ state, days })
  })
}

test('a pause with its end agreed counts what will be left after it', () => {
  const agreed = { pauses: [{ from: on('2026-08-10'), to: on('2026-08-14'), reason }] }
  const answer = deadline('2026-08-03', 30, 'day', agreed)
  expect(remaining(answer, calendar, on('2026-08-14'))).toEqual({ state: 'paused', days: 24 })
  expect(remaining(answer, calendar, on('2026-08-15'))).toEqual({ state: 'running', days: 23 })
})

test('an extension counts on from the last day as reckoned, holiday or not', () => {
  const extended = (value: number, unit: Length['unit']) =>
    deadline('2026-08-27', 28, 'day', {
      extensions: [{ by: { value, unit }, reason, on: on('2026-09-21'), byWhom }],
    })
  expect(due(extended(4, 'day'))).toBe('2026-09-28')
  expect(due(extended(5, 'day'))).toBe('2026-09-29')
  expect(due(extended(3, 'working-day'))).toBe('2026-09-30')
  expect(due(extended(1, 'month'))).toBe('2026-10-26')
})

describe('a holiday declared later', () => {
  for (const [start, last, why] of [
    ['2025-01-02', '2025-01-31', 'it was declared while the time ran, and moves the end over Seollal'],
    ['2025-01-15', '2025-02-10', 'it was known from the start'],
  ] as const) {
    const length = start === '2025-01-02' ? 25 : 24
    test(`${length} days from ${start} end on ${last}: ${why}`, () => {
      const steps = derivation(deadline(start, length, 'day'), calendar)
      expect(steps.at(-1)?.lastDay?.toString()).toBe(last)
      expect(steps.some((each) => each.kind === 'declared')).toBe(start === '2025-01-02')
    })
  }

  test('does not reopen what was over when it was declared', () => {
    const late = calendarOf({
      ...korea,
      days: [
        ...korea.days!,
        { key: 'late', rule: '2026-11-24', name: { en: 'Day of rest' }, declaredOn: on('2026-11-25') },
        { key: 'in-time', rule: '2026-11-27', name: { en: 'Day of thanks' }, declaredOn: on('2026-11-27') },
      ],
    })
    expect(dueOn(deadline('2026-11-20', 4, 'day'), late)?.toString()).toBe('2026-11-24')
    expect(dueOn(deadline('2026-11-20', 7, 'day'), late)?.toString()).toBe('2026-11-30')
  })
})

describe('the derivation', () => {
  const everything = deadline('2026-08-03', 14, 'working-day', {
    extensions: [{ by: { value: 3, unit: 'week' }, reason, on: on('2026-08-20'), byWhom }],
    pauses: [{ from: on('2026-09-07'), to: on('2026-09-14'), reason }],
  })
  const steps = derivation(everything, calendar)

  test('is said in English', () => {
    expect(explain(steps, { lang: 'en', languages: ['ko', 'en'] }).map(plainly)).toEqual([
      'The time runs from Mon 3 August 2026; that day is not counted (art. 12).',
      'Counting 14 working days leads to Mon 24 August 2026. Weekends and holidays (Substitute holiday for Liberation Day) are not counted.',
      'On Thu 20 August 2026, the Human Rights Office extended it by 3 weeks to Mon 14 September 2026. Reason: more papers are needed',
      'It was paused for 8 days (7 – 14 September 2026), which moves the end to Tue 22 September 2026. Reason: more papers are needed',
      'The last day is Tue 22 September 2026.',
    ])
  })

  test('is said in Korean', () => {
    expect(explain(steps, { lang: 'ko', languages: ['ko', 'en'] }, () => '조례 제12조').map(whole)).toEqual([
      '2026년 8월 3일 (월)부터 셉니다. 첫날은 셈에 넣지 않습니다 (조례 제12조).',
      '근무일 14일의 마지막 날은 2026년 8월 24일 (월)입니다. 주말과 공휴일(대체공휴일(광복절))은 세지 않습니다.',
      '2026년 8월 20일 (목)에 인권담당관이 3주 연장하여 마지막 날이 2026년 9월 14일 (월)로 바뀌었습니다. 사유: 자료를 더 받아야 합니다',
      '8일 동안(2026. 9. 7. ~ 2026. 9. 14.) 멈추었습니다. 마지막 날은 2026년 9월 22일 (화)입니다. 사유: 자료를 더 받아야 합니다',
      '마지막 날은 2026년 9월 22일 (화)입니다.',
    ])
  })

  test('tells apart what somebody wrote in another language than the reader’s', () => {
    const paused = deadline('2026-08-03', 14, 'day', {
      pauses: [{ from: on('2026-08-10'), to: on('2026-08-11'), reason: { ko: '자료를 기다립니다' } }],
    })
    const [parts] = explain(derivation(paused, calendar), { lang: 'en', languages: ['ko', 'en'] }).filter(
      (each) => each.length > 1,
    )
    expect(parts?.[1]).toMatchObject({ text: '자료를 기다립니다', lang: 'ko' })
    const inKorean = explain(derivation(paused, calendar), { lang: 'ko', languages: ['ko', 'en'] })
    expect(inKorean.every((each) => each.length === 1)).toBe(true)
  })

  test('says why the end moved or stayed, and what was declared', () => {
    const said = (each: Deadline) =>
      explain(derivation(each, calendar), { lang: 'en', languages: ['en'] })
        .slice(2)
        .map(whole)
    expect(said(deadline('2026-08-27', 28, 'day'))).toEqual([
      'Thu 24 September 2026 is a holiday (Chuseok), so the end moves to the next working day, Mon 28 September 2026.',
      'The last day is Mon 28 September 2026.',
    ])
    expect(said(deadline('2026-11-21', 2, 'week', { endsOnNonWorking: 'stays' }))[0]).toBe(
      'Sat 5 December 2026 is at the weekend, but under this rule the end does not move.',
    )
    expect(said(deadline('2025-01-02', 25, 'day'))[1]).toBe(
      'On Tue 14 January 2025, while the time was running, a holiday was declared (Temporary public holiday); otherwise the last day would have been Mon 27 January 2025.',
    )
    expect(said(deadline('2026-08-03', 30, 'day', { pauses: [{ from: on('2026-08-10'), reason }] }))).toEqual(
      [
        'It has been paused since Mon 10 August 2026 and runs on when the pause ends. Reason: more papers are needed',
      ],
    )
  })
})

describe('whatever the case,', () => {
  const someDay = fc.integer({ min: 0, max: 2000 }).map((days) => on('2021-01-01').add({ days }))
  const someLength: fc.Arbitrary<Length> = fc.record({
    value: fc.integer({ min: 1, max: 24 }),
    unit: fc.constantFrom('working-day', 'day', 'week', 'month', 'year'),
  })
  const somePause = (start: Temporal.PlainDate) =>
    fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 40 })).map(([after, days]) => {
      const from = start.add({ days: after })
      return { from, to: from.add({ days }), reason }
    })
  const someDeadline = someDay.chain((start) =>
    fc.record({
      norm: fc.constant({ key: 'k', provision: 'p', version: 'v' }),
      start: fc.constant(start),
      length: someLength.filter(({ unit, value }) => unit !== 'year' || value < 4),
      firstDayCounts: fc.boolean(),
      monthsFollow: fc.constantFrom('first-counted-day' as const, 'start' as const),
      endsOnNonWorking: fc.constantFrom('next-working-day' as const, 'stays' as const),
      pauses: fc.array(somePause(start), { maxLength: 3 }),
      extensions: fc.array(
        someLength.filter(({ unit }) => unit !== 'year').map((by) => ({ by, reason, byWhom, on: start })),
        { maxLength: 2 },
      ),
    }),
  )
  const isNotBefore = (later: Deadline, earlier: Deadline) =>
    expect(
      Temporal.PlainDate.compare(dueOn(later, calendar)!, dueOn(earlier, calendar)!),
    ).toBeGreaterThanOrEqual(0)
  const holds = (check: (each: Deadline) => void) =>
    fc.assert(
      fc.property(someDeadline, (each) => {
        check(each)
      }),
      { numRuns: 60 },
    )

  // A month that is paused runs for as many days as it has, and a month that begins later may have fewer.
  const runsInDays = ({ pauses, extensions }: Deadline) =>
    pauses.length === 0 || extensions.every(({ by }) => by.unit !== 'month')

  test('a longer time never ends earlier', () =>
    holds((each) => {
      const longer = { ...each, length: { ...each.length, value: each.length.value + 1 } }
      if (runsInDays(each)) isNotBefore(longer, each)
    }))

  test('a pause never brings the end nearer, nor does a longer one', () =>
    holds((each) => {
      const [first, ...others] = each.pauses
      isNotBefore(each, { ...each, pauses: others })
      if (first)
        isNotBefore({ ...each, pauses: [{ ...first, to: first.to!.add({ days: 3 }) }, ...others] }, each)
    }))

  test('an extension puts the end off', () =>
    holds((each) => isNotBefore(each, { ...each, extensions: each.extensions.slice(1) })))

  test('a first day that is not paused never puts the end off by counting', () =>
    holds((each) => {
      // A paused one counts for nobody: the stretch from it, a day longer where months are unequal, runs from the next.
      const pauses = each.pauses.filter(({ from, to }) => !holdsOn(each.start, from, to))
      isNotBefore({ ...each, pauses, firstDayCounts: false }, { ...each, pauses, firstDayCounts: true })
    }))

  test('the end is a working day where ends move, and is what the derivation’s last step says', () =>
    holds((each) => {
      const last = dueOn(each, calendar)!
      if (each.endsOnNonWorking === 'next-working-day') expect(calendar.isWorking(last)).toBe(true)
      expect(derivation(each, calendar).at(-1)).toEqual({ kind: 'due', lastDay: last })
      expect(remaining({ ...each, pauses: [] }, calendar, dueOn({ ...each, pauses: [] }, calendar)!)).toEqual(
        {
          state: 'last-day',
          days: 0,
        },
      )
    }))

  test('every sentence is complete in both languages', () =>
    holds((each) => {
      for (const lang of ['ko', 'en']) {
        const said = explain(derivation(each, calendar), { lang, languages: ['ko', 'en'] })
        expect(said.map(whole).join(' ')).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }))
})
