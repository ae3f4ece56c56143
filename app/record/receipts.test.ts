import { openTlogProof, parseTlogProof } from '@madang/transparency-log'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { City } from '#kit/city.ts'
import { openTestDatabase } from '#testing/database.ts'
import { act, actWithReceipt } from './act.ts'
import { forOneTest, keys, person, place, recordedSite, vandal } from './city.fixture.ts'
import { leafOf } from './commitment.ts'
import { erase } from './erasing.ts'
import { readReceipt, receiptKeyOf, receiptOf, showingReceipt } from './receipt.ts'

async function town() {
  const database = await forOneTest(await openTestDatabase())
  return { ...(await recordedSite(database)), database }
}

const yuna = { as: 'resident', person: 1 }

/** Yuna says that a bench is missing. */
const speak = async (city: City, visibility: 'public' | 'internal' | 'confidential' = 'public') => {
  const { receipt } = await actWithReceipt(city, yuna, async () => ({
    result: 17,
    entries: [
      { what: 'bench.placed', about: 'benches/17', visibility, facts: { place: 'the school' } },
      { what: 'bench.placed', about: 'benches/18', facts: { place: 'somewhere else' } },
    ],
  }))
  return receipt
}

const check = (receipt: { number: string; code: string }) =>
  `/en/record/receipts/${receipt.number}/${receipt.code}`

test('an act gives back its result and the receipt of its first entry', async () => {
  const { city } = await town()
  const { result, receipt } = await actWithReceipt(city, yuna, async () => ({
    result: 'heard',
    entries: [
      { what: 'bench.placed', about: 'benches/1' },
      { what: 'bench.placed', about: 'benches/2' },
    ],
  }))
  expect(result).toBe('heard')
  expect(receipt).toMatchObject({ number: '1', code: expect.stringMatching(/^.{5}-.{5}-.{5}$/) })
  expect(receipt.at.equals(city.clock.now())).toBe(true)
})

test('anybody sees without signing in that a receipt is genuine, when it was, what was done and where it stands', async () => {
  const { city, get, seal, bugs } = await town()
  const receipt = await speak(city)
  const before = await get(check(receipt))
  expect(before.status).toBe(200)
  expect(await before.text()).toContain('will be sealed into the log within seconds')
  await seal()
  const page = await (await get(check(receipt))).text()
  for (const said of [
    'This receipt is genuine',
    '21 November 2026 at 09:00',
    'A bench was placed at the school.',
    'href="/en/benches/17"',
    'It stands at place 1 in the city’s log',
    receipt.commitment,
  ])
    expect(page).toContain(said)
  expect(await (await get(check(receipt).replace('/en/', '/ko/'))).text()).toContain('진짜 접수증입니다')
  expect(bugs).toEqual([])
})

test('of what is not public a receipt says only that something was done then', async () => {
  const { city, get, seal } = await town()
  for (const visibility of ['internal', 'confidential'] as const) {
    const receipt = await speak(city, visibility)
    await seal()
    const page = await (await get(check(receipt))).text()
    expect(page).toContain('Something was done then that is not for the public.')
    expect(page).toContain('21 November 2026 at 09:00')
    expect(page).not.toMatch(/school|benches|bench was/)
    const proof = await (await get(`${check(receipt)}/entry.tlog-proof`)).text()
    expect(proof).not.toMatch(/school|benches|resident/)
  }
})

test('the proof that comes with a receipt leads from what is printed on it to what the city signed', async () => {
  const { city, get, seal } = await town()
  const open = await speak(city)
  const closed = await speak(city, 'confidential')
  await seal()
  for (const { receipt, visibility } of [
    { receipt: open, visibility: 'public' },
    { receipt: closed, visibility: 'confidential' },
  ]) {
    const leaf = leafOf({ number: Number(receipt.number), visibility, commitment: receipt.commitment })
    const proof = await (await get(`${check(receipt)}/entry.tlog-proof`)).text()
    const opened = await openTlogProof(proof, new TextEncoder().encode(leaf), { vkey: keys.log.vkey })
    expect(opened.checkpoint.size).toBe(4)
  }
  const closedProof = await (await get(`${check(closed)}/entry.tlog-proof`)).text()
  expect(JSON.parse(new TextDecoder().decode(parseTlogProof(closedProof).extra))).toEqual({
    entry: 3,
    leaf: leafOf({ number: 3, visibility: 'confidential', commitment: closed.commitment }),
  })
})

test('a changed code, another one’s code and a number that does not exist are refused alike', async () => {
  const { city, get, as } = await town()
  const [mine, other] = [await speak(city), await speak(city, 'confidential')]
  const spoilt = mine.code.replace(/^./, (first) => (first === '7' ? '8' : '7'))
  const said = new Set<string>()
  for (const [number, code] of [
    [mine.number, other.code],
    [other.number, mine.code],
    [mine.number, spoilt],
    [mine.number, 'hello'],
    ['999', mine.code],
    ['0', mine.code],
    ['x', mine.code],
  ] as const) {
    const answer = await get(check({ number, code }))
    expect([number, answer.status]).toEqual([number, 422])
    const page = await answer.text()
    expect(page).not.toMatch(/school|genuine</)
    said.add(/no such receipt was given here/.exec(page)?.[0] ?? 'something else')
    expect((await get(`${check({ number, code })}/entry.tlog-proof`)).status).toBe(422)
    expect((await as({ kind: 'anonymous' }).post('/en/record/receipts', { number, code })).status).toBe(422)
  }
  expect([...said]).toEqual(['no such receipt was given here'])
})

