import { eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hit } from '#kit/throttle.ts'
import { forgettable } from '#record/index.ts'
import { livingCity, type TestCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { settleDemo } from './demo.tsx'
import { assistances, people, residencies } from './tables.ts'
import { adult, codeOn, come, join, readLetter, visits } from './walking.fixture.ts'

/** A city whose database really commits, and on PostgreSQL lets many in at once. */
async function busyCity(): Promise<TestCity> {
  const city = await livingCity(await freshDatabase(), { demo: true })
  await settleDemo(city.city, city.files)
  return city
}

const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map((each) => each.status).sort()

const at = (count: number) => Array.from({ length: count }, (_, each) => each)

test('a link pressed five times at once proves the address once', async () => {
  const city = await busyCity()
  const yuna = city.browser()
  await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  const { path } = readLetter(city.mails[0])
  expect(await statuses(at(5).map(() => yuna.post(path)))).toEqual([303, 422, 422, 422, 422])
})

test('the form for newcomers sent twice makes one account', async () => {
  const city = await busyCity()
  const yuna = city.browser()
  await yuna.post('/en/sign-in', { email: 'yuna@example.org' })
  await yuna.post('/en/sign-in/code', { code: readLetter(city.mails[0]).code })
  await Promise.all(at(4).map(() => yuna.post('/en/sign-in/welcome', adult)))
  expect((await yuna.get('/en/me')).status).toBe(200)
  expect(
    await city.city.reads.select().from(people).where(eq(people.email, 'yuna@example.org')),
  ).toHaveLength(1)
  expect(city.bugs).toEqual([])
})

test('one letter’s code, typed in by four at once, makes one of them an inhabitant', async () => {
  const city = await busyCity()
  const taeyang = await come(city, 'taeyang', visits.counter)
  const code = codeOn(
    await (await taeyang.post('/en/desk/people/letters', { receivers: 'Yuna Park' })).text(),
  )
  const browsers = at(4).map((each) => city.browser(`${'E'.repeat(20)}${each}A`))
  for (const [each, browser] of browsers.entries()) await join(city, browser, `one${each}@example.org`)
  expect(await statuses(browsers.map((each) => each.post('/en/me/residency/letter', { code })))).toEqual([
    303, 422, 422, 422,
  ])
  expect(city.bugs).toEqual([])
})

test('an attestor with one place left in the month fills it once, however fast', async () => {
  const city = await busyCity()
  const nari = await come(city, 'nari', visits.counter)
  const codes: string[] = []
  for (const each of at(23)) {
    if (each % 8 === 7) city.turnTo(city.at().add({ minutes: 1 }).toString())
    const browser = city.browser(`${'F'.repeat(19)}${String(each).padStart(2, '0')}A`)
    await join(city, browser, `one${each}@example.org`)
    codes.push(codeOn(await (await browser.post('/en/me/residency/hand')).text()))
  }
  const vouch = (code: string) => nari.post('/en/desk/people/attest', { code, sure: 'yes' })
  for (const each of codes.slice(0, 19)) expect((await vouch(each)).status).toBe(303)
  // A wrong limit would let all four through: they run in transactions of their own.
  expect((await statuses(codes.slice(19).map(vouch))).filter((each) => each === 303)).toHaveLength(1)
  const vouched = await city.city.reads.select().from(residencies).where(isNotNull(residencies.by))
  expect(vouched).toHaveLength(20)
  expect(city.bugs).toEqual([])
})

test('two clerks who begin at once with the same person do not both act for them', async () => {
  const city = await busyCity()
  const taeyang = await come(city, 'taeyang', visits.counter)
  const second = await come(city, 'taeyang', visits.library)
  const minho = city.browser(visits.phone)
  await join(city, minho, 'minho@example.org')
  const code = codeOn(await (await minho.post('/en/me/residency/hand')).text())
  expect(
    await statuses([taeyang, second].map((each) => each.post('/en/desk/people/help', { code }))),
  ).toEqual([303, 422])
  expect(await city.city.reads.select().from(assistances).where(isNull(assistances.endedAt))).toHaveLength(1)
})

test('a limit holds for those who try all at once, from the first moment on', async () => {
  const { city } = await busyCity()
  const limit = { most: 3, minutes: 10 }
  // Lines to the database are open before anybody tries.
  await Promise.all(at(10).map(() => forgettable(city, (tx) => tx.execute(sql`select pg_sleep(0.05)`))))
  const tries = at(10).map(() => forgettable(city, (tx) => hit(tx, 'a key', limit, city.clock.now())))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(limit.most)
})
