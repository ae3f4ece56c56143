import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { act, follow, historyOf, recordHolding } from '#record/index.ts'
import { type Browser, testCity } from '#testing/city.ts'
import { personByEmail } from './reads.ts'
import { arrivals, consents, invitations, people, residencies, roles, sessions } from './tables.ts'
import { arrive, come, demoCity, join, readLetter, visits } from './walking.fixture.ts'

const dataOf = async (browser: Browser) => (await browser.get('/en/me/data.json')).json()

async function withYuna() {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  const id = (await personByEmail(city.city.reads, 'yuna@example.org'))!
  return { city, yuna, id, reads: city.city.reads }
}

test('each agreement stands for itself, with its wording and day, and can be taken back', async () => {
  const { yuna, reads, id } = await withYuna()
  expect((await yuna.post('/en/me/consents', { purpose: 'invitations' })).status).toBe(303)
  expect((await yuna.post('/en/me/consents', { purpose: 'invitations' })).status).toBe(422)
  expect((await yuna.post('/en/me/consents/withdrawal', { purpose: 'notices' })).status).toBe(303)
  expect((await yuna.post('/en/me/consents/withdrawal', { purpose: 'notices' })).status).toBe(422)
  const rows = await reads.select().from(consents).where(eq(consents.person, id)).orderBy(consents.id)
  expect(rows.map(({ purpose, given, withdrawnAt }) => [purpose, given, withdrawnAt !== null])).toEqual([
    ['account', 'self', false],
    ['notices', 'self', true],
    ['invitations', 'self', false],
  ])
  expect(await yuna.page('/en/me')).toContain('<dd>none</dd>')
})

test('the agreement to the account is taken back by closing it', async () => {
  const { yuna } = await withYuna()
  const answer = await yuna.post('/en/me/consents/withdrawal', { purpose: 'account' })
  expect(await answer.text()).toContain('To take it back, close the account')
})

test('Yuna takes away everything that is held about her, room by room', async () => {
  const { yuna } = await withYuna()
  const answer = await yuna.get('/en/me/data.json')
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const data = await answer.json()
  expect(data.people).toMatchObject({
    account: { name: 'Yuna', email: 'yuna@example.org' },
    consents: [{ purpose: 'account' }, { purpose: 'notices' }],
    residency: [{ route: 'email', level: 1 }],
    sessions: [{ device: '' }],
  })
  // Other rooms have handed in their parts.
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['about', 'people', 'record']))
  expect(JSON.stringify(data)).not.toMatch(/digest|identifier|sealed|publicKey/)
  const page = await yuna.page('/en/me/data')
  for (const each of ['yuna@example.org', 'How we know that you live here', 'What you did'])
    expect(page).toContain(each)
})

test('a long list is read page after page, and nothing of it is lost', async () => {
  const { yuna, city: town, id } = await withYuna()
  const things = Array.from({ length: 57 }, (_, i) => `charter/${i + 1}` as const)
  await act(town.city, { as: 'resident', person: id }, async (tx, at) => {
    for (const each of things) await follow(tx, id, each, at, 'weekly')
    return { entries: [{ what: 'people.joined', about: `people/${id}` }] }
  })
  const thingsOn = (page: string) =>
    [...page.matchAll(/href="\/en\/(charter\/\d+)"/g)].map(([, each]) => each!)
  const whole = await yuna.page('/en/me/data')
  expect(thingsOn(whole)).toHaveLength(10)
  const seen: string[] = []
  const onwards = (page: string) => /href="([^"]*list=record\.follows[^"]*)"/.exec(page)?.[1]
  for (let next = onwards(whole); next; ) {
    const page = await yuna.page(next.replaceAll('&amp;', '&'))
    seen.push(...thingsOn(page))
    next = /href="([^"]+)" rel="next"/.exec(page)?.[1]
  }
  expect(seen.toSorted()).toEqual(things.toSorted())
  for (const none of ['record.nothing', 'record', '__proto__.x', 'people.account.name'])
    expect((await yuna.get(`/en/me/data?list=${none}`)).status).toBe(404)
})

