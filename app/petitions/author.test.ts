import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { fileAs, minho, sora, taeyang, yuna } from './filing.fixture.ts'
import { hide } from './moderation.actions.ts'
import { opinions } from './tables.ts'

async function withPetition() {
  const town = await testCity()
  const id = await fileAs(town, town.as(yuna))
  const post = (who: typeof yuna, step: string, fields = {}) =>
    town.as(who).post(`/en/petitions/${id}/${step}`, { lang: 'en', ...fields })
  const by = { as: town.city.facts.procedures!.moderator }
  return { town, id, post, by }
}

test('nobody but its author does what is its author’s to do', async () => {
  const { post } = await withPetition()
  const fields = { text: 'It is mine.', verdict: 'yes' }
  for (const step of ['information', 'withdrawal', 'satisfaction', 'objection', 'lane-objection', 'appeal'])
    for (const who of [anonymous, minho] as (typeof yuna)[]) {
      const answer = await post(who, step, fields)
      expect([step, answer.status]).toEqual([step, 422])
      expect(await answer.text()).toContain('Only its author may do this')
    }
})

test('its author says too early that the answer helped, and is told that there is none', async () => {
  const { town, post } = await withPetition()
  expect(await (await post(yuna, 'satisfaction', { verdict: 'yes' })).text()).toContain('no answer yet')
  expect(await (await post(yuna, 'objection', { text: 'No.' })).text()).toContain('no answer yet')
  expect((await post(yuna, 'satisfaction', { verdict: 'perhaps' })).status).toBe(422)
  expect((await post(yuna, 'information', { text: '' })).status).toBe(422)
  expect(town.bugs).toEqual([])
})

test('while the words are hidden the reason stands instead of them, and their author may appeal', async () => {
  const { town, id, post, by } = await withPetition()
  await hide(town.city, by, id, { ground: 'names-somebody', statement: 'It names a driver.', lang: 'en' })
  const page = await town.as(anonymous).page(`/en/petitions/${id}`)
  expect(page).toContain('It names a driver.')
  expect(page).not.toContain('Wheelchair users cannot board')
  expect(await town.as(anonymous).page('/en/search?q=wheelchair')).not.toContain('Low kerbs')
  expect(await town.as(yuna).page(`/en/petitions/${id}`)).toContain('Appeal against the hiding of words')
  const appealed = await post(yuna, 'appeal', { text: 'It names nobody.' })
  expect(appealed.status).toBe(303)
  expect(await town.as(yuna).page(appealed.headers.get('location')!)).toMatch(/record\/receipts\/\d+\//)
  expect((await post(yuna, 'appeal', { text: 'Again.' })).status).toBe(404)
})

test('whose opinion was hidden may appeal, and nobody else for them', async () => {
  const { town, id, post, by } = await withPetition()
  await post(taeyang, 'sheets', { count: '49', keptAt: 'Counter 3' })
  await post(minho, 'opinions', { stance: 'against', text: 'You know who.' })
  const [{ id: opinion }] = (await town.city.reads.select({ id: opinions.id }).from(opinions)) as [
    { id: number },
  ]
  await hide(town.city, by, id, { opinion, ground: 'hatred', statement: 'It incites.', lang: 'en' })
  expect(await town.as(anonymous).page(`/en/petitions/${id}`)).not.toContain('You know who.')
  const appeal = { text: 'I meant nobody.', opinion: String(opinion) }
  for (const who of [yuna, sora]) expect((await post(who, 'appeal', appeal)).status).toBe(422)
  expect(await town.as(minho).page(`/en/petitions/${id}`)).toContain('Appeal against the hiding of words')
  expect((await post(minho, 'appeal', appeal)).status).toBe(303)
  expect(town.bugs).toEqual([])
})
