import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, instant } from '#kit/db.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Localized } from '#kit/words.ts'
import { hows } from './how.ts'
import type { Written } from './written.ts'

const transactionId = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'xid8',
  fromDriver: (id) => BigInt(id),
})

/** Every act of the city. Rows are only ever added; a salt may be erased, and with it every link from the log. */
export const entries = pgTable(
  'record_entries',
  {
    number: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    /** As whom it was done, fit for the public: a body, `resident`, `city-files`. */
    actor: text().notNull(),
    /** The account behind it; never leaves the city's own tables, and is let go when its owner leaves. */
    person: integer(),
    /** Salted digest of the account, which stays. */
    by: text(),
    what: text().notNull(),
    about: text().notNull(),
    visibility: text({ enum: ['public', 'internal', 'confidential'] }).notNull(),
    facts: jsonb().$type<Facts>().notNull(),
    /** What the thing was called then, in each language it had a name in. */
    title: jsonb().$type<Localized>(),
    /** Salted digest of the thing's public form after the act. */
    shows: text(),
    /** Half of it is given to outsiders with a public entry, half never leaves: see commitment.ts. */
    salt: bytes(),
    /** What the log will hold of this entry, fixed when it was written. */
    commitment: text().notNull(),
    /** The transaction that wrote it, by which the log knows where it need not look any more. */
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index('record_entries_about').on(table.about, table.number),
    index('record_entries_kind').on(sql`split_part(${table.about}, '/', 1)`, table.number),
    index('record_entries_at').on(table.at),
    index('record_entries_person').on(table.person, table.number),
    index('record_entries_transaction').on(table.transaction),
  ],
)

/** Where in the log each entry stands. */
export const leaves = pgTable('record_leaves', {
  index: bigint({ mode: 'number' }).primaryKey(),
  entry: bigint({ mode: 'number' })
    .notNull()
    .unique()
    .references(() => entries.number),
})

/** The log's files, by the path at which they are served. */
export const tiles = pgTable('record_tiles', { path: text().primaryKey(), bytes: bytes().notNull() })

/** What was signed over the log; the newest is signed anew as time passes. */
export const checkpoints = pgTable('record_checkpoints', {
  size: bigint({ mode: 'number' }).primaryKey(),
  /** When the log first had this size. */
  at: instant().notNull(),
  cosignedAt: instant().notNull(),
  note: text().notNull(),
})

/** Which thing grew out of which: a commitment out of a petition. */
export const origins = pgTable(
  'record_origins',
  { thing: text().notNull(), origin: text().notNull() },
  (table) => [primaryKey({ columns: [table.thing, table.origin] })],
)

/** Who wants to hear of a thing, or of a whole kind of things. */
export const follows = pgTable(
  'record_follows',
  {
    person: integer().notNull(),
    about: text().notNull(),
    how: text({ enum: hows }).notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.about] }),
    index('record_follows_about').on(table.about),
  ],
)

/** That somebody is to hear of an entry. What it says is read from the entry when it is shown or sent. */
export const notices = pgTable(
  'record_notices',
  {
    number: bigserial({ mode: 'number' }).primaryKey(),
    person: integer().notNull(),
    entry: bigint({ mode: 'number' })
      .notNull()
      .references(() => entries.number),
    how: text({ enum: hows }).notNull(),
    /** What is followed that made it their business. */
    because: text().notNull(),
    at: instant().notNull(),
    readAt: instant(),
    /** The letter that carries it, if one does. */
    letter: text(),
  },
  (table) => [
    index('record_notices_person').on(table.person, table.number),
    index('record_notices_letter').on(table.letter).where(sql`${table.letter} is not null`),
    index('record_notices_waiting').on(table.how, table.person).where(sql`${table.letter} is null`),
    uniqueIndex('record_notices_once').on(table.person, table.entry),
  ],
)

/** Letters on their way. The key says what is in it, so that it is never written twice. */
export const letters = pgTable(
  'record_letters',
  {
    key: text().primaryKey(),
    person: integer().notNull(),
    kind: text({ enum: ['at-once', 'daily', 'weekly'] }).notNull(),
    /** What it says itself, if it carries no notices; let go once it needs no more tries. */
    says: jsonb().$type<Written>(),
    madeAt: instant().notNull(),
    /** When to try (again); nothing once it is sent or given up. */
    tryAt: instant(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    /** Why the last attempt failed, as a code without addresses. */
    problem: text(),
  },
  (table) => [index('record_letters_try').on(table.tryAt)],
)

/** How far along the log something has read that must read each leaf once. */
export const cursors = pgTable('record_cursors', {
  name: text().primaryKey(),
  index: bigint({ mode: 'number' }).notNull(),
})
