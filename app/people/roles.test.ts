import { expect, test } from 'vitest'
import { type Browser, type TestCity, testCity } from '#testing/city.ts'
import { personByEmail, personsHolding } from './reads.ts'
import { appointFirst } from './roles.actions.ts'
import { digitsAt, stepAt } from './totp.ts'
import { arrive, come, demoCity, join, readLetter, visits } from './walking.fixture.ts'

const offer = {
  email: 'harim@example.org',
  role: 'officer',
  body: 'womens-rights-investigator',
  from: '',
  to: '',
}
const today = (city: TestCity) => city.at().toZonedDateTimeISO('Asia/Seoul').toPlainDate()
const officers = (city: TestCity) =>
  personsHolding(city.city.reads, 'officer', 'womens-rights-investigator', today(city))

async function invited(fields: Partial<typeof offer> = {}) {
  const city = await demoCity()
  const eunji = await come(city, 'eunji')
  expect((await eunji.post('/en/desk/people/invitations', { ...offer, ...fields })).status).toBe(303)
  const { path } = readLetter(city.mails.at(-1))
  return { city, eunji, path, harim: city.browser(visits.library) }
}

async function held(eunji: Browser, who: string) {
  const page = await eunji.page('/en/desk/people')
  const from = page.indexOf(who)
  return page.slice(from).match(/name="id" value="(\d+)"/)![1]!
}

test('Eunji offers a task, Harim takes it up and is led to a second factor, then to the desk', async () => {
  const { city, eunji, path, harim } = await invited()
  expect(city.mails.at(-1)?.to).toBe('harim@example.org')
  expect(await eunji.page('/en/desk/people')).toContain('Offered, not taken up yet')
  expect(await eunji.page('/en/desk')).toContain('A task you offered is not taken up yet')
  expect((await harim.get(path)).headers.get('location')).toContain('/en/sign-in?to=')
  await join(city, harim, 'harim@example.org', { name: 'Harim' })
  expect((await harim.post(path)).headers.get('location')).toBe('/en/me/second-factor')
  expect((await harim.get('/en/desk')).headers.get('location')).toContain('/en/sign-in/second-factor')

  const secret = (await harim.page('/en/me/second-factor'))
    .match(/<code class="code">([A-Z2-7 ]+)</)![1]!
    .replaceAll(' ', '')
  await harim.post('/en/me/second-factor', { code: digitsAt(secret, stepAt(city.at())) })
  expect((await harim.get('/en/desk')).status).toBe(200)
  expect(await harim.page('/en/me')).toContain('Officer')
  expect((await harim.post(path)).status).toBe(422)
})

test('an offer is for the mailbox it was sent to', async () => {
  const { city, path } = await invited()
  const minho = city.browser(visits.phone)
  await join(city, minho, 'minho@example.org')
  expect(await (await minho.post(path)).text()).toContain('sent to another address')
})

test('an offer runs out after a week, and can be withdrawn before', async () => {
  const { city, eunji, path, harim } = await invited()
  await join(city, harim, 'harim@example.org')
  const id = await held(eunji, 'Offered, not taken up yet')
  expect((await eunji.post('/en/desk/people/invitations/withdrawal', { id })).status).toBe(303)
  expect((await harim.post(path)).status).toBe(422)

  await eunji.post('/en/desk/people/invitations', offer)
  city.daysPass(7)
  expect((await harim.post(readLetter(city.mails.at(-1)).path)).status).toBe(422)
})

test('a task begins and ends with its term, without anybody doing anything', async () => {
  const { city, path, harim } = await invited({ from: '2026-11-25', to: '2026-11-30' })
  await join(city, harim, 'harim@example.org')
  await harim.post(path)
  const held: [string, number][] = []
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-30', '2026-12-01']) {
    city.turnTo(`${day}T12:00:00+09:00`)
    held.push([day, (await officers(city)).length])
  }
  expect(held).toEqual([
    ['2026-11-24', 0],
    ['2026-11-25', 1],
    ['2026-11-30', 1],
    ['2026-12-01', 0],
  ])
})

test('a task that is ended early is gone the same moment, and the page says by which state', async () => {
  const { city, eunji, path, harim } = await invited()
  await join(city, harim, 'harim@example.org', { name: 'Harim Kim' })
  await harim.post(path)
  expect(await officers(city)).toHaveLength(1)
  const id = await held(eunji, 'Harim Kim')
  expect((await eunji.post('/en/desk/people/roles/end', { id, reason: '' })).status).toBe(422)
  expect(
    (await eunji.post('/en/desk/people/roles/end', { id, reason: 'moved to another department' })).status,
  ).toBe(303)
  expect(await officers(city)).toEqual([])
  expect(await harim.page('/en/me')).toContain('ended early')
  expect((await eunji.post('/en/desk/people/roles/end', { id, reason: 'again' })).status).toBe(422)
})

