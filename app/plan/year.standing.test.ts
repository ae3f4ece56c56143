import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfQuarter, type Quarter, type ReportState } from './quarter.ts'
import { type ActionFacts, colours, standingOfAction } from './year.standing.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const shares = { amberBelow: { part: 9, of: 10 }, redBelow: { part: 6, of: 10 } }

const quarter = (no: number, state: ReportState, reached?: number): Quarter => ({
  quarter: no,
  end: endOfQuarter(2027, no),
  dueOn: endOfQuarter(2027, no).add({ days: 15 }),
  state,
  reports:
    reached === undefined
      ? []
      : [
          {
            quarter: no,
            no: 1,
            body: 'transport',
            reached,
            text: '',
            lang: 'en',
            obstacle: 'none',
            step: 1,
            at: Temporal.Instant.from('2027-07-05T00:00:00Z'),
          },
        ],
})

const bare: ActionFacts = {
  startsOn: day('2027-01-01'),
  dueOn: day('2027-12-31'),
  target: 365,
  unagreed: [],
  declined: [],
  agreedBy: day('2027-03-31'),
  withdrawnOn: null,
  doneOn: null,
  stoppedOn: null,
  quarters: [],
  lateMilestones: [],
  liftedRequests: 0,
}

// Half the year has 181 of 365 days: as many are to be reached by its end.
const half = (reached: number): Partial<ActionFacts> => ({
  quarters: [quarter(1, 'in-time', 0), quarter(2, 'in-time', reached), quarter(3, 'ahead')],
})
const step = { title: 'Half of it', dueOn: day('2027-06-01') }

for (const [said, facts, colour, codes] of [
  ['nothing is due yet', { quarters: [quarter(1, 'ahead')] }, 'green', ['first-report']],
  ['all is reached that was due', half(181), 'green', ['on-course']],
  ['just nine tenths of it', half(163), 'green', ['on-course']],
  ['a little less', half(162), 'amber', ['behind']],
  ['just six tenths', half(109), 'amber', ['behind']],
  ['less than that', half(108), 'red', ['behind']],
  [
    'all is there but a milestone',
    { ...half(181), lateMilestones: [step] },
    'amber',
    ['milestone-late', 'on-course'],
  ],
  ['help waits above', { ...half(181), liftedRequests: 1 }, 'amber', ['request-lifted', 'on-course']],
  ['its day has passed', { ...half(365), dueOn: day('2027-06-30') }, 'red', ['day-passed', 'on-course']],
  [
    'the last report is missing',
    { quarters: [quarter(1, 'in-time', 90), quarter(2, 'missing')] },
    'silent',
    ['no-report', 'on-course'],
  ],
  [
    'an earlier one is missing',
    { quarters: [quarter(1, 'missing'), quarter(2, 'late', 181)] },
    'amber',
    ['missed-report', 'on-course'],
  ],
  [
    'a report is missing while the next is still open',
    { quarters: [quarter(1, 'missing'), quarter(2, 'open')] },
    'silent',
    ['no-report', 'first-report'],
  ],
  ['a lead said nothing', { unagreed: ['welfare'] }, 'proposed', ['not-agreed']],
  [
    'a lead said no',
    { declined: ['welfare'], unagreed: ['transport'] },
    'proposed',
    ['declined', 'not-agreed'],
  ],
  ['it is done', { ...half(0), doneOn: day('2027-06-01') }, 'done', ['done']],
  ['it was given up', { stoppedOn: day('2027-06-01'), doneOn: day('2027-05-01') }, 'stopped', ['stopped']],
  [
    'it was taken back',
    { withdrawnOn: day('2027-06-01'), unagreed: ['welfare'] },
    'withdrawn',
    ['withdrawn'],
  ],
] as const) {
  test(`when ${said}, it is ${colour}`, () => {
    const standing = standingOfAction(
      { ...bare, ...(facts as Partial<ActionFacts>) },
      shares,
      day('2027-07-20'),
    )
    expect([standing.colour, standing.reasons.map(({ code }) => code)]).toEqual([colour, codes])
  })
}

test('what should have been reached is said beside what was', () => {
  const { reasons } = standingOfAction({ ...bare, ...half(100) }, shares, day('2027-07-20'))
  expect(reasons).toEqual([{ code: 'behind', reached: 100, target: 365, should: 181, on: '2027-06-30' }])
})

test('more reached never makes it worse, and every standing has a reason', () => {
  const rank = (it: ActionFacts) => colours.indexOf(standingOfAction(it, shares, day('2027-07-20')).colour)
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.maxSafeNat(),
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.nat(2),
      (a, b, target, liftedRequests) => {
        const facts = (reached: number) => ({ ...bare, ...half(reached), target, liftedRequests })
        expect(rank(facts(Math.max(a, b)))).toBeGreaterThanOrEqual(rank(facts(Math.min(a, b))))
        expect(standingOfAction(facts(a), shares, day('2027-07-20')).reasons.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 200 },
  )
})
