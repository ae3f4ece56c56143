import { expect, test } from 'vitest'
import { historyOf } from '#record/index.ts'
import { anonymous, type Browser, person, type TestCity, testCity } from '#testing/city.ts'
import { importTable, indicatorActs, indicatorLines } from './index.ts'
import { indicatorByKey, valuesOf } from './reads.ts'
import { releasesOf } from './releases.reads.ts'

const office = 'human-rights-division'
const transport = 'transport-department'
const committee = 'human-rights-civil-committee'
const key = 'buses-without-steps'

/** Everybody through whose hands a figure of the transport department goes. */
async function hands() {
  const city = await testCity()
  const { as } = city
  const all = {
    city,
    harim: as(person('Harim', 101, ['officer', transport])),
    doyun: as(person('Doyun', 102, ['officer', transport])),
    haneul: as(person('Haneul', 103, ['head', transport])),
    jiwoo: as(person('Jiwoo', 104, ['officer', office])),
    daeun: as(person('Daeun', 105, ['secretary', committee])),
    reader: as(anonymous),
  }
  const made = await all.jiwoo.post('/en/desk/indicators/new', {
    title: 'Buses without steps',
    key,
    chapter: '3',
    articles: 'charter/11',
    from: '2020',
    text: 'Buses that can be boarded without a step, of all buses on city lines',
    numerator: 'buses without steps',
    denominator: 'all buses',
    times: '100',
    missing: 'none',
    good: 'up',
    unit: '%',
    decimals: '1',
    owner: transport,
    frequency: 'year',
    due: '03-31',
    dimension: 'Lines',
    categories: 'Trunk lines\nVillage lines\nNight lines',
  })
  expect(made.status).toBe(303)
  return all
}

/** The form of a year: the whole, then trunk, village and night lines. */
const form = (period: string, cells: readonly (readonly [number, number])[], more = {}) => ({
  side: 'owner',
  period,
  ...Object.fromEntries(
    cells.flatMap(([above, below], at) => [
      [`cell${at}.numerator`, String(above)],
      [`cell${at}.denominator`, String(below)],
    ]),
  ),
  ...more,
})

const enter = (browser: Browser, fields: Record<string, string>) =>
  browser.post(`/en/desk/indicators/${key}/values`, fields)

async function lastRelease({ city }: TestCity): Promise<number> {
  const page = await city.reads.select().from((await import('./tables.ts')).releases)
  return Math.max(...page.map(({ id }) => id))
}

const step = async (browser: Browser, city: TestCity, name: string, fields = {}) =>
  browser.post(`/en/desk/indicators/releases/${await lastRelease(city)}/${name}`, fields)

/** Figures of a year, through four hands to the public. */
async function published(all: Awaited<ReturnType<typeof hands>>, fields: Record<string, string>) {
  const { city, harim, doyun, haneul, jiwoo } = all
  for (const done of [
    await enter(harim, fields),
    await step(doyun, city, 'checked'),
    await step(haneul, city, 'approved'),
    await step(jiwoo, city, 'published'),
  ])
    expect(done.status).toBe(303)
}

test('a figure goes through four hands, each another person’s, and nobody sees it before the last', async () => {
  const all = await hands()
  const { city, harim, doyun, haneul, jiwoo, reader } = all

  expect(await harim.page('/en/desk/indicators')).toContain('Buses without steps')
  expect((await enter(harim, form('2024', [[50, 200]]))).status).toBe(303)
  expect(await reader.page(`/en/indicators/${key}`)).not.toContain('25.0%')

  const own = await step(harim, city, 'checked')
  expect(own.status).toBe(422)
  expect(await own.text()).toContain('You have taken a step of this already')
  expect((await step(haneul, city, 'published')).status).toBe(422)
  expect((await step(doyun, city, 'checked')).status).toBe(303)
  // Who checked it does not approve it, and an officer is no head.
  expect((await step(doyun, city, 'approved')).status).toBe(422)
  expect((await step(jiwoo, city, 'published')).status).toBe(422)
  expect((await step(haneul, city, 'approved')).status).toBe(303)
  expect((await step(jiwoo, city, 'published')).status).toBe(303)
  expect((await step(jiwoo, city, 'published')).status).toBe(303)

  const page = await reader.page(`/en/indicators/${key}`)
  expect(page).toContain('25.0%')
  expect(page).toContain('each by another person')
  const said = (await historyOf(city.city.reads, `indicators/${key}`)).map(({ what }) => what)
  expect(said.filter((what) => what === 'indicators.values-published')).toHaveLength(1)
  expect(said).not.toContain('indicators.values-entered')
  expect(city.bugs).toEqual([])
})

