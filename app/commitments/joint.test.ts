import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { anonymous, person, testCity } from '#testing/city.ts'
import { adopt } from './adopting.actions.ts'
import { commitmentsFrom } from './index.ts'
import {
  Daeun,
  deskOf,
  Harim,
  Jiwoo,
  kerbs,
  petition,
  promise,
  transport,
  welfare,
} from './promised.fixture.ts'
import { scorecards } from './scorecards.reads.ts'
import { waiting } from './waiting.reads.ts'

const links = 'https://city.example/kerbs'
const done = { status: 303 }

/** A promise of two departments. */
async function ofTwo() {
  const city = await testCity()
  const id = await promise(city.city, { joint: [welfare] })
  const anybody = city.as(anonymous)
  const titles = async (viewer: typeof Harim) =>
    (await waiting(city.city, viewer)).map((each) => each.title.en)
  return {
    city,
    id,
    harim: deskOf(city, Harim, id),
    jiwoo: deskOf(city, Jiwoo, id),
    daeun: deskOf(city, Daeun, id),
    page: () => anybody.page(`/en/commitments/${id}`),
    line: async () => (await commitmentsFrom(city.city.reads, petition.about))[0]!,
    titles,
  }
}

test('what two lead is done when both have said so, whichever says it first', async () => {
  const { city, harim, jiwoo, daeun, page, line, titles } = await ofTwo()
  expect((await harim.send('signatures')).status).toBe(422)
  expect(await jiwoo.send('completion', { links })).toMatchObject(done)
  expect(await line()).toMatchObject({ doneAt: null, declaredBy: [welfare] })
  expect(await page()).toContain('Signature of Transport department')
  expect((await daeun.send('checks', { finding: 'confirmed', method: 'seen' })).status).toBe(422)
  expect(await titles(Harim)).toEqual(['To be signed'])
  expect(await titles(Jiwoo)).toEqual([])
  expect((await jiwoo.send('completion', { links })).status).toBe(422)
  city.daysPass(301)
  expect(await page()).toContain('Late')

  expect(await harim.send('signatures', { text: 'Our part too.' })).toMatchObject(done)
  expect((await line()).doneAt).not.toBeNull()
  expect(await page()).toContain('Said to be done, not checked')
  expect(await daeun.send('checks', { finding: 'in-part', method: 'seen' })).toMatchObject(done)
  expect(await line()).toMatchObject({ doneAt: null, declaredBy: [] })
  expect(await harim.send('completion', { links })).toMatchObject(done)
  expect((await line()).doneAt).toBeNull()
  expect(city.bugs).toEqual([])
})

test('nobody closes what another body leads: not the office, not a supporting body, not the second lead', async () => {
  const { city, id, jiwoo, line } = await ofTwo()
  const office = deskOf(city, person('Jiwoo', 3, ['head', 'human-rights-division']), id)
  for (const form of ['completion', 'signatures', 'end', 'plan', 'reports'])
    expect([form, (await office.send(form, { links })).status]).toEqual([form, 422])
  expect((await jiwoo.send('end')).status).toBe(422)
  expect(await line()).toMatchObject({ doneAt: null, stoppedAt: null })
})

test('it counts for each of its leads, once', async () => {
  const { city } = await ofTwo()
  const cards = await scorecards(city.city.reads, { at: city.at(), timeZone: city.city.facts.timeZone })
  expect(cards.map(({ body, count }) => [body, count])).toEqual([
    [transport, 1],
    [welfare, 1],
  ])
  const anybody = city.as(anonymous)
  for (const body of [transport, welfare])
    expect(await anybody.page(`/en/commitments?body=${body}`)).toContain('Lower every kerb')
})

test('a lead is named once', async () => {
  const { city } = await testCity()
  const today = Temporal.PlainDate.from('2026-11-21')
  for (const more of [{ joint: [transport] }, { joint: [welfare], supporting: [welfare] }])
    await expect(
      act(city, { as: transport }, async (tx, at) => {
        const { entries } = await adopt(city, tx, at, petition, [kerbs(today, more)])
        return { entries: [entries[0]!] }
      }),
    ).rejects.toMatchObject({ name: 'Refusal' })
})
