import { index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from '#kit/db.ts'

/** What is in a file, once however often it was attached. */
export const contents = pgTable('files_contents', {
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: text().primaryKey(),
  type: text().notNull(),
  size: integer().notNull(),
  bytes: bytes().notNull(),
})

export const files = pgTable(
  'files',
  {
    id: serial().primaryKey(),
    /** The thing it was attached to as evidence. */
    about: text().notNull(),
    name: text().notNull(),
    digest: text()
      .notNull()
      .references(() => contents.digest),
    at: instant().notNull(),
  },
  (table) => [index('files_about').on(table.about.op('text_pattern_ops'))],
)
