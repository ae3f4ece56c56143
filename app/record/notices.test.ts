import { expect, test } from 'vitest'
import type { Database } from '#kit/db.ts'
import { openMailer } from '#kit/mail.ts'
import type { Ref } from '#kit/ref.ts'
import { freshDatabase, openTestDatabase } from '#testing/database.ts'
import { act, forgettable } from './act.ts'
import { forOneTest, keys, person, place, recordedSite } from './city.fixture.ts'
import { erase } from './erasing.ts'
import { comesFrom, follow } from './following.ts'
import type { How } from './how.ts'
import { deliver, undelivered } from './letters.ts'
import { noticesOf, recordHolding, unreadOf } from './notice-reads.ts'
import { notify, writeDigests } from './noticing.ts'
import { mailServer } from './smtp.fixture.ts'

const yuna = 1
const minho = 2
const sora = 3

const addresses: Record<number, { email: string; lang: string }> = {
  [yuna]: { email: 'yuna@mail.example', lang: 'ko' },
  [minho]: { email: 'minho@mail.example', lang: 'en' },
}

async function town(own?: Database) {
  const database = own ?? (await forOneTest(await openTestDatabase()))
  const site = await recordedSite(database)
  const server = await mailServer()
  const { city } = site
  const post = {
    mailer: openMailer(server.url, { name: 'Example City', address: 'rights@city.example' }),
    tell: site.tell,
    addressOf: async (who: number) => addresses[who],
  }
  return {
    ...site,
    database,
    server,
    follows: (who: number, about: string, how?: How) =>
      forgettable(city, (tx) => follow(tx, who, about, city.clock.now(), how)),
    /** Seals what happened and tells of it, as the city does by itself every few seconds. */
    tellAll: async () => {
      await site.seal()
      return notify(city)
    },
    send: () => deliver(city, keys, post),
    sendTo: (url: string) =>
      deliver(city, keys, {
        ...post,
        mailer: openMailer(url, { name: 'Example City', address: 'rights@city.example' }),
      }),
    told: async (who: number) => (await noticesOf(city.reads, who, { after: undefined, limit: 50 })).rows,
  }
}

const confidential = (city: Awaited<ReturnType<typeof town>>['city'], about: Ref) =>
  act(city, { as: 'ombudsman', person: 9 }, async () => ({
    entries: [
      { what: 'bench.placed', about, facts: { place: 'a secret place' }, visibility: 'confidential' },
    ],
  }))

test('whoever follows a thing, its kind, or what it grew out of hears once of what happens; its doer does not', async () => {
  const { city, follows, tellAll, told } = await town()
  await follows(yuna, 'benches/a')
  await follows(yuna, 'benches', 'in-app')
  await follows(minho, 'benches', 'in-app')
  await follows(sora, 'petitions/4', 'in-app')
  await act(city, { as: 'transport' }, async (tx) => {
    await comesFrom(tx, 'commitments/2', 'petitions/4')
    await comesFrom(tx, 'benches/a', 'commitments/2')
    return { entries: [{ what: 'bench.placed', about: 'benches/a', facts: { place: 'the station' } }] }
  })
  await place(city, 'b', 'the market', { as: 'resident', person: minho })
  expect(await tellAll()).toBe(4)
  expect((await told(yuna)).map((each) => each.about)).toEqual(['benches/b', 'benches/a'])
  expect((await told(minho)).map((each) => each.about)).toEqual(['benches/a'])
  expect((await told(sora)).map((each) => each.about)).toEqual(['benches/a'])
  expect(await tellAll()).toBe(0)
})

test('nobody hears of what happened before they followed', async () => {
  const { city, follows, tellAll, pass } = await town()
  await place(city, 'a', 'the station')
  pass({ seconds: 1 })
  await follows(yuna, 'benches/a')
  expect(await tellAll()).toBe(0)
})

test('a letter comes in its reader’s language, with a link, and a way to stop it without signing in', async () => {
  const { city, follows, tellAll, send, server, as } = await town()
  await follows(yuna, 'benches/a')
  await follows(minho, 'benches/a')
  await place(city, 'a', 'the station <b>')
  await tellAll()
  expect(await send()).toBe(2)
  expect(await send()).toBe(0)
  const [toYuna, toMinho] = server.arrived.toSorted((a, b) => b.to[0]!.localeCompare(a.to[0]!))
  expect(toYuna).toMatchObject({
    to: ['yuna@mail.example'],
    headers: { subject: '[보기시] 의자를 놓았습니다: the station <b>' },
  })
  expect(toYuna!.text).toContain('https://city.example/ko/benches/a')
  expect(toYuna!.html).toContain('<html lang="ko">')
  expect(toMinho!.headers).toMatchObject({
    from: 'Example City <rights@city.example>',
    subject: '[Example City] A bench was placed at the station <b>.',
    'content-language': 'en',
    'auto-submitted': 'auto-generated',
  })
  expect(toMinho!.html).toContain('the station &lt;b&gt;')
  const stop = /<https:\/\/city\.example(\S+)>/.exec(toMinho!.headers['list-unsubscribe']!)![1]!
  const anybody = as({ kind: 'anonymous' })
  const token = new URLSearchParams(stop.split('?')[1]).get('token')!
  const shown = await anybody.get(stop)
  expect(shown.headers.get('location')).toBe(`/en/unsubscribe?token=${token}`)
  expect(await (await anybody.get(`/en/unsubscribe?token=${token}`)).text()).toContain('About Bench a')
  expect((await anybody.post('/en/unsubscribe', { token, which: 'this' })).status).toBe(200)
  await place(city, 'a', 'the library')
  await tellAll()
  expect(await send()).toBe(1)
  expect(server.arrived.at(-1)!.to).toEqual(['yuna@mail.example'])
})

