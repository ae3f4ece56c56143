import { index, pgTable, primaryKey, serial, text } from 'drizzle-orm/pg-core'
import { instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { kinds } from './matter.ts'

/** When a body was last reminded of what it is late with. */
export const reminders = pgTable(
  'tower_reminders',
  {
    about: text().$type<Ref>().notNull(),
    kind: text({ enum: kinds }).notNull(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.about, table.kind, table.body] }),
    index('tower_reminders_body').on(table.body),
  ],
)

/** What somebody who saw to human rights in a body left to whoever comes after. */
export const handovers = pgTable(
  'tower_handovers',
  {
    id: serial().primaryKey(),
    body: text().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('tower_handovers_body').on(table.body, table.at)],
)
