import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anonymous, type TestCity, testCity } from '#testing/city.ts'
import { fileAs, join, sendAs, taeyang } from './filing.fixture.ts'
import { forgetContacts } from './forgetting.actions.ts'
import { petitionsHolding } from './holding.actions.ts'
import { contacts, opinions, petitions, signatures } from './tables.ts'

/** Yuna with an account: her petition, her signature and her opinion on another, and what she told in confidence. */
async function withYuna() {
  const town = await testCity()
  const yuna = town.browser()
  await join(town, yuna, 'yuna@example.org')
  const mine = await fileAs(town, yuna, { shownAs: 'Yuna of the hill' })
  const others = await fileAs(town, town.as(anonymous), {}, '/no-account')
  await yuna.post(`/en/petitions/${mine}/information`, { lang: 'en', text: 'I live at the stop.' })
  await yuna.post(`/en/petitions/${others}/signatures`)
  await town.as(taeyang).post(`/en/petitions/${others}/sheets`, { count: '60', keptAt: 'Counter 3' })
  await yuna.post(`/en/petitions/${others}/opinions`, { stance: 'for', lang: 'en', text: 'I fell there.' })
  const [row] = await town.city.reads.select().from(petitions).where(eq(petitions.id, mine))
  return { town, yuna, mine, others, person: row!.person! }
}

const countsOf = async ({ city }: TestCity, id: number) => {
  const { signatures, participants } = petitions
  return (
    await city.reads.select({ signatures, participants }).from(petitions).where(eq(petitions.id, id))
  )[0]
}

test('Yuna takes away all that is held about her petitions, signatures and opinions', async () => {
  const { yuna, mine, others } = await withYuna()
  const { petitions: held } = await (await yuna.get('/en/me/data.json')).json()
  expect(held).toMatchObject({
    filed: [{ id: mine, shownAs: 'Yuna of the hill', way: 'account' }],
    told: [{ petition: mine, text: 'I live at the stop.' }],
    signed: [{ petition: mine }, { petition: others }],
    said: [{ petition: others, stance: 'for', text: 'I fell there.' }],
  })
})

test('when she leaves, what she said stays, said by a resident; nothing leads to her, and what was counted stays counted', async () => {
  const { town, yuna, mine, others, person } = await withYuna()
  const before = [await countsOf(town, mine), await countsOf(town, others)]
  expect((await yuna.post('/en/me/closing', { sure: 'close' })).status).toBe(303)
  const { reads } = town.city
  expect(Object.values((await petitionsHolding.held(reads, person)) as object).flat()).toEqual([])
  for (const table of [petitions, signatures, opinions])
    expect(await reads.select().from(table).where(eq(table.person, person))).toEqual([])
  const page = await town.as(anonymous).page(`/en/petitions/${mine}`)
  expect(page).not.toContain('Yuna of the hill')
  expect(page).toContain('by a resident')
  expect(await town.as(anonymous).page(`/en/petitions/${others}`)).toContain('I fell there.')
  expect([await countsOf(town, mine), await countsOf(town, others)]).toEqual(before)
  expect(await town.as(anonymous).page(`/record/published/petitions/${mine}`)).not.toContain('Yuna')
  expect(town.bugs).toEqual([])
})

test('how to reach somebody is forgotten a year after the end, and not a day before', async () => {
  const town = await testCity()
  const { city } = town
  const left = async () => (await city.reads.select({ petition: contacts.petition }).from(contacts)).length
  const send = async () => (await sendAs(town, town.as(anonymous), {}, '/no-account')).text()
  const ended = await send()
  await send()
  const code = ended.match(/<dd>([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})<\/dd><\/dl>/)![1]!
  const id = ended.match(/\/en\/petitions\/(\d+)/)![1]!
  expect((await town.as(anonymous).post(`/en/petitions/${id}/withdrawal`, { code })).status).toBe(200)
  await forgetContacts(city)
  town.daysPass(365)
  await forgetContacts(city)
  expect(await left()).toBe(2)
  town.daysPass(1)
  await forgetContacts(city)
  expect(await left()).toBe(1)
})
