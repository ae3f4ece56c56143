import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { District } from '#city/index.ts'
import { instant } from '#kit/db.ts'
import type { Body } from './body.ts'

export const bodies = pgTable('bodies', {
  key: text().primaryKey(),
  /** With its posts, their holders and every succession it takes part in: all that its page shows. */
  doc: jsonb().$type<Body>().notNull(),
  withdrawnAt: instant(),
})

export const districts = pgTable('bodies_districts', {
  key: text().primaryKey(),
  doc: jsonb().$type<District>().notNull(),
  withdrawnAt: instant(),
})
