import { randomUUID } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase, type Tx } from '#kit/db.ts'
import { addressIn } from './cluster.ts'
import { migratedDump } from './dump.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the server's socket, in the project that runs on PostgreSQL. */
    postgres?: string
  }
}

export type TestDatabase = Database & { url?: string }

const shared = new Map<string, Promise<TestDatabase>>()

/** A migrated database that all tests of this worker share, one for each city. They leave it alone: see `rolledBack`. */
export function openTestDatabase(city = ''): Promise<TestDatabase> {
  const known = shared.get(city) ?? open()
  shared.set(city, known)
  return known
}

/** A migrated database of the test's own, for what must commit: concurrency, the log's writer, crashes. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await open()
  onTestFinished(() => database.close())
  return database
}

/** A transaction that lasts as long as the test and leaves nothing. A transaction within becomes a savepoint. */
export function rolledBack(db: Tx): Promise<Tx> {
  return new Promise((begun, failed) => {
    const over = Promise.withResolvers<void>()
    const done = db
      .transaction(async (tx) => {
        begun(tx)
        await over.promise
        tx.rollback()
      })
      .catch(failed)
    onTestFinished(() => {
      over.resolve()
      return done
    })
  })
}

async function open(): Promise<TestDatabase> {
  const server = inject('postgres')
  return server ? copyOn(server) : openDatabase({ dump: await migratedDump() })
}

/** PostgreSQL makes a new database from `template1`, which the global setup has migrated. */
async function copyOn(server: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = await openDatabase({ url: addressIn(server, 'postgres') })
  await maintenance.sql(`create database ${name}`)
  await maintenance.close()
  const url = addressIn(server, name)
  return { ...(await openDatabase({ url })), url }
}
