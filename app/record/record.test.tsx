import { openTlogProof, parseTlogProof } from '@madang/transparency-log'
import { expect, test } from 'vitest'
import type { View } from '#kit/view.ts'
import { openTestDatabase } from '#testing/database.ts'
import { act } from './act.ts'
import { forOneTest, keys, person, place, recordedSite } from './city.fixture.ts'
import { commitmentTo, leafOf } from './commitment.ts'
import { History } from './history.tsx'
import { firstEntryOf, historyOf, mostOfHistory } from './reads.ts'

async function town() {
  const database = await forOneTest(await openTestDatabase())
  const site = await recordedSite(database)
  const text = async (path: string) => (await site.get(path)).text()
  return { ...site, database, text }
}

const openCase = (city: Awaited<ReturnType<typeof town>>['city'], visibility: 'internal' | 'confidential') =>
  act(city, { as: 'ombudsman', person: 4 }, async () => ({
    entries: [{ what: 'case.opened', about: 'ombudsman/17', visibility, facts: { article: 11 } }],
  }))

test('anyone reads what happened, newest first, in their language, each with a link to what it is about', async () => {
  const { city, text, bugs } = await town()
  await place(city, 'a', 'the station')
  await place(city, 'b', 'the market')
  const en = await text('/en/record')
  expect(en.indexOf('A bench was placed at the market.')).toBeGreaterThan(0)
  expect(en.indexOf('A bench was placed at the market.')).toBeLessThan(en.indexOf('at the station'))
  expect(en).toContain('href="/en/benches/b"')
  expect(await text('/ko/record')).toContain('의자를 놓았습니다: the market')
  expect(bugs).toEqual([])
})

test('the record is turned page by page, and nothing is missed when something happens meanwhile', async () => {
  const { city, text } = await town()
  for (let i = 1; i <= 45; i++) await place(city, `n${i}`, `place ${i}`)
  const seen: number[] = []
  let path: string | undefined = '/en/record'
  while (path) {
    const page: string = await text(path)
    seen.push(...[...page.matchAll(/at place (\d+)\./g)].map((match) => Number(match[1])))
    await place(city, 'new', 'elsewhere')
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => 45 - i))
})

test('one can look at one kind of thing, one thing or one day', async () => {
  const { city, text, pass } = await town()
  await place(city, 'a', 'the station')
  pass({ hours: 24 })
  await place(city, 'b', 'the market')
  const stations = async (query: string) =>
    (await text(`/en/record?${query}`)).match(/at the station/g)?.length ?? 0
  const markets = async (query: string) =>
    (await text(`/en/record?${query}`)).match(/at the market/g)?.length ?? 0
  for (const [query, station, market] of [
    ['kind=benches', 1, 1],
    ['kind=charter', 0, 0],
    ['about=benches/a', 1, 0],
    ['day=2026-11-21', 1, 0],
    ['day=2026-11-22', 0, 1],
    ['day=yesterday', 1, 1],
    ['kind=&day=', 1, 1],
  ] as const)
    expect([query, await stations(query), await markets(query)]).toEqual([query, station, market])
})

test('of what is not public only the count is seen', async () => {
  const { city, text, get, seal } = await town()
  await place(city, 'a', 'the station')
  await openCase(city, 'internal')
  await openCase(city, 'confidential')
  await seal()
  for (const path of [
    '/en/record',
    '/en/record.csv',
    '/en/record.json',
    '/en/record.atom',
    '/record/log/disclosures/0',
    '/record/published',
  ])
    expect(await text(path)).not.toMatch(/ombudsman|case\.opened/)
  expect(await text('/en/record')).toContain('2 of them are not for the public')
  for (const path of ['/en/record/2', '/en/record/2.tlog-proof', '/record/published/ombudsman/17'])
    expect((await get(path)).status).toBe(404)
  const leaves = await text('/record/log/tile/entries/000.p/3')
  expect(leaves).toMatch(/"entry":1,"visibility":"public"/)
  expect(leaves).toMatch(/"entry":2}/)
  expect(leaves).not.toMatch(/ombudsman|station|article/)
})

