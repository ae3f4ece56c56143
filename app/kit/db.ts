import { drizzle as drizzleNode } from 'drizzle-orm/node-postgres'
import { customType, type PgDatabase, type PgQueryResultHKT } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { quick } from './quick.ts'

/** A handle that can write. Only `act` hands one out. */
export type Tx = PgDatabase<PgQueryResultHKT>

/** A handle that can only read: what routes and pages get. */
export type Reads = Pick<Tx, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'with' | '$with' | '$count'>

export type Database = {
  kind: 'pglite' | 'postgres'
  /** Writes; handed to `openCity` and nowhere else. */
  db: Tx
  /** Reads; on PostgreSQL through sessions that the server itself holds to reading. */
  reads: Reads
  /** Plain SQL with parameters, for tools that bring their own (jobs, migrations). */
  sql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  /** A copy of the embedded database as one file; a server has its own tools for that. */
  dump?(): Promise<Blob>
  close(): Promise<void>
}

/** PostgreSQL by its address, otherwise PostgreSQL in this process, kept in a folder (or in memory without one). */
export async function openDatabase(at: { url?: string; dataDir?: string; dump?: Blob }): Promise<Database> {
  return at.url ? overTheWire(at.url) : inProcess(at)
}

async function inProcess(at: { dataDir?: string; dump?: Blob }): Promise<Database> {
  // A whole database engine: 150 MB that nobody else should carry.
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle: drizzlePglite } = await import('drizzle-orm/pglite')
  const client = await PGlite.create({
    ...(at.dataDir && { dataDir: at.dataDir }),
    ...(at.dump && { loadDataDir: at.dump }),
  })
  const db = drizzlePglite(client, { casing: 'snake_case' }) as unknown as Tx
  return {
    kind: 'pglite',
    db,
    reads: db,
    sql: async (text, values) =>
      values?.length ? client.query(text, values) : ((await client.exec(text)).at(-1) ?? { rows: [] }),
    dump: () => client.dumpDataDir('none'),
    close: () => client.close(),
  }
}

async function overTheWire(url: string): Promise<Database> {
  // Translating a query to machine code takes longer than any of ours.
  const options = '-c jit=off'
  const pool = new pg.Pool({ connectionString: url, max: 10, options })
  const readers = new pg.Pool({
    connectionString: url,
    max: 10,
    options: `${options} -c default_transaction_read_only=on`,
  })
  for (const each of [pool, readers]) each.on('error', () => {})
  return {
    kind: 'postgres',
    db: drizzleNode(pool, { casing: 'snake_case' }) as unknown as Tx,
    reads: quick(drizzleNode(remembering(readers), { casing: 'snake_case' })) as unknown as Reads,
    sql: async (text, values) => {
      const done = await pool.query(text, values)
      return Array.isArray(done) ? done.at(-1) : done
    },
    close: async () => void (await Promise.all([pool.end(), readers.end()])),
  }
}

/** Of how many queries a session remembers how to answer them; whatever is asked besides is thought through each time. */
const mostRemembered = 200

/** For most of our reads the server needs longer to find out how to answer them than to do so. */
function remembering(pool: pg.Pool): pg.Pool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    if (!names.has(text) && names.size < mostRemembered) names.set(text, `read ${names.size}`)
    return names.get(text)
  }
  const query = (asked: pg.QueryConfig, values: unknown[]) =>
    pool.query({ ...asked, name: nameOf(asked.text) }, values)
  return { query } as unknown as pg.Pool
}

/** A moment, as `timestamptz`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (at) => at.toString(),
  fromDriver: (at) =>
    at instanceof Date ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : Temporal.Instant.from(at),
})

/** A calendar day, as `date`. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (on) => on.toString(),
  fromDriver: (on) => Temporal.PlainDate.from(on),
})

/** Bytes, as `bytea`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
