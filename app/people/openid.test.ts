import { expect, test } from 'vitest'
import { type Browser, testCity } from '#testing/city.ts'
import { startProvider, walkThrough } from './provider.fixture.ts'
import { identities } from './tables.ts'
import { adult, join, visits } from './walking.fixture.ts'

const going = (answer: Response) => answer.headers.get('location') ?? ''

/** To the provider and back, as far as the way back's address. */
const goThere = async (
  browser: Browser,
  login: string,
  from = '/en/sign-in/with/national?to=/en/me/residency',
) => walkThrough(going(await browser.get(from)), login)

/** By the address without a language that the provider knows, which leads on to one in the reader's. */
const comeBack = async (browser: Browser, back: URL) =>
  browser.get(
    going(await browser.request(back.pathname + back.search, { headers: { 'accept-language': 'en' } })),
  )

async function withProvider(level: 0 | 1 | 2 | 3 = 2) {
  const city = await testCity({ providers: [await startProvider(level)] })
  return { city, yuna: city.browser() }
}

test('Yuna comes with an account of the state, and her residence is known as surely as it knows it', async () => {
  const { yuna, city } = await withProvider(2)
  expect(await yuna.page('/en/sign-in')).toContain('Sign in with National sign-in')
  expect(going(await comeBack(yuna, await goThere(yuna, 'yuna-1')))).toBe('/en/sign-in/welcome')
  expect(going(await yuna.post('/en/sign-in/welcome', adult))).toBe('/en/me/residency')
  expect(await yuna.page('/en/me/residency')).toContain('As somebody who lives here.')

  const library = city.browser(visits.library)
  expect(going(await comeBack(library, await goThere(library, 'yuna-1')))).toBe('/en/me/residency')
  expect(await library.page('/en/me')).toContain('Yuna')
  expect(city.bugs).toEqual([])
})

test('the provider is asked for nothing but who it is', async () => {
  const { yuna } = await withProvider()
  const address = new URL(going(await yuna.get('/ko/sign-in/with/national')))
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    redirect_uri: 'https://city.example/sign-in/with/national/return',
    ui_locales: 'ko',
  })
})

test('an answer is good once, and only in the browser that went', async () => {
  const { yuna, city } = await withProvider()
  const back = await goThere(yuna, 'yuna-1')
  expect((await comeBack(city.browser(visits.phone), back)).status).toBe(422)
  expect((await comeBack(yuna, back)).status).toBe(303)
  expect((await comeBack(yuna, back)).status).toBe(422)
})

for (const [what, change] of [
  ['state', (back: URL) => back.searchParams.set('state', 'another')],
  ['issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
  ['code', (back: URL) => back.searchParams.set('code', 'another')],
  ['missing code', (back: URL) => back.searchParams.delete('code')],
] as const)
  test(`a changed answer is refused: ${what}`, async () => {
    const { yuna, city } = await withProvider()
    const back = await goThere(yuna, 'yuna-1')
    change(back)
    expect((await comeBack(yuna, back)).status).toBe(422)
    expect((await yuna.get('/en/me')).status).toBe(303)
    expect(city.bugs).toEqual([])
  })

test('an answer to somebody else’s journey, put upon Yuna, signs her in to nothing', async () => {
  const { yuna, city } = await withProvider()
  const attacker = city.browser(visits.phone)
  const theirs = await goThere(attacker, 'attacker')
  await yuna.get('/en/sign-in/with/national')
  expect((await comeBack(yuna, theirs)).status).toBe(422)
})

test('Yuna connects the account of the state to the one she has; nobody else can connect it again', async () => {
  const { yuna, city } = await withProvider(2)
  await join(city, yuna, 'yuna@example.org')
  expect(await (await yuna.post('/en/me/connections', { provider: 'national' })).text()).toContain(
    '/en/sign-in/with/national',
  )
  const back = await goThere(yuna, 'yuna-1', '/en/sign-in/with/national')
  expect(going(await comeBack(yuna, back))).toBe('/en/me/security')
  expect(await yuna.page('/en/me/residency')).toContain('An account elsewhere')

  const minho = city.browser(visits.phone)
  await join(city, minho, 'minho@example.org')
  await minho.post('/en/me/connections', { provider: 'national' })
  const again = await comeBack(minho, await goThere(minho, 'yuna-1', '/en/sign-in/with/national'))
  expect(await again.text()).toContain('connected already')
})

test('what Yuna began to connect and left is not finished by whoever sits there next', async () => {
  const { yuna, city } = await withProvider(2)
  await join(city, yuna, 'yuna@example.org')
  await yuna.post('/en/me/connections', { provider: 'national' })
  await yuna.post('/en/sign-out')
  expect(going(await comeBack(yuna, await goThere(yuna, 'minho-1')))).toBe('/en/sign-in/welcome')
  expect(await city.city.reads.$count(identities)).toBe(0)
})

test('a provider that knows nothing of residence opens an account and no more', async () => {
  const { yuna } = await withProvider(0)
  await comeBack(yuna, await goThere(yuna, 'yuna-1'))
  await yuna.post('/en/sign-in/welcome', adult)
  expect(await yuna.page('/en/me')).toContain('Not known yet.')
})

test('a provider that is away, and one nobody named, are said to be so', async () => {
  const gone = { ...(await startProvider()), issuer: 'http://127.0.0.1:9' }
  const city = await testCity({ providers: [gone] })
  const answer = await city.browser().get('/en/sign-in/with/national')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('cannot be reached')
  expect((await city.browser().get('/en/sign-in/with/nobody')).status).toBe(404)
  expect(city.bugs).toEqual([])
})