test('a mail program stops letters by one post, with nothing but the address it was given', async () => {
  const { city, follows, tellAll, send, server, request, pass } = await town()
  await follows(minho, 'benches/a')
  await follows(minho, 'benches/b')
  await place(city, 'a', 'the station')
  await tellAll()
  await send()
  const { headers } = server.arrived[0]!
  expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  const address = /<https:\/\/city\.example(\S+)>/.exec(headers['list-unsubscribe']!)![1]!
  const post = (to: string, body: string) => request(to, { method: 'POST', body: new URLSearchParams(body) })
  expect((await post(address, 'List-Unsubscribe=No')).status).toBe(422)
  expect((await post(`${address}x`, 'List-Unsubscribe=One-Click')).status).toBe(422)
  const answer = await post(address, 'List-Unsubscribe=One-Click')
  expect(answer.status).toBe(200)
  expect((await post(address, 'List-Unsubscribe=One-Click')).status).toBe(200)
  await place(city, 'a', 'the library')
  await place(city, 'b', 'the school')
  await tellAll()
  expect(await send()).toBe(1)
  expect(server.arrived.at(-1)!.headers.subject).toContain('the school')
  pass({ hours: 24 * 31 })
  expect((await post(address, 'List-Unsubscribe=One-Click')).status).toBe(422)
})

test('a link to stop letters ends after thirty days, and is worth nothing when changed', async () => {
  const { city, follows, tellAll, send, server, as, pass } = await town()
  await follows(minho, 'benches/a')
  await place(city, 'a', 'the station')
  await tellAll()
  await send()
  const token = /token=([^>]+)/.exec(server.arrived[0]!.headers['list-unsubscribe']!)![1]!
  const anybody = as({ kind: 'anonymous' })
  const [said, signature] = token.split('.')
  for (const broken of [`${said}x.${signature}`, said!, 'x.y', ''])
    expect((await anybody.post('/en/unsubscribe', { token: broken, which: 'all' })).status).toBe(422)
  pass({ hours: 24 * 31 })
  expect(await (await anybody.get(`/en/unsubscribe?token=${token}`)).text()).toContain(
    'more than 30 days old',
  )
})

test('what is confidential is news to whoever follows that very thing, and says nothing in letter or app', async () => {
  const { city, follows, tellAll, send, server, as } = await town()
  await follows(yuna, 'ombudsman/17')
  await follows(minho, 'ombudsman')
  await confidential(city, 'ombudsman/17')
  await act(city, { as: 'ombudsman' }, async () => ({
    entries: [{ what: 'bench.placed', about: 'ombudsman/17', visibility: 'internal' }],
  }))
  expect(await tellAll()).toBe(1)
  await send()
  const [letter] = server.arrived
  expect(letter!.headers.subject).toBe('[보기시] 새 소식이 있습니다. 로그인해서 읽어 주세요.')
  expect(letter!.text).not.toMatch(/secret|ombudsman|17/)
  expect(letter!.text).toContain('https://city.example/ko/notices')
  const page = await (await as(person('Yuna', yuna)).get('/en/notices')).text()
  expect(page).toContain('There is news in your case')
  expect(page).not.toContain('secret')
})

test('digests gather a day or a week in one letter each, and none is empty', async () => {
  const { city, follows, tellAll, send, server } = await town()
  await follows(yuna, 'benches', 'daily')
  await follows(minho, 'benches', 'weekly')
  for (const id of ['a', 'b', 'c']) await place(city, id, `place ${id}`)
  await tellAll()
  expect(await send()).toBe(0)
  expect(await writeDigests(city, 'daily')).toBe(1)
  expect(await writeDigests(city, 'daily')).toBe(0)
  expect(await writeDigests(city, 'weekly')).toBe(1)
  expect(await send()).toBe(2)
  const daily = server.arrived.find((each) => each.to[0] === 'yuna@mail.example')!
  expect(daily.headers.subject).toBe('[보기시] 새 소식 3건')
  expect(daily.text.match(/의자를 놓았습니다/g)).toHaveLength(3)
})

