import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkCity, initCity, readCity } from '#city/index.ts'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { createSite } from '../site.tsx'
import { type Imported, importPopolo } from './importing.ts'
import { sayImported } from './saying.ts'

const on = Temporal.PlainDate.from('2026-11-21')
const cities = join(import.meta.dirname, '../../cities')

async function freshCity(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'madang-import-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'city')
  await initCity(folder, {
    key: 'new-city',
    name: { ko: '새 도시', en: 'New City' },
    languages: ['ko', 'en'],
    timeZone: 'Asia/Seoul',
    currency: 'KRW',
    country: 'KR',
  })
  return folder
}

async function importing(popolo: unknown, options: object = {}): Promise<Imported & { cityDir: string }> {
  const cityDir = await freshCity()
  const file = join(cityDir, '../of-elsewhere.json')
  await writeFile(file, typeof popolo === 'string' ? popolo : JSON.stringify(popolo))
  return { ...(await importPopolo(file, { cityDir, on, lang: 'en', ...options })), cityDir }
}

type Popolo = Record<'organizations' | 'posts' | 'persons' | 'memberships', { id: string }[]>

async function popoloOf(city: string): Promise<Popolo> {
  const { house } = await livingCity(await freshDatabase(), { city })
  return (await createSite(house).request('https://city.example/ko/bodies.popolo.json')).json()
}

