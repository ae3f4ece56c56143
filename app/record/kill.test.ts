import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { type Database, openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { addressIn, startCluster } from '#testing/cluster.ts'
import { freshDatabase } from '#testing/database.ts'
import { migratedDump } from '#testing/dump.ts'
import { recordedSite } from './city.fixture.ts'

type At = { url: string } | { dataDir: string }

/** How often to kill; more for a longer run: KILLS=200 npm test -- app/record/kill */
const kills = Number(process.env.KILLS ?? 3)
const writers = 4
const mostMilliseconds = 400

test(`killed ${kills} times while writing, the city has lost nothing and done nothing by half`, async () => {
  const at = await placeToWrite()
  const acknowledged = new Map<string, number>()
  for (let round = 0; round < kills; round++) {
    const { child, begun } = startWriting(at, round, acknowledged)
    await begun
    await pause(Math.random() * mostMilliseconds)
    child.kill('SIGKILL')
    await once(child, 'close')
    await checkWhole(at, acknowledged)
  }
}, 600_000)

test.runIf(inject('postgres'))(
  'nor when PostgreSQL itself is killed',
  async () => {
    const { folder, stop } = await startCluster({ durable: true })
    onTestFinished(stop)
    const at = { url: addressIn(folder, 'postgres') }
    await prepare(at)
    const acknowledged = new Map<string, number>()
    const { child, begun } = startWriting(at, 0, acknowledged)
    await begun
    await pause(Math.random() * mostMilliseconds)
    await killServer(at)
    await once(child, 'close')
    await untilRecovered(at)
    await checkWhole(at, acknowledged)
  },
  60_000,
)

async function placeToWrite(): Promise<At> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-kill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { url } = inject('postgres') ? await freshDatabase() : {}
  const at = url ? { url } : { dataDir: join(folder, 'db') }
  await prepare(at)
  return at
}

async function prepare(at: At): Promise<void> {
  const database = await openDatabase('url' in at ? at : { ...at, dump: await migratedDump() })
  await migrate(database)
  await recordedSite(database)
  await database.close()
}

function startWriting(at: At, round: number, acknowledged: Map<string, number>) {
  const program = join(import.meta.dirname, 'kill.fixture.ts')
  const args = ['--import', 'tsx', program, JSON.stringify({ at, round, writers })]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr!.on('data', (text) => (complaint += text))
  const begun = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const [name = '', number] = line.split(' ')
      acknowledged.set(name, Number(number))
      resolve()
    })
    child.once('exit', () => reject(new Error(complaint)))
  })
  return { child, begun }
}

/** One of its processes dies, and the server throws away all it had in memory and recovers from its log. */
async function killServer(at: { url: string }): Promise<void> {
  const database = await openDatabase(at)
  const { rows } = await database.sql(
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
  )
  process.kill(Number(rows[0]!.pid), 'SIGKILL')
  await database.close().catch(() => {})
}

async function untilRecovered(at: { url: string }): Promise<void> {
  const database = await openDatabase(at)
  while (!(await database.sql('select 1').catch(() => undefined))) await pause(50)
  await database.close()
}

/** A server holds on for a moment to what a killed process was doing, its lock on the log too. */
async function untilSealed({ sql }: Database, seal: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await seal()
    const { rows } = await sql(
      'select from record_entries where number not in (select entry from record_leaves) limit 1',
    )
    if (rows.length === 0) return
    await pause(50)
  }
}

async function checkWhole(at: At, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const database = await openDatabase(at)
  const { seal, check, bugs } = await recordedSite(database)
  await untilSealed(database, seal)
  const { rows } = await database.sql(`
    select substring(about from '/(.*)-') as name, split_part(about, '-', 3) as side, b.place::int as place,
      array_agg((facts ->> 'place')::int order by number) as said, count(l.index)::int as leaves
    from record_entries e left join record_leaves l on l.entry = e.number
    left join benches b on 'benches/' || b.id = about
    group by about, b.place`)
  const moved = new Map(rows.map((row) => [`${row.name} ${row.side}`, row]))
  for (const [name, number] of acknowledged) {
    const [left, right] = ['left', 'right'].map((side) => moved.get(`${name} ${side}`)!)
    const place = Number(left!.place)
    // What was done when the end came but not yet acknowledged may stand, and stands whole.
    expect([number, number + 1]).toContain(place)
    const everyStep = Array.from({ length: place }, (_, step) => step + 1)
    for (const bench of [left, right]) expect(bench).toMatchObject({ place, said: everyStep, leaves: place })
  }
  expect(await check()).toMatchObject({ outcome: 'fine', checked: { things: moved.size } })
  expect(bugs).toEqual([])
  await database.close()
}