test('a form that is sent twice enters nothing twice, and another for the same year has to wait', async () => {
  const { city, harim, doyun } = await hands()
  const fields = form('2024', [[50, 200]])
  await enter(harim, fields)
  const first = await lastRelease(city)
  expect((await enter(harim, fields)).status).toBe(303)
  expect(await lastRelease(city)).toBe(first)
  const other = await enter(doyun, form('2024', [[60, 200]]))
  expect(other.status).toBe(422)
  expect(await other.text()).toContain('on their way already')
})

test('what is wrong is given back with a reason, and entered anew', async () => {
  const { city, harim, doyun } = await hands()
  await enter(harim, form('2024', [[500, 200]]))
  expect(
    (await step(doyun, city, 'return', { reason: 'More buses without steps than there are' })).status,
  ).toBe(303)
  expect(await harim.page('/en/desk/indicators')).toContain('More buses without steps than there are')
  await enter(harim, form('2024', [[50, 200]]))
  expect(await harim.page('/en/desk/indicators')).not.toContain('More buses without steps than there are')
})

test('a published figure is corrected with a reason, and what it was stays readable', async () => {
  const all = await hands()
  const { city, harim, reader } = all
  await published(all, form('2024', [[50, 200]]))
  const silent = await enter(harim, form('2024', [[60, 200]]))
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('Please say why')
  await published(all, form('2024', [[60, 200]], { note: 'Ten buses had been left out.' }))

  const page = await reader.page(`/en/indicators/${key}`)
  for (const text of ['30.0%', '25.0%', 'Ten buses had been left out.', 'What was corrected'])
    expect(page).toContain(text)
  const [value] = await valuesOf(city.city.reads, key)
  expect(value).toMatchObject({ value: 30, corrections: 1 })
  expect(await releasesOf(city.city.reads, key)).toHaveLength(2)
})

test('what stands for too few is not shown, neither is what would give it away, and no file has it', async () => {
  const all = await hands()
  const { city, reader } = all
  await published(
    all,
    form('2024', [
      [50, 200],
      [40, 180],
      [9, 17],
      [1, 3],
    ]),
  )
  const csv = await reader.page(`/en/indicators/${key}/values.csv`)
  expect(csv).toContain('22.2')
  for (const secret of ['52.9', '33.3']) {
    expect(csv).not.toContain(secret)
    expect(await reader.page(`/en/indicators/${key}`)).not.toContain(secret)
    expect(await reader.page(`/sdmx/${key}.csv`)).not.toContain(secret)
  }
  expect(csv).toContain('small')
  expect(csv).toContain('complement')
  expect(city.bugs).toEqual([])
})

test('nothing is divided by zero, and what is no number or no period is said to be so', async () => {
  const { harim } = await hands()
  const zero = await enter(harim, form('2024', [[1, 0]]))
  expect(await zero.text()).toContain('divided by zero')
  const words = await enter(harim, { ...form('2024', [[1, 2]]), 'cell0.numerator': 'many' })
  expect(await words.text()).toContain('Please write a number')
  const period = await enter(harim, form('next year', [[1, 2]]))
  expect(await period.text()).toContain('no period we know')
  const future = await enter(harim, form('2026', [[1, 2]]))
  expect(await future.text()).toContain('not over yet')
  expect((await enter(harim, form('2024', []))).status).toBe(422)
})

test('a second source stands beside the figures and never in their place', async () => {
  const all = await hands()
  const { city, harim, daeun, reader } = all
  await published(all, form('2024', [[50, 200]]))
  expect((await enter(harim, form('2024', [[10, 200]], { side: 'second' }))).status).toBe(422)
  expect((await enter(daeun, form('2024', [[10, 200]], { side: 'second' }))).status).toBe(303)
  const checker = city.as(person('Gaon', 106, ['officer', office]))
  const head = city.as(person('Nari', 107, ['head', office]))
  await step(checker, city, 'checked')
  await step(head, city, 'approved')
  expect((await step(all.jiwoo, city, 'published')).status).toBe(303)
  const page = await reader.page(`/en/indicators/${key}`)
  expect(page).toContain('Second source')
  const [line] = await indicatorLines(city.city.reads, city.city.facts, [key], city.at())
  expect(line?.newest?.value).toBe(25)
})

