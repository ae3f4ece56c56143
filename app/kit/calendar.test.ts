import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { type CalendarFacts, calendarOf } from './calendar.ts'
import { korea } from './korea.fixture.ts'

const on = (iso: string) => Temporal.PlainDate.from(iso)
const isoDays = (facts: CalendarFacts, year: number) =>
  calendarOf(facts)
    .holidays(year)
    .map((each) => each.day.toString())

describe('Korea, stated in data', () => {
  const calendar = calendarOf(korea)

  for (const [iso, name] of [
    ['2021-08-16', '대체공휴일(광복절)'],
    ['2021-10-04', '대체공휴일(개천절)'],
    ['2021-10-11', '대체공휴일(한글날)'],
    ['2022-01-31', '설날'],
    ['2022-02-02', '설날'],
    ['2022-09-12', '대체공휴일(추석)'],
    ['2022-10-10', '대체공휴일(한글날)'],
    ['2023-01-24', '대체공휴일(설날)'],
    ['2023-05-29', '대체공휴일(부처님오신날)'],
    ['2023-10-02', '임시공휴일'],
    ['2024-02-12', '대체공휴일(설날)'],
    ['2024-05-06', '대체공휴일(어린이날)'],
    ['2024-10-01', '임시공휴일'],
    ['2025-01-27', '임시공휴일'],
    ['2025-03-03', '대체공휴일(3·1절)'],
    ['2025-05-06', '대체공휴일(어린이날)'],
    ['2025-10-08', '대체공휴일(추석)'],
    ['2026-02-16', '설날'],
    ['2026-02-17', '설날'],
    ['2026-02-18', '설날'],
    ['2026-03-02', '대체공휴일(3·1절)'],
    ['2026-05-25', '대체공휴일(부처님오신날)'],
    ['2026-08-17', '대체공휴일(광복절)'],
    ['2026-09-24', '추석'],
    ['2026-09-25', '추석'],
    ['2026-10-05', '대체공휴일(개천절)'],
    ['2027-02-09', '대체공휴일(설날)'],
    ['2027-12-27', '대체공휴일(기독탄신일)'],
  ] as const) {
    test(`${iso} is ${name}, and no working day`, () => {
      expect(calendar.holidayOn(on(iso))?.name.ko).toBe(name)
      expect(calendar.isWorking(on(iso))).toBe(false)
    })
  }

  for (const [iso, why] of [
    ['2021-03-02', '3·1절 fell on a Monday'],
    ['2021-12-27', 'Christmas had no substitute before 2023'],
    ['2022-05-09', 'Buddha’s Birthday had no substitute before 2023'],
    ['2022-02-03', 'Seollal ended the day before'],
    ['2023-01-25', 'only the Sunday of Seollal is made up for, not its Saturday'],
    ['2025-05-07', 'two holidays on one day are made up for once'],
    ['2025-07-17', 'Constitution Day was no day off before 2026'],
    ['2026-06-08', 'Memorial Day is never made up for'],
    ['2026-09-28', 'Chuseok reached a Saturday, and no Sunday'],
  ] as const) {
    test(`${iso} is a working day: ${why}`, () => expect(calendar.isWorking(on(iso))).toBe(true))
  }

  test('a weekend is no working day, holiday or not', () => {
    expect([21, 22, 23].map((each) => calendar.isWorking(on(`2026-11-${each}`)))).toEqual([
      false,
      false,
      true,
    ])
    expect(calendar.holidayOn(on('2026-11-21'))).toBeUndefined()
  })

  test('two holidays on one day are one day off with both names', () => {
    expect(calendar.holidayOn(on('2025-05-05'))?.name).toEqual({
      ko: '어린이날 · 부처님오신날',
      en: 'Children’s Day · Buddha’s Birthday',
    })
  })

  test('two substitutes never share a day', () => {
    expect(isoDays(korea, 2036).filter((each) => each.startsWith('2036-10-0'))).toEqual([
      '2036-10-03',
      '2036-10-04',
      '2036-10-05',
      '2036-10-06',
      '2036-10-07',
      '2036-10-09',
    ])
  })

  test('substitutes agree with the list of date-holidays, which is kept by hand, from 2022 to 2035', () => {
    const library = new Holidays('KR', { timezone: 'UTC' })
    const withoutLabourDay = {
      ...korea,
      days: korea.days!.filter((each) => each.key !== 'labour' && !each.key.startsWith('temporary')),
    }
    const ours = calendarOf(withoutLabourDay)
    for (let year = 2022; year <= 2035; year++) {
      const listed = library.getHolidays(year).filter((each) => each.substitute)
      const derived = ours.holidays(year).filter((each) => each.name.ko?.startsWith('대체공휴일'))
      expect(derived.map((each) => each.day.toString())).toEqual(
        [...new Set(listed.map((each) => each.date.slice(0, 10)))].sort(),
      )
    }
  })

  test('a temporary holiday is unknown until it is declared', () => {
    const holiday = on('2025-01-27')
    expect(calendar.knownOn(on('2025-01-13')).isWorking(holiday)).toBe(true)
    expect(calendar.knownOn(on('2025-01-14')).isWorking(holiday)).toBe(false)
    expect(calendar.declarations.map(String)).toEqual(['2023-09-05', '2024-09-03', '2025-01-14'])
  })
})