test('the record as a spreadsheet, for programs, and as a feed', async () => {
  const { city, text, get } = await town()
  await place(city, 'a', '=HYPERLINK("x")')
  const csv = await text('/en/record.csv?kind=benches')
  expect(csv).toMatch(
    /^Number,When,By,About,What,What happened\r\n1,2026-11-21T00:00:00Z,transport,benches\/a,bench\.placed,/,
  )
  expect(JSON.parse(await text('/ko/record.json'))).toMatchObject({
    items: [{ number: 1, about: 'benches/a', says: '의자를 놓았습니다: =HYPERLINK("x")' }],
    next: null,
  })
  const feed = await get('/ko/record/feeds/benches.atom')
  expect(feed.headers.get('content-type')).toContain('application/atom+xml')
  const atom = await feed.text()
  expect(atom).toContain('<link rel="self" href="https://city.example/ko/record/feeds/benches.atom"/>')
  expect(atom).toContain('<updated>2026-11-21T00:00:00.000Z</updated>')
  expect(atom).toContain('<link href="https://city.example/ko/benches/a"/>')
  expect(await text('/en/record/feeds/charter.atom')).not.toContain('<entry>')
})

test('an entry has its proof as soon as it is sealed, and the file stands alone', async () => {
  const { city, text, get, seal } = await town()
  for (const id of ['a', 'b', 'c']) await place(city, id, `place ${id}`)
  expect(await text('/en/record/2')).toContain('will be sealed into the log within seconds')
  expect((await get('/en/record/2.tlog-proof')).status).toBe(404)
  await seal()
  const page = await text('/en/record/2')
  expect(page).toContain('It stands at place 2 in the city’s log, sealed on 21 November 2026 at 09:00.')
  expect(page).toContain('With 2 other numbers')
  const file = await text('/en/record/2.tlog-proof')
  const { entry, form, salt } = JSON.parse(new TextDecoder().decode(parseTlogProof(file).extra))
  const leaf = leafOf({
    number: entry,
    visibility: form.visibility,
    commitment: commitmentTo(form, Buffer.from(salt, 'hex')),
  })
  const opened = await openTlogProof(file, new TextEncoder().encode(leaf), { vkey: keys.log.vkey })
  expect(opened).toMatchObject({ index: 1, checkpoint: { size: 3 } })
  expect(form).toMatchObject({ what: 'bench.placed', facts: { place: 'place b' } })
  await expect(
    openTlogProof(file, new TextEncoder().encode(leaf.replace('2', '3')), { vkey: keys.log.vkey }),
  ).rejects.toThrow()
})

test('the log is served as its specification says', async () => {
  const { city, get, text, seal } = await town()
  await place(city, 'a', 'the station')
  expect((await get('/record/log/checkpoint')).status).toBe(404)
  await seal()
  const checkpoint = await get('/record/log/checkpoint')
  expect(checkpoint.headers.get('cache-control')).toBe('no-cache')
  expect(await checkpoint.text()).toMatch(/^city\.example\/record\n1\n/)
  const tile = await get('/record/log/tile/0/000.p/1')
  expect((await tile.arrayBuffer()).byteLength).toBe(32)
  expect(tile.headers.get('cache-control')).toBe('public, max-age=60')
  expect((await text('/record/log/vkey')).trim()).toBe(keys.log.vkey)
  for (const path of ['tile/0/0', 'tile/0/000', 'tile/0/000.p/0', 'tile/00/000.p/1', 'tile/x'])
    expect((await get(`/record/log/${path}`)).status).toBe(404)
})