test('a target is set with a reason, and the way to it is reckoned; the committee writes beside it', async () => {
  const all = await hands()
  const { jiwoo, daeun, reader, harim } = all
  await published(all, form('2022', [[40, 200]]))
  const target = { from: '2022', start: '20', by: '2026', value: '60', reason: 'Agreed with those who ride' }
  const post = (browser: Browser, fields: object) =>
    browser.post(`/en/desk/indicators/${key}/target`, { ...target, ...fields })
  expect(await (await post(jiwoo, { value: '10' })).text()).toContain('worse than the start')
  expect(await (await post(jiwoo, { value: '20' })).text()).toContain('It would say nothing')
  expect(await (await post(jiwoo, { by: '2021' })).text()).toContain('must lie after the start')
  expect((await post(harim, {})).status).toBe(422)
  expect((await post(jiwoo, {})).status).toBe(303)
  expect(await reader.page(`/en/indicators/${key}`)).toContain('no value yet from after the target was set')
  await published(all, form('2024', [[60, 200]]))
  expect(await reader.page(`/en/indicators/${key}`)).toContain('Behind its target')
  expect(await reader.page('/en/indicators')).toContain('Buses without steps')

  const note = { period: '2024', text: 'Night lines still have none.' }
  for (let i = 0; i < 2; i++)
    expect((await daeun.post(`/en/desk/indicators/${key}/note`, note)).status).toBe(303)
  expect((await reader.page(`/en/indicators/${key}`)).split('Night lines still have none.')).toHaveLength(2)
})

test('another definition breaks the line, and no change is reckoned across it', async () => {
  const all = await hands()
  const { city, jiwoo, reader } = all
  await published(all, form('2023', [[40, 200]]))
  const change = {
    from: '2024',
    text: 'Buses with a ramp',
    numerator: 'with a ramp',
    denominator: 'all buses',
    times: '100',
    missing: 'none',
    breaks: 'yes',
  }
  const earlier = await jiwoo.post(`/en/desk/indicators/${key}/definition`, { ...change, from: '2019' })
  expect(await earlier.text()).toContain('must begin after the last one')
  expect((await jiwoo.post(`/en/desk/indicators/${key}/definition`, change)).status).toBe(303)
  await published(all, form('2024', [[10, 200]]))
  const [line] = await indicatorLines(city.city.reads, city.city.facts, [key], city.at())
  expect(line?.change).toEqual({ is: 'not-comparable', by: null })
  expect(await reader.page(`/en/indicators/${key}`)).toContain('nothing is compared across it')
})

test('what is wrong with a new indicator is said beside the field, and nothing is made', async () => {
  const { jiwoo, reader } = await hands()
  const fields = { title: 'Benches', text: 'Benches in parks', from: '2020', key: 'benches' }
  for (const [field, value, says] of [
    ['due', '02-30', 'a month and a day'],
    ['from', 'some day', 'no period we know'],
    ['key', 'late', 'This address is taken'],
    ['key', key, 'This address is taken'],
  ] as const) {
    const answer = await jiwoo.post('/en/desk/indicators/new', { ...fields, [field]: value })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain(`href="#${field}"`)
  }
  expect((await reader.get('/en/indicators/benches')).status).toBe(404)
  expect((await jiwoo.post('/en/desk/indicators/new', fields)).status).toBe(303)
  expect(await reader.page('/en/indicators/benches')).toContain('Nobody has documented')
})

test('a year’s priorities are at most as many as the norm says, each with what speaks for it', async () => {
  const { city, jiwoo, harim, reader } = await hands()
  const one = { indicator1: key, criteria1: ['severity', 'who-asks'], reason1: 'Riders asked for it' }
  const post = (browser: Browser, fields: Record<string, string | string[]>) =>
    browser.post('/en/desk/indicators/priorities', { year: '2026', ...fields })
  expect((await post(harim, one)).status).toBe(422)
  expect((await post(jiwoo, { ...one, reason1: '' })).status).toBe(422)
  expect((await post(jiwoo, { ...one, year: '2024' })).status).toBe(422)
  const known = (await (await import('./index.ts')).indicatorChoices(city.city.reads)).slice(0, 11)
  const eleven = Object.fromEntries(
    known.flatMap((each, at) => [
      [`indicator${at + 1}`, each.key],
      [`criteria${at + 1}`, 'number'],
      [`reason${at + 1}`, 'Many'],
    ]),
  )
  expect(await (await post(jiwoo, eleven)).text()).toContain('At most 10')
  expect((await post(jiwoo, one)).status).toBe(303)
  const page = await reader.page('/en/indicators/priorities/2026')
  expect(page).toContain('Riders asked for it')
  expect(page).toContain('How severe it is')
  city.daysPass(60)
  expect(await reader.page('/en/indicators/priorities')).toContain('Priorities of 2026')
})

test('what is late is said once in public, and the desk of its owner leads to the form', async () => {
  const all = await hands()
  const { city, harim, reader } = all
  await published(all, form('2024', [[50, 200]]))
  const late = city.house.rooms
    .flatMap(({ jobs }) => jobs ?? [])
    .find(({ name }) => name === 'indicators.late')!
  for (let i = 0; i < 2; i++) await late.run(city.city)
  const said = async () =>
    (await historyOf(city.city.reads, `indicators/${key}`)).filter(({ what }) => what === 'indicators.late')
  expect(await said()).toHaveLength(1)
  expect(await reader.page('/en/indicators/late.csv')).toContain('Buses without steps')
  expect(await harim.page('/en/desk')).toContain(`/desk/indicators/${key}/values`)
  await published(all, form('2025', [[55, 200]]))
  await late.run(city.city)
  expect(await said()).toHaveLength(1)
  expect(await reader.page('/en/indicators/late.csv')).not.toContain('Buses without steps')
})

