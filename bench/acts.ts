import { performance } from 'node:perf_hooks'
import { setImmediate as anyoneElse } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Database } from '#kit/db.ts'
import { act, lastCheckpoint, startJobs } from '#record/index.ts'
import { type Ground, keys, onPglite, onPostgres } from './ground.ts'

/**
 * How many acts a second a city can take while its log follows behind. Each act is what a signature under a petition
 * is: it reads the petition, adds a row, and puts an entry with the new public form on the record.
 */
const seconds = Number(process.argv[3] ?? 10)
const wanted = process.argv[2]

type Run = { writers: number; acts: number; perSecond: number; median: number; worst: number; behind: number }

for (const [name, open] of Object.entries({ pglite: onPglite, postgres: onPostgres }))
  if (!wanted || wanted === name) await measure(await open())

async function measure({ name, database, city, end }: Ground): Promise<void> {
  await database.sql('create table bench_signatures (petition int, signer int, at timestamptz)')
  const jobs = startJobs({ city, database, rooms: [], keys, broken: (error) => console.error(error) })
  await jobs.ready
  await run(city, database, 4, 2)
  const runs: Run[] = []
  for (const writers of [1, 8, 32]) runs.push(await run(city, database, writers, seconds))
  await jobs.stop()
  await end()
  console.log(`\n${name}, ${seconds} s each:`)
  console.table(runs)
}

async function run(city: City, database: Database, writers: number, lasting: number): Promise<Run> {
  const waits: number[] = []
  const begins = performance.now()
  const write = async (_: unknown, writer: number) => {
    for (let number = 0; performance.now() - begins < lasting * 1000; number++) {
      const from = performance.now()
      await sign(city, writer, number)
      waits.push(performance.now() - from)
      // The embedded database waits for nothing, and would not let the log follow.
      await anyoneElse()
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  const took = performance.now() - begins
  const behind = await untilSealed(city, database)
  waits.sort((a, b) => a - b)
  return {
    writers,
    acts: waits.length,
    perSecond: Math.round((1000 * waits.length) / took),
    median: rounded(waits[Math.floor(waits.length / 2)]!),
    worst: rounded(waits[Math.floor(waits.length * 0.99)]!),
    behind: rounded(behind / 1000),
  }
}

function sign(city: City, writer: number, number: number): Promise<void> {
  return act(city, { as: 'resident', person: writer }, async (tx, at) => {
    await tx.execute(sql`insert into bench_signatures values (${writer}, ${number}, ${at.toString()})`)
    return {
      entries: [
        {
          what: 'petitions.signed',
          about: `petitions/${writer}`,
          facts: { signatures: number },
          shows: {
            title: { ko: '횡단보도에 그늘막을', en: 'Shade at the crossings' },
            signatures: number,
            state: 'open',
          },
        },
      ],
    }
  })
}

/** How long the log needs to hold everything once nothing is added. */
async function untilSealed(city: City, database: Database): Promise<number> {
  const begins = performance.now()
  const { rows } = await database.sql('select count(*)::int as n from record_entries')
  while (((await lastCheckpoint(city.reads))?.size ?? 0) < Number(rows[0]!.n))
    await new Promise((resolve) => setTimeout(resolve, 20))
  return performance.now() - begins
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100
}