test('a hand-over leaves no day with two and none with nobody', async () => {
  const { city, eunji, path, harim } = await invited()
  await join(city, harim, 'harim@example.org', { name: 'Harim Kim' })
  await harim.post(path)
  const after = await held(eunji, 'Harim Kim')
  await eunji.post('/en/desk/people/invitations', {
    ...offer,
    email: 'next@example.org',
    from: '2026-12-01',
    after,
  })
  const next = city.browser(visits.phone)
  await join(city, next, 'next@example.org')
  await next.post(readLetter(city.mails.filter((each) => each.subject.includes('task')).at(-1)).path)
  const [first, second] = await Promise.all(
    ['harim@example.org', 'next@example.org'].map((each) => personByEmail(city.city.reads, each)),
  )
  expect(await officers(city)).toEqual([first])
  city.turnTo('2026-11-30T12:00:00+09:00')
  expect(await officers(city)).toEqual([first])
  city.turnTo('2026-12-01T12:00:00+09:00')
  expect(await officers(city)).toEqual([second])
})

test('what is handed over is the same task: offering another ends none', async () => {
  const { eunji } = await invited()
  const after = await held(eunji, '은지')
  const answer = await eunji.post('/en/desk/people/invitations', {
    ...offer,
    email: 'next@example.org',
    after,
  })
  expect(answer.status).toBe(422)
})

test('nobody gives a task to themselves', async () => {
  const city = await testCity()
  await appointFirst(city.city, 'eunji@example.org')
  const eunji = city.browser()
  await arrive(city, eunji, 'eunji@example.org')
  const secret = (await eunji.page('/en/me/second-factor'))
    .match(/<code class="code">([A-Z2-7 ]+)</)![1]!
    .replaceAll(' ', '')
  await eunji.post('/en/me/second-factor', { code: digitsAt(secret, stepAt(city.at())) })
  const answer = await eunji.post('/en/desk/people/invitations', {
    ...offer,
    email: 'eunji@example.org',
    role: 'auditor',
  })
  expect(await answer.text()).toContain('Nobody does this for themselves')

  // Nor by offering it first and taking over the mailbox afterwards.
  await eunji.post('/en/desk/people/invitations', { ...offer, email: 'other@example.org' })
  const { path } = readLetter(city.mails.at(-1))
  await eunji.post('/en/me/email', { email: 'other@example.org' })
  await eunji.post('/en/me/email/code', { code: readLetter(city.mails.at(-1)).code })
  expect(await (await eunji.post(path)).text()).toContain('Nobody does this for themselves')
})

test('the first who manages accounts is named from the machine, the second only by the first', async () => {
  const city = await testCity()
  await appointFirst(city.city, 'Eunji@example.org')
  expect(await personsHolding(city.city.reads, 'accounts', undefined, today(city))).toHaveLength(1)
  await expect(appointFirst(city.city, 'minho@example.org')).rejects.toThrow('people.not-the-first')
})

test('the last who manages accounts cannot be taken away, so the city is never without', async () => {
  const { eunji } = await invited()
  const id = await held(eunji, 'Manages accounts · ')
  expect(await (await eunji.post('/en/desk/people/roles/end', { id, reason: 'gone' })).text()).toContain(
    'last who manages accounts',
  )
})

for (const [what, fields] of [
  ['a task nobody knows', { role: 'king' }],
  ['a body nobody knows', { body: 'ministry-of-truth' }],
  ['a term that ends before it begins', { from: '2026-12-01', to: '2026-11-30' }],
  ['no address', { email: '' }],
] as const)
  test(`an offer with ${what} is refused on the form`, async () => {
    const city = await demoCity()
    const eunji = await come(city, 'eunji')
    expect((await eunji.post('/en/desk/people/invitations', { ...offer, ...fields })).status).toBe(422)
    expect(city.mails).toEqual([])
  })

test('it is shown which bodies have no human rights officer', async () => {
  const { eunji } = await invited()
  expect(await eunji.page('/en/desk/people')).toMatch(/\d+ of them\./)
})

test('who looks after accounts reads nothing else', async () => {
  const { eunji } = await invited()
  for (const path of [
    '/en/desk/people/help',
    '/en/desk/people/oversight',
    '/en/desk/people/letters',
    '/en/desk/people/attest',
  ])
    expect((await eunji.get(path)).status).toBe(403)
})
