import { expect, test } from 'vitest'
import { type Browser, testCity } from '#testing/city.ts'
import { authenticator } from './authenticator.fixture.ts'
import { arrive, join, visits } from './walking.fixture.ts'

/** Posts as the script on the page does, with the token that the page gave it. */
async function send(browser: Browser, path: string, body: object) {
  const csrf = (await browser.page('/en/sign-in')).match(/name="_csrf" value="([^"]+)"/)![1]!
  const answer = await browser.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': csrf },
    body: JSON.stringify(body),
  })
  return { status: answer.status, said: await answer.json() }
}

const challengeTo = async (browser: Browser, path: string) =>
  (await send(browser, `${path}/challenge`, {})).said

async function withPasskey() {
  const city = await testCity()
  const phone = authenticator('https://city.example')
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  const made = phone.make(await challengeTo(yuna, '/en/me/passkeys'))
  expect(await send(yuna, '/en/me/passkeys', made)).toEqual({
    status: 200,
    said: { goTo: '/en/me/security' },
  })
  return { city, phone, yuna, elsewhere: city.browser(visits.library) }
}

test('Yuna signs in with the passkey she made, and it is both factors at once', async () => {
  const { phone, elsewhere } = await withPasskey()
  const used = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
  const answer = await send(elsewhere, '/en/sign-in/passkey', { ...used, to: '/en/me/profile' })
  expect(answer).toEqual({ status: 200, said: { goTo: '/en/me/profile' } })
  const page = await elsewhere.page('/en/me/security')
  expect(page).toContain('data-passkey="add"')
  // To change keys a second factor must have been shown, and it was.
  expect((await elsewhere.post('/en/me/recovery-codes')).status).toBe(200)
})

for (const [what, how] of [
  ['made on another site', { from: 'https://evil.example' }],
  ['used without finger, face or number', { verified: false }],
  ['whose counter stands still, as of a copy', { replayed: true }],
] as const)
  test(`a passkey ${what} is refused`, async () => {
    const { phone, elsewhere } = await withPasskey()
    const first = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
    expect((await send(elsewhere, '/en/sign-in/passkey', first)).status).toBe(200)
    const used = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'), how)
    const { status, said } = await send(elsewhere, '/en/sign-in/passkey', used)
    expect(status).toBe(422)
    expect(said.title).toBe('This passkey could not be checked.')
  })

test('an answer is good for its own challenge, once, in the browser that asked', async () => {
  const { city, phone, elsewhere } = await withPasskey()
  const used = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
  expect((await send(city.browser(visits.phone), '/en/sign-in/passkey', used)).status).toBe(422)
  expect((await send(elsewhere, '/en/sign-in/passkey', used)).status).toBe(200)
  expect((await send(elsewhere, '/en/sign-in/passkey', used)).said.title).toContain('too long')
})

test('a challenge is forgotten after fifteen minutes', async () => {
  const { city, phone, elsewhere } = await withPasskey()
  const used = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
  city.turnTo(city.at().add({ minutes: 15 }).toString())
  expect((await send(elsewhere, '/en/sign-in/passkey', used)).status).toBe(422)
})

test('a passkey that nobody knows, and one that was removed, are refused', async () => {
  const { phone, elsewhere, yuna } = await withPasskey()
  const stranger = authenticator('https://city.example')
  const unknown = stranger.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
  expect((await send(elsewhere, '/en/sign-in/passkey', unknown)).said.title).toContain('not known')

  const id = (await yuna.page('/en/me/security')).match(/name="id" value="([\w-]{40,})"/)![1]!
  // Signed in by letter alone, she must show the passkey before she may take it away.
  expect((await yuna.post('/en/me/passkeys/removal', { id })).status).toBe(422)
  const used = phone.use(await challengeTo(yuna, '/en/sign-in/passkey'))
  expect((await send(yuna, '/en/sign-in/passkey', used)).status).toBe(200)
  expect((await yuna.post('/en/me/passkeys/removal', { id })).status).toBe(303)
  const after = phone.use(await challengeTo(elsewhere, '/en/sign-in/passkey'))
  expect((await send(elsewhere, '/en/sign-in/passkey', after)).status).toBe(422)
})

test('who reads her mail cannot add a passkey of their own', async () => {
  const { city } = await withPasskey()
  const thief = city.browser(visits.phone)
  await join(city, thief, 'thief@example.org')
  await arrive(city, thief, 'yuna@example.org')
  expect((await send(thief, '/en/me/passkeys/challenge', {})).said.title).toContain('second factor first')
})

for (const body of [
  {},
  { id: 'x' },
  { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {}, response: {} },
])
  test(`what no browser sends is refused: ${JSON.stringify(body)}`, async () => {
    const city = await testCity()
    const { status } = await send(city.browser(), '/en/sign-in/passkey', body)
    expect(status).toBe(422)
    expect(city.bugs).toEqual([])
  })
