import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Browser, TestCity } from '#testing/city.ts'
import { personByEmail } from './reads.ts'
import { people } from './tables.ts'
import { codeOn, come, demoCity, join, visits } from './walking.fixture.ts'

const newcomer = { name: 'Sora Kim', lang: 'en', account: 'yes', childUntil: '' }

async function atTheCounter() {
  const city = await demoCity()
  const taeyang = await come(city, 'taeyang', visits.counter)
  const minho = city.browser(visits.phone)
  await join(city, minho, 'minho@example.org', { name: 'Minho Lee' })
  return { city, taeyang, minho }
}

const handOf = async (browser: Browser) => codeOn(await (await browser.post('/en/me/residency/hand')).text())

async function helping() {
  const scene = await atTheCounter()
  expect((await scene.taeyang.post('/en/desk/people/help', { code: await handOf(scene.minho) })).status).toBe(
    303,
  )
  return scene
}

const nameOf = async (city: TestCity, email: string) => {
  const id = await personByEmail(city.city.reads, email)
  const [row] = await city.city.reads
    .select()
    .from(people)
    .where(eq(people.id, id ?? 0))
  return row?.name
}

test('Taeyang acts for Minho: every page says so, and what is changed is Minho’s', async () => {
  const { city, taeyang } = await helping()
  expect(await taeyang.page('/en/desk/people/help')).toContain('You act for Minho Lee')
  for (const path of ['/en', '/en/charter', '/en/me']) {
    const page = await taeyang.page(path)
    expect(page).toContain('You are acting for <bdi>Minho Lee</bdi>')
    expect(page).toContain('action="/en/desk/people/help/end"')
  }
  const profile = { name: 'Minho the Elder', lang: 'en', notices: 'daily' }
  expect((await taeyang.post('/en/me/profile', profile)).status).toBe(303)
  expect(await nameOf(city, 'minho@example.org')).toBe('Minho the Elder')
})

test('Minho sees later what was done in his name, and objects; the auditor reads it, the clerk does not', async () => {
  const { city, taeyang, minho } = await helping()
  await taeyang.post('/en/me/profile', { name: 'Wrong', lang: 'en', notices: 'daily' })
  await taeyang.post('/en/desk/people/help/end')
  await minho.post('/en/me/profile', { name: 'Minho', lang: 'en', notices: 'each' })

  const page = await minho.page('/en/me/assistance')
  expect(page.match(/A profile was changed/g)).toHaveLength(1)
  const id = page.match(/name="id" value="(\d+)"/)![1]!
  expect(
    (await minho.post('/en/me/assistance/objection', { id, text: 'I never asked for another name.' })).status,
  ).toBe(303)
  expect((await minho.post('/en/me/assistance/objection', { id, text: 'Once more.' })).status).toBe(422)

  const auditor = await come(city, 'audit', visits.library)
  expect(await auditor.page('/en/desk')).toContain('Somebody objected')
  expect(await auditor.page('/en/desk/people/oversight')).toContain('I never asked for another name.')
  const answer = { id, text: 'You are right. We have spoken to the clerk.' }
  expect((await auditor.post('/en/desk/people/oversight/answers', answer)).status).toBe(303)
  expect((await auditor.post('/en/desk/people/oversight/answers', answer)).status).toBe(422)
  expect(await minho.page('/en/me/assistance')).toContain('We have spoken to the clerk.')
  expect(await auditor.page('/en/desk')).not.toContain('Somebody objected')
  expect((await taeyang.get('/en/desk/people/oversight')).status).toBe(403)
})

test('nobody else can object to it', async () => {
  const { city, taeyang, minho } = await helping()
  await taeyang.post('/en/desk/people/help/end')
  const id = (await minho.page('/en/me/assistance')).match(/name="id" value="(\d+)"/)![1]!
  const yuna = await come(city, 'yuna', visits.library)
  expect((await yuna.post('/en/me/assistance/objection', { id, text: 'Me too' })).status).toBe(422)
})

test('what is Minho’s alone stays his: devices, keys, closing, his code', async () => {
  const { taeyang } = await helping()
  for (const path of ['/en/me/security', '/en/me/second-factor', '/en/me/closing', '/en/me/assistance'])
    expect((await taeyang.get(path)).status).toBe(422)
  for (const path of [
    '/en/me/residency/hand',
    '/en/me/passkeys/challenge',
    '/en/me/recovery-codes',
    '/en/me/sessions/end',
  ])
    expect((await taeyang.post(path)).status).toBe(422)
  expect((await taeyang.post('/en/me/closing', { sure: 'close' })).status).toBe(422)
})

test('the help ends after an hour without a click, and not before', async () => {
  const { city, taeyang } = await helping()
  const minutesPass = (minutes: number) => city.turnTo(city.at().add({ minutes }).toString())
  minutesPass(59)
  expect(await taeyang.page('/en/me')).toContain('Minho Lee')
  minutesPass(59)
  expect(await taeyang.page('/en/me')).toContain('Minho Lee')
  minutesPass(60)
  expect(await taeyang.page('/en/me')).not.toContain('Minho Lee')
})

