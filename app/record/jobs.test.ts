import { PgBoss } from 'pg-boss'
import { expect, onTestFinished, test } from 'vitest'
import type { Job } from '#kit/room.ts'
import { freshDatabase } from '#testing/database.ts'
import { act } from './act.ts'
import { keys, recordedCity } from './city.fixture.ts'
import { startJobs } from './jobs.ts'
import { lastCheckpoint } from './log.ts'

async function working(jobs: Job[]) {
  const database = await freshDatabase()
  const { city } = recordedCity(database)
  const problems: string[] = []
  const running = startJobs({
    city,
    database,
    rooms: [{ jobs }],
    keys,
    broken: (error, job) => problems.push(`${job}: ${error instanceof Error ? error.message : error}`),
  })
  onTestFinished(() => running.stop())
  await running.ready
  return { city, database, problems, running }
}

const until = (done: () => boolean | Promise<boolean>) =>
  expect.poll(done, { timeout: 15_000, interval: 100 }).toBe(true)

test('the record is sealed by itself soon after something happens', async () => {
  const { city, problems } = await working([])
  await act(city, { as: 'transport' }, async () => ({ entries: [{ what: 'seat.set', about: 'charter/11' }] }))
  await until(async () => (await lastCheckpoint(city.reads))?.size === 1)
  expect(problems).toEqual([])
})

test('jobs come round by the clock of the city, each runs when it is due, and a failure is told', async () => {
  let ran = 0
  const { database, problems, running } = await working([
    { name: 'bench.count', cron: '0 8 * * 1', run: async () => void ran++ },
    { name: 'bench.break', cron: '10 4 * * *', run: () => Promise.reject(new Error('no bench')) },
  ])
  const { rows } = await database.sql('select name, cron, timezone from jobs.schedule order by name')
  expect(rows).toEqual([
    { name: 'bench.break', cron: '10 4 * * *', timezone: 'Asia/Seoul' },
    { name: 'bench.count', cron: '0 8 * * 1', timezone: 'Asia/Seoul' },
  ])
  const clock = new PgBoss({
    db: { executeSql: (text, values) => database.sql(text, values) },
    schema: 'jobs',
    supervise: false,
    schedule: false,
  })
  await clock.start()
  for (const name of ['bench.count', 'bench.break']) await clock.send(name)
  await until(() => ran === 1 && problems.length > 0)
  expect(problems).toEqual(['bench.break: no bench'])
  await clock.stop({ graceful: false })
  await running.stop()
})

test('whoever stops lets what runs come to its end', async () => {
  const { city, running } = await working([])
  await act(city, { as: 'transport' }, async () => ({ entries: [{ what: 'seat.set', about: 'charter/11' }] }))
  await running.stop()
  const size = (await lastCheckpoint(city.reads))?.size
  await new Promise((passed) => setTimeout(passed, 1200))
  expect((await lastCheckpoint(city.reads))?.size).toBe(size)
})
