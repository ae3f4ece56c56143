import { expect, test } from 'vitest'
import {
  checkClosable,
  checkReviewable,
  checkSuccession,
  halfWayOf,
  inOrder,
  type Plan,
  type PlanDates,
  stateOf,
} from './plan.ts'

const zone = 'Asia/Seoul'
const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00+09:00`)
const day = (text: string) => Temporal.PlainDate.from(text)

const draft: PlanDates = {
  from: day('2028-01-01'),
  until: day('2032-12-31'),
  draftedAt: at('2027-01-01'),
  submittedAt: null,
  approvedAt: null,
  reviewedAt: null,
  closedAt: null,
}
const submitted = { ...draft, submittedAt: at('2027-05-01') }
const approved = { ...submitted, approvedAt: at('2027-06-01') }
const reviewed = { ...approved, reviewedAt: at('2030-07-01') }
const closed = { ...reviewed, closedAt: at('2032-11-01') }

for (const [name, dates, on, state] of [
  ['begun', draft, '2027-02-01', 'draft'],
  ['begun and forgotten', draft, '2029-02-01', 'draft'],
  ['to be brought before the committee', submitted, '2027-04-30', 'draft'],
  ['brought before the committee', submitted, '2027-05-01', 'submitted'],
  ['approved', approved, '2027-12-31', 'approved'],
  ['approved', approved, '2028-01-01', 'running'],
  ['looked at half way', reviewed, '2030-07-01', 'reviewed'],
  ['never looked at', approved, '2032-12-31', 'running'],
  ['never closed', reviewed, '2033-01-01', 'ended'],
  ['reported on before its last day', closed, '2032-12-31', 'reviewed'],
  ['reported on', closed, '2033-01-01', 'closed'],
  ['without an end', { ...approved, until: null }, '2040-01-01', 'standing'],
] as const)
  test(`a plan that was ${name} is ${state} on ${on}`, () => {
    expect(stateOf(dates, at(on), zone)).toBe(state)
  })

const plan = (dates: PlanDates): Plan => ({
  ...dates,
  key: '2028-2032',
  doc: {} as Plan['doc'],
  inFiles: false,
  follows: null,
  version: 1,
  agenda: null,
  sitting: null,
})

for (const [dates, on, refused] of [
  [approved, '2031-12-31', 'plans.not-over'],
  [approved, '2032-01-01', undefined],
  [approved, '2033-05-01', undefined],
  [closed, '2033-05-01', 'plans.closed-already'],
  [draft, '2032-05-01', 'plans.not-over'],
] as const)
  test(`on ${on} the closing report is ${refused ? `refused: ${refused}` : 'taken'}`, () => {
    const check = () => checkClosable(plan(dates), at(on), zone)
    if (refused) expect(check).toThrow(refused)
    else expect(check).not.toThrow()
  })

test('a plan is reviewed once, while it runs', () => {
  expect(() => checkReviewable(plan(approved), at('2027-12-31'), zone)).toThrow('plans.not-running')
  expect(() => checkReviewable(plan(approved), at('2029-01-01'), zone)).not.toThrow()
  expect(() => checkReviewable(plan(reviewed), at('2031-01-01'), zone)).toThrow('plans.reviewed-already')
})

test('nobody begins anew without saying what became of the old', () => {
  expect(() => checkSuccession(undefined)).not.toThrow()
  expect(() => checkSuccession(approved)).toThrow('plans.predecessor-open')
  expect(() => checkSuccession(closed)).not.toThrow()
})

test('half of five years is the second of July of the third; without an end there is no half', () => {
  expect(String(halfWayOf(draft))).toBe('2030-07-02')
  expect(halfWayOf({ ...draft, until: null })).toBeUndefined()
})

test('tasks stand as the files put them, then by their numbers as people read them', () => {
  const tasks = [
    { position: 0, no: '2-10' },
    { position: 0, no: '2-9' },
    { position: 2, no: 'a' },
    { position: 1, no: 'b' },
  ]
  expect(tasks.toSorted(inOrder).map((each) => each.no)).toEqual(['2-9', '2-10', 'b', 'a'])
})
