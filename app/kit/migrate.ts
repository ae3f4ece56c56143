import { join } from 'node:path'
import { migrate as forward } from 'drizzle-orm/node-postgres/migrator'
import type { Database } from './db.ts'

export const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** Brings the tables to where this version expects them; does nothing where they are there already. */
export const migrate = (database: Pick<Database, 'db'>): Promise<void> =>
  // The migrator is one for both databases, though typed for one.
  forward(database.db as unknown as Parameters<typeof forward>[0], { migrationsFolder })
