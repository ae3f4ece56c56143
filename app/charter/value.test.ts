import { expect, test } from 'vitest'
import { type Valued, valueText } from './value.ts'

const half = { kind: 'quorum', value: '1/2', above: true, unit: 'share' }

for (const [norm, ko, en] of [
  [{ ...half, of: 'members-present' }, '출석 위원의 과반수', 'more than half of the members present'],
  [{ ...half, above: false }, '절반 이상', 'at least half'],
  [{ ...half, value: '2/3', above: false }, '3분의 2 이상', 'at least two thirds'],
  [{ ...half, value: '2/3' }, '3분의 2 초과', 'more than two thirds'],
  [{ ...half, value: '6/10', kind: 'limit', above: false }, '60% 이하', 'at most 60%'],
  [{ ...half, value: 0.2, kind: 'minimum', above: false }, '20% 이상', 'at least 20%'],
  [{ ...half, value: '1/9', above: false }, '9분의 1 이상', 'at least 1/9'],
  [{ kind: 'limit', value: 20, above: false, unit: 'person' }, '20명 이하', 'at most 20 people'],
  [
    { kind: 'threshold', value: 1000, above: false, unit: 'supporter' },
    '공감 1,000명 이상',
    'at least 1,000 supporters',
  ],
  [{ kind: 'limit', value: 2, above: false, unit: 'year' }, '2년', '2 years'],
  [{ kind: 'deadline', value: 1, above: false, unit: 'working-day' }, '근무일 1일', '1 working day'],
  [
    { kind: 'deadline', value: '02-28', above: false, unit: 'date' },
    '해마다 2. 28.까지',
    'by 28 February each year',
  ],
  [{ kind: 'deadline', above: false, unit: 'at-once' }, '바로', 'at once'],
  [{ kind: 'deadline', above: false, unit: 'day' }, '확인되지 않음', 'Not known'],
  [
    { kind: 'limit', value: 500_000_000, above: false, unit: 'money' },
    '5억 원 이하',
    'at most KRW 500 million',
  ],
] as const satisfies [Valued, string, string][]) {
  test(`${JSON.stringify(norm)}: ${en}`, () => {
    expect(valueText({ lang: 'ko', currency: 'KRW' }, norm)).toBe(ko)
    expect(valueText({ lang: 'en', currency: 'KRW' }, norm)).toBe(en)
  })
}
