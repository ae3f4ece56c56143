import { inArray, type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { anonymous, testCity } from '#testing/city.ts'
import { fileAs, minho, sora, taeyang, yuna } from './filing.fixture.ts'
import { standingIs, supportIs } from './list.reads.ts'
import { isOpen, stateOf, states, supportOf, supports } from './petition.ts'
import { columns, stateIs } from './reads.ts'
import { petitions } from './tables.ts'

const begins = Temporal.Instant.from('2026-11-21T00:00:00Z')
const moment = fc.integer({ min: -3, max: 3 }).map((hours) => begins.add({ hours }))
const perhaps = fc.option(moment, { nil: null })
const dated = fc.record({
  withdrawnAt: fc.option(moment, { nil: null, freq: 5 }),
  mergedAt: fc.option(moment, { nil: null, freq: 5 }),
  objectedAt: perhaps,
  objectionDueAt: perhaps,
  answeredAt: perhaps,
  objectableUntil: perhaps,
  pausedFrom: perhaps,
  pausedUntil: perhaps,
  dueAt: perhaps,
  signableUntil: perhaps,
  discussedFrom: perhaps,
  reviewedFrom: perhaps,
})

type Row = typeof dated extends fc.Arbitrary<infer R> ? R : never

const flag = (which: SQL | undefined) => sql<boolean>`coalesce(${which}, false)`
const flags = <K extends string>(all: readonly K[], is: (each: K) => SQL | undefined) =>
  Object.fromEntries(all.map((each) => [each, flag(is(each))])) as Record<K, SQL<boolean>>

test('the database says of every petition at every moment what the rules say', async () => {
  const { city } = await testCity()
  const bare = { title: 't', text: 't', lang: 'en', procedure: 'p', way: 'account', body: 'b' } as const
  const insert = (rows: readonly Row[]) =>
    act(city, { as: 'system' }, async (tx) => {
      const values = rows.map((row) => ({ ...bare, ...row, articles: [], groups: [], filedAt: begins }))
      const made = await tx.insert(petitions).values(values).returning({ id: petitions.id })
      return {
        result: made.map(({ id }) => id),
        entries: [{ what: 'petitions.filed', about: 'petitions/1', visibility: 'internal' }],
      }
    })
  await fc.assert(
    fc.asyncProperty(fc.array(dated, { minLength: 100, maxLength: 200 }), moment, async (rows, at) => {
      const ids = await insert(rows)
      const all = await city.reads
        .select({
          petition: columns,
          ...flags(states, (state) => stateIs(state, at)),
          ...flags(supports, (support) => supportIs(support, at)),
          open: flag(standingIs('open', at)),
        })
        .from(petitions)
        .where(inArray(petitions.id, ids))
      for (const { petition, open, ...is } of all) {
        const state = stateOf(petition, at)
        const said = Object.entries(is).flatMap(([each, holds]) => (holds ? [each] : []))
        expect(said).toEqual([state, supportOf(petition, at)])
        expect(open).toBe(isOpen(state))
      }
    }),
    { numRuns: 8 },
  )
}, 60_000)

const items = async (browser: ReturnType<Awaited<ReturnType<typeof testCity>>['as']>, query = '') =>
  (await (await browser.get(`/en/petitions.json${query}`)).json()).items as Record<string, unknown>[]

async function withThree() {
  const town = await testCity()
  const { topics, groups } = town.city.facts.subjects
  const bus = await fileAs(town, town.as(yuna), { topic: topics[0]!.key, articles: ['charter/15'] })
  town.daysPass(1)
  const home = await fileAs(town, town.as(minho), {
    title: 'Rent is too high here',
    groups: [groups[0]!.key],
  })
  town.daysPass(1)
  const late = await fileAs(town, town.as(sora), { title: '도서관을 늦게까지 열어 주세요', lang: 'ko' })
  await town.as(taeyang).post(`/en/petitions/${home}/sheets`, { count: '60', keptAt: 'Counter 3' })
  await town.as(taeyang).post(`/en/petitions/${bus}/sheets`, { count: '5', keptAt: 'Counter 3' })
  await town.as(sora).post(`/en/petitions/${late}/withdrawal`)
  return { town, bus, home, late, topic: topics[0]!.key, group: groups[0]!.key }
}

test('petitions are found by how they stand, what they are about, and every word in them', async () => {
  const { town, bus, home, late, topic, group } = await withThree()
  const anybody = town.as(anonymous)
  for (const [query, found] of [
    ['', [late, home, bus]],
    ['?sort=signatures', [home, bus, late]],
    ['?sort=due', [bus, home]],
    ['?state=withdrawn', [late]],
    ['?state=open', [home, bus]],
    ['?state=overdue', []],
    ['?support=discussion', [home]],
    ['?support=gathering&state=waiting', [bus]],
    [`?topic=${topic}`, [bus]],
    [`?group=${group}`, [home]],
    ['?article=charter/15', [bus]],
    ['?q=wheelchair&sort=signatures', [home, bus, late]],
    ['?q=rents', [home]],
    ['?q=도서관', [late]],
    ['?q=ㄷㅅㄱ', [late]],
    ['?q=nothing-like-it', []],
    ['?state=nonsense&sort=?', [late, home, bus]],
  ] as const) {
    const ids = (await items(anybody, query)).map(({ id }) => id)
    expect([query, ids]).toEqual([query, found])
    const page = await anybody.page(`/en/petitions${query}`)
    for (const id of [bus, home, late])
      expect([query, page.includes(`/en/petitions/${id}"`)]).toEqual([
        query,
        (found as readonly number[]).includes(id),
      ])
  }
  town.daysPass(101)
  for (const [query, found] of [
    ['?state=overdue', [bus, home]],
    ['?state=overdue&sort=newest', [home, bus]],
    ['?state=overdue&sort=due', [bus, home]],
    ['?state=overdue&sort=signatures', [home, bus]],
  ] as const)
    expect([query, (await items(anybody, query)).map(({ id }) => id)]).toEqual([query, found])
  expect(await anybody.page('/en/petitions?sort=due')).toContain('days late')
  expect(town.bugs).toEqual([])
})

test('page after page shows every petition once, in each order', async () => {
  const town = await testCity()
  const all = new Set<number>()
  for (let filed = 0; filed < 45; filed++) {
    if (filed % 20 === 0) town.daysPass(1)
    all.add(await fileAs(town, town.as(anonymous), {}, '/anonymous'))
  }
  for (const sort of ['newest', 'signatures', 'due']) {
    const seen: number[] = []
    for (let path: string | undefined = `/en/petitions?sort=${sort}`; path; ) {
      const page: string = await town.as(anonymous).page(path)
      seen.push(...[...page.matchAll(/href="\/en\/petitions\/(\d+)"/g)].map(([, id]) => Number(id)))
      path = page.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([sort, seen.length, new Set(seen)]).toEqual([sort, 45, all])
  }
})

test('the list can be taken away for a spreadsheet and for a program, without words that were hidden', async () => {
  const { town, bus } = await withThree()
  const csv = await town.as(anonymous).page('/en/petitions.csv?sort=signatures')
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(4)
  expect(csv).toContain('Low kerbs')
  await act(town.city, { as: 'system' }, async (tx) => {
    await tx.update(petitions).set({ hiddenAt: town.at() })
    return { entries: [{ what: 'petitions.petition-hidden', about: 'petitions/1', visibility: 'internal' }] }
  })
  for (const path of ['/en/petitions', '/en/petitions.csv', '/en/petitions.json', `/en/petitions/${bus}`])
    expect([path, (await town.as(anonymous).page(path)).includes('Low kerbs')]).toEqual([path, false])
})

test('one petition is there for programs as the record commits to it', async () => {
  const { town, bus } = await withThree()
  const form = await (await town.as(anonymous).get(`/en/petitions/${bus}.json`)).json()
  expect(form).toMatchObject({ id: bus, routings: [{ petition: bus }], answers: [] })
  for (const secret of ['person', 'returnDigest', 'form', 'shownAs', 'signatures'])
    expect(form).not.toHaveProperty(secret)
  for (const none of [
    '/en/petitions/0',
    '/en/petitions/999999999',
    '/en/petitions/99999999999999',
    '/en/petitions/7.json',
  ])
    expect([none, (await town.as(anonymous).get(none.replace('7', '987654'))).status]).toEqual([none, 404])
})
