import { bigserial, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '#kit/db.ts'

export const gardens = pgTable('gardens', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  title: text().notNull(),
  lang: text().notNull(),
  person: integer().notNull(),
  beganAt: instant().notNull(),
  closedAt: instant(),
})
