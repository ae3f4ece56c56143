import { expect, test } from 'vitest'
import type { Bodies, Body } from '#bodies/index.ts'
import { isIndependent, partiesOf } from './party.reads.ts'

const today = Temporal.PlainDate.from('2026-11-21')

type Made = Pick<Body, 'kind'> & { parent?: string; until?: string; successions?: Body['successions'] }

/** A small government: a bureau with two offices, an audit office and a committee beside it. */
const made: Record<string, Made> = {
  city: { kind: 'government' },
  bureau: { kind: 'bureau', parent: 'city' },
  roads: { kind: 'division', parent: 'bureau' },
  parks: { kind: 'division', parent: 'bureau' },
  audit: { kind: 'office', parent: 'city' },
  committee: { kind: 'committee', parent: 'city' },
  residents: { kind: 'partner' },
  paths: {
    kind: 'division',
    parent: 'bureau',
    until: '2026-06-30',
    successions: [
      { key: 's', kind: 'merged', from: ['paths'], to: ['roads'], on: '2026-07-01', passes: 'all' },
    ] as unknown as Body['successions'],
  },
}

const bodies: Bodies = new Map(
  Object.entries(made).map(([key, { kind, parent, until, successions = [] }]) => [
    key,
    {
      key,
      kind,
      posts: [],
      successions,
      versions: [{ from: '2020-01-01', until, parent }],
    } as unknown as Body,
  ]),
)

for (const [body, lead, independent] of [
  ['audit', 'roads', true],
  ['committee', 'roads', true],
  ['residents', 'roads', true],
  ['parks', 'roads', true],
  ['roads', 'roads', false],
  ['bureau', 'roads', false],
  ['city', 'roads', false],
  ['roads', 'bureau', false],
  ['audit', 'city', true],
  ['roads', 'paths', false],
  ['bureau', 'paths', false],
] as const) {
  test(`${body} ${independent ? 'may' : 'may not'} check what ${lead} promised`, () => {
    const { involved } = partiesOf(bodies, { lead, joint: [], supporting: [] }, today)
    expect(isIndependent(bodies, body, involved, today)).toBe(independent)
  })
}

test('whoever supports does not check either, and a body that has ended is followed by its successor', () => {
  const { lead, involved } = partiesOf(bodies, { lead: 'paths', joint: [], supporting: ['audit'] }, today)
  expect([lead, involved]).toEqual([['roads'], ['roads', 'audit']])
  expect(isIndependent(bodies, 'audit', involved, today)).toBe(false)
})

test('of several leads each answers for it, and only the first keeps its plan', () => {
  const { first, lead } = partiesOf(bodies, { lead: 'paths', joint: ['audit'], supporting: [] }, today)
  expect([first, lead]).toEqual([['roads'], ['roads', 'audit']])
})
