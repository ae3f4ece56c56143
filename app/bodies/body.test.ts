import { expect, test } from 'vitest'
import { gather, happenings, holderOn, isVacant, shownOn, treeOn, versionOn } from './body.ts'
import { files } from './office.fixture.ts'

const bodies = new Map(gather(files).map((each) => [each.key, each]))
const office = bodies.get('rights-office')!
const on = (day: string) => Temporal.PlainDate.from(day)

for (const [day, name] of [
  ['2010-08-12', undefined],
  ['2010-08-13', 'Human Rights Division'],
  ['2013-12-31', 'Human Rights Division'],
  ['2014-01-01', 'Human Rights and Peace Division'],
  ['2018-12-31', 'Human Rights and Peace Division'],
  ['2019-01-01', 'Democracy and Rights Bureau'],
  ['2026-06-30', 'Democracy and Rights Bureau'],
  ['2026-07-01', undefined],
] as const) {
  test(`on ${day} the office is ${name ? `the ${name}` : 'not there'}`, () => {
    expect(versionOn(office, on(day))?.name.en).toBe(name)
  })
}

test('a body is spoken of by its first name before it began and by its last after it ended', () => {
  expect(shownOn(office, on('2000-01-01')).name.en).toBe('Human Rights Division')
  expect(shownOn(office, on('2030-01-01')).name.en).toBe('Democracy and Rights Bureau')
})

test('the tree of a day has what stood then, under what it belonged to then', () => {
  const keys = (day: string) =>
    treeOn(bodies, on(day)).map(({ body, children }) => [body.key, children.map((each) => each.body.key)])
  expect(keys('2012-05-21')).toEqual([['old-city', ['rights-office']]])
  expect(keys('2020-01-01')).toEqual([['old-city', ['peace-office', 'rights-office']]])
  expect(keys('2026-07-01')).toEqual([['new-city', ['rights-bureau']]])
})

test('a post is vacant between two holders, and unknown where nobody was ever written down', () => {
  const [director, deputy] = office.posts
  expect(holderOn(director!, on('2012-01-01'))?.holder.en).toBe('Harim')
  expect(isVacant(director!, on('2016-12-31'))).toBe(false)
  expect(isVacant(director!, on('2017-01-01'))).toBe(true)
  expect(isVacant(deputy!, on('2017-01-01'))).toBe(false)
})

test('what happened is told once, by its succession where there is one', () => {
  const told = happenings(bodies).map(({ on: day, what, bodies: keys }) => `${day} ${what} ${keys.join(' ')}`)
  expect(told).toEqual([
    '1995-01-01 began old-city',
    '2010-08-13 began rights-office',
    '2012-01-01 began lottery-desk',
    '2014-01-01 renamed rights-office',
    '2016-01-01 abolished lottery-desk',
    '2019-01-01 succeeded rights-office peace-office',
    '2026-07-01 succeeded old-city new-city',
    '2026-07-01 merged rights-office peace-office rights-bureau',
  ])
})
