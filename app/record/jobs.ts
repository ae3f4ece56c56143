import { PgBoss } from 'pg-boss'
import type { City } from '#kit/city.ts'
import type { Database } from '#kit/db.ts'
import type { Job, Room } from '#kit/room.ts'
import type { Keys } from './keys.ts'
import { deliver, type Post } from './letters.ts'
import { integrate } from './log.ts'
import { notify } from './noticing.ts'

export type JobsOptions = {
  city: City
  database: Pick<Database, 'sql' | 'kind'>
  rooms: readonly Pick<Room, 'jobs'>[]
  keys: Keys
  /** Without it nobody gets letters, only notices in the app. */
  post?: Post
  /** Told of every job that failed; it is tried again in its turn. */
  broken(error: unknown, job: string): void
}

export type Jobs = {
  /** When the jobs that come round by the clock are on as well. */
  ready: Promise<void>
  /** Lets what runs come to its end, and starts nothing more. */
  stop(): Promise<void>
}

const sealEvery = 1000
const tellEvery = 3000

/**
 * Everything the city does by itself: seals the record, tells those who follow, and the jobs of all rooms.
 * Several processes may do so on one database; each piece of work is done once.
 */
export function startJobs(options: JobsOptions): Jobs {
  const { city, keys, post, broken } = options
  const loops = [
    repeat('record.seal', sealEvery, broken, async () => void (await integrate(city, keys.log))),
    repeat('record.tell', tellEvery, broken, async () => {
      await notify(city)
      if (post) await deliver(city, keys, post)
    }),
  ]
  const boss = startBoss(options)
  return {
    ready: boss.then(() => {}),
    stop: async () => {
      await Promise.all(loops.map((stop) => stop()))
      await (await boss).stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Does the work, and does it again a while after it has ended. */
function repeat(name: string, every: number, broken: JobsOptions['broken'], work: () => Promise<void>) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = work()
      .catch((error: unknown) => broken(error, name))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, every)
      })
  }
  turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

async function startBoss({ city, database, rooms, broken }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.sql(text, values) },
    schema: 'jobs',
    ...(database.kind === 'pglite' && { backend: 'pglite' as const }),
  })
  boss.on('error', (error) => broken(error, 'jobs'))
  await boss.start()
  for (const job of rooms.flatMap((room) => room.jobs ?? [])) await take(boss, city, job, broken)
  return boss
}

async function take(
  boss: PgBoss,
  city: City,
  { name, cron, run }: Job,
  broken: JobsOptions['broken'],
): Promise<void> {
  await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, retryBackoff: true, retryDelay: 60 })
  await boss.schedule(name, cron, null, { tz: city.facts.timeZone })
  await boss.work(name, { pollingIntervalSeconds: 5 }, () =>
    run(city).catch((error: unknown) => {
      broken(error, name)
      throw error
    }),
  )
}
