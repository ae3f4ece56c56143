import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CityAnswers, FolderInUse, initCity } from './index.ts'

const kamen: CityAnswers = {
  key: 'kamen',
  name: { sl: 'Kamen', en: 'Kamen' },
  languages: ['sl', 'en'],
  timeZone: 'Europe/Ljubljana',
  currency: 'EUR',
  country: 'SI',
}

test('a new city has its own name and languages, and can be loaded before anything else is written', async () => {
  await using dir = await emptyFolder()
  const reading = await initCity(join(dir.path, 'kamen'), kamen)
  expect(reading).toMatchObject({
    ok: true,
    warnings: [],
    city: {
      profile: { key: 'kamen', name: { sl: 'Kamen' }, languages: ['sl', 'en'], currency: 'EUR' },
      calendar: { country: 'SI' },
    },
  })
  const charter = reading.ok ? reading.city.instruments[0] : undefined
  expect(charter?.articles[0]?.versions[0]?.gist).toEqual({
    sl: 'Who may take part in what? Who is left out?',
    en: 'Who may take part in what? Who is left out?',
  })
})

test('words by which a text betrays what it is about are in the city’s languages too', async () => {
  await using dir = await emptyFolder()
  const reading = await initCity(dir.path, kamen)
  expect(reading.ok && reading.city.subjects?.groups[0]?.words).toEqual({
    sl: ['child', 'children'],
    en: ['child', 'children'],
  })
})

test('a Korean city is begun in Korean alone if it wants to be', async () => {
  await using dir = await emptyFolder()
  const reading = await initCity(dir.path, { ...kamen, name: { ko: '돌' }, languages: ['ko'], country: 'KR' })
  expect(reading).toMatchObject({ ok: true, warnings: [] })
  expect(await readdir(join(dir.path, 'texts'))).not.toContain('about.en.md')
})

test('the explanations stay in the files of the new city', async () => {
  await using dir = await emptyFolder()
  await initCity(dir.path, kamen)
  expect(await readFile(join(dir.path, 'city.yaml'), 'utf8')).toContain('how far it can be relied on')
})

test('a folder that holds something is never written over', async () => {
  await using dir = await emptyFolder()
  await initCity(dir.path, kamen)
  await expect(initCity(dir.path, { ...kamen, key: 'other' })).rejects.toThrow(FolderInUse)
  expect(await readFile(join(dir.path, 'city.yaml'), 'utf8')).toContain('key: kamen')
})

async function emptyFolder() {
  const path = await mkdtemp(join(tmpdir(), 'new-city-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
