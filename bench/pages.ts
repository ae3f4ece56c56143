import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readCity } from '#city/index.ts'
import { openDatabase } from '#kit/db.ts'
import { addressIn, startCluster } from '#testing/cluster.ts'
import { load, share } from './load.ts'
import { fill } from './pages.fill.ts'
import { newFolder, type Program, startBare, startCity } from './pages.programs.ts'
import { firstVisit } from './pages.visit.ts'
import { megabytesOf, secondsUsed } from './processes.ts'

/**
 * How many pages a city makes in a second of one processor, and how long readers wait for them, with ever more
 * petitions. Every page is made anew for every reader. Beside it, what the framework alone does with one query.
 */
const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number)
const seconds = Number(process.argv[3] ?? 10)
const lines = 4

const words =
  '버스 저상버스 휠체어 동네 월세 이주민 통역 ㅈㅅㅂㅅ 경력단절 bus wheelchair rent 가로등 임금 시민'.split(
    ' ',
  )
const states = ['overdue', 'answered', 'waiting', 'open']
const far = (turn: number, size: number) => 1 + ((turn * 7919) % size)
const cursor = (id: number) => Buffer.from(JSON.stringify([id])).toString('base64url')

/** The pages that are asked for, each by as many addresses as there are. */
const pages: Record<string, (turn: number, size: number) => string> = {
  'list of petitions': () => '/petitions',
  'list by state': (turn) => `/petitions?state=${states[turn % states.length]}`,
  'list far back': (turn, size) => `/petitions?after=${cursor(far(turn, size))}`,
  'one petition': (turn, size) => `/petitions/${far(turn, size)}`,
  search: (turn) => `/search?q=${encodeURIComponent(words[turn % words.length]!)}`,
  home: () => '',
  tracker: () => '/commitments',
  'one promise': (turn, size) => `/commitments/${far(turn, Math.floor(size / 20))}`,
  'an article': (turn) => `/charter/${1 + (turn % 18)}`,
}

type Row = {
  page: string
  lang: string
  'a second of a core': number
  'a second': number
  p50: number
  p95: number
  'ms of the database': number
  kB: number
}

const perCore = new Map<string, Map<number, number>>()
for (const size of sizes) await measure(size)
console.log('\nFrom the smallest city to the largest, pages a second of a core become fewer by:')
console.table(
  [...perCore].map(([page, bySize]) => ({
    page,
    times: rounded(bySize.get(sizes[0]!)! / bySize.get(sizes.at(-1)!)!),
  })),
)

async function measure(size: number): Promise<void> {
  const cluster = await startCluster()
  const address = addressIn(cluster.folder, 'postgres')
  // Makes the tables and loads the city's files.
  const store = { databaseUrl: address, folder: await newFolder() }
  await (await startCity(store)).stop()
  await fillCity(address, size)
  const pidFile = await readFile(join(cluster.folder, 'data/postmaster.pid'), 'utf8')
  const postmaster = Number(pidFile.split('\n')[0])
  const bare = await startBare(address)
  const framework = await run(bare, postmaster, () => '/')
  await bare.stop()
  const city = await startCity(store)
  // A program that has just begun is slower, whichever page comes first.
  for (const pathOf of Object.values(pages))
    await load(city.port, (turn) => `/ko${pathOf(turn, size)}`, { lines, seconds: 1 })
  const rows: Row[] = []
  for (const [page, pathOf] of Object.entries(pages))
    for (const lang of ['ko', 'en']) {
      const measured = await run(city, postmaster, (turn) => `/${lang}${pathOf(turn, size)}`)
      rows.push({ page, lang, ...measured })
      perCore.set(page, (perCore.get(page) ?? new Map()).set(size, measured['a second of a core']))
    }
  console.log(`\n${size.toLocaleString('en')} petitions, ${seconds} s each, ${lines} readers at once:`)
  console.table([{ page: 'the framework alone', lang: '', ...framework }, ...rows])
  console.log(`Memory of the city: ${await megabytesOf(city.pid)} MB`)
  console.table(await Promise.all(['/ko', '/ko/petitions'].map((path) => firstVisit(city.port, path))))
  await city.stop()
  await cluster.stop()
  await rm(store.folder, { recursive: true })
}

async function fillCity(address: string, size: number): Promise<void> {
  const reading = await readCity(join(import.meta.dirname, '../cities/gwangju'))
  if (!reading.ok) throw new Error('cities/gwangju cannot be read')
  const database = await openDatabase({ url: address })
  await fill(database.sql, reading.city, size, Temporal.Now.instant())
  await database.close()
}

async function run(program: Program, postmaster: number, pathOf: (turn: number) => string) {
  await load(program.port, pathOf, { lines, seconds: Math.min(2, seconds) })
  const before = [await secondsUsed(program.pid), await secondsUsed(postmaster)] as const
  const { waits, bytes } = await load(program.port, pathOf, { lines, seconds })
  const after = [await secondsUsed(program.pid), await secondsUsed(postmaster)] as const
  return {
    'a second of a core': Math.round(waits.length / (after[0] - before[0])),
    'a second': Math.round(waits.length / seconds),
    p50: share(waits, 0.5),
    p95: share(waits, 0.95),
    'ms of the database': rounded((1000 * (after[1] - before[1])) / waits.length),
    kB: rounded(bytes / 1000),
  }
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100
}
