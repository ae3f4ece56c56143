import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Browser, person } from '#testing/city.ts'
import { residencies } from './tables.ts'
import { codeOn, come, demoCity, join, visits } from './walking.fixture.ts'

const levels = ['Not known yet.', 'By a mailbox.', 'As somebody who lives here.', 'Seen in person.']

async function levelOf(browser: Browser): Promise<number> {
  const page = await browser.page('/en/me')
  return levels.findIndex((each) => page.includes(`<strong>${each}</strong>`))
}

async function letters(...receivers: string[]) {
  const city = await demoCity()
  const taeyang = await come(city, 'taeyang', visits.counter)
  const answer = await taeyang.post('/en/desk/people/letters', { receivers: receivers.join('\r\n') })
  const printed = await answer.text()
  const yuna = city.browser(visits.phone)
  await join(city, yuna, 'yuna@example.org')
  const codes = [...printed.matchAll(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/g)].map((each) => each[0])
  return { city, taeyang, yuna, printed, codes }
}

const redeem = (browser: Browser, code = '') => browser.post('/en/me/residency/letter', { code })

test('a letter with a code shows that Yuna stays where it was sent', async () => {
  const { yuna, codes, printed } = await letters('Yuna Park, 1 Geumnam-ro', 'Sora Kim, 2 Geumnam-ro', '')
  expect(codes).toHaveLength(2)
  expect(printed).toContain('Yuna Park, 1 Geumnam-ro')
  expect(await levelOf(yuna)).toBe(1)
  expect((await redeem(yuna, codes[0]!.toLowerCase())).status).toBe(303)
  expect(await levelOf(yuna)).toBe(2)
})

test('a code from a letter works once, for one, within sixty days', async () => {
  const { city, yuna, codes } = await letters('Yuna Park, 1 Geumnam-ro', 'Minho Lee, 3 Geumnam-ro')
  await redeem(yuna, codes[0])
  const minho = city.browser(visits.library)
  await join(city, minho, 'minho@example.org')
  expect((await redeem(minho, codes[0])).status).toBe(422)
  city.daysPass(60)
  await join(city, minho, 'late@example.org')
  expect((await redeem(minho, codes[1])).status).toBe(422)
  expect(await levelOf(minho)).toBe(1)
})

test('one inhabitant counts once, though two letters were sent', async () => {
  const { city, taeyang, yuna, codes } = await letters('Yuna Park, 1 Geumnam-ro')
  await redeem(yuna, codes[0])
  const again = await (
    await taeyang.post('/en/desk/people/letters', { receivers: 'yuna park 1 geumnam-ro' })
  ).text()
  const second = city.browser(visits.library)
  await join(city, second, 'yuna-again@example.org')
  expect(await (await redeem(second, codeOn(again))).text()).toContain('One inhabitant counts once')
})

test('the clerk sees how many letters were used, and no code a second time', async () => {
  const { taeyang, yuna, codes } = await letters('Yuna Park', 'Minho Lee')
  await redeem(yuna, codes[0])
  const page = await taeyang.page('/en/desk/people/letters')
  for (const each of codes) expect(page).not.toContain(each)
  const figures = page.slice(page.indexOf('<tbody')).replace(/<[^>]*>/g, ' ')
  expect(figures).toMatch(/ 2 +1 /)
})

for (const [what, receivers] of [
  ['a registration number', 'Yuna Park 900101-1234568'],
  ['fifty-one lines', Array.from({ length: 51 }, (_, each) => `Person ${each}`).join('\n')],
  ['nothing', '  '],
] as const)
  test(`letters with ${what} are refused on the form`, async () => {
    const city = await demoCity()
    const taeyang = await come(city, 'taeyang')
    expect((await taeyang.post('/en/desk/people/letters', { receivers })).status).toBe(422)
  })

