import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { factsOf, readCity } from '#city/index.ts'
import { indicatorActs } from '#indicators/index.ts'
import { openDatabase } from '#kit/db.ts'
import { systemClock } from '#kit/time.ts'
import { openCity } from '#record/index.ts'
import { addressIn, startCluster } from '#testing/cluster.ts'
import { load, share } from './load.ts'
import { madang, newFolder, type Program, type Store, startCity } from './pages.programs.ts'
import { megabytesOf, secondsUsed } from './processes.ts'

/**
 * A city's indicators at their largest: how long it takes to bring in a table of all figures, to look at an area and at
 * one indicator, and to take everything out again; and how much memory each needs.
 */
const count = Number(process.argv[2] ?? 1000)
const years = Array.from({ length: 20 }, (_, i) => 2006 + i)
const ages = ['', ...Array.from({ length: 19 }, (_, i) => `${i * 5}–${i * 5 + 4}`)]
const sexes = ['', 'female', 'male']
const office = 'human-rights-division'

const keyOf = (no: number) => `measured-${no}`

for (const where of ['PGlite', 'PostgreSQL']) {
  const cluster = where === 'PostgreSQL' ? await startCluster({ durable: true }) : undefined
  const store = {
    folder: await newFolder(),
    ...(cluster && { databaseUrl: addressIn(cluster.folder, 'postgres') }),
  }
  await measure(where, store)
  await cluster?.stop()
  await rm(store.folder, { recursive: true })
}

async function measure(where: string, store: Store): Promise<void> {
  // Makes the tables and loads the city's files.
  await (await startCity(store)).stop()
  const file = join(store.folder, 'figures.csv')
  await pipeline(Readable.from(lines()), createWriteStream(file))
  await within(store, (city) => makeIndicators(city.sql))
  const brought = await bringIn(store, file)
  const releases = brought.indicators.map(({ release }) => release)
  await within(store, ({ city }) => publish(city, releases))
  const city = await startCity(store)
  console.log(`\n${where}: ${brought.values.toLocaleString('en')} figures of ${count} indicators`)
  console.table([
    {
      what: 'bringing in',
      seconds: brought.seconds,
      'figures a second': Math.round(brought.values / brought.seconds),
      MB: brought.megabytes,
    },
    await takeOut(city, 'SDMX-CSV of everything', '/sdmx/indicators.csv'),
    await takeOut(city, 'Open SDG of one', `/open-sdg/data/indicator_${keyOf(7)}.csv`),
  ])
  console.table(
    await eachOf(
      {
        'an area': (turn: number) => `/ko/indicators/areas/${1 + (turn % 5)}`,
        'one indicator': (turn: number) => `/ko/indicators/${keyOf((turn * 37) % count)}`,
        'all indicators': () => '/ko/indicators',
      },
      (page, pathOf) => look(city, page, pathOf),
    ),
  )
  await city.stop()
}

async function eachOf<T, R>(
  all: Record<string, T>,
  work: (name: string, each: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = []
  for (const [name, each] of Object.entries(all)) done.push(await work(name, each))
  return done
}

function* lines(): Generator<string> {
  yield 'indicator,year,sex,age,value\n'
  for (let no = 0; no < count; no++) {
    let text = ''
    for (const [s, sex] of sexes.entries())
      for (const [a, age] of ages.entries())
        for (const year of years)
          text += `${keyOf(no)},${year},${sex},${age},${((no * 7 + s * 13 + a * 3 + year * 11) % 1000) / 10}\n`
    yield text
  }
}

type Opened = { city: ReturnType<typeof openCity>; sql(text: string, values: unknown[]): Promise<unknown> }

/** The stored city in this process, for what is not measured. */
async function within(store: Store, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { databaseUrl, folder } = store
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: join(folder, 'db') })
  const reading = await readCity(join(import.meta.dirname, '../cities/gwangju'))
  if (!reading.ok) throw new Error('cities/gwangju cannot be read')
  const facts = factsOf(reading.city)
  const city = openCity(database, { facts, clock: systemClock, baseUrl: 'http://localhost', demo: false })
  await work({ city, sql: (text, values) => database.sql(text, values) })
  await database.close()
}

async function makeIndicators(sql: Opened['sql']): Promise<void> {
  const trust = { verification: 'working', source: [], except: {} }
  const docs = Array.from({ length: count }, (_, no) => ({
    key: keyOf(no),
    title: { ko: `잰 것 ${no}`, en: `Measured ${no}` },
    chapter: String(1 + (no % 5)),
    good: no % 3 === 0 ? 'down' : 'up',
    unit: { ko: '%', en: '%' },
    ...{ articles: [], groups: [], frequency: 'year', definitions: [], targets: [], ...trust },
    dimensions: [
      { key: 'sex', label: { ko: '성별', en: 'Sex' }, categories: [] },
      { key: 'age', label: { ko: '나이', en: 'Age' }, categories: [] },
    ],
  }))
  await sql(
    `insert into indicators (key, position, doc, in_files)
     select doc->>'key', 1000 + n, doc, false from json_array_elements($1::json) with ordinality as all_of(doc, n)`,
    [JSON.stringify(docs)],
  )
}

async function publish(city: Opened['city'], releases: readonly number[]): Promise<void> {
  for (const release of releases) {
    await indicatorActs.check(city, { as: office, person: 2 }, release)
    await indicatorActs.approve(city, { as: office, person: 3 }, release)
    await indicatorActs.publish(city, { as: office, person: 4 }, release)
  }
}

type Report = { values: number; indicators: { release: number }[] }

/** By the command, with the most memory that it ever had. */
async function bringIn(store: Store, file: string): Promise<Report & { seconds: number; megabytes: number }> {
  const begins = performance.now()
  const command = madang(store, ['import', 'indicators', file, '--json'])
  const peak = watch(command.pid!)
  let out = ''
  for await (const part of command.stdout) out += part
  const seconds = Math.round((performance.now() - begins) / 100) / 10
  const report: Report = JSON.parse(out)
  return { ...report, seconds, megabytes: await peak() }
}

/** Looks at the memory of a process until asked for the most. */
function watch(pid: number): () => Promise<number> {
  let most = 0
  let over = false
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, await megabytesOf(pid).catch(() => 0))
      await pause(200)
    }
  })()
  return async () => {
    over = true
    await watching
    return most
  }
}

async function takeOut(city: Program, what: string, path: string) {
  const peak = watch(city.pid)
  const begins = performance.now()
  const answer = await fetch(`http://127.0.0.1:${city.port}${path}`)
  let bytes = 0
  let lines = 0
  for await (const part of answer.body!) {
    bytes += part.length
    for (const each of part) if (each === 10) lines++
  }
  const seconds = Math.round((performance.now() - begins) / 10) / 100
  return {
    what,
    seconds,
    'figures a second': Math.round((lines - 1) / seconds),
    MB: await peak(),
    'MB out': Math.round(bytes / 1e5) / 10,
  }
}

async function look(city: Program, page: string, pathOf: (turn: number) => string) {
  await load(city.port, pathOf, { lines: 4, seconds: 2 })
  const before = await secondsUsed(city.pid)
  const { waits, bytes } = await load(city.port, pathOf, { lines: 4, seconds: 5 })
  const used = (await secondsUsed(city.pid)) - before
  return {
    page,
    'a second of a core': Math.round(waits.length / used),
    p50: share(waits, 0.5),
    p95: share(waits, 0.95),
    kB: Math.round(bytes / 100) / 10,
  }
}
