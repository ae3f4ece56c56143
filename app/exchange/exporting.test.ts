import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { integrate, type Verdict, verify } from '#record/index.ts'
import { keys, livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { createSite } from '../site.tsx'
import { exportTo } from './exporting.ts'
import { askFolder } from './site.ts'

const on = Temporal.PlainDate.from('2026-11-21')
const gwangju = join(import.meta.dirname, '../../cities/gwangju')

async function exported() {
  const { city, house, at, bugs } = await livingCity(await freshDatabase())
  const pause = () => integrate(city, keys.log)
  await pause()
  const site = createSite(house)
  const parent = await mkdtemp(join(tmpdir(), 'madang-export-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'data')
  const ask = (address: string) => site.request(address)
  const options = { url: city.baseUrl, ask, cityDir: gwangju, on, pause }
  const check = (): Promise<Verdict> =>
    verify({ url: pathToFileURL(folder).href, at: at(), fetch: askFolder, key: keys.log.vkey, maxAge: 1e9 })
  return { result: await exportTo(folder, options), folder, options, house, site, bugs, check }
}

test('every public list is in the folder in every language, as the site shows it, and the record can be checked there', async () => {
  const { result, folder, house, site, bugs, check } = await exported()
  const lists = house.rooms
    .flatMap((room) => room.routes)
    .flatMap((each) => each.declared)
    .filter(
      ({ answers, audience, path }) => answers && audience.name === 'anyone' && /\.(csv|json)$/.test(path),
    )
    .map(({ path }) => path)
    .filter((path) => !path.includes(':') && !path.startsWith('/search'))
  expect(lists.length).toBeGreaterThan(10)
  for (const path of lists)
    for (const lang of ['ko', 'en']) {
      const file = await readFile(join(folder, lang, path), 'utf8')
      const answer = await site.request(`https://city.example/${lang}${path}`)
      const shown = Buffer.from(await answer.arrayBuffer()).toString('utf8')
      if (path.endsWith('.csv')) expect(file).toBe(shown)
      else expect(Object.keys(JSON.parse(file))).toEqual(Object.keys(JSON.parse(shown)))
    }
  const { items } = JSON.parse(await readFile(join(folder, 'ko/record.json'), 'utf8'))
  const verdict = await check()
  expect(verdict).toMatchObject({ outcome: 'fine', checked: { public: items.length } })
  expect(items.length).toBeGreaterThan(200)

  const committees = JSON.parse(await readFile(join(folder, 'ko/committees.json'), 'utf8')).items
  const sittings = await readdir(join(folder, 'ko/committees'))
  expect(sittings.length).toBeGreaterThanOrEqual(committees.length)
  expect(await readFile(join(folder, 'city/city.yaml'), 'utf8')).toContain('gwangju')
  const readme = await readFile(join(folder, 'README.txt'), 'utf8')
  expect(readme).toContain('이용 조건')
  expect(readme).toContain('LICENCE')
  expect(result.files).toBeGreaterThan(2 * lists.length)
  expect(bugs).toEqual([])
}, 60_000)

test('whoever changes a copy is found out; nothing is written over, nor left of an export that failed', async () => {
  const { folder, options, check } = await exported()
  const file = join(folder, 'record/log/disclosures/0')
  const said = await readFile(file, 'utf8')
  await writeFile(file, said.replace('"actor":"city-files"', '"actor":"transport"'))
  expect(await check()).toMatchObject({ outcome: 'wrong' })

  await expect(exportTo(folder, options)).rejects.toMatchObject({ code: 'folder-in-use' })
  const climbing = '/ko/../../../../a.csv'
  const lang = { name: 'lang', schema: { enum: ['ko'] } }
  const described = { info: { title: '' }, paths: { [climbing]: { get: { parameters: [lang] } } } }
  for (const [path, answer] of [
    ['/record/published', () => new Response('', { status: 502 })],
    ['/record/log/checkpoint', () => Promise.reject(new TypeError('nobody is there'))],
    ['/openapi.json', () => Response.json(described)],
    ['/openapi.json', () => new Response('<html>')],
  ] as const) {
    const ask = (address: string) =>
      address.endsWith(path) ? answer() : address.endsWith(climbing) ? new Response('') : options.ask(address)
    const code = exportTo(`${folder}-2`, { ...options, ask })
    await expect(code).rejects.toMatchObject({ code: 'not-answered' })
    expect(await readdir(join(folder, '..'))).toEqual(['data'])
  }
}, 60_000)
