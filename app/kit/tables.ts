import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './db.ts'

/** How often something was done lately, by a keyed digest of who did it. */
export const throttles = pgTable('throttles', {
  key: text().primaryKey(),
  startedAt: instant().notNull(),
  count: integer().notNull(),
  before: integer().notNull(),
  forgetAt: instant().notNull(),
})
