import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { serve } from '@hono/node-server'
import { exportTo } from '#exchange/index.ts'
import type { City } from '#kit/city.ts'
import { systemClock } from '#kit/time.ts'
import { act, integrate } from '#record/index.ts'
import { buildHouse } from '../app/house.ts'
import { createSite } from '../app/site.tsx'
import { baseUrl, keys, onPostgres } from './ground.ts'

/** How long an outsider needs to check a record with many entries, and how much memory: over HTTP, and in a copy. */
const wanted = Number(process.argv[2] ?? 1_000_000)
const anAct = 1000

const { name, database, city, files, end } = await onPostgres()
const written = await timed(() => fill(city))
const sealed = await timed(() => integrate(city, keys.log))
console.log(`${name}: ${wanted} entries written in ${written} s, sealed in ${sealed} s`)

const site = createSite(
  buildHouse({
    database,
    files,
    clock: systemClock,
    keys,
    baseUrl,
    demo: false,
    assets: { url: (each) => each, serve: () => new Response(null, { status: 404 }) },
    mail: async () => {},
    broken: (error) => console.error(error),
  }),
)
const server = serve({ fetch: site.fetch, port: 0 })
await once(server, 'listening')
const url = `http://localhost:${(server.address() as AddressInfo).port}`
const folder = await mkdtemp(join(tmpdir(), 'madang-verification-'))
const copy = join(folder, 'data')
const overHttp = await verification(url)
const exported = await timed(() => exportTo(copy, { url, on: Temporal.PlainDate.from('2026-11-21') }))
console.log(`exported in ${exported} s`)
console.table([
  { where: 'over HTTP, from a server on the same machine', ...overHttp },
  { where: 'in a copy of the open data', ...(await verification(copy)) },
])
server.close()
await rm(folder, { recursive: true })
await end()

async function fill(city: City): Promise<void> {
  for (let from = 0; from < wanted; from += anAct) {
    await act(city, { as: 'resident', person: from }, async () => {
      const [first, ...others] = Array.from({ length: anAct }, (_, i) => entryNumber(from + i))
      return { entries: [first!, ...others] }
    })
  }
}

/** One in ten is not public, and says nothing to outsiders but that it is there. */
function entryNumber(number: number) {
  return {
    what: number % 2 ? 'petitions.signed' : 'petitions.filed',
    about: `petitions/${number % 50_000}` as const,
    facts: { signatures: number, title: '횡단보도에 그늘막을' },
    ...(number % 10 === 0 && { visibility: 'confidential' as const }),
  }
}

async function verification(of: string) {
  const begins = performance.now()
  const program = join(import.meta.dirname, '../bin/madang.js')
  const check = spawn(
    'node',
    [program, 'verify', of, '--key', keys.log.vkey, '--known', join(folder, 'known.json')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  check.stdout.on('data', (text) => (said += text))
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(check.pid!))
  }, 50)
  const [code] = await once(check, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(said)
  return { seconds: inSeconds(begins), peakMiB: Math.round(peak / 1024) }
}

/** The most memory that a process or one it started has used so far, in KiB. */
function peakOf(pid: number): number {
  try {
    const [, own = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
    return Math.max(Number(own), ...children.map((each) => peakOf(Number(each))))
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begins = performance.now()
  await work()
  return inSeconds(begins)
}

function inSeconds(begins: number): number {
  return Math.round((performance.now() - begins) / 100) / 10
}
