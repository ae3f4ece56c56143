import { sql } from 'drizzle-orm'
import { bigserial, customType, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from '#kit/db.ts'
import type { Facts } from '#kit/refusal.ts'

const transactionId = customType<{ data: bigint; driverData: string }>({ dataType: () => 'xid8' })

/** Every act of the city. Rows are only ever added; a salt may be erased, and with it every link from the log. */
export const entries = pgTable(
  'record_entries',
  {
    number: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    /** As whom it was done, fit for the public: a body, `resident`, `city-files`. */
    actor: text().notNull(),
    /** The account behind it; never leaves the city's own tables. */
    person: integer(),
    what: text().notNull(),
    about: text().notNull(),
    visibility: text({ enum: ['public', 'internal', 'confidential'] }).notNull(),
    facts: jsonb().$type<Facts>().notNull(),
    /** Salted digest of the thing's public form after the act. */
    shows: text(),
    salt: bytes(),
    /** The transaction that wrote it: the log takes only entries older than every transaction still running. */
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index('record_entries_about').on(table.about, table.number),
    index('record_entries_person').on(table.person, table.number),
  ],
)
