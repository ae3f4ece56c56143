import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anonymous, livingCity, person, type TestCity, testCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { fileAs, minho, sora, taeyang, yuna } from './filing.fixture.ts'
import { opinions, petitions, sheets, signatures } from './tables.ts'

async function rowOf({ city }: TestCity, id: number) {
  const [row] = await city.reads.select().from(petitions).where(eq(petitions.id, id))
  return row!
}

async function withPetition() {
  const town = await testCity()
  const id = await fileAs(town, town.as(yuna))
  const path = `/en/petitions/${id}`
  const add = (count: number) =>
    town.as(taeyang).post(`${path}/sheets`, { count: String(count), keptAt: 'Counter 3' })
  return { town, id, path, add, counts: async () => countsOf(await rowOf(town, id)) }
}

const countsOf = ({ signatures, participants }: typeof petitions.$inferSelect) => [signatures, participants]

test('one person has one signature, may take it back while it runs, and gets a receipt each time', async () => {
  const { town, path, counts } = await withPetition()
  const browser = town.as(minho)
  const signed = await browser.post(`${path}/signatures`)
  expect(signed.status).toBe(303)
  expect(await browser.page(signed.headers.get('location')!)).toMatch(/record\/receipts\/\d+\//)
  expect(await counts()).toEqual([2, 2])
  const twice = await browser.post(`${path}/signatures`)
  expect(await twice.text()).toContain('You have signed it already')
  expect(await browser.page('/en/petitions/mine')).toContain('Low kerbs')
  expect((await browser.post(`${path}/signatures/withdrawal`)).status).toBe(303)
  expect(await counts()).toEqual([1, 1])
  expect((await browser.post(`${path}/signatures/withdrawal`)).status).toBe(422)
  expect(town.bugs).toEqual([])
})

test('its author is the first who signed, and cannot sign again or stop wanting it', async () => {
  const { town, path, counts } = await withPetition()
  const browser = town.as(yuna)
  expect(await counts()).toEqual([1, 1])
  for (const each of ['signatures', 'signatures/withdrawal'])
    expect(await (await browser.post(`${path}/${each}`)).text()).toContain('your signature is the first')
  expect(await counts()).toEqual([1, 1])
})

test('whoever is not signed in is sent to sign in first, and back', async () => {
  const { town, path } = await withPetition()
  const answer = await town.as(anonymous).post(`${path}/signatures`)
  expect(answer.headers.get('location')).toBe(`/en/sign-in?to=${encodeURIComponent(`${path}/signatures`)}`)
  expect((await town.as(minho).get(`${path}/signatures`)).status).toBe(200)
})

test('a change of the rules touches only petitions that are filed after it', async () => {
  const town = await testCity()
  town.turnTo('2021-06-28T10:00:00+09:00')
  const older = await fileAs(town, town.as(yuna))
  town.turnTo('2021-07-01T10:00:00+09:00')
  const newer = await fileAs(town, town.as(yuna))
  for (const id of [older, newer])
    await town.as(taeyang).post(`/en/petitions/${id}/sheets`, { count: '60', keptAt: 'Counter 3' })
  expect((await rowOf(town, older)).discussedFrom).toBeNull()
  expect((await rowOf(town, newer)).discussedFrom).toEqual(town.at())
  expect(await town.as(anonymous).page(`/en/petitions/${older}`)).toContain('61 of 100')
  expect(await town.as(anonymous).page(`/en/petitions/${newer}`)).toContain('61 of 50')
})

test('the fiftieth signature opens the discussion with a window of its own, the hundredth calls the committee', async () => {
  const { town, id, path, add } = await withPetition()
  await add(48)
  expect(await town.as(anonymous).page(path)).toContain('49 of 50')
  town.daysPass(29)
  expect((await town.as(minho).post(`${path}/signatures`)).status).toBe(303)
  expect(await rowOf(town, id)).toMatchObject({ discussedFrom: town.at(), reviewedFrom: null })
  town.daysPass(29)
  await add(49)
  expect((await rowOf(town, id)).reviewedFrom).toBeNull()
  await town.as(sora).post(`${path}/signatures`)
  expect((await rowOf(town, id)).reviewedFrom).toEqual(town.at())
  const page = await town.as(anonymous).page(path)
  expect(page).toContain('Enough take part (50 people): the public discusses it.')
  expect(page).toContain('Enough take part (100 people): it goes to the committee.')
})

test('after the last day of its window nobody signs any more, and the answer is due all the same', async () => {
  const { town, path } = await withPetition()
  town.turnTo('2026-12-21T23:59:59+09:00')
  expect((await town.as(minho).post(`${path}/signatures`)).status).toBe(303)
  town.turnTo('2026-12-22T00:00:00+09:00')
  expect(await (await town.as(sora).post(`${path}/signatures`)).text()).toContain('cannot be signed any more')
  expect((await town.as(minho).post(`${path}/signatures/withdrawal`)).status).toBe(422)
  const page = await town.as(sora).page(path)
  expect(page).toContain('The time for signing is over')
  expect(page).toContain('An answer is due whether or not enough people sign')
})

test('sheets are counted by a clerk, who says where they are kept; nobody else may', async () => {
  const { town, path, add, counts } = await withPetition()
  expect((await town.as(minho).post(`${path}/sheets`, { count: '9', keptAt: 'home' })).status).toBe(403)
  for (const count of ['0', '-3', '1.5', 'many', '100001'])
    expect((await town.as(taeyang).post(`${path}/sheets`, { count, keptAt: 'Counter 3' })).status).toBe(422)
  expect((await add(7)).status).toBe(303)
  expect(await counts()).toEqual([8, 8])
  expect(await town.as(anonymous).page(path)).toContain('7 of them on paper')
  expect(await town.city.reads.select({ body: sheets.body, keptAt: sheets.keptAt }).from(sheets)).toEqual([
    { body: 'city', keptAt: 'Counter 3' },
  ])
})

test('while it is discussed everybody may say once what they think; speaking and signing make one who took part', async () => {
  const { town, path, add, counts } = await withPetition()
  const opinion = { stance: 'for', lang: 'en', text: 'I fell there twice.' }
  expect(await (await town.as(minho).post(`${path}/opinions`, opinion)).text()).toContain(
    'not being discussed',
  )
  await add(49)
  expect((await town.as(minho).post(`${path}/opinions`, opinion)).status).toBe(303)
  expect(await counts()).toEqual([50, 51])
  await town.as(minho).post(`${path}/signatures`)
  expect(await counts()).toEqual([51, 51])
  await town.as(minho).post(`${path}/signatures/withdrawal`)
  expect(await counts()).toEqual([50, 51])
  const twice = await town.as(minho).post(`${path}/opinions`, opinion)
  expect(await twice.text()).toContain('already')
  const { id } = (await town.city.reads.select().from(opinions))[0]!
  expect(await town.as(anonymous).page(path)).toContain('I fell there twice.')
  const thing = await (
    await town.as(anonymous).get(`/record/published${path.slice(3)}/opinions/${id}`)
  ).json()
  expect(thing.form).toMatchObject({ text: 'I fell there twice.', stance: 'for' })
  const to = (await town.as(anonymous).get(`${path}/opinions/${id}`)).headers.get('location')!
  expect(await town.as(anonymous).page(to)).toContain('I fell there twice.')
  expect(
    (await town.as(sora).post(`${path}/opinions`, { ...opinion, text: '', stance: 'maybe' })).status,
  ).toBe(422)
})

test('of many who sign at the same moment each is counted once, and the step they reach is reached once', async () => {
  const town = await livingCity(await freshDatabase())
  const id = await fileAs(town, town.as(yuna))
  const path = `/en/petitions/${id}`
  await town.as(taeyang).post(`${path}/sheets`, { count: '40', keptAt: 'Counter 3' })
  const crowd = Array.from({ length: 12 }, (_, i) => town.as(person(`P${i}`, 100 + i)))
  const answers = await Promise.all(
    crowd.flatMap((each) => [each.post(`${path}/signatures`), each.post(`${path}/signatures`)]),
  )
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(12)
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(12)
  expect(countsOf(await rowOf(town, id))).toEqual([53, 53])
  expect(await town.city.reads.$count(signatures)).toBe(13)
  const page = await town.as(anonymous).page(path)
  expect(page.match(/Enough take part \(50 people\)/g)).toHaveLength(1)
  expect(town.bugs).toEqual([])
}, 60_000)

test('nobody signs what was withdrawn', async () => {
  const { town, path } = await withPetition()
  expect((await town.as(yuna).post(`${path}/withdrawal`)).status).toBe(303)
  expect((await town.as(minho).post(`${path}/signatures`)).status).toBe(422)
  expect((await town.as(minho).post(`${path}/withdrawal`)).status).toBe(422)
})
