import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as anyoneElse } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { factsOf } from '#city/index.ts'
import { openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { systemClock } from '#kit/time.ts'
import { act, integrate, makeKeys, openCity, verify } from '#record/index.ts'
import { cityFiles } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { migratedDump } from '#testing/dump.ts'
import { type Config, readConfig } from '../config.ts'
import { type Running, startCity, withSite } from '../main.ts'
import { unpack } from './archive.ts'
import { backUp } from './backing-up.ts'
import { offerCopies } from './live.ts'
import { BackupProblem } from './problem.ts'
import { restore } from './restoring.ts'
import { makeKeyFile, readKeyFile, readPassphrase, unseal } from './sealing.ts'

const at = systemClock.now()
const pages = ['/ko/charter', '/en/bodies', '/ko/committees', '/en/record.csv', '/ko/districts.geojson']

/** A folder to keep a city and its copies in. */
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'madang-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A place without a city, on the database of this run. */
async function emptyPlace(): Promise<Config> {
  const { url, sql } = await freshDatabase()
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  if (url) await sql(`create database ${name} template template0`)
  const env = { DEMO: '1', PORT: '0', BASE_URL: 'http://localhost', LOG_LEVEL: 'silent' }
  const dataDir = join(await folder(), 'data')
  const databaseUrl = url?.replace(/\/test_\w+/, `/${name}`)
  return readConfig({ ...env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl })
}

/** A city with nothing in it but its keys and a few entries on its record. */
async function smallCity(place: Config) {
  const { databaseUrl: url, dataDir, baseUrl, demo } = place
  const keys = await makeKeys(dataDir, baseUrl)
  const dump = await migratedDump()
  const database = await openDatabase(url ? { url } : { dataDir: join(dataDir, 'db'), dump })
  await migrate(database)
  const city = openCity(database, { facts: factsOf(await cityFiles()), clock: systemClock, baseUrl, demo })
  const write = () =>
    act(city, { as: 'city-files' }, async () => ({ entries: [{ what: 'a.b', about: 'charter/1' }] }))
  await write()
  await integrate(city, keys.log)
  return { write, close: database.close, offer: () => offerCopies(database, dataDir) }
}

async function closedCity(): Promise<Config> {
  const place = await emptyPlace()
  await (await smallCity(place)).close()
  return place
}

const seen = ({ url }: Running) =>
  Promise.all(pages.map(async (path) => lasting(await (await fetch(url + path)).text())))

/** A page without what is another at each visit: the form's token, and the minute at which it would be printed. */
const lasting = (page: string): string =>
  page.replace(/(name="_csrf" value=")[^"]*/g, '$1').replaceAll(/\b\d{1,2}:\d{2}\b/g, '')

async function keyPair() {
  const file = join(await folder(), 'key')
  const recipient = await makeKeyFile(file)
  return { file, sealing: { recipients: [recipient] }, opening: await readKeyFile(file) }
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error) => (error instanceof BackupProblem ? error.code : Promise.reject(error)),
  )

test('a city is copied while it runs, lost, and rises again: its pages are the same and its record holds', async () => {
  const [first, { sealing, opening }, to] = [
    await emptyPlace(),
    await keyPair(),
    join(await folder(), 'copy.age'),
  ]
  const running = await startCity(first)
  const before = await seen(running)
  const manifest = await backUp(first, { sealing, to, at })
  expect(manifest.parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['database', 'data/keys.json', 'city/city.yaml']),
  )
  expect((await stat(to)).mode & 0o777).toBe(0o600)
  await running.stop()
  await rm(first.dataDir, { recursive: true })

  const second = await emptyPlace()
  expect(await restore(second, { from: to, opening })).toEqual({ manifest, cityFiles: 'kept' })
  const { vkey, checkpoint, size } = manifest.record!
  const verdict = await withSite(second, async ({ ask, seal }) => {
    await seal()
    const known = { vkey, checkpoint }
    return verify({ url: second.baseUrl, at, fetch: ask, key: vkey, known, pause: seal })
  })
  expect(verdict).toMatchObject({ outcome: 'fine', key: 'given' })
  expect(verdict.log!.size).toBeGreaterThanOrEqual(size)
  const again = await startCity(second)
  onTestFinished(() => again.stop())
  expect(await seen(again)).toEqual(before)
  expect((await readdir(second.dataDir)).filter((name) => name.startsWith('.'))).toEqual([])
}, 120_000)

