import { expect, test } from 'vitest'
import { normAt, normsAt } from './index.ts'
import { cityNamed } from './spoilt.fixture.ts'

const day = (said: string) => Temporal.PlainDate.from(said)
const { norms } = await cityNamed('trilesje')

for (const [on, territory, value, unit] of [
  ['2022-04-30', 'obcina', 30, 'day'],
  ['2022-05-01', 'obcina', 20, 'working-day'],
  ['2022-05-01', 'zgornji-les', 20, 'working-day'],
  ['2022-04-30', 'brod', 30, 'day'],
  ['2022-05-01', 'brod', 15, 'working-day'],
  ['2022-05-01', undefined, 20, 'working-day'],
] as const) {
  test(`on ${on} in ${territory ?? 'no named territory'} a petition is answered within ${value} ${unit}s`, () => {
    expect(normAt(norms, 'pobude.odgovor', day(on), territory)).toMatchObject({ value, unit })
  })
}

test('a rule that does not hold yet, or not there, or not at all, is said clearly', () => {
  expect(() => normAt(norms, 'pobude.odgovor', day('2016-12-31'))).toThrow(
    'No version of the norm “pobude.odgovor” is in force on 2016-12-31; the files have 2017-01-01 to 2022-04-30 in obcina',
  )
  expect(() => normAt(norms, 'svet.zapisnik', day('2025-01-01'), 'drzava')).toThrow('in drzava')
  expect(() => normAt(norms, 'pobude.odgovori', day('2020-01-01'))).toThrow('did you mean “pobude.odgovor”?')
})

test('all rules of a day are those in force on it', () => {
  const before = normsAt(norms, day('2018-01-01'))
  expect([...before.keys()].sort()).toEqual(['pobude.odgovor', 'pobude.podpora'])
  expect(normsAt(norms, day('2024-07-01')).get('svet.zapisnik')).toMatchObject({ value: 8 })
  expect(normsAt(norms, day('2024-06-30')).get('svet.zapisnik')).toMatchObject({ value: 30 })
})
