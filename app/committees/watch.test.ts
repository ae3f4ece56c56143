import { expect, test } from 'vitest'
import { countsOf } from './composition.ts'
import { committee, day, norm } from './rules.fixture.ts'
import { checkAppointable, type Outlook, type Waiver, watch } from './watch.ts'

const outlook: Outlook = {
  counts: countsOf([]),
  room: 0,
  members: 5,
  seatsOfPerson: 1,
  renewals: 0,
  from: day('2026-01-01'),
  until: day('2027-12-31'),
}

const stateOf = (rules: Parameters<typeof watch>[1], change: Partial<Outlook>, rule: string) =>
  watch(committee, rules, { ...outlook, ...change }).find((each) => each.rule === rule)?.state

for (const [rule, value, change, state] of [
  ['seatsPerPerson', 3, { seatsOfPerson: 3 }, 'kept'],
  ['seatsPerPerson', 3, { seatsOfPerson: 4 }, 'breached'],
  ['size', 20, { members: 20 }, 'kept'],
  ['size', 20, { members: 21 }, 'breached'],
  ['termLength', 2, { until: day('2027-12-31') }, 'kept'],
  ['termLength', 2, { until: day('2028-01-01') }, 'breached'],
] as const) {
  test(`${rule} ${value} with ${JSON.stringify(change)} is ${state}`, () => {
    expect(stateOf({ [rule]: norm(value, { unit: 'year' }) }, change, rule)).toBe(state)
  })
}

test('renewals are limited where the committee says so', () => {
  expect(stateOf({}, { renewals: 1 }, 'renewals')).toBe('kept')
  expect(stateOf({}, { renewals: 2 }, 'renewals')).toBe('breached')
  expect(watch({ renewals: 'unlimited' }, {}, { ...outlook, renewals: 9 })).toEqual([])
})

const waiver: Waiver = {
  id: 1,
  committee: committee.key,
  rule: 'size',
  reason: 'The flood.',
  lang: 'en',
  decidedBy: 'Vice mayor',
  from: day('2026-01-01'),
  until: day('2026-06-30'),
}
const tooMany = (kind: string) => watch(committee, { size: norm(4, { kind }) }, outlook)

test('a breach is refused until somebody answers for it, and again when that has run out', () => {
  expect(() => checkAppointable(tooMany('limit'), [], day('2026-06-30'))).toThrow('committees.needs-waiver')
  expect(() => checkAppointable(tooMany('limit'), [waiver], day('2026-06-30'))).not.toThrow()
  expect(() => checkAppointable(tooMany('limit'), [waiver], day('2026-07-01'))).toThrow(
    'committees.needs-waiver',
  )
})

test('a gate lets nobody past, whoever answers for it', () => {
  expect(() => checkAppointable(tooMany('gate'), [waiver], day('2026-06-30'))).toThrow('committees.gate')
})
