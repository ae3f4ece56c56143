import { expect, test } from 'vitest'
import { datetime, day, dayInFull, days, instant, relative } from './dates.ts'

const on = (iso: string) => Temporal.PlainDate.from(iso)

for (const [lang, short, full] of [
  ['ko', '2026. 11. 21.', '2026년 11월 21일 (토)'],
  ['en', '21 November 2026', 'Sat 21 November 2026'],
  ['sv', '21 november 2026', 'lör 21 november 2026'],
] as const) {
  test(`a day is written the way ${lang} writes it`, () => {
    expect(day(on('2026-11-21'), lang)).toBe(short)
    expect(dayInFull(on('2026-11-21'), lang)).toBe(full)
  })
}

test('every weekday stands in brackets in Korean', () => {
  const week = [16, 17, 18, 19, 20, 21, 22].map((each) => dayInFull(on(`2026-11-${each}`), 'ko'))
  expect(week.map((each) => each.slice(-3))).toEqual(['(월)', '(화)', '(수)', '(목)', '(금)', '(토)', '(일)'])
})

test('a range names its first and last day', () => {
  expect(days(on('2026-09-24'), on('2026-09-26'), 'ko')).toBe('2026. 9. 24. ~ 2026. 9. 26.')
  expect(days(on('2026-09-24'), on('2026-09-26'), 'en').replace(/\s/g, ' ')).toBe('24 – 26 September 2026')
  expect(days(on('2026-09-24'), on('2026-09-24'), 'en')).toBe('24 September 2026')
})

test('a moment is told in the time of the city, not of the server', () => {
  const lateInSeoul = Temporal.Instant.from('2026-11-20T15:05:09Z')
  expect(instant(lateInSeoul, 'ko', 'Asia/Seoul')).toBe('2026. 11. 21. 00:05')
  expect(instant(lateInSeoul, 'en', 'Asia/Seoul')).toBe('21 November 2026 at 00:05')
  expect(instant(lateInSeoul, 'en', 'Europe/Lisbon')).toBe('20 November 2026 at 15:05')
  expect(datetime(lateInSeoul, 'Asia/Seoul')).toBe('2026-11-21T00:05:09+09:00')
})

for (const [to, ko, en] of [
  ['2026-11-20', '어제', 'yesterday'],
  ['2026-11-21', '오늘', 'today'],
  ['2026-11-24', '3일 후', 'in 3 days'],
  ['2027-01-19', '59일 후', 'in 59 days'],
  ['2027-01-20', '2개월 후', 'in 2 months'],
  ['2028-10-20', '23개월 후', 'in 23 months'],
  ['2028-11-21', '2년 후', 'in 2 years'],
  ['2010-11-21', '16년 전', '16 years ago'],
] as const) {
  test(`seen from 21 November 2026, ${to} is ${en}`, () => {
    expect(relative(on(to), on('2026-11-21'), 'en')).toBe(en)
    expect(relative(on(to), on('2026-11-21'), 'ko')).toBe(ko)
  })
}