test('while the server is down a letter waits, longer each time, and arrives once when it is back', async () => {
  const { city, follows, tellAll, send, server, pass } = await town()
  await follows(yuna, 'benches/a')
  await place(city, 'a', 'the station')
  await tellAll()
  await server.stop()
  expect(await send()).toBe(0)
  expect(await undelivered(city.reads)).toMatchObject([{ attempts: 1, problem: 'esocket' }])
  expect(await send()).toBe(0)
  pass({ minutes: 1 })
  await send()
  expect(await undelivered(city.reads)).toMatchObject([{ attempts: 2 }])
  const again = await mailServer(server.port)
  pass({ minutes: 4 })
  expect(await send()).toBe(0)
  pass({ minutes: 1 })
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  expect(again.arrived).toHaveLength(1)
  expect(await undelivered(city.reads)).toEqual([])
})

test('several senders at once send each letter once', async () => {
  const { city, follows, tellAll, send, server } = await town(await freshDatabase())
  await follows(yuna, 'benches')
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    await place(city, id, id)
    await tellAll()
  }
  const sent = await Promise.all([send(), send(), send()])
  expect(sent.reduce((a, b) => a + b)).toBe(5)
  expect(new Set(server.arrived.map((each) => each.headers['message-id'])).size).toBe(5)
})

test('a letter that nobody takes is given up, seen by whoever keeps the accounts and by its reader', async () => {
  const { city, follows, tellAll, send, server, as, told } = await town()
  server.refused.add('yuna@mail.example')
  await follows(yuna, 'benches/a')
  await follows(sora, 'benches/a')
  await place(city, 'a', 'the station')
  await tellAll()
  expect(await send()).toBe(0)
  // Sora has no address: nothing was to be sent to her, and nothing failed.
  expect(await undelivered(city.reads)).toMatchObject([{ person: yuna, problem: 'smtp-550', tryAt: null }])
  expect(await told(sora)).toMatchObject([{ problem: 'no-address' }])
  expect(await told(yuna)).toMatchObject([{ problem: 'smtp-550' }])
  const eunji = as(person('Eunji', 8, 'accounts'))
  const page = await (await eunji.get('/en/record/undelivered')).text()
  expect(page).toContain('smtp-550')
  expect(page).not.toContain('mail.example')
  expect((await as(person('Yuna', yuna)).get('/en/record/undelivered')).status).toBe(403)
})

test('what was erased meanwhile is not sent, and what is days too late neither', async () => {
  const { city, follows, tellAll, send, server, pass, published } = await town()
  await follows(yuna, 'benches/a')
  await place(city, 'a', 'the station')
  await tellAll()
  await erase(city, { as: 'human-rights-office' }, 1, 'personal-data', published)
  await send()
  expect(await undelivered(city.reads)).toEqual([])
  await tellAll()
  pass({ hours: 73 })
  await send()
  expect((await undelivered(city.reads)).map((each) => each.problem)).toContain('too-late')
  expect(server.arrived).toEqual([])
})

test('Yuna follows from a page, reads her notices, changes how, and stops', async () => {
  const { city, as, tellAll, follows, pass } = await town()
  await place(city, 'a', 'the station')
  pass({ seconds: 1 })
  const browser = as(person('Yuna', yuna))
  expect((await browser.get('/en/follow?about=benches/z')).status).toBe(404)
  expect((await browser.post('/en/follow', { about: 'benches/z' })).status).toBe(404)
  expect((await browser.post('/en/follow', { about: 'benches/a' })).headers.get('location')).toBe(
    '/en/benches/a',
  )
  expect((await browser.post('/en/follow', { about: 'benches/a', how: 'by pigeon' })).status).toBe(422)
  await place(city, 'a', 'the market')
  await tellAll()
  expect(await unreadOf(city.reads, yuna)).toBe(1)
  expect(await (await browser.get('/ko/notices')).text()).toContain('의자를 놓았습니다: the market')
  await browser.post('/en/notices/read', { upTo: '1' })
  expect(await unreadOf(city.reads, yuna)).toBe(0)
  await browser.post('/en/follow', { about: 'benches/a', how: 'in-app', back: 'notices' })
  expect(await recordHolding.held(city.reads, yuna)).toMatchObject({
    follows: [{ about: 'benches/a', how: 'in-app' }],
  })
  await browser.post('/en/unfollow', { about: 'benches/a' })
  await place(city, 'a', 'the library')
  expect(await tellAll()).toBe(0)
  await follows(yuna, 'benches')
  await forgettable(city, (tx) => recordHolding.unlink(tx, yuna))
  expect(await recordHolding.held(city.reads, yuna)).toEqual({ entries: [], follows: [], notices: [] })
  expect((await as({ kind: 'anonymous' }).get('/en/notices')).headers.get('location')).toMatch('/en/sign-in?')
})
