import { expect, test } from 'vitest'
import { browserOf, keys, testCity } from '#testing/city.ts'
import { demoPeople } from './demo.cast.ts'
import { settleDemo } from './demo.tsx'
import { identify } from './identify.ts'
import { personsHolding } from './reads.ts'
import { come, demoCity } from './walking.fixture.ts'

test('in a demonstration everybody of the cast has a button, in both languages', async () => {
  const city = await demoCity()
  const page = await city.browser().page('/ko/demo')
  for (const { key, name } of demoPeople) {
    expect(page).toContain(`name="who" value="${key}"`)
    expect(page).toContain(name.ko)
  }
})

for (const { key, tasks } of demoPeople) {
  const roles = [...new Set(tasks.map(([role]) => role))]
  const standing = roles.length > 0 ? `, as ${roles.join(' and ')} with the second factor shown` : ''
  test(`${key} is in with one press${standing}`, async () => {
    const city = await demoCity()
    const browser = await come(city, key)
    expect((await browser.get('/en/me')).status).toBe(200)
    const desks = {
      clerk: '/en/desk/people/help',
      accounts: '/en/desk/people',
      auditor: '/en/desk/people/oversight',
      attestor: '/en/desk/people/attest',
    }
    for (const [each, path] of Object.entries(desks))
      expect((await browser.get(path)).status).toBe(roles.some((role) => role === each) ? 200 : 403)
  })
}

test('Harim works in transport, Daeun for a committee on rights: the files say where', async () => {
  const city = await demoCity()
  const today = Temporal.PlainDate.from('2026-11-21')
  expect(await personsHolding(city.city.reads, 'officer', 'transport-department', today)).toHaveLength(1)
  const harim = await come(city, 'harim')
  expect(await harim.page('/en/me')).toContain('Officer')
})

test('every body that people’s concerns lead to, and whoever takes in, reviews or hears again, has somebody who acts', async () => {
  const { city, files } = await demoCity()
  const today = Temporal.PlainDate.from('2026-11-21')
  const { petitions, objection, appeal, moderator } = files.procedures!
  const bodies = [
    ...files.subjects!.topics.map(({ body }) => body),
    ...petitions.map(({ intake }) => intake),
    ...objection.bodies,
    ...appeal.bodies,
    moderator,
  ]
  for (const body of bodies)
    expect(await personsHolding(city.reads, 'officer', body, today), body).not.toEqual([])
  for (const { committee } of petitions.filter((each) => each.committee))
    expect(await personsHolding(city.reads, 'secretary', committee, today)).toHaveLength(1)
})

test('everybody reads the names of the cast in their own language', async () => {
  const jiwoo = await come(await demoCity(), 'jiwoo')
  expect(await jiwoo.page('/en/me')).toContain('Jiwoo')
  expect(await jiwoo.page('/en/me')).not.toContain('지우')
  expect(await jiwoo.page('/ko/me')).toContain('지우')
})

test('the cast is made once, however often the city starts', async () => {
  const city = await demoCity()
  await settleDemo(city.city, city.files)
  const today = Temporal.PlainDate.from('2026-11-21')
  expect(await personsHolding(city.city.reads, 'accounts', undefined, today)).toHaveLength(1)
})

test('outside a demonstration there is no page, no button and no cast', async () => {
  const city = await testCity()
  const browser = city.browser()
  expect((await browser.get('/en/demo')).status).toBe(404)
  expect((await browser.post('/en/demo', { who: 'eunji' })).status).toBe(404)
  expect(await browser.page('/en/sign-in')).not.toContain('/en/demo')
  await expect(settleDemo(city.city, city.files)).rejects.toThrow('Only a demonstration')
})

test('even if the cast were in the database, nobody enters as them once the demonstration is over', async () => {
  const city = await demoCity()
  const real = { ...city.house, city: { ...city.city, demo: false } }
  const answer = await browserOf(real).post('/en/demo', { who: 'eunji' })
  expect(answer.status).toBe(404)
  expect(answer.headers.getSetCookie().join()).not.toContain('session=')
})

test('who came in during a demonstration is out once it is over', async () => {
  const city = await demoCity()
  const { cookies } = await come(city, 'eunji')
  const real = { ...city.city, demo: false }
  const browser = browserOf({ ...city.house, city: real, identify: identify(real, keys.sessions) })
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  expect((await browser.get('/en/desk/people')).headers.get('location')).toContain('/en/sign-in?')
})

test('somebody who is not of the cast is not found', async () => {
  const city = await demoCity()
  expect((await city.browser().post('/en/demo', { who: 'nobody' })).status).toBe(404)
})
