import { expect, test } from 'vitest'
import { act, historyOf } from '#record/index.ts'
import { cityFiles, testCity } from '#testing/city.ts'
import { loadCity } from '../load.ts'
import { serve } from './actions.ts'

test('everybody reads the charter, chapter by chapter, in both languages', async () => {
  const { browser, files, bugs } = await testCity()
  const charter = files.instruments.find((each) => each.kind === 'charter')!
  for (const lang of ['ko', 'en']) {
    const page = await browser().page(`/${lang}/charter`)
    for (const { title } of charter.chapters) expect(page).toContain(title[lang])
    for (const { no } of charter.articles) expect(page).toContain(`href="/${lang}/charter/${no}"`)
  }
  expect(bugs).toEqual([])
})

test('an article says how sure its wording is, and what protects the same right elsewhere', async () => {
  const { browser } = await testCity()
  const page = await browser().page('/en/charter/11')
  expect(page).toContain('Not confirmed yet')
  expect(page).toContain('href="/en/law/')
})

test('an article that is not there is a page that says so', async () => {
  const { browser, bugs } = await testCity()
  for (const path of ['/ko/charter/99', '/en/law/nothing', '/en/law/nothing/1', '/en/charter/%00'])
    expect((await browser().get(path)).status).toBe(404)
  expect(bugs).toEqual([])
})

test('a reader steps to any day, and to today when the day is none', async () => {
  const { browser } = await testCity()
  expect(await browser().page('/en/charter?on=2012-05-20')).toContain('Not yet in force')
  expect(await browser().page('/en/charter?on=2012-05-21')).not.toContain('Not yet in force')
  expect((await browser().get('/en/charter?on=2012-02-31')).status).toBe(200)
})

test('the numbers of 2012 lead to those of today', async () => {
  const { browser, files } = await testCity()
  const mapped = files.instruments.find((each) => each.numberMaps.length > 0)!
  const row = mapped.numberMaps[0]!.rows.find((each) => each.was)!
  const page = await browser().page(`/en/law/${mapped.key}/${row.now[0]}`)
  expect(page).toContain(`Article ${row.was}`)
})

test('what serves an article stands on its page, and the article leaves the list of those nothing serves', async () => {
  const { city, browser } = await testCity()
  expect(await browser().page('/en/charter/unserved')).toContain('href="/en/charter/16"')
  await act(city, { as: 'system' }, async (tx, at) => {
    const thing = {
      about: 'bodies/example',
      title: { en: 'Lifts at every stop', ko: '모든 역에 승강기' },
    } as const
    await serve(tx, thing, ['charter/16', 'charter/16'], at)
    return { entries: [{ what: 'charter.article-changed', about: 'charter/16' }] }
  })
  expect(await browser().page('/ko/charter/16')).toContain('모든 역에 승강기')
  expect(await browser().page('/en/charter/unserved')).not.toContain('href="/en/charter/16"')
})

test('of much that serves an article the newest of each kind stand on its page, and how to find the others', async () => {
  const { city, browser } = await testCity()
  await act(city, { as: 'system' }, async (tx, at) => {
    for (let no = 1; no <= 8; no++)
      await serve(
        tx,
        { about: `petitions/${no}`, title: { en: `Wish ${no}` } },
        ['charter/16'],
        at.add({ hours: no }),
      )
    await serve(tx, { about: 'commitments/1', title: { en: 'A promise' } }, ['charter/16'], at)
    return { entries: [{ what: 'charter.article-changed', about: 'charter/16' }] }
  })
  const page = await browser().page('/en/charter/16')
  expect([...page.matchAll(/Wish (\d)/g)].map(([, no]) => no)).toEqual(['8', '7', '6', '5', '4'])
  expect(page).toContain('<a href="/en/petitions?article=charter/16">All 8</a>')
  expect(page).toContain('A promise')
  expect(await browser().page('/en/charter')).toContain('9 things serve it')
})

test('loading the files twice changes nothing; one changed word changes one article and is on the record', async () => {
  const { city } = await testCity()
  const files = structuredClone(await cityFiles())
  expect(await loadCity(city, files)).toBe(0)
  const charter = files.instruments.find((each) => each.kind === 'charter')!
  charter.articles.find((each) => each.no === '11')!.versions[0]!.title = { ko: '새 제목', en: 'A new title' }
  expect(await loadCity(city, files)).toBe(1)
  expect((await historyOf(city.reads, 'charter/11')).map(({ what, facts }) => [what, facts])).toEqual([
    ['charter.article-added', {}],
    ['charter.article-changed', { fields: 'versions' }],
  ])
  expect(await loadCity(city, files)).toBe(0)
})

test('an article taken out of the files is gone from the pages and stays in the record', async () => {
  const { city, browser } = await testCity()
  const files = structuredClone(await cityFiles())
  const charter = files.instruments.find((each) => each.kind === 'charter')!
  charter.articles = charter.articles.filter((each) => each.no !== '18')
  expect(await loadCity(city, files)).toBe(1)
  expect((await browser().get('/en/charter/18')).status).toBe(404)
  expect((await historyOf(city.reads, 'charter/18')).at(-1)?.what).toBe('charter.article-withdrawn')
  expect(await loadCity(city, await cityFiles())).toBe(1)
  expect((await browser().get('/en/charter/18')).status).toBe(200)
})

test('every rule with a number is listed with the dates it is in force, for people and for programs', async () => {
  const { browser, files } = await testCity()
  const versions = files.norms.flatMap((each) => each.versions)
  const { items } = (await (await browser().get('/en/norms.json')).json()) as { items: unknown[] }
  expect(items).toHaveLength(versions.length)
  const csv = await (await browser().get('/ko/norms.csv')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(versions.length + 1)
})