test('no code of the machine stands where somebody reads what is held about them', async () => {
  const { yuna, city: town, id } = await withYuna()
  await act(town.city, { as: 'resident', person: id }, async (tx, at) => {
    await follow(tx, id, 'charter/11', at, 'weekly')
    return { entries: [{ what: 'people.joined', about: `people/${id}` }] }
  })
  const spoken = (page: string) =>
    page
      .slice(page.indexOf('<main'), page.indexOf('</main'))
      .replaceAll(/<[^>]*>/g, '\n')
      .split('\n')
      .map((each) => each.trim())
  const english = spoken(await yuna.page('/en/me/data'))
  for (const said of [
    'I want letters about what I follow.',
    'A mailbox',
    'By e-mail, on Mondays',
    'A resident',
  ])
    expect(english).toContain(said)
  const korean = spoken(await yuna.page('/ko/me/data'))
  const isCode = (text: string) => /^(?:[a-z]+[A-Z][A-Za-z]*|[a-z]+(?:-[a-z]+)*)$/.test(text)
  expect(korean.filter(isCode)).toEqual([])
})

test('an address is changed by a code sent to the new one, and counts for one inhabitant', async () => {
  const { city, yuna, id, reads } = await withYuna()
  await join(city, city.browser(visits.phone), 'minho@example.org')
  await yuna.post('/en/me/email', { email: 'minho@example.org' })
  const taken = await yuna.post('/en/me/email/code', { code: readLetter(city.mails.at(-1)).code })
  expect(await taken.text()).toContain('belongs to another account')

  await yuna.post('/en/me/email', { email: 'new@example.org' })
  expect((await dataOf(yuna)).people.account.email).toBe('yuna@example.org')
  expect((await yuna.post('/en/me/email/code', { code: readLetter(city.mails.at(-1)).code })).status).toBe(
    303,
  )
  expect((await dataOf(yuna)).people.account.email).toBe('new@example.org')
  const ways = await reads.select().from(residencies).where(eq(residencies.person, id))
  expect(ways.map((each) => each.withdrawnAt !== null).sort()).toEqual([false, true])
})

test('a code for a new address does not sign anybody in', async () => {
  const { city, yuna } = await withYuna()
  await yuna.post('/en/me/email', { email: 'new@example.org' })
  const { code } = readLetter(city.mails.at(-1))
  await yuna.post('/en/sign-out')
  expect((await yuna.post('/en/sign-in/code', { code })).status).toBe(422)
})

test('closing the account takes everything that says who she was, in every room, and signs her out everywhere', async () => {
  const { city, yuna, id, reads } = await withYuna()
  const phone = city.browser(visits.phone)
  await arrive(city, phone, 'yuna@example.org')
  expect((await yuna.post('/en/me/closing', { sure: 'perhaps' })).status).toBe(422)
  expect((await yuna.post('/en/me/closing', { sure: 'close' })).headers.get('location')).toBe('/en')

  const [left] = await reads.select().from(people).where(eq(people.id, id))
  expect(left).toMatchObject({ name: '', email: null, childUntil: null, closedAt: city.at() })
  for (const table of [sessions, consents, residencies])
    expect(await reads.select().from(table).where(eq(table.person, id))).toEqual([])
  expect((await phone.get('/en/me')).status).toBe(303)

  expect(Object.values(await recordHolding.held(reads, id)).flat()).toEqual([])
  // The same address begins anew, with nothing of what was.
  await join(city, yuna, 'yuna@example.org', { name: 'Somebody' })
  expect(await yuna.page('/en/me')).toContain('Somebody')
  expect(await personByEmail(reads, 'yuna@example.org')).not.toBe(id)
})

test('of whoever was offered a task and has left, no address is kept either', async () => {
  const city = await demoCity()
  const eunji = await come(city, 'eunji')
  const harim = city.browser(visits.counter)
  await join(city, harim, 'harim@example.org')
  const { person } = (await dataOf(harim)).people.consents[0]
  await eunji.post('/en/desk/people/invitations', {
    email: 'harim@example.org',
    role: 'officer',
    body: 'city',
  })
  await harim.post(readLetter(city.mails.at(-1)).path)
  const { reads } = city.city
  const [role] = await reads.select().from(roles).where(eq(roles.person, person))
  await eunji.post('/en/desk/people/roles/end', { id: String(role?.id), reason: 'moved' })
  expect((await harim.post('/en/me/closing', { sure: 'close' })).status).toBe(303)
  for (const table of [invitations, arrivals])
    expect(JSON.stringify(await reads.select().from(table))).not.toContain('harim@example.org')
})

test('who still holds a task cannot vanish from it', async () => {
  const city = await demoCity()
  const eunji = await come(city, 'eunji')
  expect(await (await eunji.post('/en/me/closing', { sure: 'close' })).text()).toContain('still hold a task')
})

test('nothing about a person stands in the public record', async () => {
  const { reads, id } = await withYuna()
  expect(await historyOf(reads, `people/${id}`)).toEqual([])
})
