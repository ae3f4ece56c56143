import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anonymous, livingCity, person, type TestCity, testCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import {
  arrive,
  codeOn,
  fileAs,
  join,
  kerbs,
  named,
  newMark,
  openOne,
  sendAs,
  yuna,
} from './filing.fixture.ts'
import { contacts, petitions, routings, signatures } from './tables.ts'

async function rowOf({ city }: TestCity, id: number) {
  const [row] = await city.reads.select().from(petitions).where(eq(petitions.id, id))
  return row!
}

const idsIn = async ({ city }: TestCity) =>
  (await city.reads.select({ id: petitions.id }).from(petitions).orderBy(petitions.id)).map(({ id }) => id)

test('Yuna writes, is shown what it is about, and gets a receipt that anybody can check', async () => {
  const town = await testCity()
  const browser = town.as(yuna)
  const path = `/en/petitions/new/${openOne(town)}`
  expect(await browser.page('/en/petitions/new')).toContain(path)
  const form = (await browser.page(path)).match(/name="form" value="([\w-]{22})"/)![1]!
  const check = await (await browser.post(path, { ...kerbs, articles: [], form })).text()
  expect(check).toContain('Is this right?')
  expect(check).toContain(`name="form" value="${form}"`)
  expect(check).toMatch(/because you wrote: [^<]*bus/)
  expect(await idsIn(town)).toEqual([])
  const filed = await browser.post(path, { ...kerbs, form, checked: 'yes' })
  expect(filed.status).toBe(303)
  const receipt = await browser.page(filed.headers.get('location')!)
  expect(receipt).toContain('The city has your petition')
  const slip = receipt.match(/\/en\/record\/receipts\/\d+\/[\w-]+/)![0]
  expect(await town.as(anonymous).page(slip)).toContain('The petition was filed.')
  expect(await browser.page('/en/petitions/mine')).toContain(kerbs.title)
  expect(town.bugs).toEqual([])
})

test('it goes to whoever answers for its topic today, and what names no topic to the body that takes things in', async () => {
  const town = await testCity()
  const { topics } = town.city.facts.subjects
  const { intake } = town.city.facts.procedures!.petitions[0]!
  const browser = town.as(yuna)
  const topic = topics.find(({ body }) => body !== intake)!
  const sorted = await rowOf(town, await fileAs(town, browser, { topic: topic.key }))
  const unsorted = await rowOf(town, await fileAs(town, browser))
  expect(sorted.body).not.toBe(intake)
  expect(unsorted.body).toBe(intake)
  const routed = await town.city.reads.select().from(routings).where(eq(routings.petition, sorted.id))
  expect(routed).toMatchObject([{ body: sorted.body, by: null, procedure: openOne(town) }])
})

test('somebody without an account is told a code once, and comes back with it to all that its author may do', async () => {
  const town = await testCity()
  const sora = town.as(anonymous)
  const filed = await sendAs(town, sora, {}, '/no-account')
  expect(filed.status).toBe(200)
  const slip = await filed.text()
  const code = codeOn(slip)
  const [id] = await idsIn(town)
  expect(await town.city.reads.select().from(contacts)).toEqual([
    { petition: id, name: named.name, reach: named.reach },
  ])
  expect(JSON.stringify(await rowOf(town, id!))).not.toContain(code.replaceAll('-', ''))
  const page = await sora.page(`/en/petitions/${id}`)
  for (const secret of [named.name, named.reach, code]) expect(page).not.toContain(secret)

  const back = await (await sora.post('/en/petitions/return', { code: code.toLowerCase() })).text()
  expect(back).toContain('This petition is yours')
  const told = await sora.post(`/en/petitions/${id}/information`, {
    code,
    lang: 'en',
    text: 'It is stop 41.',
  })
  expect(await told.text()).toContain('It is stop 41.')
  expect(await sora.page(`/en/petitions/${id}`)).not.toContain('It is stop 41.')
  const taken = await sora.post(`/en/petitions/${id}/withdrawal`, { code })
  expect(await taken.text()).toContain('Its author took it back on')
  expect((await rowOf(town, id!)).withdrawnAt).toEqual(town.at())
  expect(town.bugs).toEqual([])
})

