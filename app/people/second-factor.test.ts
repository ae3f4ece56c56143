import { expect, test } from 'vitest'
import { type Browser, type TestCity, testCity } from '#testing/city.ts'
import { digitsAt, stepAt } from './totp.ts'
import { arrive, join, visits } from './walking.fixture.ts'

const digits = (city: TestCity, secret: string) => digitsAt(secret, stepAt(city.at()))
const halfMinutesPass = (city: TestCity, count = 1) =>
  city.turnTo(
    city
      .at()
      .add({ seconds: 30 * count })
      .toString(),
  )

async function setUp(city: TestCity, browser: Browser) {
  const secret = (await browser.page('/en/me/second-factor'))
    .match(/<code class="code">([A-Z2-7 ]+)<\/code>/)![1]!
    .replaceAll(' ', '')
  const page = await (await browser.post('/en/me/second-factor', { code: digits(city, secret) })).text()
  const codes = [...page.matchAll(/<code class="code">([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map(
    (each) => each[1]!,
  )
  return { secret, codes }
}

async function withApp() {
  const city = await testCity()
  const harim = city.browser()
  await join(city, harim, 'harim@example.org')
  const app = await setUp(city, harim)
  const elsewhere = city.browser(visits.library)
  await arrive(city, elsewhere, 'harim@example.org')
  return { city, harim, elsewhere, ...app }
}

const showing = (browser: Browser, code: string) =>
  browser.post('/en/sign-in/second-factor', { code, to: '/en/me/profile' })

test('ten recovery codes are shown once, when the app has been tried', async () => {
  const { harim, codes } = await withApp()
  expect(new Set(codes).size).toBe(10)
  const again = await harim.page('/en/me/security')
  expect(again).toContain('10 recovery codes are left')
  for (const each of codes) expect(again).not.toContain(each)
})

test('digits let one through once, and the next only half a minute later', async () => {
  const { city, elsewhere, secret } = await withApp()
  // Those that proved the app are used up as well.
  expect((await showing(elsewhere, digits(city, secret))).status).toBe(422)
  halfMinutesPass(city)
  const answer = await showing(elsewhere, digits(city, secret))
  expect(answer.headers.get('location')).toBe('/en/me/profile')
  expect((await showing(elsewhere, digits(city, secret))).status).toBe(422)
})

test('a second factor is asked again after twelve hours', async () => {
  const { city, harim } = await withApp()
  const tries = async () => (await harim.post('/en/me/recovery-codes')).status
  expect(await tries()).toBe(200)
  city.turnTo(city.at().add({ hours: 12 }).toString())
  expect(await tries()).toBe(422)
})

test('a recovery code works once, and new ones make the old worthless', async () => {
  const { city, elsewhere, codes } = await withApp()
  expect((await showing(elsewhere, codes[0]!.toLowerCase())).status).toBe(303)
  const other = city.browser(visits.phone)
  await arrive(city, other, 'harim@example.org')
  expect((await showing(other, codes[0]!)).status).toBe(422)
  expect((await elsewhere.post('/en/me/recovery-codes')).status).toBe(200)
  expect((await showing(other, codes[1]!)).status).toBe(422)
})

test('nobody guesses six digits: after ten tries in an hour one waits', async () => {
  const { city, elsewhere, secret } = await withApp()
  halfMinutesPass(city, 10)
  const right = digits(city, secret)
  const wrong = right === '123456' ? '654321' : '123456'
  for (let tries = 0; tries < 9; tries++)
    expect(await (await showing(elsewhere, wrong)).text()).toContain('not right')
  expect(await (await showing(elsewhere, right)).text()).toContain('too often')
})

test('who came by letter alone cannot replace or remove the app', async () => {
  const { elsewhere } = await withApp()
  for (const path of ['/en/me/second-factor/removal', '/en/me/recovery-codes', '/en/me/passkeys/challenge'])
    expect((await elsewhere.post(path)).status).toBe(422)
  expect((await elsewhere.get('/en/me/second-factor')).status).toBe(422)
})

test('without the app being tried nothing is set up', async () => {
  const city = await testCity()
  const harim = city.browser()
  await join(city, harim, 'harim@example.org')
  await harim.get('/en/me/second-factor')
  expect((await harim.post('/en/me/second-factor', { code: '000000' })).status).toBe(422)
  expect(await harim.page('/en/me/security')).toContain('Set up an app')
  expect(await harim.page('/en/sign-in/second-factor')).toContain('not set up a second factor yet')
})

test('who came by the mailbox alone cannot move the account to another one', async () => {
  const { city, harim, elsewhere } = await withApp()
  const letters = city.mails.length
  const answer = await elsewhere.post('/en/me/email', { email: 'evil@example.org' })
  expect([answer.status, city.mails.length]).toEqual([422, letters])
  expect(await answer.text()).toContain('Please show your second factor first.')
  expect((await harim.post('/en/me/email', { email: 'new@example.org' })).status).toBe(303)
})
