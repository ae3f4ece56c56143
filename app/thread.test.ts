import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '#kit/db.ts'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { migratedDump } from '#testing/dump.ts'
import { nextOf, stateOf, thread, told, verdictOn, wholeThread } from './thread.fixture.ts'

type At = { url: string } | { dataDir: string }

/** How often to kill within a step; more for a longer run: KILLS=100 npm test -- app/thread */
const within = Number(process.env.KILLS ?? 3)
/** About as long as a step takes. */
const mostMilliseconds = 120

test(`killed after each step and ${within} times within one, the city goes on where it was, and does nothing twice or by half`, async () => {
  const at = await storedCity()
  const acknowledged: string[] = []
  for (let left = within; ; ) {
    const run = await goOn(at, acknowledged, left > 0 && Math.random() < 0.5)
    if (run === 'whole') break
    if (run === 'killed within') left--
  }
  expect(acknowledged.length).toBeLessThanOrEqual(thread.length)
  const database = await openDatabase(at)
  const city = await livingCity(database)
  expect(nextOf(await stateOf(city))).toBeUndefined()
  expect(await told(database)).toEqual(wholeThread)
  expect(await verdictOn(city)).toMatchObject({ outcome: 'fine', findings: [] })
  expect(city.bugs).toEqual([])
  await database.close()
}, 600_000)

async function storedCity(): Promise<At> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-thread-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { url } = inject('postgres') ? await freshDatabase() : {}
  const at = url ? { url } : { dataDir: join(folder, 'db') }
  const database = await openDatabase('url' in at ? at : { ...at, dump: await migratedDump() })
  await livingCity(database)
  await database.close()
  return at
}

/** Lets the city go on until it has done a step, or is in the middle of one, and kills it there. */
async function goOn(at: At, acknowledged: string[], inTheMiddle: boolean) {
  const program = join(import.meta.dirname, 'thread.killed.fixture.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(at)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  const kill = () => child.kill('SIGKILL')
  for await (const line of createInterface(child.stdout)) {
    const [what, ...step] = line.split(' ')
    if (what === 'done') acknowledged.push(step.join(' '))
    if (what === 'done' && !inTheMiddle) kill()
    if (what === 'begins' && inTheMiddle) setTimeout(kill, Math.random() * mostMilliseconds)
    if (what === 'whole') return 'whole'
  }
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`The city ended by itself (${code}): ${complaint}`)
  return inTheMiddle ? 'killed within' : 'killed after'
}