test('every public page is there in both languages, for spreadsheets and programs', async () => {
  const { city, reader } = await hands()
  for (const lang of ['en', 'ko'])
    for (const path of [
      '/indicators',
      '/indicators.json',
      '/indicators?article=charter/11',
      '/indicators?sort=all',
      '/indicators/late',
      '/indicators/late.csv',
      '/indicators/unlinked',
      '/indicators/unlinked.json',
      '/indicators/rounds',
      '/indicators/priorities',
      '/indicators/areas/3',
      '/indicators/interpretation',
      '/indicators/registered-foreigners',
      '/indicators/interpretation/values',
      '/indicators/interpretation/values.json',
    ])
      expect((await reader.get(`/${lang}${path}`)).status, path).toBe(200)
  const bare = await reader.page('/en/indicators/unlinked.json')
  expect(bare).toContain('privacy-score')
  expect(bare).not.toContain('interpretation')
  const second = (await reader.page('/en/indicators?sort=all')).match(/href="([^"]+after=[^"]+)"/)![1]!
  expect(await reader.page(second.replaceAll('&amp;', '&'))).toContain('Buses without steps')
  for (const path of ['/indicators/nothing', '/indicators/areas/9', '/indicators/nothing/values'])
    expect((await reader.get(`/en${path}`)).status, path).toBe(404)
  expect(city.bugs).toEqual([])
})

test('files that say something else correct what they said, and what nobody says any more is missing', async () => {
  const { indicatorChanges } = await import('./load.ts')
  const { act } = await import('#record/index.ts')
  const { city, files, at } = await testCity()
  expect(await indicatorChanges(city.reads, files, at())).toEqual([])
  const changed = {
    ...files,
    indicators: files.indicators.map((each) =>
      each.key === 'interpretation' ? { ...each, values: [{ ...each.values[1]!, value: 53 }] } : each,
    ),
  }
  const changes = await indicatorChanges(city.reads, changed, at())
  expect(changes.map(({ entry }) => entry.what)).toEqual(['indicators.values-loaded'])
  await act(city, { as: 'city-files' }, async (tx) => {
    for (const each of changes) await each.apply(tx)
    return { entries: [changes[0]!.entry] }
  })
  const values = await valuesOf(city.reads, 'interpretation')
  expect(values.map(({ period, value, status }) => [period.name, value, status])).toEqual([
    ['2021', null, 'missing'],
    ['2022', 53, 'normal'],
  ])
  expect(await indicatorChanges(city.reads, changed, at())).toEqual([])
  const { published } = await (await import('./index.ts')).indicatorsRoom(() => [])
  expect(await published!(city.reads, 'interpretation')).toEqual(changes[0]!.entry.shows)
})

test('acts of other bodies are refused whoever calls them', async () => {
  const { city } = await hands()
  const said = { by: 'owner', period: '2024', cells: [], provisional: false, note: '', lang: 'en' } as const
  await expect(
    indicatorActs.enter(city.city, { as: 'audit-committee', person: 1 }, key, said),
  ).rejects.toThrow('indicators.not-yours')
})

test('what came in as one table is passed on as one, by each of its hands', async () => {
  const all = await hands()
  const { city, harim, doyun, haneul, jiwoo, reader } = all
  await indicatorActs.define(
    city.city,
    { as: office, person: 104 },
    {
      ...(await indicatorByKey(city.city.reads, key))!.doc,
      key: 'stops-with-benches',
      title: { en: 'Stops with a bench' },
    },
  )
  const table = `indicator,year,value\n${key},2024,31\nstops-with-benches,2024,47\n`
  await importTable(
    city.city,
    { as: transport, person: 101 },
    { open: () => [new TextEncoder().encode(table)] },
  )
  const together = (browser: Browser, name: string) =>
    lastRelease(city).then((id) => browser.post(`/en/desk/indicators/imports/${id}/${name}`))
  expect(await doyun.page('/en/desk/indicators')).toContain('2 indicators')
  // Whoever brought it in passes nothing on.
  await together(harim, 'checked')
  await together(haneul, 'approved')
  expect(await doyun.page('/en/desk/indicators')).toContain('2 indicators')
  await together(doyun, 'checked')
  await together(haneul, 'approved')
  await together(jiwoo, 'published')
  for (const [each, value] of [
    [key, '31.0%'],
    ['stops-with-benches', '47.0%'],
  ])
    expect(await reader.page(`/en/indicators/${each}`)).toContain(value)
  expect(city.bugs).toEqual([])
})
