import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { Committee } from '#city/index.ts'
import { day, instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { type Kept, type Shown, sexes } from './composition.ts'
import { grounds } from './membership.ts'
import { answers as kindsOfAnswer, reasons } from './recommendation.ts'
import type { Ballot } from './sitting.ts'
import { closedFor, interests, modes, outcomes, presences, proposers, recusals } from './sitting.ts'
import { watched } from './watch.ts'

/** The rules and seats of each committee, as the city's files have them. Locked by whoever appoints. */
export const committees = pgTable('committees', {
  key: text().primaryKey(),
  doc: jsonb().$type<Committee>().notNull(),
  withdrawnAt: instant(),
})

/** People who are or were proposed for a seat. Their names are for secretaries, unless they agreed to be shown. */
export const people = pgTable('committees_people', {
  id: serial().primaryKey(),
  name: text().notNull(),
  publishedAs: text(),
})

export const memberships = pgTable(
  'committees_memberships',
  {
    id: serial().primaryKey(),
    committee: text()
      .notNull()
      .references(() => committees.key),
    seat: text().notNull(),
    person: integer()
      .notNull()
      .references(() => people.id),
    from: day().notNull(),
    until: day().notNull(),
    proposedAt: instant().notNull(),
    appointedAt: instant(),
    withdrawnAt: instant(),
    endedOn: day(),
    ground: text({ enum: grounds }),
  },
  (table) => [
    index('committees_memberships_committee').on(table.committee),
    index('committees_memberships_person').on(table.person),
  ],
)

export const waivers = pgTable('committees_waivers', {
  id: serial().primaryKey(),
  committee: text()
    .notNull()
    .references(() => committees.key),
  rule: text({ enum: watched }).notNull(),
  reason: text().notNull(),
  lang: text().notNull(),
  decidedBy: text().notNull(),
  from: day().notNull(),
  until: day().notNull(),
})

/** What members chose to say of themselves. Only `traits.ts` reads it, and hands out nothing but counts. */
export const traits = pgTable('committees_traits', {
  person: integer()
    .primaryKey()
    .references((): AnyPgColumn => people.id),
  sex: text({ enum: sexes }),
  young: boolean(),
})

/** Each count of a committee's members: who was counted, and what of it may be shown. */
export const compositions = pgTable('committees_compositions', {
  id: serial().primaryKey(),
  committee: text()
    .notNull()
    .references(() => committees.key),
  on: day().notNull(),
  counted: integer().array().notNull(),
  sex: jsonb().$type<Shown>(),
  youth: jsonb().$type<Shown>(),
  genderCap: text().$type<Kept>(),
  youthShare: text().$type<Kept>(),
  /** Whether everybody who had left by then had been counted together with somebody who said something else. */
  leftMixed: jsonb().$type<{ sex: boolean; youth: boolean }>().notNull(),
})

export const sittings = pgTable(
  'committees_sittings',
  {
    id: serial().primaryKey(),
    committee: text()
      .notNull()
      .references(() => committees.key),
    no: integer().notNull(),
    kind: text({ enum: ['regular', 'extra'] }).notNull(),
    demandedBy: text({ enum: ['chair', 'members'] }),
    demands: integer(),
    startsAt: instant().notNull(),
    minutes: integer().notNull(),
    place: text().notNull(),
    mode: text({ enum: modes }).notNull(),
    lang: text().notNull(),
    calledAt: instant().notNull(),
    urgency: text(),
    papersAt: instant(),
    cancelledAt: instant(),
    cancelledFor: text(),
    attendanceAt: instant(),
    publishedAt: instant(),
    publishedText: text(),
    publishedLang: text(),
  },
  (table) => [
    unique('committees_sittings_no').on(table.committee, table.no),
    index('committees_sittings_starts').on(table.startsAt),
  ],
)

export const attendance = pgTable(
  'committees_attendance',
  {
    sitting: integer()
      .notNull()
      .references(() => sittings.id),
    member: text().notNull(),
    presence: text({ enum: presences }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sitting, table.member] })],
)

export const items = pgTable(
  'committees_items',
  {
    sitting: integer()
      .notNull()
      .references(() => sittings.id),
    no: integer().notNull(),
    title: text().notNull(),
    text: text(),
    /** What it is about, where that has a page. */
    about: text().$type<Ref>(),
    lang: text().notNull(),
    proposedBy: text({ enum: proposers }).notNull(),
    closed: text({ enum: closedFor }),
    decidedAt: instant(),
    outcome: text({ enum: outcomes }),
    decision: text(),
    votes: jsonb().$type<Record<Ballot, number>>(),
    named: jsonb().$type<{ member: string; vote: Ballot }[]>(),
    recommendedTo: text(),
  },
  (table) => [primaryKey({ columns: [table.sitting, table.no] })],
)

/** Each decision that asks something of a body, and what that body said last. */
export const recommendations = pgTable(
  'committees_recommendations',
  {
    id: serial().primaryKey(),
    committee: text()
      .notNull()
      .references(() => committees.key),
    sitting: integer()
      .notNull()
      .references(() => sittings.id),
    item: integer().notNull(),
    /** The body it asks, as it stood then; whoever answers for it today follows from succession. */
    body: text().notNull(),
    madeAt: instant().notNull(),
    dueAt: instant(),
    answeredAt: instant(),
    answer: text({ enum: kindsOfAnswer }),
    reviewOn: day(),
  },
  (table) => [
    unique('committees_recommendations_item').on(table.sitting, table.item),
    index('committees_recommendations_committee').on(table.committee, table.id),
    index('committees_recommendations_body').on(table.body, table.id),
    index('committees_recommendations_owed').on(table.dueAt).where(sql`answer is null`),
  ],
)

/** Every answer to a recommendation; the newest is in force. */
export const answers = pgTable(
  'committees_answers',
  {
    id: serial().primaryKey(),
    recommendation: integer()
      .notNull()
      .references(() => recommendations.id),
    at: instant().notNull(),
    /** Who answered: the body that was asked, or its successor. */
    body: text().notNull(),
    answer: text({ enum: kindsOfAnswer }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    reason: text({ enum: reasons }),
    because: text(),
    reviewOn: day(),
    commitments: text().array().$type<Ref[]>().notNull(),
  },
  (table) => [index('committees_answers_recommendation').on(table.recommendation)],
)

export const itemRecusals = pgTable(
  'committees_recusals',
  {
    sitting: integer()
      .notNull()
      .references(() => sittings.id),
    item: integer().notNull(),
    member: text().notNull(),
    kind: text({ enum: recusals }).notNull(),
    interest: text({ enum: interests }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sitting, table.item, table.member] })],
)
