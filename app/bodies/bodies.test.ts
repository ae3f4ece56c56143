import { expect, test } from 'vitest'
import { historyOf } from '#record/index.ts'
import { anonymous, cityFiles, testCity } from '#testing/city.ts'
import { loadCity } from '../load.ts'
import { popolo } from './popolo.ts'
import { bodyOn, presentHolder } from './reads.ts'

const on = (day: string) => Temporal.PlainDate.from(day)

test('a reader walks back through the city: the office as it was then, linked to what it is today', async () => {
  const { as, bugs } = await testCity()
  const reader = as(anonymous)
  const then = await reader.page('/en/bodies?on=2012-05-21')
  expect(then).toContain('Gwangju Metropolitan City')
  expect(then).toContain('Human Rights Office')
  expect(then).not.toContain('Special City</a> <span class="muted">City government')
  const now = await reader.page('/ko/bodies')
  expect(now).toContain('민주인권평화국')
  expect(now.slice(0, now.indexOf('id="changes"'))).not.toContain('인권담당관실')
  const office = await reader.page('/ko/bodies/human-rights-office')
  for (const name of ['인권담당관실', '민주인권평화국']) expect(office).toContain(name)
  for (const staff of ['12명', '28명', '45명']) expect(office).toContain(staff)
  expect(office).toContain('전남광주통합특별시')
  expect(bugs).toEqual([])
})

test('a body that is gone says who answers for what it owed', async () => {
  const { as } = await testCity()
  const page = await as(anonymous).page('/en/bodies/gwangju-metropolitan-city')
  expect(page).toContain('What it owed is now owed by')
  expect(page).toContain('href="/en/bodies/jeonnam-gwangju-special-city"')
})

for (const [key, day, holder] of [
  ['gwangju-metropolitan-city', '2026-06-30', 'gwangju-metropolitan-city'],
  ['gwangju-metropolitan-city', '2026-07-01', 'jeonnam-gwangju-special-city'],
  ['jeollanam-do', '2026-07-01', 'jeonnam-gwangju-special-city'],
  ['gwangju-council', '2026-07-01', 'jeonnam-gwangju-council'],
  ['human-rights-office', '2026-07-01', 'human-rights-office'],
] as const) {
  test(`on ${day} ${holder} answers for ${key}`, async () => {
    const { city } = await testCity()
    expect((await presentHolder(city.reads, key, on(day))).map((each) => each.key)).toEqual([holder])
  })
}

test('every duty of a body that is gone has somebody who answers for it, or was closed with its work', async () => {
  const { city, files } = await testCity()
  const today = on('2026-11-21')
  for (const { key } of files.bodies) {
    const stands = (await bodyOn(city.reads, key, today))!.stands
    const holders = await presentHolder(city.reads, key, today)
    expect([key, holders.length > 0]).toEqual([key, true])
    if (stands) expect(holders[0]!.by).toBe('itself')
  }
})

test('the bodies of a day come as a table for a spreadsheet, for a program, and as Popolo', async () => {
  const { as } = await testCity()
  const reader = as(anonymous)
  const csv = await reader.page('/ko/bodies.csv?on=2012-05-21')
  expect(csv.split('\r\n')[0]).toBe('식별자,이름,종류,소속,시작,끝,인원,하부 조직,법적 근거,확인 정도,출처')
  expect(csv).toContain(
    'human-rights-office,인권담당관실,office,gwangju-metropolitan-city,2010-08-01,2013-12-31,12,3,',
  )
  const { items } = (await (await reader.get('/en/bodies.json?on=2012-05-21')).json()) as {
    items: { key: string }[]
  }
  expect(items.map((each) => each.key)).not.toContain('jeonnam-gwangju-special-city')
  const said = await (await reader.get('/en/bodies.popolo.json')).json()
  expect(popolo.parse(said)).toEqual(said)
})

test('what is asked for and is not there is a page that says so; a day that is none is today', async () => {
  const { as, bugs } = await testCity()
  const reader = as(anonymous)
  for (const path of ['/en/bodies/nobody', '/ko/districts/nowhere', '/en/bodies/%00'])
    expect((await reader.get(path)).status).toBe(404)
  for (const asked of ['2012-02-31', 'yesterday', '']) {
    expect((await reader.get(`/en/bodies?on=${asked}`)).status).toBe(200)
  }
  expect(bugs).toEqual([])
})

test('districts are a map, a table and GeoJSON, each with its office', async () => {
  const { as, files } = await testCity()
  const reader = as(anonymous)
  const page = await reader.page('/ko/districts')
  for (const { name } of files.districts) expect(page).toContain(name.ko)
  const shapes = (await (await reader.get('/en/districts.geojson')).json()) as { features: { id: string }[] }
  expect(shapes.features.map((each) => each.id).sort()).toEqual(
    files.districts.map((each) => each.key).sort(),
  )
  const { key, office } = files.districts[0]!
  expect(await reader.page(`/en/districts/${key}`)).toContain(`href="/en/bodies/${office}"`)
})

test('loading twice changes nothing; a new holder of a post changes one body and is on the record', async () => {
  const { city, as } = await testCity()
  const files = structuredClone(await cityFiles())
  expect(await loadCity(city, files)).toBe(0)
  const { post, from, ...term } = files.terms.find((each) => each.post === 'mayor')!
  files.terms.push({
    ...term,
    key: 'next',
    post,
    from: '2026-01-01',
    until: '2026-06-30',
    holder: { en: 'Sora' },
  })
  expect(await loadCity(city, files)).toBe(1)
  const history = await historyOf(city.reads, 'bodies/gwangju-metropolitan-city')
  expect(history.map(({ what, facts }) => [what, facts])).toEqual([
    ['bodies.body-added', {}],
    ['bodies.body-changed', { fields: 'posts' }],
  ])
  expect(await as(anonymous).page('/en/bodies/gwangju-metropolitan-city')).toContain('Sora')
  expect(await loadCity(city, files)).toBe(0)
})

test('a body taken out of the files is gone from the pages and from search, and comes back with them', async () => {
  const { city, as } = await testCity()
  const whole = await cityFiles()
  const files = structuredClone(whole)
  files.bodies = files.bodies.filter((each) => each.key !== 'labour-centre')
  const gone = whole.bodies.length - files.bodies.length
  expect(await loadCity(city, files)).toBe(gone)
  expect((await as(anonymous).get('/en/bodies/labour-centre')).status).toBe(404)
  expect(await loadCity(city, structuredClone(whole))).toBe(gone)
  expect((await as(anonymous).get('/en/bodies/labour-centre')).status).toBe(200)
  const history = await historyOf(city.reads, 'bodies/labour-centre')
  expect(history.map((each) => each.what)).toEqual([
    'bodies.body-added',
    'bodies.body-withdrawn',
    'bodies.body-added',
  ])
})
