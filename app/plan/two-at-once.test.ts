import { expect, test } from 'vitest'
import { commitmentsFrom } from '#commitments/index.ts'
import { historyOf } from '#record/index.ts'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { deskOf, Harim, Jiwoo, planned, Sora, welfare } from './year.fixture.ts'

/** A city that commits, with an action that two bodies lead and the office drafted. */
async function proposed() {
  const city = await livingCity(await freshDatabase())
  city.turnTo('2027-01-11T09:00:00+09:00')
  await planned(city.city)
  await deskOf(city, Sora).draft('1-2', { joint: welfare })
  const id = 1
  const told = async () =>
    (await historyOf(city.city.reads, `plans/fourth/actions/${id}`)).map((each) => each.what)
  return { city, id, told, harim: deskOf(city, Harim), jiwoo: deskOf(city, Jiwoo) }
}

test('both leads say yes at the same moment: it becomes one promise', async () => {
  const { city, id, told, harim, jiwoo } = await proposed()
  const both = await Promise.all([harim.say(id, 'yes'), jiwoo.say(id, 'yes')])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await commitmentsFrom(city.city.reads, 'plans/fourth/tasks/1-2')).toHaveLength(1)
  expect((await told()).filter((each) => each === 'plans.action-agreed')).toHaveLength(1)
  expect(city.bugs).toEqual([])
})

test('a double click drafts one action and reports one quarter once', async () => {
  const { city, id, told, harim, jiwoo } = await proposed()
  const drafted = await Promise.all([1, 2, 3].map(() => harim.draft('1-1')))
  expect(drafted.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await commitmentsFrom(city.city.reads, 'plans/fourth/tasks/1-1')).toHaveLength(1)
  await harim.say(id, 'yes')
  await jiwoo.say(id, 'yes')
  city.turnTo('2027-04-02T09:00:00+09:00')
  const reported = await Promise.all([1, 2, 3].map(() => harim.report(id, 1, 10)))
  expect(reported.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await told()).filter((each) => each.startsWith('plans.quarter'))).toEqual([
    'plans.quarter-reported',
  ])
  expect(city.bugs).toEqual([])
})