test('what one city exports another takes in: the same organizations, posts and terms come out of it again', async () => {
  const given = await popoloOf('gwangju')
  const { cityDir, taken, notes } = await importing(given)
  // The new city has a mayor of its own.
  const mayor = 'gwangju-metropolitan-city-mayor'
  expect(notes).toEqual([
    { of: 'posts', id: 'post/mayor', what: 'changed', code: 'key', facts: { key: mayor, other: 'mayor' } },
  ])
  expect(taken).toEqual({
    bodies: given.organizations.length,
    posts: given.posts.length,
    terms: given.memberships.length,
  })
  expect((await checkCity(cityDir, { lang: 'en' })).code).toBe(0)
  const again = await popoloOf(relative(cities, cityDir))
  const renamed: Popolo = JSON.parse(JSON.stringify(given).replaceAll('"post/mayor"', `"post/${mayor}"`))
  for (const kind of ['organizations', 'posts', 'persons', 'memberships'] as const) {
    const ids = new Set(renamed[kind].map(({ id }) => id))
    const inOrder = (all: { id: string }[]) =>
      all.filter(({ id }) => ids.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(inOrder(again[kind])).toEqual(inOrder(renamed[kind]))
  }
}, 60_000)

test('what is imported says so, names its source, and can be imported again', async () => {
  const popolo = {
    organizations: [
      { id: 'org/parks', name: '공원과', classification: 'division', founding_date: '2014-07' },
    ],
  }
  const { cityDir } = await importing(popolo)
  const reading = await readCity(cityDir)
  if (!reading.ok) throw new Error('the city cannot be read')
  const [parks] = reading.city.bodies.filter(({ key }) => key === 'parks')
  expect(parks).toMatchObject({
    kind: 'division',
    verification: 'imported',
    source: ['popolo-of-elsewhere'],
    versions: [{ from: '2014-07-01', precision: 'month', name: { ko: '공원과' } }],
  })
  const before = await readFile(join(cityDir, 'bodies/popolo-of-elsewhere.yaml'), 'utf8')
  const file = join(cityDir, '../of-elsewhere.json')
  expect((await importPopolo(file, { cityDir, on, lang: 'en' })).notes).toEqual([])
  expect(await readFile(join(cityDir, 'bodies/popolo-of-elsewhere.yaml'), 'utf8')).toBe(before)
})

test('of every record that does not come over as it was, the report says which, and why', async () => {
  const { taken, notes } = await importing(
    {
      organizations: [
        { id: 'city-council', name: 'City council', classification: 'legislature' },
        {
          id: 'a',
          name: 'Party of Trees',
          classification: 'party',
          founding_date: '1999',
          image: 'https://e.org/a.png',
        },
        {
          id: 'b',
          name: 'Older than its parent',
          classification: 'office',
          founding_date: '1950',
          parent_id: 'a',
        },
        {
          id: 'c',
          name: 'Ends before it begins',
          classification: 'office',
          founding_date: '2000',
          dissolution_date: '1999',
        },
        { id: 'd', classification: 'office' },
        { id: 'e', name: 'No start', classification: 'office', founding_date: 'long ago' },
        { name: 'Without an id' },
      ],
      posts: [
        { id: 'chair', label: 'Chair', organization_id: 'city-council' },
        { id: 'lost', label: 'Lost', organization_id: 'nowhere' },
      ],
      persons: [
        { id: 'yuna', name: 'Yuna', gender: 'female', birth_date: '1990-01-01' },
        { id: 'minho', name: 'Minho' },
      ],
      memberships: [
        { id: 't1', person_id: 'yuna', post_id: 'chair', start_date: '2020', end_date: '2022' },
        { id: 't2', person_id: 'yuna', post_id: 'chair' },
        { id: 't3', person_id: 'yuna', organization_id: 'a', start_date: '2020' },
        { id: 't4', person_id: 'nobody', post_id: 'chair', start_date: '2020' },
      ],
    },
    { language: 'en' },
  )
  expect(taken).toEqual({ bodies: 3, posts: 1, terms: 1 })
  expect(sayImported('en', { taken, notes, files: [] }, false)).toMatchInlineSnapshot(`
    [
      "changed  organization a: left out: image",
      "dropped  organization 6: id is missing or of the wrong kind",
      "dropped  organization d: it has no name",
      "dropped  organization city-council: the city’s files have city-council already; what belongs to it was taken",
      "changed  organization a: party became other",
      "changed  organization e: left out: long ago is no date",
      "changed  organization e: it does not say since when, so: since 2026-11-21",
      "changed  post chair: how it is filled is not said, so: appointment. Please check",
      "dropped  post lost: its organization (nowhere) is not among those taken",
      "changed  person yuna: left out: gender, birth_date",
      "dropped  membership t2: it does not say since when",
      "dropped  membership t3: its post (none) is not among those taken",
      "dropped  membership t4: its person (nobody) is not in the file, or has no name",
      "dropped  person minho: holds no post: people are kept only as those who hold one",
      "changed  organization b: left out: belongs to a, which is not taken or did not stand then",
      "dropped  organization c: the city’s files do not take it: expected a last day that is not before the first, 2000-01-01, found 1999-12-31",
      "Taken: bodies 3, posts 1, terms of office 1.",
      "Written; read them and mark what you have checked:",
    ]
  `)
  const everyNote = sayImported('ko', { taken, notes, files: [] }, false).join('\n')
  expect(everyNote).toMatch(/[가-힣]/)
  expect(everyNote).not.toMatch(/undefined/)
})

test('nothing personal is taken but the name of who held which post when', async () => {
  const { cityDir } = await importing({
    organizations: [{ id: 'a', name: '과', classification: 'division', founding_date: '1999' }],
    posts: [{ id: 'head', label: '과장', role: 'appointment', organization_id: 'a' }],
    persons: [
      { id: 'p', name: '하림', gender: 'female', birth_date: '1990-01-01', email: 'harim@example.org' },
    ],
    memberships: [{ id: 't', person_id: 'p', post_id: 'head', start_date: '2020' }],
  })
  const term = await readFile(join(cityDir, 'terms/popolo-of-elsewhere.yaml'), 'utf8')
  expect(term).toContain('하림')
  for (const secret of ['female', '1990', 'harim@']) expect(term).not.toContain(secret)
})

test('a trial run writes nothing', async () => {
  const before = await filesIn(await freshCity())
  const { cityDir, files } = await importing({ organizations: [{ id: 'a', name: '과' }] }, { dryRun: true })
  expect(await filesIn(cityDir)).toEqual(before)
  expect(files.map((file) => relative(cityDir, file))).toContain('bodies/popolo-of-elsewhere.yaml')
})

test('what is no Popolo, and a city that does not stand, are refused with a sentence', async () => {
  await expect(importing('{')).rejects.toMatchObject({ code: 'not-popolo' })
  await expect(importing([])).rejects.toMatchObject({ code: 'not-popolo' })
  await expect(importing({ organisations: [] })).rejects.toMatchObject({ code: 'not-popolo' })
  await expect(importing({ organizations: [] }, { cityDir: '/nowhere' })).rejects.toMatchObject({
    code: 'not-a-city',
  })
  const broken = await freshCity()
  await cp(join(broken, 'norms.yaml'), join(broken, 'bodies.yaml'))
  await expect(importing({ organizations: [] }, { cityDir: broken })).rejects.toMatchObject({
    code: 'not-a-city',
  })
  await expect(importPopolo('/nowhere.json', { cityDir: broken, on, lang: 'ko' })).rejects.toMatchObject({
    code: 'no-file',
  })
})

const filesIn = async (folder: string): Promise<string[]> =>
  ((await readdir(folder, { recursive: true })) as string[]).sort()
