import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKey } from '@madang/transparency-log'
import { type CityFiles, factsOf, readCity } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { migrate } from '#kit/migrate.ts'
import { systemClock } from '#kit/time.ts'
import { type Keys, openCity } from '#record/index.ts'
import { addressIn, startCluster } from '#testing/cluster.ts'

export const keys: Keys = {
  log: await generateKey('city.example/record', new Uint8Array(32).fill(7)),
  cookies: new Uint8Array(32).fill(1),
  sessions: new Uint8Array(32).fill(2),
}

export const baseUrl = 'https://city.example'

/** A database to measure on, gone afterwards. */
export type Ground = {
  name: string
  database: Database
  city: City
  files: CityFiles
  end(): Promise<void>
}

export async function onPglite(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-bench-'))
  const database = await openDatabase({ dataDir: join(folder, 'db') })
  return ground('PGlite, in a folder', database, () => rm(folder, { recursive: true }))
}

/** A server as Debian sets it up, waiting for the disk at every commit. */
export async function onPostgres(): Promise<Ground> {
  const { folder, stop } = await startCluster({ durable: true })
  const database = await openDatabase({ url: addressIn(folder, 'postgres') })
  const { rows } = await database.sql("select current_setting('server_version') as version")
  return ground(`PostgreSQL ${rows[0]!.version}, fsync and synchronous_commit on`, database, stop)
}

async function ground(name: string, database: Database, clear: () => Promise<void>): Promise<Ground> {
  await migrate(database)
  const reading = await readCity(join(import.meta.dirname, '../cities/gwangju'))
  if (!reading.ok) throw new Error('cities/gwangju cannot be read')
  const { city: files } = reading
  const city = openCity(database, { facts: factsOf(files), clock: systemClock, baseUrl, demo: false })
  const end = () => database.close().then(clear)
  return { name, database, city, files, end }
}