describe('other countries, by their code', () => {
  test('a Swedish municipality has Swedish holidays with names in both languages', () => {
    const sweden = calendarOf({ country: 'SE', weekend: [6, 7] })
    expect(sweden.holidayOn(on('2026-05-14'))?.name).toEqual({
      sv: 'Kristi himmelsfärdsdag',
      en: 'Ascension Day',
    })
    expect(sweden.isWorking(on('2026-06-05'))).toBe(true)
    expect(sweden.isWorking(on('2026-04-06'))).toBe(false)
  })

  test('a region adds its own: Epiphany closes Bavaria and not Berlin', () => {
    const epiphany = on('2026-01-06')
    expect(calendarOf({ country: 'DE', region: 'BY', weekend: [6, 7] }).isWorking(epiphany)).toBe(false)
    expect(calendarOf({ country: 'DE', region: 'BE', weekend: [6, 7] }).isWorking(epiphany)).toBe(true)
  })

  test('a Portuguese city adds its patron’s day and works on a day that it declared to be worked', () => {
    const lisbon = calendarOf({
      country: 'PT',
      weekend: [6, 7],
      days: [
        { key: 'saint-anthony', rule: '06-13', name: { pt: 'Santo António' }, from: on('2026-01-01') },
        { key: 'worked', rule: '2026-12-08', name: { pt: 'Dia útil' }, closes: false },
      ],
    })
    expect(lisbon.holidayOn(on('2029-06-13'))?.name).toEqual({ pt: 'Santo António' })
    expect(lisbon.isWorking(on('2025-06-13'))).toBe(true)
    expect(lisbon.isWorking(on('2026-12-08'))).toBe(true)
    expect(lisbon.isWorking(on('2025-12-08'))).toBe(false)
  })

  test('a weekend may fall on other days', () => {
    const calendar = calendarOf({ weekend: [5, 6] })
    expect(calendar.isWorking(on('2026-11-20'))).toBe(false)
    expect(calendar.isWorking(on('2026-11-22'))).toBe(true)
  })

  test('a substitute crosses the year', () => {
    const calendar = calendarOf({
      weekend: [6, 7],
      days: [{ key: 'eve', rule: '12-31', name: { en: 'Old Year’s Day' } }],
      substitutes: [{ for: ['eve'], onWeekdays: [6, 7], orOverlap: false, name: { en: 'For {holiday}' } }],
    })
    expect(calendar.holidayOn(on('2023-01-02'))?.name).toEqual({ en: 'For Old Year’s Day' })
  })

  test('a week without a working day is refused, for no deadline would ever end', () => {
    expect(() => calendarOf({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow('A week needs a working day')
  })

  test('a country, region or rule that nobody knows is named', () => {
    expect(() => calendarOf({ country: 'XX', weekend: [] })).toThrow('No holidays are known for country XX')
    expect(() => calendarOf({ country: 'DE', region: 'ZZ', weekend: [] })).toThrow('region ZZ of DE')
    const days = [{ key: 'odd', rule: 'when it rains', name: { en: 'Odd' } }]
    expect(() => calendarOf({ weekend: [], days })).toThrow('holiday odd cannot be read: when it rains')
  })
})
