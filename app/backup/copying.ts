import { existsSync, openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCheckpoint } from '@madang/transparency-log'
import { sql } from 'drizzle-orm'
import { type Database, openDatabase, type Reads } from '#kit/db.ts'
import { InUse, lock } from '#kit/lock.ts'
import { type Keys, lastCheckpoint } from '#record/index.ts'
import { askForCopy } from './live.ts'
import type { Manifest } from './manifest.ts'
import type { Place } from './place.ts'
import { BackupProblem } from './problem.ts'
import { run } from './programs.ts'

/** What was copied, and how its record stood at that very moment. */
export type Copied = Pick<Manifest, 'database' | 'record'>

export type Where = { folder: string; file: string }

/** Copies the database into a file while the city may go on. @throws BackupProblem */
export const copyDatabase = (place: Place, keys: Keys, where: Where): Promise<Copied> =>
  place.databaseUrl
    ? copyOfServer(place.databaseUrl, keys, where)
    : copyOfEmbedded(place.dataDir, keys, where)

/** The copy and what is said of its record are of one snapshot. */
async function copyOfServer(url: string, keys: Keys, { folder, file }: Where): Promise<Copied> {
  const database = await openDatabase({ url })
  try {
    await checkHoldsCity(database)
    return await database.db.transaction(
      async (tx) => {
        const [row] = await tx
          .select({ name: sql<string>`pg_export_snapshot()` })
          .from(sql`(values (1)) as once`)
        const format = ['--format=custom', '--compress=0', '--no-owner', '--no-privileges']
        await run('pg_dump', url, folder, [...format, `--snapshot=${row!.name}`, `--file=${file}`])
        return { database: await serverOf(database), record: await recordIn(tx, keys) }
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
  } finally {
    await database.close()
  }
}

/** The copy is opened before anybody relies on it: what is said of its record was read in it. */
async function copyOfEmbedded(dataDir: string, keys: Keys, { file }: Where): Promise<Copied> {
  await writeFile(file, (await askForCopy(dataDir)) ?? (await copyAlone(dataDir)), { mode: 0o600 })
  const copy = await openDatabase({ dump: await openAsBlob(file) })
  try {
    await checkHoldsCity(copy)
    return { database: await serverOf(copy), record: await recordIn(copy.reads, keys) }
  } finally {
    await copy.close()
  }
}

async function copyAlone(dataDir: string): Promise<AsyncIterable<Uint8Array>> {
  if (!existsSync(join(dataDir, 'db'))) throw new BackupProblem('nothing-stored')
  const unlock = await lock(dataDir).catch((error: unknown) => {
    throw error instanceof InUse ? new BackupProblem('in-use') : error
  })
  const database = await openDatabase({ dataDir: join(dataDir, 'db') })
  try {
    return (await database.dump!()).stream()
  } finally {
    await database.close().then(unlock)
  }
}

async function checkHoldsCity(database: Database): Promise<void> {
  const { rows } = await database.sql("select to_regclass('record_checkpoints') is null as missing")
  if (rows[0]!.missing) throw new BackupProblem('nothing-stored')
}

async function serverOf({ kind, sql: ask }: Database): Promise<Manifest['database']> {
  const { rows } = await ask("select current_setting('server_version') as version")
  return { kind, server: String(rows[0]!.version) }
}

/** As it was last signed, by the keys that are copied with it. */
async function recordIn(reads: Reads, { log: { vkey } }: Keys): Promise<Manifest['record']> {
  const last = await lastCheckpoint(reads)
  if (!last) return null
  const { checkpoint } = await openCheckpoint(last.note, { vkey })
  return {
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString('base64'),
    vkey,
    checkpoint: last.note,
  }
}
