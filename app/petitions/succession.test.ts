import { expect, test } from 'vitest'
import { allBodies, holdersOf } from '#bodies/index.ts'
import { person, testCity } from '#testing/city.ts'
import { hearerOf } from './competence.reads.ts'
import { declined, filed, Harim } from './desk.fixture.ts'
import { transfer } from './routing.actions.ts'
import { waiting } from './waiting.reads.ts'

const merged = Temporal.PlainDate.from('2026-07-01')

test('what a body of the city before the merger owed, its successor’s officer finds, answers and signs as itself', async () => {
  const town = await testCity()
  const { city } = town
  town.turnTo('2026-06-01T09:00:00+09:00')
  const bodies = await allBodies(city.reads)
  const ended = [...bodies.keys()].find(
    (key) =>
      holdersOf(bodies, key, merged.subtract({ days: 1 })).some(({ by }) => by === 'itself') &&
      holdersOf(bodies, key, merged).some(({ by }) => by === 'succession'),
  )!
  const [next] = holdersOf(bodies, ended, merged)
  const id = await filed(city)
  const why = { reason: 'It is the mayor’s to decide.', lang: 'en' }
  await transfer(city, { as: 'transport-department' }, id, { body: ended, procedure: 'civic-rights', ...why })
  expect(await waiting(city, Harim)).toEqual([])

  town.turnTo('2026-08-01T09:00:00+09:00')
  const officer = person('Geon', 31, ['officer', next!.key])
  expect(await waiting(city, officer)).toHaveLength(1)
  const sent = await town.as(officer).post(`/en/desk/petitions/${id}/answer`, declined)
  expect(sent.status).toBe(303)
  const { form } = await (await town.as(officer).get(`/record/published/petitions/${id}`)).json()
  expect(form.answers[0].body).toBe(next!.key)
  const stranger = town.as(person('Moa', 32, ['officer', 'welfare-department']))
  expect((await stranger.get(`/en/desk/petitions/${id}`)).status).toBe(422)
  expect(town.bugs).toEqual([])
})

test('an objection goes to the first body that did not say the no itself, under whatever name', async () => {
  const { city } = await testCity()
  const bodies = await allBodies(city.reads)
  const on = Temporal.PlainDate.from('2026-11-21')
  const candidates = ['administrative-ombudsman-committee', 'audit-committee']
  expect(hearerOf(bodies, candidates, ['transport-department'], on)).toBe(candidates[0])
  expect(hearerOf(bodies, candidates, [candidates[0]!], on)).toBe(candidates[1])
  expect(hearerOf(bodies, candidates, candidates, on)).toBeUndefined()
  expect(hearerOf(bodies, ['no-such-body', ...candidates], [], on)).toBe(candidates[0])
  const ended = [...bodies.keys()].find((key) =>
    holdersOf(bodies, key, on).some(({ by }) => by === 'succession'),
  )!
  const [next] = holdersOf(bodies, ended, on)
  expect(hearerOf(bodies, [next!.key, candidates[1]!], [ended], on)).toBe(candidates[1])
})
