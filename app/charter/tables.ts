import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Article, Norm } from '#city/index.ts'
import { instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Localized } from '#kit/words.ts'
import type { Law } from './charter.ts'

export const instruments = pgTable('charter_instruments', {
  key: text().primaryKey(),
  position: integer().notNull(),
  charter: boolean().notNull(),
  doc: jsonb().$type<Law>().notNull(),
  withdrawnAt: instant(),
})

export const articles = pgTable(
  'charter_articles',
  {
    instrument: text().notNull(),
    no: text().notNull(),
    /** Its address, by which everything else names it. */
    about: text().notNull().unique(),
    position: integer().notNull(),
    doc: jsonb().$type<Article>().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.instrument, table.no] })],
)

export const norms = pgTable('charter_norms', {
  key: text().primaryKey(),
  doc: jsonb().$type<Norm>().notNull(),
  withdrawnAt: instant(),
})

/** What serves an article: one row for each thing and article it is tied to. */
export const services = pgTable(
  'charter_services',
  {
    article: text().notNull(),
    thing: text().$type<Ref>().notNull(),
    /** The first part of its address. */
    kind: text().notNull(),
    title: jsonb().$type<Localized>().notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.thing] }),
    index('charter_services_thing').on(table.thing),
    index('charter_services_newest').on(table.article, table.kind, table.since),
  ],
)