test('a code shown at a counter works once and for half an hour', async () => {
  const { city, taeyang, minho } = await atTheCounter()
  const code = await handOf(minho)
  await taeyang.post('/en/desk/people/help', { code })
  await taeyang.post('/en/desk/people/help/end')
  expect(await (await taeyang.post('/en/desk/people/help', { code })).text()).toContain(
    'not known or no longer good',
  )
  const late = await handOf(minho)
  city.turnTo(city.at().add({ minutes: 30 }).toString())
  expect((await taeyang.post('/en/desk/people/help', { code: late })).status).toBe(422)
})

test('Sora, who has no e-mail, leaves with a slip and comes back with it; a new slip ends the old', async () => {
  const { city, taeyang } = await atTheCounter()
  const printed = await (await taeyang.post('/en/desk/people/help/newcomer', newcomer)).text()
  const slip = printed.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/)![0]
  expect(printed).toContain('https://city.example/en/sign-in/slip')

  const sora = city.browser(visits.library)
  for (let times = 0; times < 2; times++)
    expect((await sora.post('/en/sign-in/slip', { code: slip })).headers.get('location')).toBe('/en/me')
  expect(await sora.page('/en/me/consents')).toContain('told to a clerk')
  expect(await sora.page('/en/me')).toContain('Sora Kim')

  const next = (await (await taeyang.post('/en/desk/people/help/slip')).text()).match(
    /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/,
  )![0]
  expect((await city.browser(visits.phone).post('/en/sign-in/slip', { code: slip })).status).toBe(422)
  expect((await city.browser(visits.phone).post('/en/sign-in/slip', { code: next })).status).toBe(303)
})

test('Sora comes back to a counter with nothing but her slip, and is helped at once', async () => {
  const { city, taeyang } = await atTheCounter()
  const printed = await (await taeyang.post('/en/desk/people/help/newcomer', newcomer)).text()
  const slip = printed.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/)![0]
  await taeyang.post('/en/desk/people/help/end')
  const wrong = await taeyang.post('/en/desk/people/help', { code: '00000-00000-00000' })
  expect(await wrong.text()).toContain('a newer slip has taken its place')
  expect((await taeyang.post('/en/desk/people/help', { code: slip.toLowerCase() })).status).toBe(303)
  expect(await taeyang.page('/en/me')).toContain('Sora Kim')
  await taeyang.post('/en/desk/people/help/end')

  const sora = city.browser(visits.library)
  await sora.post('/en/sign-in/slip', { code: slip })
  expect((await sora.page('/en/me/assistance')).match(/a clerk/gi)?.length).toBeGreaterThan(0)
  await taeyang.post('/en/desk/people/help', { code: slip })
  await taeyang.post('/en/desk/people/help/slip')
  await taeyang.post('/en/desk/people/help/end')
  expect((await taeyang.post('/en/desk/people/help', { code: slip })).status).toBe(422)
})

test('no account is made for somebody who has not agreed', async () => {
  const { taeyang } = await atTheCounter()
  const answer = await taeyang.post('/en/desk/people/help/newcomer', { ...newcomer, account: '' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Sora Kim"')
})

test('seen in person is the surest; the same paper does not count for two', async () => {
  const { city, taeyang, minho } = await helping()
  expect((await taeyang.post('/en/desk/people/help/seen', { shown: 'M 123-45' })).status).toBe(303)
  expect((await taeyang.post('/en/desk/people/help/seen', { shown: '' })).status).toBe(422)
  expect(await minho.page('/en/me')).toContain('Seen in person.')
  await taeyang.post('/en/desk/people/help/end')

  await taeyang.post('/en/desk/people/help/newcomer', newcomer)
  expect(await (await taeyang.post('/en/desk/people/help/seen', { shown: 'm12345' })).text()).toContain(
    'One inhabitant counts once',
  )
  expect((await taeyang.post('/en/desk/people/help/seen', { shown: '900101-1234568' })).status).toBe(422)
  expect((await taeyang.post('/en/desk/people/help/seen', { shown: '' })).status).toBe(303)
  expect(city.bugs).toEqual([])
})

test('one person is helped by one clerk at a time, and nobody helps themselves', async () => {
  const { city, taeyang, minho } = await helping()
  const own = city.browser(visits.library)
  await own.post('/en/demo', { who: 'taeyang' })
  expect(await (await own.post('/en/desk/people/help', { code: await handOf(own) })).text()).toContain(
    'Nobody does this for themselves',
  )
  // The second window of the same clerk takes the help over from the first.
  expect((await own.post('/en/desk/people/help', { code: await handOf(minho) })).status).toBe(303)
  expect(await taeyang.page('/en/me')).not.toContain('Minho Lee')
})

test('while a clerk acts for somebody, no other office of theirs does', async () => {
  const { taeyang } = await helping()
  expect((await taeyang.get('/en/desk/people/help')).status).toBe(200)
  for (const path of ['/en/desk/people', '/en/desk/people/attest', '/en/desk/people/oversight'])
    expect((await taeyang.get(path)).status).toBe(403)
})

test('who has no counter helps nobody', async () => {
  const city = await demoCity()
  for (const who of ['yuna', 'harim', 'eunji']) {
    const browser = await come(city, who)
    expect((await browser.post('/en/desk/people/help', { code: 'AAAA-AAAA' })).status).toBe(403)
  }
})
