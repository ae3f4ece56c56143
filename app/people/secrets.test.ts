import { type SQL, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { type TestCity, testCity } from '#testing/city.ts'
import { digitsAt, stepAt } from './totp.ts'
import { codeOn, come, demoCity, join, readLetter, visits } from './walking.fixture.ts'

const rowsOf = (city: TestCity, table: string): Promise<unknown[]> =>
  city.city.reads.select({ row: sql`to_jsonb(t)` as SQL }).from(sql`${sql.identifier(table)} t`)

/** Every row of every table of this room, and of the record, as text. */
async function everything(city: TestCity): Promise<string> {
  const tables = await city.city.reads
    .select({ name: sql<string>`table_name` })
    .from(sql`information_schema.tables`)
    .where(
      sql`table_schema = 'public' and (table_name like 'people%' or table_name like 'record%' or table_name = 'throttles')`,
    )
  expect(tables.length).toBeGreaterThan(15)
  const all = await Promise.all(tables.map(({ name }) => rowsOf(city, name)))
  return JSON.stringify(all)
}

/** Every secret that somebody was given on the way, however it came. */
async function secretsGiven(city: TestCity): Promise<string[]> {
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  const letter = readLetter(city.mails.at(-1))
  const hand = codeOn(await (await yuna.post('/en/me/residency/hand')).text())
  const app = (await yuna.page('/en/me/second-factor')).match(/<code class="code">([A-Z2-7 ]+)</)![1]!
  const digits = digitsAt(app.replaceAll(' ', ''), stepAt(city.at()))
  const recovery = codeOn(await (await yuna.post('/en/me/second-factor', { code: digits })).text())
  const taeyang = await come(city, 'taeyang', visits.counter)
  const newcomer = { name: 'Sora', lang: 'en', account: 'yes', childUntil: '' }
  const slip = codeOn(
    await (await taeyang.post('/en/desk/people/help/newcomer', newcomer))
      .text()
      .then((page) => page.split('Code:')[1]!),
  )
  await taeyang.post('/en/desk/people/help/seen', { shown: 'M12345678' })
  await taeyang.post('/en/desk/people/help/end')
  const posted = codeOn(
    await (await taeyang.post('/en/desk/people/letters', { receivers: 'Yuna Park, 1 Geumnam-ro' })).text(),
  )
  const sessions = [yuna, taeyang].map((each) => each.cookies.get('__Host-session')!)
  const codes = [letter.code, hand, recovery, slip, posted]
  return [
    ...sessions,
    letter.path.split('/').at(-1)!,
    app,
    digits,
    ...codes,
    ...codes.map((each) => each.replaceAll('-', '')),
    'M12345678',
    'Geumnam',
  ]
}

test('no token, code, secret, paper’s number or address of a letter stands in the database', async () => {
  const city = await demoCity()
  const secrets = await secretsGiven(city)
  expect(secrets.every((each) => each.length >= 6)).toBe(true)
  const stored = await everything(city)
  for (const each of secrets) expect(stored).not.toContain(each)
})

test('nothing of it reaches what the house logs', async () => {
  const kinds = ['log', 'info', 'warn', 'error', 'debug'] as const
  const logs = kinds.map((kind) => vi.spyOn(console, kind).mockImplementation(() => {}))
  const city = await demoCity()
  await secretsGiven(city)
  expect(city.bugs).toEqual([])
  for (const each of logs) {
    expect(each.mock.calls).toEqual([])
    each.mockRestore()
  }
})

test('the record says nothing that names a person', async () => {
  const city = await demoCity()
  await secretsGiven(city)
  const entries = JSON.stringify(await rowsOf(city, 'record_entries'))
  for (const each of ['yuna@example.org', 'Yuna', 'Sora', 'M12345678']) expect(entries).not.toContain(each)
})

test('no network address is kept, only a name for it that is another one tomorrow', async () => {
  const city = await testCity()
  const from = (address: string) =>
    city.browser().request('/en/sign-in/passkey/challenge', { headers: { 'x-forwarded-for': address } })
  await from('203.0.113.7')
  await join(city, city.browser(), 'yuna@example.org')
  expect(await everything(city)).not.toContain('203.0.113')
})
