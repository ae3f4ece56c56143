import type { CalendarFacts, OwnHoliday } from './calendar.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

const temporary = (on: string, declaredOn: string): OwnHoliday => ({
  key: `temporary-${on}`,
  rule: on,
  name: { ko: '임시공휴일', en: 'Temporary public holiday' },
  declaredOn: day(declaredOn),
})

const substitute = { ko: '대체공휴일({holiday})', en: 'Substitute holiday for {holiday}' }

/** The Regulations on Holidays of Public Agencies (관공서의 공휴일에 관한 규정), articles 2 and 3, as a city's file may state them. */
export const korea: CalendarFacts = {
  weekend: [6, 7],
  days: [
    { key: 'new-year', rule: '01-01', name: { ko: '1월 1일', en: 'New Year’s Day' } },
    { key: 'seollal', rule: 'korean 01-0-01', before: 1, after: 1, name: { ko: '설날', en: 'Seollal' } },
    { key: 'march-first', rule: '03-01', name: { ko: '3·1절', en: 'Independence Movement Day' } },
    { key: 'labour', rule: '05-01', name: { ko: '노동절', en: 'Labour Day' }, from: day('2026-01-01') },
    { key: 'children', rule: '05-05', name: { ko: '어린이날', en: 'Children’s Day' } },
    { key: 'buddha', rule: 'korean 4-0-8', name: { ko: '부처님오신날', en: 'Buddha’s Birthday' } },
    { key: 'memorial', rule: '06-06', name: { ko: '현충일', en: 'Memorial Day' } },
    {
      key: 'constitution',
      rule: '07-17',
      name: { ko: '제헌절', en: 'Constitution Day' },
      from: day('2026-01-01'),
    },
    { key: 'liberation', rule: '08-15', name: { ko: '광복절', en: 'Liberation Day' } },
    { key: 'chuseok', rule: 'korean 8-0-15', before: 1, after: 1, name: { ko: '추석', en: 'Chuseok' } },
    { key: 'foundation', rule: '10-03', name: { ko: '개천절', en: 'National Foundation Day' } },
    { key: 'hangul', rule: '10-09', name: { ko: '한글날', en: 'Hangul Day' } },
    { key: 'christmas', rule: '12-25', name: { ko: '기독탄신일', en: 'Christmas Day' } },
    { key: 'local-election-2026', rule: '2026-06-03', name: { ko: '지방선거일', en: 'Local election day' } },
    temporary('2023-10-02', '2023-09-05'),
    temporary('2024-10-01', '2024-09-03'),
    temporary('2025-01-27', '2025-01-14'),
  ],
  substitutes: [
    {
      for: ['seollal', 'chuseok'],
      onWeekdays: [7],
      orOverlap: true,
      from: day('2013-11-05'),
      name: substitute,
    },
    { for: ['children'], onWeekdays: [6, 7], orOverlap: true, from: day('2013-11-05'), name: substitute },
    {
      for: ['march-first', 'liberation', 'foundation', 'hangul'],
      onWeekdays: [6, 7],
      orOverlap: true,
      from: day('2021-08-04'),
      name: substitute,
    },
    {
      for: ['buddha', 'christmas'],
      onWeekdays: [6, 7],
      orOverlap: true,
      from: day('2023-05-04'),
      name: substitute,
    },
    {
      for: ['constitution', 'labour'],
      onWeekdays: [6, 7],
      orOverlap: true,
      from: day('2026-01-01'),
      name: substitute,
    },
  ],
}