async function vouching() {
  const city = await demoCity()
  const nari = await come(city, 'nari', visits.counter)
  const someone = async (name: string) => {
    const browser = city.browser(visits.phone)
    await join(city, browser, `${name}@example.org`)
    const code = codeOn(await (await browser.post('/en/me/residency/hand')).text())
    return { browser, code }
  }
  const vouch = (code: string) => nari.post('/en/desk/people/attest', { code, sure: 'yes' })
  return { city, nari, someone, vouch }
}

test('an organisation vouches for Sora without learning who she is', async () => {
  const { someone, vouch, nari } = await vouching()
  const sora = await someone('sora-new')
  expect((await nari.post('/en/desk/people/attest', { code: sora.code, sure: '' })).status).toBe(422)
  const answer = await vouch(sora.code)
  expect(answer.status).toBe(303)
  expect(await levelOf(sora.browser)).toBe(2)
  expect(await nari.page('/en/desk/people/attest')).not.toContain('sora-new')
  expect((await vouch(sora.code)).status).toBe(422)
})

test('one attestor vouches for twenty a month, and for more the month after', async () => {
  const { city, someone, vouch, nari } = await vouching()
  for (let each = 0; each < 20; each++) {
    if (each % 9 === 8) city.turnTo(city.at().add({ hours: 3 }).toString())
    expect((await vouch((await someone(`one${each}`)).code)).status).toBe(303)
  }
  expect(await nari.page('/en/desk/people/attest')).toContain('This month: 20 of 20.')
  city.turnTo(city.at().add({ hours: 3 }).toString())
  expect(await (await vouch((await someone('more')).code)).text()).toContain('as many as one person may')
  city.turnTo('2026-12-01T09:00:00+09:00')
  await nari.post('/en/demo', { who: 'nari' })
  expect((await vouch((await someone('december')).code)).status).toBe(303)
})

test('nobody vouches for themselves', async () => {
  const { nari, vouch } = await vouching()
  const code = codeOn(await (await nari.post('/en/me/residency/hand')).text())
  expect(await (await vouch(code)).text()).toContain('Nobody does this for themselves')
})

test('what was vouched for wrongly is taken back by the auditor, and the task with it', async () => {
  const { city, nari, someone, vouch } = await vouching()
  const before = await someone('before')
  await vouch(before.code)
  city.daysPass(1)
  await nari.post('/en/demo', { who: 'nari' })
  const since = await someone('since')
  await vouch(since.code)
  const audit = await come(city, 'audit', visits.library)
  const page = await audit.page('/en/desk/people/oversight')
  expect(page).toContain('2 in all, 2 this month, 0 taken back')
  const attestor = page.match(/name="attestor" value="(\d+)"/)![1]!
  const back = { attestor, since: '2026-11-22', reason: 'vouched for people who never came' }
  expect((await audit.post('/en/desk/people/oversight', back)).status).toBe(303)

  expect(await levelOf(since.browser)).toBe(1)
  expect(await audit.page('/en/desk/people/oversight')).toContain('2 in all, 2 this month, 1 taken back')
  expect((await nari.get('/en/desk/people/attest')).status).toBe(403)
  const kept = await city.city.reads.select().from(residencies).where(eq(residencies.reason, back.reason))
  expect(kept).toHaveLength(1)
})

test('what an auditor takes back is done in the auditor’s name, whatever else they are charged with', async () => {
  const { city, someone, vouch } = await vouching()
  await vouch((await someone('somebody')).code)
  const audit = city.as(person('Audit', 9, ['officer', 'transport-department'], ['auditor', 'city']))
  const attestor = (await audit.page('/en/desk/people/oversight')).match(/name="attestor" value="(\d+)"/)![1]!
  const back = { attestor, since: '2026-11-01', reason: 'vouched for people who never came' }
  expect((await audit.post('/en/desk/people/oversight', back)).status).toBe(303)
  const entries = await city.city.reads
    .select({ actor: sql<string>`actor` })
    .from(sql`record_entries`)
    .where(sql`what = 'people.attestor-withdrawn'`)
  expect(entries).toEqual([{ actor: 'city' }])
})
