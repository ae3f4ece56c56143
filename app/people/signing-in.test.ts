import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { adult, arrive, join, readLetter, visits } from './walking.fixture.ts'

const going = (answer: Response) => answer.headers.get('location')

test('Yuna comes by the link in her letter, makes an account, and ends where she wanted to go', async () => {
  const city = await testCity()
  const yuna = city.browser()
  expect(going(await yuna.get('/en/me/profile'))).toBe('/en/sign-in?to=%2Fen%2Fme%2Fprofile')
  expect(await yuna.page('/en/sign-in?to=/en/me/profile')).toContain('name="to" value="/en/me/profile"')

  expect(going(await yuna.post('/en/sign-in', { email: ' Yuna@Example.org', to: '/en/me/profile' }))).toBe(
    '/en/sign-in/code',
  )
  expect(city.mails).toMatchObject([{ to: 'yuna@example.org', lang: 'en' }])
  const { path } = readLetter(city.mails[0])

  expect(await yuna.page(path)).toContain('You are almost there')
  expect(going(await yuna.post(path))).toBe('/en/sign-in/welcome')
  expect(await yuna.page('/en/sign-in/welcome')).toContain('Name to be shown')
  expect(going(await yuna.post('/en/sign-in/welcome', adult))).toBe('/en/me/profile')
  expect(await yuna.page('/en/me')).toContain('yuna@example.org')
})

test('a link works once, and looking at it does not use it up', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  const { path } = readLetter(city.mails[0])
  for (let looks = 0; looks < 3; looks++) expect(await yuna.page(path)).toContain('You are almost there')
  expect((await yuna.post(path)).status).toBe(303)
  expect((await yuna.post(path)).status).toBe(422)
  expect(await yuna.page(path)).toContain('no longer good')
})

test('a link in wrong hands opens nothing: elsewhere it says to type the code where one began', async () => {
  const city = await testCity()
  await city.browser(visits.library).post('/en/sign-in', { email: 'yuna@example.org' })
  const { path, code } = readLetter(city.mails[0])
  const thief = city.browser(visits.phone)
  expect(await thief.page(path)).toContain('Please go back to where you began')
  expect((await thief.post(path)).status).toBe(422)
  expect((await thief.post('/en/sign-in/code', { code })).status).toBe(422)
})

test('a letter read on a telephone lets one in at the library, by its code', async () => {
  const city = await testCity()
  const library = city.browser(visits.library)
  await library.post('/ko/sign-in', { email: 'yuna@example.org' })
  const { code } = readLetter(city.mails[0])
  const answer = await library.post('/ko/sign-in/code', { code: code.toLowerCase().replace('-', ' ') })
  expect(going(answer)).toBe('/ko/sign-in/welcome')
})

test('after fifteen minutes neither link nor code is good', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  const { path, code } = readLetter(city.mails[0])
  city.turnTo(city.at().add({ minutes: 15 }).toString())
  expect((await yuna.post(path)).status).toBe(422)
  expect((await yuna.post('/en/sign-in/code', { code })).status).toBe(422)
})

test('five wrong codes and the right one is worth nothing', async () => {
  const city = await testCity()
  const guesser = city.browser()
  await guesser.post('/en/sign-in', { email: 'yuna@example.org' })
  const { code, path } = readLetter(city.mails[0])
  // Well-formed codes, of letters to others.
  const wrong: string[] = []
  for (const each of [1, 2, 3, 4, 5]) {
    await city.browser(visits.library).post('/en/sign-in', { email: `other${each}@example.org` })
    wrong.push(readLetter(city.mails.at(-1)).code)
  }
  for (const each of wrong)
    expect(await (await guesser.post('/en/sign-in/code', { code: each })).text()).toContain(
      'not the code from the letter',
    )
  expect(await (await guesser.post('/en/sign-in/code', { code })).text()).toContain('no longer good')
  expect((await guesser.post(path)).status).toBe(422)
})

test('a mistyped code is noticed before it counts as a try', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  const { code } = readLetter(city.mails[0])
  const mistyped = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
  for (let tries = 0; tries < 7; tries++)
    expect(await (await yuna.post('/en/sign-in/code', { code: mistyped })).text()).toContain(
      'missing or wrong',
    )
  expect((await yuna.post('/en/sign-in/code', { code })).status).toBe(303)
})