test('a code that is mistyped says so, a wrong one opens nothing, and nobody can go on guessing', async () => {
  const town = await testCity()
  const guesser = town.as(anonymous)
  const filed = await (await sendAs(town, guesser, {}, '/no-account')).text()
  const right = codeOn(filed)
  const other = codeOn(await (await sendAs(town, guesser, {}, '/no-account')).text())
  const mistyped = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`
  const open = async (code: string) => (await guesser.post('/en/petitions/return', { code })).text()
  expect(await open(mistyped)).toContain('A letter of the code is missing or wrong')
  expect(await (await guesser.post('/en/petitions/1/withdrawal', { code: 'x' })).text()).toContain('code')
  const [first] = await idsIn(town)
  const stranger = await guesser.post(`/en/petitions/${first}/withdrawal`, { code: other })
  expect(stranger.status).toBe(422)
  for (let tries = 0; tries < 20; tries++) await open('00000-00000-00000')
  expect(await open('00000-00000-00000')).toContain('too often')
  expect(await open(right)).toContain('This petition is yours')
})

test('without any name nothing is kept of who it was, whatever was sent', async () => {
  const town = await testCity()
  const filed = await sendAs(town, town.as(anonymous), { ...named, shownAs: 'Sora' }, '/anonymous')
  expect(codeOn(await filed.text())).toMatch(/^[0-9A-Z-]{17}$/)
  expect(await town.city.reads.select().from(contacts)).toEqual([])
  const [id] = await idsIn(town)
  expect(await rowOf(town, id!)).toMatchObject({ way: 'anonymous', person: null, shownAs: null })
  const strict = town.city.facts.procedures!.petitions.find((each) => !each.anonymous)!
  expect((await town.as(anonymous).get(`/en/petitions/new/${strict.key}/anonymous`)).status).toBe(404)
})

test('a clerk files for somebody: the page says so, and the petition is that person’s', async () => {
  const town = await testCity()
  const clerk = { ...person('Taeyang', 4, ['clerk', 'city']), actingFor: { id: 9, name: 'Sora' } }
  const id = await fileAs(town, town.as(clerk))
  expect(await rowOf(town, id)).toMatchObject({ way: 'clerk', person: 9 })
  const page = await town.as(anonymous).page(`/en/petitions/${id}`)
  expect(page).toContain('written down by a clerk for somebody')
  expect(page).not.toContain('Sora')
})

for (const [why, typed, way, says] of [
  ['without a name where one is needed', { name: '' }, '/no-account', 'Please fill this in'],
  ['under fourteen and alone', { age: [] }, '/no-account', 'come with a guardian'],
  ['without agreeing that the name is kept', { agree: [] }, '/no-account', 'may not keep your name'],
  ['with a registration number', { text: 'I am 900101-1234567, please help me.' }, '', 'registration number'],
  ['of five words', { text: 'Too short.' }, '', 'at least 20 characters'],
  ['about a right that is none', { articles: ['charter/999'] }, '', 'choose one of the answers'],
  ['about no right and not even none', { articles: [] }, '', 'tick at least one right'],
  ['about a topic that is none', { topic: 'gardens' }, '', 'choose one of the answers'],
  ['from a district that is none', { district: 'atlantis' }, '', 'choose one of the answers'],
  ['for the rights lane, without saying why', { lane: 'yes', laneReason: '' }, '', 'Please fill this in'],
] as const)
  test(`a petition ${why} is not filed, and what was typed stands there to be mended`, async () => {
    const town = await testCity()
    const answer = await sendAs(town, town.as(way ? anonymous : yuna), typed as never, way)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain(kerbs.title)
    expect(await idsIn(town)).toEqual([])
    expect(town.bugs).toEqual([])
  })

test('what somebody left out about themselves is said on the page that asks for it, all at once', async () => {
  const town = await testCity()
  const path = `/en/petitions/new/${openOne(town)}/no-account`
  const sent = { ...kerbs, articles: [], form: newMark() }
  const answer = await town.as(anonymous).post(path, sent)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const field of ['name', 'age', 'agree']) expect(page).toContain(`href="#${field}"`)
  expect(page).not.toContain('name="checked"')
  const check = await (await town.as(anonymous).post(path, { ...sent, ...named })).text()
  expect(check).toContain('name="checked"')
  expect(check).toContain(kerbs.text)
})

test('a few words of Korean are enough for a petition, where as many signs of an alphabet are not', async () => {
  const town = await testCity()
  const korean = { title: '의자 고쳐 주세요', text: '정류장 의자를 고쳐 주세요', lang: 'ko' }
  expect((await sendAs(town, town.as(yuna), korean)).status).toBe(303)
  expect((await sendAs(town, town.as(yuna), { text: 'Mend the bench' })).status).toBe(422)
})

test('a form that is sent again, even at the same moment, files once and gives the same slip', async () => {
  const town = await livingCity(await freshDatabase())
  const form = newMark()
  const send = () => sendAs(town, town.as(anonymous), { form }, '/no-account')
  const both = await Promise.all([send(), send()])
  const slips = [...(await Promise.all(both.map((each) => each.text()))), await (await send()).text()]
  expect(new Set(slips.map(codeOn)).size).toBe(1)
  expect(new Set(slips.map((each) => each.match(/receipts\/\d+\/[\w-]+/)![0])).size).toBe(1)
  expect(await idsIn(town)).toHaveLength(1)
  const mine = newMark()
  const again = await Promise.all([0, 1, 2].map(() => sendAs(town, town.as(yuna), { form: mine })))
  expect(new Set(again.map((each) => each.headers.get('location'))).size).toBe(1)
  expect(await town.city.reads.select().from(signatures)).toHaveLength(1)
  expect(town.bugs).toEqual([])
})

test('nobody without an account fills the city with petitions, and a library is not locked out by one reader', async () => {
  const town = await testCity()
  const send = () => sendAs(town, town.as(anonymous), {}, '/anonymous')
  for (let sent = 0; sent < 30; sent++) expect((await send()).status).toBe(200)
  const refused = await send()
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('too often')
  expect((await sendAs(town, town.as(yuna))).status).toBe(303)
})

test('a session that ran out while Yuna wrote costs her nothing: what she typed is there when she is back', async () => {
  const town = await testCity()
  const browser = town.browser()
  await join(town, browser, 'yuna@example.org')
  const path = `/en/petitions/new/${openOne(town)}`
  await browser.page(path)
  town.daysPass(91)
  const sent = await browser.post(path, { ...kerbs, form: newMark(), checked: 'yes' })
  const to = new URL(sent.headers.get('location')!, 'https://city.example')
  expect(to.pathname).toBe('/en/sign-in')
  await arrive(town, browser, 'yuna@example.org', to.searchParams.get('to')!)
  const page = await browser.page(path)
  expect(page).toContain(kerbs.title)
  expect(page).toContain('Is this right?')
  expect(await idsIn(town)).toEqual([])
})

test('a child whose guardian has not agreed cannot file under an account', async () => {
  const town = await testCity()
  const browser = town.browser()
  const child = { age: 'younger', childUntil: '2028-03-01', guardianEmail: 'parent@example.org' }
  await join(town, browser, 'byeol@example.org', child)
  const refused = await sendAs(town, browser)
  expect(await refused.text()).toContain('Your guardian has to agree first')
  const link = town.mails.find((each) => each.to === 'parent@example.org')!.text.match(/https:\/\/\S+/)![0]
  const parent = town.browser('PPPPPPPPPPPPPPPPPPPPPP')
  await parent.post(new URL(link).pathname, { sure: 'yes' })
  expect((await sendAs(town, browser)).status).toBe(303)
})

test('what is alike is shown to whoever asks for it, with the form as it was', async () => {
  const town = await testCity()
  const id = await fileAs(town, town.as(yuna))
  const alike = { ...kerbs, title: 'Bus stops with kerbs for a wheelchair', step: 'similar', form: newMark() }
  const page = await (
    await town.as(anonymous).post(`/en/petitions/new/${openOne(town)}/no-account`, alike)
  ).text()
  expect(page).toContain(`/en/petitions/${id}"`)
  expect(page).toContain(alike.title)
  const part = await town.as(anonymous).post('/en/petitions/similar', { ...alike, step: [] })
  expect(await part.text()).toMatch(/^<section.*Low kerbs at the bus stops/s)
  const other = await town
    .as(anonymous)
    .post('/en/petitions/similar', { title: 'Longer library hours', text: '' })
  expect(await other.text()).toBe('')
})

test('whoever comes from the page of a right finds it ticked', async () => {
  const { as, bugs } = await testCity()
  const yuna = as(anonymous)
  expect(await yuna.page('/en/charter/11')).toContain('/en/petitions/new?article=charter/11')
  expect(await yuna.page('/en/petitions/new?article=charter/11')).toContain('/anonymous?article=charter/11')
  const way = '/en/petitions/new/civic-rights/anonymous'
  expect(await yuna.page(`${way}?article=charter/11`)).toContain('name="articles" value="charter/11"')
  expect(await yuna.page(`${way}?article=charter/999`)).not.toContain('value="charter/999"')
  const check = await yuna.post(way, {
    ...{ form: newMark(), articles: 'charter/11', lang: 'en' },
    ...{ title: 'A bench by the stop', text: 'There is nowhere to sit while one waits.' },
  })
  expect(await check.text()).toMatch(/value="charter\/11"[^>]*checked/)
  expect(bugs).toEqual([])
})