test('a tile that is full is kept by everybody for ever', async () => {
  const { city, get, seal } = await town()
  await act(city, { as: 'transport' }, async () => {
    const [first, ...rest] = Array.from({ length: 256 }, () => ({ what: 'a', about: 'charter/11' as const }))
    return { entries: [first!, ...rest] }
  })
  await seal()
  expect((await get('/record/log/tile/0/000')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
})

test('what the city publishes of a thing stands beside the newest entry that says how it looks', async () => {
  const { city, get, seal } = await town()
  await place(city, 'a', 'the station')
  await place(city, 'a', 'the market')
  const published = async () => (await get('/record/published/benches/a')).json()
  expect(await published()).toMatchObject({
    about: 'benches/a',
    entry: 2,
    index: null,
    form: { id: 'a', place: 'the market' },
  })
  await seal()
  expect(await published()).toMatchObject({ index: 1 })
  expect((await get('/record/published/benches/z')).status).toBe(404)
})

test('only a records officer erases what an entry says, with a reason, and that stays on the record', async () => {
  const { city, text, seal, as } = await town()
  await place(city, 'a', 'the house of Yuna')
  await seal()
  const officer = as(person('Jiwoo', 7, 'records'))
  for (const viewer of [person('Eunji', 8, 'accounts'), person('Yuna', 1)]) {
    expect((await as(viewer).get('/en/record/1/erase')).status).toBe(403)
    expect((await as(viewer).post('/en/record/1/erase', { reason: 'unlawful' })).status).toBe(403)
  }
  expect(await (await officer.get('/en/record/1')).text()).toContain('href="/en/record/1/erase"')
  expect(await (await officer.get('/en/record/1/erase')).text()).toContain(
    'A bench was placed at the house of Yuna.',
  )
  expect((await officer.post('/en/record/1/erase', { reason: 'inconvenient' })).status).toBe(422)
  expect(
    (await officer.post('/en/record/1/erase', { reason: 'personal-data' })).headers.get('location'),
  ).toBe('/en/record/1')
  const again = await officer.post('/en/record/1/erase', { reason: 'personal-data' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('What this entry says was erased before.')
  await seal()
  const page = await text('/en/record/1')
  expect(page).toContain('What stood here was erased.')
  expect(page).toContain('href="/en/record/2"')
  for (const path of [
    '/en/record',
    '/en/record/1',
    '/en/record/1.tlog-proof',
    '/en/record.csv',
    '/ko/record.atom',
  ])
    expect(await text(path)).not.toContain('Yuna')
  expect(await text('/en/record/2')).toContain(
    'What entry 1 says was erased: it contained somebody’s personal data.',
  )
})

test('how to check is said in words, with the key and the command', async () => {
  const { text } = await town()
  expect(await text('/en/record/how-to-verify')).toContain('npx madang verify https://city.example --key')
  expect(await text('/ko/record/how-to-verify')).toContain('기록을 확인하는 방법')
  expect(await text('/en/record/keys')).toContain('city.example/record+')
})

test('of a long history the newest is shown, with the way to all of it', async () => {
  const { city, text } = await town()
  for (let i = 1; i <= mostOfHistory + 5; i++) await place(city, 'a', `place ${i}`)
  await place(city, 'b', 'the market')
  const history = await historyOf(city.reads, 'benches/a')
  expect(history.map((each) => each.facts.place)).toEqual(
    Array.from({ length: mostOfHistory + 1 }, (_, at) => `place ${at + 5}`),
  )
  expect((await firstEntryOf(city.reads, 'benches/a'))?.facts.place).toBe('place 1')
  const view = {
    lang: 'en',
    languages: ['en'],
    timeZone: 'Asia/Seoul',
    tell: (code: string) => code,
  } as unknown as View
  const page = String(<History view={view} entries={history} />)
  expect(page.match(/timeline-title/g)).toHaveLength(mostOfHistory)
  const way = /href="\/en(\/record\?about=[^"]+)"/.exec(page)![1]!
  expect(await text(`/en${way}`)).toContain(`at place ${mostOfHistory + 5}.`)
  expect(await text(`/en${way}`)).not.toContain('the market')
  const short = String(<History view={view} entries={history.slice(1)} />)
  expect(short).not.toContain('/record?about')
  expect(short.match(/timeline-title/g)).toHaveLength(mostOfHistory)
})
