import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
import { day, instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { outcomes, pauseGrounds, reasons, verdicts } from './petition.ts'
import { petitions } from './petitions.tables.ts'

const petition = () =>
  integer()
    .notNull()
    .references(() => petitions.id)

/** Each body that had it, and by which norm's clock; the shortest of the clocks holds. */
export const routings = pgTable(
  'petitions_routings',
  {
    id: serial().primaryKey(),
    petition: petition(),
    body: text().notNull(),
    procedure: text().notNull(),
    at: instant().notNull(),
    reason: text(),
    lang: text(),
    /** Who passed it on; nothing for where it first came in. */
    by: text(),
  },
  (table) => [index('petitions_routings_petition').on(table.petition)],
)

export const pauses = pgTable(
  'petitions_pauses',
  {
    id: serial().primaryKey(),
    petition: petition(),
    from: day().notNull(),
    to: day(),
    ground: text({ enum: pauseGrounds }).notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    by: text().notNull(),
  },
  (table) => [index('petitions_pauses_petition').on(table.petition)],
)

/** There is one and no more, so the petition is the key. */
export const extensions = pgTable('petitions_extensions', {
  petition: petition().primaryKey(),
  at: instant().notNull(),
  reason: text().notNull(),
  lang: text().notNull(),
  by: text().notNull(),
})

export const hearings = pgTable(
  'petitions_hearings',
  {
    id: serial().primaryKey(),
    petition: petition(),
    body: text().notNull(),
    announcedAt: instant().notNull(),
    startsAt: instant().notNull(),
    place: text().notNull(),
    /** How somebody gets in, hears and is understood there. */
    access: text().notNull(),
    lang: text().notNull(),
    cancelledAt: instant(),
    cancelledFor: text(),
    report: text(),
    reportLang: text(),
    reportedAt: instant(),
  },
  (table) => [index('petitions_hearings_petition').on(table.petition)],
)

export const mediations = pgTable(
  'petitions_mediations',
  {
    id: serial().primaryKey(),
    petition: petition(),
    body: text().notNull(),
    openedAt: instant().notNull(),
    proposal: text().notNull(),
    lang: text().notNull(),
    closedAt: instant(),
    agreed: boolean(),
    result: text(),
    resultLang: text(),
  },
  (table) => [index('petitions_mediations_petition').on(table.petition)],
)

/** Every answer ever given; the newest is in force until an objection opens the petition again. */
export const answers = pgTable(
  'petitions_answers',
  {
    id: serial().primaryKey(),
    petition: petition(),
    at: instant().notNull(),
    body: text().notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    /** The reason of every no and every in-part. */
    reason: text({ enum: reasons }),
    because: text(),
    /** When the no is looked at again. */
    reviewOn: day(),
    reviewedAt: instant(),
    /** To whom outside the city, where it was referred, and how to reach them. */
    referredTo: text(),
    referredReach: text(),
    /** Whether its author agreed that the city hands it over with how to reach them. */
    consented: boolean(),
    /** From when it would have been late, so that a late answer says so for ever. */
    dueAt: instant(),
    commitments: text().array().$type<Ref[]>().notNull(),
  },
  (table) => [
    index('petitions_answers_petition').on(table.petition),
    index('petitions_answers_at').on(table.at),
    index('petitions_answers_review')
      .on(table.reviewOn)
      .where(sql`review_on is not null and reviewed_at is null`),
  ],
)

export const objections = pgTable(
  'petitions_objections',
  {
    id: serial().primaryKey(),
    petition: petition(),
    /** What it is against; nothing where it is against being refused the rights lane. */
    answer: integer().references(() => answers.id),
    at: instant().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    /** Who hears it: never the body that said no. */
    to: text().notNull(),
    dueAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    upheld: boolean(),
    decision: text(),
    decisionLang: text(),
  },
  (table) => [
    index('petitions_objections_petition').on(table.petition),
    index('petitions_objections_open').on(table.to).where(sql`decided_at is null`),
  ],
)

/** Each time a no was looked at again. */
export const reviews = pgTable(
  'petitions_reviews',
  {
    id: serial().primaryKey(),
    petition: petition(),
    answer: integer()
      .notNull()
      .references(() => answers.id),
    at: instant().notNull(),
    /** The day for which it was announced. */
    announcedFor: day().notNull(),
    body: text().notNull(),
    stays: boolean().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
  },
  (table) => [index('petitions_reviews_petition').on(table.petition)],
)

export const satisfactions = pgTable('petitions_satisfactions', {
  answer: integer()
    .primaryKey()
    .references(() => answers.id),
  petition: petition(),
  at: instant().notNull(),
  verdict: text({ enum: verdicts }).notNull(),
  text: text(),
  lang: text(),
})
