import { expect, test } from 'vitest'
import { calendarOf } from '#kit/calendar.ts'
import { day, norm } from './rules.fixture.ts'
import {
  checkDecidable,
  checkDemand,
  checkMayVote,
  checkNotice,
  type Item,
  lateBy,
  mayVoteOn,
  minutesDue,
  nextRegularBy,
  quorumOf,
  regularByNow,
  type Sitting,
  stateOf,
  votesNeeded,
} from './sitting.ts'

const startsAt = Temporal.Instant.from('2026-07-01T14:00:00+09:00')
const timeZone = 'Asia/Seoul'

const item: Item = {
  no: 1,
  title: 'Kerbs',
  text: null,
  lang: 'en',
  about: null,
  proposedBy: 'chair',
  closed: null,
  recusals: [],
  decidedAt: null,
  outcome: null,
  decision: null,
  votes: null,
  named: null,
  recommendedTo: null,
}
const sitting: Sitting = {
  id: 1,
  committee: 'water-committee',
  no: 1,
  kind: 'regular',
  demandedBy: null,
  demands: null,
  startsAt,
  minutes: 120,
  place: 'City hall',
  mode: 'both',
  lang: 'en',
  calledAt: startsAt.subtract({ hours: 24 * 8 }),
  urgency: null,
  papersAt: null,
  cancelledAt: null,
  cancelledFor: null,
  attendance: null,
  items: [item],
  published: null,
}
const attended = (present: number, members = 10): Sitting => ({
  ...sitting,
  attendance: Array.from({ length: members }, (_, at) => {
    return { member: `m${at + 1}`, presence: at < present ? ('present' as const) : ('absent' as const) }
  }),
})

for (const [change, hours, state] of [
  [{}, -1, 'called'],
  [{}, 0, 'waiting for its record'],
  [{ cancelledAt: startsAt }, -1, 'cancelled'],
  [attended(6), 1, 'waiting for its minutes'],
  [attended(5), 1, 'without a quorum'],
  [attended(6), 24 * 20, 'waiting for its minutes'],
  [attended(6), 24 * 21, 'minutes overdue'],
  [{}, 24 * 21, 'minutes overdue'],
  [{ published: { at: startsAt, text: '', lang: 'en' } }, 24 * 99, 'minutes published'],
] as const) {
  const what = 'attendance' in change && change.attendance ? 'recorded' : JSON.stringify(change)
  test(`${hours} hours after its time a sitting (${what}) is ${state}`, () => {
    const at = startsAt.add({ hours })
    expect(stateOf({ ...sitting, ...change }, at, day('2026-07-21'), 6, timeZone)).toBe(state)
  })
}

const calendar = calendarOf({ weekend: [6, 7] })
const oneMonth = norm(1, { unit: 'month' })
const twentyDays = norm(20, { unit: 'day' })

for (const [rule, held, due] of [
  [oneMonth, '2026-06-29', '2026-07-29'],
  [oneMonth, '2026-06-30', '2026-07-31'],
  [twentyDays, '2026-07-01', '2026-07-21'],
  [twentyDays, '2026-07-05', '2026-07-27'],
] as const) {
  test(`the minutes of ${held} are due by ${due} where the rule is ${rule.value} ${rule.unit}`, () => {
    expect(String(minutesDue(rule, day(held), { calendar }))).toBe(due)
  })
}

for (const [published, today, late] of [
  ['2026-07-21', '2026-09-01', 0],
  ['2026-07-22', '2026-09-01', 1],
  [undefined, '2026-07-21', 0],
  [undefined, '2026-07-22', 1],
] as const) {
  test(`minutes due on 21 July, published ${published ?? 'never'}, are ${late} days late on ${today}`, () => {
    expect(lateBy(day('2026-07-21'), published && day(published), day(today))).toBe(late)
  })
}

const majority = norm('1/2', { above: true, of: 'members-present' })

for (const [members, quorum] of [
  [10, 6],
  [11, 6],
  [12, 7],
] as const) {
  test(`of ${members} members ${quorum} must be present`, () =>
    expect(quorumOf(majority, members)).toBe(quorum))
}

