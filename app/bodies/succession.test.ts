import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather, versionOn } from './body.ts'
import { files } from './office.fixture.ts'
import { family, holdersOf, successorsOf } from './succession.ts'

const bodies = new Map(gather(files).map((each) => [each.key, each]))
const on = (day: string) => Temporal.PlainDate.from(day)

for (const [key, day, holders] of [
  ['rights-office', '2013-01-01', ['rights-office by itself']],
  ['rights-office', '2026-06-30', ['rights-office by itself']],
  ['rights-office', '2026-07-01', ['rights-bureau by succession']],
  ['peace-office', '2026-07-01', ['rights-bureau by succession']],
  ['old-city', '2030-01-01', ['new-city by succession']],
  ['lottery-desk', '2015-12-31', ['lottery-desk by itself']],
  ['lottery-desk', '2016-01-01', ['rights-office by parent']],
  ['lottery-desk', '2026-07-01', ['rights-bureau by parent']],
  ['nobody', '2026-07-01', []],
] as const) {
  test(`on ${day} what ${key} owes is owed by ${holders[0] ?? 'nobody'}`, () => {
    expect(holdersOf(bodies, key, on(day)).map((each) => `${each.key} by ${each.by}`)).toEqual(holders)
  })
}

test('a body that was split and is gone leaves what it owed to every part', () => {
  const split = gather({
    ...files,
    successions: [
      { ...files.successions[3]!, kind: 'split', from: ['old-city'], to: ['new-city', 'rights-bureau'] },
    ],
  })
  const holders = holdersOf(new Map(split.map((each) => [each.key, each])), 'old-city', on('2026-07-01'))
  expect(holders.map((each) => each.key)).toEqual(['new-city', 'rights-bureau'])
})

test('a part that was passed on is a successor at once, though the body still answers for itself', () => {
  expect(successorsOf(bodies, 'rights-office', on('2018-12-31'))).toEqual([])
  expect(successorsOf(bodies, 'rights-office', on('2019-01-01'))).toEqual(['peace-office'])
  expect(successorsOf(bodies, 'rights-office', on('2026-07-01'))).toEqual(['peace-office', 'rights-bureau'])
})

test('a family is everything before, after and joined, oldest first', () => {
  expect(family(bodies, 'rights-bureau').map((each) => each.key)).toEqual([
    'rights-office',
    'peace-office',
    'rights-bureau',
  ])
  expect(family(bodies, 'lottery-desk').map((each) => each.key)).toEqual(['lottery-desk'])
})

test('whoever answers on a day stands on that day, even where the files go round in a circle', () => {
  const keys = files.bodies.map((each) => each.key)
  const some = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 })
  const successions = fc.array(
    fc.record({
      from: some,
      to: some,
      year: fc.integer({ min: 2010, max: 2028 }),
      passes: fc.constantFrom('all' as const, 'part' as const, 'none' as const),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(
      successions,
      fc.constantFrom(...keys),
      fc.integer({ min: 2000, max: 2030 }),
      (made, key, year) => {
        const day = on(`${year}-12-31`)
        const all = gather({
          ...files,
          successions: made.map(({ year: since, ...each }, at) => {
            return {
              ...files.successions[3]!,
              ...each,
              key: `s${at}`,
              kind: 'succeeded',
              on: `${since}-01-01`,
            }
          }),
        })
        const known = new Map(all.map((each) => [each.key, each]))
        for (const holder of holdersOf(known, key, day))
          expect(versionOn(known.get(holder.key)!, day)).toBeDefined()
      },
    ),
  )
})