test('number and code can be typed as people type', async () => {
  const { city, as } = await town()
  const receipt = await speak(city)
  const anybody = as({ kind: 'anonymous' })
  expect(await (await anybody.get('/en/record/receipts')).text()).toContain('Check code')
  for (const [number, code] of [
    [` ${receipt.number} `, receipt.code.toLowerCase().replaceAll('-', ' ')],
    [receipt.number, receipt.code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', '')],
  ]) {
    const answer = await anybody.post('/en/record/receipts', { number: number!, code: code! })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(check(receipt))
  }
})

test('who tries wrong codes has to wait; who brings the right one never does', async () => {
  const { city, get, pass } = await town()
  const receipt = await speak(city)
  const wrong = { ...receipt, number: '2' }
  for (let tries = 1; tries <= 20; tries++)
    expect(await (await get(check(wrong))).text()).toContain('no such receipt was given here')
  expect(await (await get(check(wrong))).text()).toContain('site.too-often')
  expect((await get(check(receipt))).status).toBe(200)
  pass({ hours: 3 })
  expect(await (await get(check(wrong))).text()).toContain('no such receipt was given here')
})

test('a receipt outlives what it was given for: erased words, a closed account, a later act', async () => {
  const { city, get, seal, published, database } = await town()
  const receipt = await speak(city)
  await seal()
  await place(city, '17', 'the harbour')
  await database.sql(
    'update record_entries set person = null, salt = substring(salt for 16) where person = 1',
  )
  expect(await (await get(check(receipt))).text()).toContain('What it was given for still stands')
  await erase(city, { as: 'human-rights-office', person: 7 }, 1, 'personal-data', published)
  await seal()
  const page = await (await get(check(receipt))).text()
  expect(page).toContain('This receipt is genuine')
  expect(page).toContain('What stood here was erased.')
  expect(page).toContain('href="/en/record/4"')
  expect(page).not.toContain('school')
  const leaf = leafOf({ number: 1, visibility: 'public', commitment: receipt.commitment })
  const proof = await (await get(`${check(receipt)}/entry.tlog-proof`)).text()
  await openTlogProof(proof, new TextEncoder().encode(leaf), { vkey: keys.log.vkey })
})

test('a receipt shows that somebody changed what it was given for', async () => {
  const { city, get, seal, database } = await town()
  const receipt = await speak(city)
  await seal()
  await vandal(database, `update record_entries set facts = '{"place":"nowhere"}' where number = 1`)
  const page = await (await get(check(receipt))).text()
  expect(page).toContain('What it was given for was changed')
  expect(page).not.toContain('still stands')
  await vandal(database, `update record_entries set commitment = repeat('0', 64) where number = 1`)
  expect((await get(check(receipt))).status).toBe(422)
})

test('the record leads to the check of receipts', async () => {
  const { get, as } = await town()
  expect(await (await get('/en/record')).text()).toContain('href="/en/record/receipts"')
  expect((await as(person('Yuna', 1)).get('/en/record/receipts')).status).toBe(200)
})

test('an act that fails gives no receipt, and its number is nobody’s', async () => {
  const { city, get } = await town()
  const failing = actWithReceipt(city, yuna, async () => {
    throw new Error('changed her mind')
  })
  await expect(failing).rejects.toThrow('changed her mind')
  await act(city, yuna, async () => ({ entries: [{ what: 'bench.placed', about: 'benches/1' }] }))
  expect((await get('/en/record/receipts/1/00000-00000-00000')).status).toBe(422)
})

const key = receiptKeyOf(keys.log)
const at = Temporal.Instant.from('2026-11-21T00:00:00Z')
const commitment = fc.stringMatching(/^[0-9a-f]{64}$/)
const entry = fc.record({ number: fc.integer({ min: 1, max: 10 ** 12 }), at: fc.constant(at), commitment })

test('a code belongs to one number and one commitment, and to the city that gave it', () => {
  fc.assert(
    fc.property(entry, entry, (one, other) => {
      const { number, code } = receiptOf(key, one)
      expect(readReceipt(number, code)).toEqual({ number: one.number, code })
      fc.pre(one.number !== other.number && one.commitment !== other.commitment)
      expect(receiptOf(key, { ...one, number: other.number }).code).not.toBe(code)
      expect(receiptOf(key, { ...one, commitment: other.commitment }).code).not.toBe(code)
      expect(receiptOf(new Uint8Array(32), one).code).not.toBe(code)
      expect(showingReceipt('/petitions/17', { number, code })).toBe(
        `/petitions/17?receipt=${number}.${code}`,
      )
    }),
    { numRuns: 50 },
  )
})
