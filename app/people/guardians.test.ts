import { expect, test } from 'vitest'
import { type Browser, type TestCity, testCity } from '#testing/city.ts'
import { arrive, come, demoCity, join, readLetter, visits } from './walking.fixture.ts'

const child = { name: 'Byeol', age: 'younger', childUntil: '2028-03-01', guardianEmail: 'parent@example.org' }
const letterTo = (city: TestCity, to: string) => city.mails.filter((each) => each.to === to).at(-1)
const isKnown = async (browser: Browser) => (await browser.page('/en/me')).includes('By a mailbox.')

async function withChild(fields: Partial<typeof child> = {}) {
  const city = await testCity()
  const byeol = city.browser()
  await join(city, byeol, 'byeol@example.org', { ...child, ...fields })
  return { city, byeol, parent: city.browser(visits.phone) }
}

test('a child takes part once a parent has agreed by the link in their letter', async () => {
  const { city, byeol, parent } = await withChild()
  expect(await isKnown(byeol)).toBe(false)
  expect(await byeol.page('/en/me')).toContain('has not agreed yet')
  const { path } = readLetter(letterTo(city, 'parent@example.org'))
  expect(await parent.page(path)).toContain('Byeol')
  expect((await parent.post(path, { sure: '' })).status).toBe(422)
  expect((await parent.post(path, { sure: 'yes' })).status).toBe(303)
  expect(await isKnown(byeol)).toBe(true)
  expect(await byeol.page('/en/me/guardian')).toContain('Nothing is missing')
  expect(await byeol.page('/en/me/consents')).toContain('your guardian')
})

test('a parent takes it back with the same link', async () => {
  const { city, byeol, parent } = await withChild()
  const { path } = readLetter(letterTo(city, 'parent@example.org'))
  await parent.post(path, { sure: 'yes' })
  expect((await parent.post(`${path}/withdrawal`)).status).toBe(303)
  expect(await isKnown(byeol)).toBe(false)
  expect((await parent.post(path, { sure: 'yes' })).status).toBe(422)
})

test('a parent with an account agrees as that account; a child cannot agree for a child', async () => {
  const { city, byeol, parent } = await withChild()
  const { path } = readLetter(letterTo(city, 'parent@example.org'))
  const friend = city.browser(visits.library)
  await join(city, friend, 'friend@example.org', { ...child, name: 'Haneul', guardianEmail: '' })
  expect(await (await friend.post(path, { sure: 'yes' })).text()).toContain('A child cannot agree')
  expect(await (await byeol.post(path, { sure: 'yes' })).text()).toContain('A child cannot agree')
  await join(city, parent, 'parent@example.org', { name: 'Parent' })
  expect((await parent.post(path, { sure: 'yes' })).status).toBe(303)
  expect(await isKnown(byeol)).toBe(true)
})

test('the link is good for two weeks, and the child can ask again', async () => {
  const { city, byeol, parent } = await withChild()
  const { path } = readLetter(letterTo(city, 'parent@example.org'))
  city.daysPass(14)
  expect((await parent.post(path, { sure: 'yes' })).status).toBe(422)
  expect((await byeol.post('/en/me/guardian', { guardianEmail: 'byeol@example.org' })).status).toBe(422)
  expect((await byeol.post('/en/me/guardian', { guardianEmail: 'parent@example.org' })).status).toBe(303)
  expect(
    (await parent.post(readLetter(letterTo(city, 'parent@example.org')).path, { sure: 'yes' })).status,
  ).toBe(303)
})

test('on the day a child turns fourteen nobody needs to agree any more, and the day is forgotten', async () => {
  const { city, byeol } = await withChild({ childUntil: '2026-11-30', guardianEmail: '' })
  city.turnTo('2026-11-29T12:00:00+09:00')
  expect(await isKnown(byeol)).toBe(false)
  city.turnTo('2026-11-30T12:00:00+09:00')
  expect(await isKnown(byeol)).toBe(true)
  city.turnTo('2026-12-01T12:00:00+09:00')
  await city.house.rooms.find((room) => room.key === 'people')!.jobs![0]!.run(city.city)
  expect((await (await byeol.get('/en/me/data.json')).json()).people.account.childUntil).toBeNull()
})

for (const [what, fields] of [
  ['no day', { childUntil: '' }],
  ['a day long ago', { childUntil: '2020-01-01' }],
  ['a day twenty years off', { childUntil: '2046-01-01' }],
  ['a day that is none', { childUntil: '2027-02-30' }],
  ['their own address as the parent’s', { guardianEmail: ' Byeol@example.org' }],
] as const)
  test(`a child who gives ${what} is asked again`, async () => {
    const city = await testCity()
    const byeol = city.browser()
    await arrive(city, byeol, 'byeol@example.org')
    const typed = { lang: 'en', account: 'yes', ...child, ...fields }
    expect((await byeol.post('/en/sign-in/welcome', typed)).status).toBe(422)
    expect(city.bugs).toEqual([])
  })

test('a parent without e-mail signs paper at a counter', async () => {
  const city = await demoCity()
  const taeyang = await come(city, 'taeyang', visits.counter)
  const slip = await (
    await taeyang.post('/en/desk/people/help/newcomer', {
      name: 'Byeol',
      lang: 'en',
      account: 'yes',
      childUntil: '2028-03-01',
    })
  ).text()
  const byeol = city.browser(visits.phone)
  await byeol.post('/en/sign-in/slip', { code: slip.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/)![0] })
  await taeyang.post('/en/desk/people/help/seen', { shown: '' })
  expect(await byeol.page('/en/me')).toContain('Not known yet.')
  expect((await taeyang.post('/en/desk/people/help/guardian', { sure: '' })).status).toBe(422)
  expect((await taeyang.post('/en/desk/people/help/guardian', { sure: 'yes' })).status).toBe(303)
  expect(await byeol.page('/en/me')).toContain('Seen in person.')
})
