import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { Daeun, deskOf, Harim, promise, transport, welfare } from './promised.fixture.ts'

const links = 'https://city.example/kerbs'

const recommendation = {
  about: 'committees/civic-rights-committee/sittings/3' as const,
  title: { en: 'A recommendation' },
}

/** A city with promises of every sort. @returns a reader of the list's titles */
async function town() {
  const city = await testCity()
  const day = (text: string) => Temporal.PlainDate.from(text)
  const kerbs = await promise(city.city, { title: 'Kerbs' })
  await promise(city.city, {
    title: 'Lamps',
    lead: welfare,
    dueOn: day('2027-03-01'),
    milestones: [],
    districts: ['seo-gu'],
    articles: ['charter/9'],
    groups: ['women'],
  })
  await promise(
    city.city,
    { title: 'Buses', kind: 'under-way', dueOn: day('2028-05-01'), supporting: [welfare] },
    recommendation as never,
  )
  const titles = async (query: string) => {
    const answer = await (await city.as(anonymous).get(`/en/commitments.json?${query}`)).json()
    return answer.items.map((each: { title: string }) => each.title)
  }
  return { city, kerbs, titles, page: (query = '') => city.as(anonymous).page(`/en/commitments${query}`) }
}

for (const [query, found] of [
  ['', ['Buses', 'Lamps', 'Kerbs']],
  ['sort=due', ['Lamps', 'Kerbs', 'Buses']],
  ['kind=new', ['Lamps', 'Kerbs']],
  ['kind=under-way', ['Buses']],
  [`body=${transport}`, ['Buses', 'Kerbs']],
  [`body=${welfare}`, ['Buses', 'Lamps']],
  ['district=seo-gu', ['Lamps']],
  ['article=charter/9', ['Lamps']],
  ['group=women', ['Lamps']],
  ['origin=committees', ['Buses']],
  ['year=2028', ['Buses']],
  ['q=lamps', ['Lamps']],
  ['q=nothing', []],
  ['standing=under-way', ['Buses', 'Lamps', 'Kerbs']],
  ['standing=open&sort=due', ['Lamps', 'Kerbs', 'Buses']],
  ['standing=kept', []],
  ['standing=nonsense&year=soon&kind=', ['Buses', 'Lamps', 'Kerbs']],
  [`body=${welfare}&kind=new&district=seo-gu&q=lamps&standing=under-way&year=2027`, ['Lamps']],
] as const) {
  test(`the list asked for ${query || 'nothing'} shows ${found.join(', ') || 'nothing'}`, async () => {
    const { titles } = await town()
    expect(await titles(query)).toEqual(found)
  })
}

test('the filters are a form that needs no script, keeps what was asked, and offers only what there is', async () => {
  const { page } = await town()
  const shown = await page('?district=seo-gu&q=lamps')
  expect(shown).toMatch(/<option value="seo-gu"[^>]* selected/)
  expect(shown).toContain('value="lamps"')
  expect(shown).toContain('<option value="women"')
  expect(shown).not.toContain('<option value="buk-gu"')
  expect(shown).toMatch(/<form method="get"[^>]*>/)
})

test('each standing is counted, new promises and what is being done already apart', async () => {
  const { city, kerbs, page } = await town()
  const harim = deskOf(city, Harim, kerbs)
  await harim.send('completion', { links })
  await deskOf(city, Daeun, kerbs).send('checks', { finding: 'confirmed', method: 'seen' })
  city.turnTo('2027-03-02T09:00:00+09:00')
  const counted = (shown: string) =>
    [...shown.matchAll(/kind=new&amp;standing=([a-z-]+)"><span class="count">(\d+)/g)].map(
      ([, name, count]) => `${name} ${count}`,
    )
  expect(counted(await page())).toEqual([
    'kept 1',
    'unverified 0',
    'under-way 0',
    'late 1',
    'broken 0',
    'silent 1',
  ])
  expect(await page()).toContain('Under way 1')
})

test('a list is read to its end, page by page and as a file, with nothing twice and nothing left out', async () => {
  const city = await testCity()
  const today = Temporal.PlainDate.from('2026-11-21')
  for (let at = 0; at < 45; at++)
    await promise(city.city, {
      title: `No ${at}`,
      milestones: [],
      dueOn: today.add({ days: 100 + (at % 7) }),
    })
  for (const sort of ['newest', 'due']) {
    const seen: string[] = []
    for (let path: string | undefined = `/en/commitments?sort=${sort}`; path; ) {
      const page = await city.as(anonymous).page(path)
      seen.push(...[...page.matchAll(/>(No \d+)</g)].map(([, title]) => title!))
      path = page.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 45, 45])
  }
  const csv = await city.as(anonymous).page('/en/commitments.csv?sort=due')
  expect(csv.trim().split('\n')).toHaveLength(46)
  const strange = await city.as(anonymous).get(`/en/commitments?sort=due&after=${btoa('[5]')}`)
  expect(strange.status).toBe(200)
  expect(city.bugs).toEqual([])
})

test('bodies are set beside each other only with enough promises, in no order of merit, and it is said why', async () => {
  const { city } = await town()
  for (let at = 0; at < 4; at++) await promise(city.city, { title: `Kerb ${at}` })
  const anybody = city.as(anonymous)
  const cards = async () => (await (await anybody.get('/en/commitments/bodies.json')).json()).items
  const own = (await cards()).find((each: { body: string }) => each.body === transport)
  expect(own).toMatchObject({ count: 5, underWay: 1, open: 5, late: 0, done: 0, medianDays: null })
  const page = await anybody.page('/en/commitments/bodies')
  expect(page).toContain('Too few to compare')
  expect(page).toContain('With fewer than 5 promises')
  const [table = '', few = ''] = page.split('Too few to compare')
  expect(table).toContain(`/commitments/bodies/${transport}"`)
  expect(few).toContain(`/commitments/bodies/${welfare}"`)
  expect(await anybody.page(`/en/commitments/bodies/${welfare}`)).toContain('With fewer than 5 promises')
  expect((await anybody.get('/en/commitments/bodies/nobody')).status).toBe(404)
})

test('a scorecard counts days from the day first promised, and what was ever contradicted', async () => {
  const { city, kerbs } = await town()
  const harim = deskOf(city, Harim, kerbs)
  const plan = { scope: 'Kerbs.', lead: transport, startsOn: '2026-11-21', free: 'yes' }
  await harim.send('plan', { ...plan, dueOn: '2028-01-31' })
  city.turnTo('2027-10-17T09:00:00+09:00')
  await harim.send('completion', { links })
  await deskOf(city, Daeun, kerbs).send('checks', { finding: 'not-confirmed', method: 'seen' })
  await harim.send('completion', { links, text: 'Again.' })
  const { items } = await (await city.as(anonymous).get('/en/commitments/bodies.json')).json()
  expect(items.find((each: { body: string }) => each.body === transport)).toMatchObject({
    count: 1,
    done: 1,
    onTime: 0,
    medianDays: 30,
    contradicted: 1,
    verified: 0,
  })
})

test('the map counts what is open in each district, and how much of it is late', async () => {
  const { city } = await town()
  city.turnTo('2027-03-02T09:00:00+09:00')
  const map = await city.as(anonymous).page('/en/commitments/map')
  expect(map).toContain('1, of which 1 late')
  expect(map).toContain('district=seo-gu')
})

test('in Korean the tracker speaks Korean', async () => {
  const { city } = await town()
  const page = await city.as(anonymous).page('/ko/commitments')
  for (const words of ['시의 약속', '새 약속', '이행 중', '이미 하고 있는 일', '까지'])
    expect(page).toContain(words)
})
