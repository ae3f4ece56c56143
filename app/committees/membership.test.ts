import { expect, test } from 'vitest'
import { inOffice, overlaps, renewalsBefore, roomLeft, seatsOn, stateOf } from './membership.ts'
import { committee, day, member } from './rules.fixture.ts'

const at = Temporal.Instant.from('2026-01-01T00:00:00Z')

for (const [changes, on, state] of [
  [{ appointedAt: null }, '2026-06-01', 'proposed'],
  [{ appointedAt: null, withdrawnAt: at }, '2026-06-01', 'withdrawn'],
  [{}, '2025-12-31', 'to come'],
  [{}, '2026-01-01', 'in office'],
  [{}, '2027-12-31', 'in office'],
  [{}, '2028-01-01', 'term ended'],
  [{ endedOn: day('2026-05-31') }, '2026-05-31', 'in office'],
  [{ endedOn: day('2026-05-31') }, '2026-06-01', 'left early'],
] as const) {
  test(`on ${on} a membership ${JSON.stringify(changes)} is ${state}`, () => {
    expect(stateOf(member(1, changes), day(on))).toBe(state)
  })
}

test('renewals are counted back as long as one term follows on the other', () => {
  const first = member(1, { person: 7, from: day('2020-01-01'), until: day('2021-12-31') })
  const second = member(2, { person: 7, from: day('2022-01-01'), until: day('2023-12-31') })
  expect(renewalsBefore([first, second], 7, day('2024-01-01'))).toBe(2)
  expect(renewalsBefore([first, second], 7, day('2024-01-02'))).toBe(0)
  expect(renewalsBefore([first, { ...second, withdrawnAt: at }], 7, day('2024-01-01'))).toBe(0)
})

test('seats by office are filled by the office; the others have as many empty places as are not filled', () => {
  const seats = seatsOn(
    committee,
    [member(1), member(2), member(3, { appointedAt: null })],
    day('2026-06-01'),
  )
  expect(seats.map(({ seat, members, vacant }) => [seat.key, members.length, vacant])).toEqual([
    ['head', 0, 0],
    ['experts', 2, 3],
  ])
  expect(inOffice(committee, [member(1), member(2)], day('2026-06-01')).members).toBe(3)
})

test('room is left up to the seats where they are counted, else up to the size, else there is none', () => {
  expect(roomLeft(committee, 2, 20)).toBe(3)
  const { count: _, ...uncounted } = committee.seats[0]!
  const open = { ...committee, seats: [uncounted, committee.seats[1]!] }
  expect(roomLeft(open, 2, 20)).toBe(17)
  expect(roomLeft(open, 2, undefined)).toBe(0)
})

test('two terms overlap when they share their last and first day', () => {
  const term = member(1)
  expect(overlaps(term, { from: day('2027-12-31'), until: day('2029-12-30') })).toBe(true)
  expect(overlaps(term, { from: day('2028-01-01'), until: day('2029-12-31') })).toBe(false)
  expect(
    overlaps({ ...term, endedOn: day('2026-03-31') }, { from: day('2026-04-01'), until: day('2028-03-31') }),
  ).toBe(false)
})