test('nobody learns from signing in who has an account', async () => {
  const city = await testCity()
  await join(city, city.browser(visits.library), 'yuna@example.org')
  const asks = async (email: string) => {
    const answer = await city.browser().post('/en/sign-in', { email })
    return {
      status: answer.status,
      to: going(answer),
      letter: city.mails.at(-1)?.text.replace(/[\w-]{43}|\S{4}-\S{4}(?=\n)/g, '*'),
    }
  }
  expect(await asks('yuna@example.org')).toEqual(await asks('nobody@example.org'))
})

test('a mailbox gets five letters an hour, and then it is said how long to wait', async () => {
  const city = await testCity()
  const yuna = city.browser()
  for (let letters = 0; letters < 5; letters++)
    expect((await yuna.post('/en/sign-in', { email: 'yuna@example.org' })).status).toBe(303)
  const refused = await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/try again in \d+ minutes/)
  expect(city.mails).toHaveLength(5)
  expect((await yuna.post('/en/sign-in', { email: 'minho@example.org' })).status).toBe(303)
  city.turnTo(city.at().add({ hours: 2 }).toString())
  expect((await yuna.post('/en/sign-in', { email: 'yuna@example.org' })).status).toBe(303)
})

test('signing in changes the token, and signing out makes it worthless', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  const first = yuna.cookies.get('__Host-session')!
  await arrive(city, yuna, 'yuna@example.org')
  const second = yuna.cookies.get('__Host-session')!
  expect(second).not.toBe(first)

  yuna.cookies.set('__Host-session', first)
  expect((await yuna.get('/en/me')).status).toBe(303)
  yuna.cookies.set('__Host-session', second)
  expect((await yuna.get('/en/me')).status).toBe(200)
  expect((await yuna.post('/en/sign-out')).status).toBe(303)
  expect(yuna.cookies.has('__Host-session')).toBe(false)
  yuna.cookies.set('__Host-session', second)
  expect((await yuna.get('/en/me')).status).toBe(303)
})

test('the cookie is for this site, over https, and no script reads it', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'minho@example.org')
  const answer = await arrive(city, yuna, 'minho@example.org')
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-session'))
  expect(cookie).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
  expect(cookie).not.toContain('Domain')
})

test('a month without a visit signs one out', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  city.daysPass(29)
  expect((await yuna.get('/en/me')).status).toBe(200)
  city.daysPass(29)
  expect((await yuna.get('/en/me')).status).toBe(200)
  city.daysPass(30)
  expect((await yuna.get('/en/me')).status).toBe(303)
})

test('a telephone left in a taxi is signed out from home', async () => {
  const city = await testCity()
  const phone = city.browser(visits.phone)
  await join(city, phone, 'yuna@example.org')
  const home = city.browser(visits.library)
  await arrive(city, home, 'yuna@example.org')
  expect(await home.page('/en/me/security')).toContain('Sign out everywhere else')
  await home.post('/en/me/sessions/end')
  expect((await phone.get('/en/me')).status).toBe(303)
  expect((await home.get('/en/me')).status).toBe(200)
})

test('nobody is sent away from the city after signing in', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  for (const to of ['//evil.example/', 'https://evil.example/', '/\\evil.example'])
    expect(going(await arrive(city, yuna, 'yuna@example.org', to))).toBe('/en/me')
})

test('the form says what to mend and keeps what was typed', async () => {
  const city = await testCity()
  const yuna = city.browser()
  const wrong = await (await yuna.post('/en/sign-in', { email: 'yuna at home' })).text()
  expect(wrong).toContain('value="yuna at home"')
  expect(wrong).toContain('Please give an e-mail address')
  await arrive(city, yuna, 'yuna@example.org')
  const page = await (
    await yuna.post('/en/sign-in/welcome', { ...adult, name: '유나 900101-1234568', account: '' })
  ).text()
  expect(page).toContain('registration number')
  expect(page).toContain('Without this it cannot go on')
})