test('what is done while the copy is made is in it whole or not at all', async () => {
  const [first, { sealing, opening }, to] = [
    await emptyPlace(),
    await keyPair(),
    join(await folder(), 'copy.age'),
  ]
  const { write, offer, close } = await smallCity(first)
  const copies = await offer()
  const over = new AbortController()
  const writing = (async () => {
    for (let acts = 1; ; acts++) {
      if (over.signal.aborted) return acts
      await write()
      // The embedded database waits for nothing, and would let nobody else in between.
      await anyoneElse()
    }
  })()
  await backUp(first, { sealing, to, at })
  over.abort()
  const acts = await writing
  await copies.close()
  await close()
  const second = await emptyPlace()
  await restore(second, { from: to, opening })
  await withSite(second, async ({ ask, seal }) => {
    await seal()
    const verdict = await verify({ url: second.baseUrl, at, fetch: ask, pause: seal })
    expect(verdict).toMatchObject({ outcome: 'fine' })
    expect(verdict.checked.public).toBeGreaterThan(1)
    expect(verdict.checked.public).toBeLessThanOrEqual(acts)
  })
}, 120_000)

test('a copy can be sealed with a passphrase, and says what belongs to it before anything else', async () => {
  const [first, copies] = [await closedCity(), await folder()]
  const [to, words] = [join(copies, 'copy.age'), join(copies, 'words')]
  await writeFile(words, 'shade at the crossings\n')
  const passphrase = await readPassphrase(words)
  await backUp(first, { sealing: passphrase, to, at })
  const plain = (await unseal(createReadStream(to), passphrase)).pipe(createGunzip())
  const names: string[] = []
  for await (const { name } of unpack(plain)) names.push(name)
  expect(names.slice(0, 3)).toEqual(['manifest.json', 'database', 'data/keys.json'])
  const second = await emptyPlace()
  const wrong = { passphrase: 'shade at the crossing' }
  expect(await codeOf(restore(second, { from: to, opening: wrong }))).toBe('cannot-open')
}, 120_000)

test('nothing is written over: neither a copy, nor a city, nor a database', async () => {
  const [place, { sealing, opening }, copies] = [await emptyPlace(), await keyPair(), await folder()]
  const to = join(copies, 'copy.age')
  expect(await codeOf(backUp(place, { sealing, to, at }))).toBe('no-keys')
  await (await smallCity(place)).close()
  await backUp(place, { sealing, to, at })
  expect(await codeOf(backUp(place, { sealing, to, at }))).toBe('file-exists')
  const within = join(place.dataDir, 'copy.age')
  expect(await codeOf(backUp(place, { sealing, to: within, at }))).toBe('beside')
  expect(await codeOf(restore(place, { from: to, opening }))).toBe('occupied')
  await rm(place.dataDir, { recursive: true })
  expect(await codeOf(restore(place, { from: to, opening }))).toBe(
    place.databaseUrl ? 'database-occupied' : 'done',
  )
}, 120_000)

test('no other key opens a copy; a damaged one is refused, and the place stays as empty as it was', async () => {
  const [first, second, mine, other] = [
    await closedCity(),
    await emptyPlace(),
    await keyPair(),
    await keyPair(),
  ]
  const from = join(await folder(), 'copy.age')
  const { opening } = mine
  expect(await codeOf(restore(second, { from, opening }))).toBe('no-file')
  await backUp(first, { sealing: mine.sealing, to: from, at })
  expect(await codeOf(restore(second, { from, opening: other.opening }))).toBe('cannot-open')
  expect(await codeOf(restore(second, { from: mine.file, opening }))).toBe('cannot-open')
  const whole = await readFile(from)
  for (const share of [0.001, 0.3, 0.7, 0.999]) {
    const damaged = Buffer.from(whole)
    damaged[Math.floor(whole.length * share)]! ^= 1
    for (const bytes of [damaged, whole.subarray(0, Math.floor(whole.length * share))]) {
      await writeFile(from, bytes)
      expect(['damaged', 'cannot-open']).toContain(await codeOf(restore(second, { from, opening })))
      expect(await readdir(second.dataDir)).toEqual([])
    }
  }
}, 120_000)