test('a decision takes more than half of those present, or of all members where the rule says so', () => {
  expect(votesNeeded(majority, 6, 10)).toBe(4)
  expect(votesNeeded(norm('2/3', { of: 'members-in-office' }), 6, 10)).toBe(7)
  expect(votesNeeded(undefined, 7, 10)).toBe(4)
})

const votes = (inFavour: number, against = 0) => ({ for: inFavour, against, abstain: 0 })
const rules = { quorum: 6, needed: 4 }

for (const [present, outcome, cast, refusal] of [
  [6, 'adopted', votes(4, 2), undefined],
  [6, 'adopted', votes(3, 3), 'committees.not-carried'],
  [6, 'rejected', votes(3, 3), undefined],
  [6, 'rejected', votes(4, 2), 'committees.was-carried'],
  [5, 'adopted', votes(5), 'committees.no-quorum'],
  [5, 'deferred', votes(0), undefined],
  [5, 'deferred', votes(3, 2), undefined],
  [5, 'deferred', votes(5, 1), 'committees.too-many-votes'],
  [6, 'adopted', votes(6, 1), 'committees.too-many-votes'],
] as const) {
  test(`${outcome} by ${cast.for} to ${cast.against} with ${present} present is ${refusal ?? 'right'}`, () => {
    const check = () => checkDecidable(attended(present), item, rules, { outcome, votes: cast })
    if (refusal) expect(check).toThrow(refusal)
    else expect(check).not.toThrow()
  })
}

test('whoever is recused counts as not there for the item, and may not vote on it', () => {
  const recused: Item = { ...item, recusals: [{ member: 'm1', kind: 'withdrew', interest: 'family' }] }
  expect(mayVoteOn(attended(6), recused)).not.toContain('m1')
  expect(() => checkMayVote(attended(6), recused, 'm1')).toThrow('committees.recused')
  expect(() => checkMayVote(attended(6), recused, 'm7')).toThrow('committees.not-present')
  expect(() => checkMayVote(attended(6), recused, 'm2')).not.toThrow()
  const decision = { outcome: 'adopted' as const, votes: votes(5) }
  expect(() => checkDecidable(attended(6), recused, rules, decision)).toThrow('committees.no-quorum')
})

const sevenDays = norm(7, { unit: 'day' })

for (const [called, urgency, refusal] of [
  ['2026-07-01', undefined, undefined],
  ['2026-07-02', undefined, 'committees.short-notice'],
  ['2026-07-02', 'A flood', undefined],
  ['2026-07-09', 'A flood', 'committees.in-the-past'],
] as const) {
  test(`called on ${called} for 8 July with${urgency ? '' : 'out'} a reason is ${refusal ?? 'in time'}`, () => {
    const check = () => checkNotice(sevenDays, day(called), day('2026-07-08'), urgency)
    if (refusal) expect(check).toThrow(refusal)
    else expect(check).not.toThrow()
  })
}

for (const [demands, members, enough] of [
  [4, 10, true],
  [3, 10, false],
  [3, 9, true],
] as const) {
  test(`${demands} of ${members} members ${enough ? 'can' : 'cannot'} demand a sitting where it takes a third`, () => {
    const check = () => checkDemand(norm('1/3'), demands, members)
    if (enough) expect(check).not.toThrow()
    else expect(check).toThrow('committees.too-few-demands')
  })
}

test('four sittings a year are spread over its quarters', () => {
  expect(
    [1, 92, 183, 274, 365].map((at) => regularByNow(4, day('2026-01-01').add({ days: at - 1 }))),
  ).toEqual([0, 1, 2, 3, 4])
  const by = (held: number) =>
    nextRegularBy(4, held, day('2026-05-05'), timeZone).toZonedDateTimeISO(timeZone).toPlainDate()
  expect([0, 1, 3].map((held) => String(by(held)))).toEqual(['2026-04-01', '2026-07-01', '2027-01-01'])
})
