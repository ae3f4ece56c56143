import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { grounds, hideable } from './moderation.ts'
import { outcomes, remarkKinds, stances, ways } from './petition.ts'

const unanswered = sql`answered_at is null and withdrawn_at is null and merged_at is null`

/** What somebody asked of the city, and the dated facts from which its state follows. */
export const petitions = pgTable(
  'petitions',
  {
    id: serial().primaryKey(),
    title: text().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    procedure: text().notNull(),
    /** By whose rules it is signed and reviewed, once it was handed on to another way. */
    filedAs: text(),
    way: text({ enum: ways }).notNull(),
    /** Its author, where they have an account; let go when it is closed. */
    person: integer(),
    shownAs: text(),
    /** Digest of the form it was sent by, so that a form sent twice files once. */
    form: text(),
    /** Digest of the code with which somebody without an account comes back. */
    returnDigest: text(),
    articles: text().array().$type<Ref[]>().notNull(),
    groups: text().array().notNull(),
    topic: text(),
    district: text(),
    body: text().notNull(),
    filedAt: instant().notNull(),
    signatures: integer().notNull().default(0),
    participants: integer().notNull().default(0),
    signableUntil: instant(),
    discussedFrom: instant(),
    reviewedFrom: instant(),
    /** The sitting on whose agenda it was put. */
    reviewIn: text().$type<Ref>(),
    laneAskedAt: instant(),
    laneReason: text(),
    laneDecidedAt: instant(),
    laneGranted: boolean(),
    laneAnswer: text(),
    laneAnswerLang: text(),
    dueAt: instant(),
    pausedFrom: instant(),
    pausedUntil: instant(),
    answeredAt: instant(),
    outcome: text({ enum: outcomes }),
    objectableUntil: instant(),
    objectedAt: instant(),
    objectionDueAt: instant(),
    reopenedAt: instant(),
    withdrawnAt: instant(),
    mergedInto: integer(),
    mergedAt: instant(),
    mergedBy: text(),
    mergeReason: text(),
    mergeLang: text(),
    hiddenAt: instant(),
  },
  (table) => [
    index('petitions_person').on(table.person).where(sql`person is not null`),
    index('petitions_body').on(table.body, table.id),
    index('petitions_topic').on(table.topic, table.id),
    index('petitions_district').on(table.district, table.id),
    index('petitions_articles').using('gin', table.articles),
    index('petitions_groups').using('gin', table.groups),
    index('petitions_signed').on(table.signatures, table.id),
    /** What anybody may still help to bring before the committee. */
    index('petitions_helpable')
      .on(table.signatures, table.id)
      .where(sql`reviewed_from is null and withdrawn_at is null and merged_at is null and hidden_at is null`),
    index('petitions_due').on(table.dueAt, table.id).where(unanswered),
    index('petitions_ended')
      .on(table.id)
      .where(sql`answered_at is null and (withdrawn_at is not null or merged_at is not null)`),
    index('petitions_paused').on(table.id).where(sql`paused_from is not null`),
    index('petitions_objected')
      .on(table.id, table.answeredAt, table.withdrawnAt, table.mergedAt)
      .where(sql`objected_at is not null`),
    index('petitions_withdrawn').on(table.id).where(sql`withdrawn_at is not null`),
    index('petitions_merged').on(table.mergedInto).where(sql`merged_into is not null`),
    index('petitions_discussed').on(table.id).where(sql`discussed_from is not null`),
    index('petitions_reviewed').on(table.id).where(sql`reviewed_from is not null`),
    uniqueIndex('petitions_form').on(table.form),
    uniqueIndex('petitions_return').on(table.returnDigest).where(sql`return_digest is not null`),
    /** What bodies still owe, oldest deadline first. */
    index('petitions_owed')
      .on(table.body, table.dueAt)
      .where(sql`answered_at is null and withdrawn_at is null and merged_at is null`),
    index('petitions_lane')
      .on(table.laneAskedAt)
      .where(sql`lane_asked_at is not null and lane_decided_at is null`),
    index('petitions_review')
      .on(table.reviewedFrom)
      .where(sql`reviewed_from is not null and review_in is null`),
  ],
)

const petition = () =>
  integer()
    .notNull()
    .references(() => petitions.id)

/** How to reach whoever has no account. Nobody sees it but those who answer, and it is forgotten a year after the end. */
export const contacts = pgTable('petitions_contacts', {
  petition: petition().primaryKey(),
  name: text(),
  reach: text(),
})

export const signatures = pgTable(
  'petitions_signatures',
  { petition: petition(), person: integer().notNull(), at: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.petition, table.person] }),
    index('petitions_signatures_person').on(table.person),
  ],
)

/** Signatures on paper, counted and kept by whoever took them in. */
export const sheets = pgTable(
  'petitions_sheets',
  {
    id: serial().primaryKey(),
    petition: petition(),
    count: integer().notNull(),
    keptAt: text().notNull(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('petitions_sheets_petition').on(table.petition)],
)

export const opinions = pgTable(
  'petitions_opinions',
  {
    id: serial().primaryKey(),
    petition: petition(),
    person: integer(),
    stance: text({ enum: stances }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
    hiddenAt: instant(),
  },
  (table) => [
    index('petitions_opinions_petition').on(table.petition, table.id),
    uniqueIndex('petitions_opinions_once').on(table.petition, table.person),
  ],
)

/** What its author told those who answer, besides: nobody else reads it. */
export const remarks = pgTable(
  'petitions_remarks',
  {
    id: serial().primaryKey(),
    petition: petition(),
    kind: text({ enum: remarkKinds }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('petitions_remarks_petition').on(table.petition)],
)

/** Words that were hidden, by whom and why, and what came of the appeal. What they were is kept. */
export const moderations = pgTable(
  'petitions_moderations',
  {
    id: serial().primaryKey(),
    petition: petition(),
    what: text({ enum: hideable }).notNull(),
    opinion: integer().references(() => opinions.id),
    at: instant().notNull(),
    ground: text({ enum: grounds }).notNull(),
    statement: text().notNull(),
    lang: text().notNull(),
    by: text().notNull(),
    original: jsonb().$type<{ title?: string; text: string }>().notNull(),
    appealedAt: instant(),
    appeal: text(),
    appealLang: text(),
    appealTo: text(),
    appealDueAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    restored: boolean(),
    decision: text(),
    decisionLang: text(),
  },
  (table) => [
    index('petitions_moderations_petition').on(table.petition),
    index('petitions_moderations_appealed')
      .on(table.appealTo)
      .where(sql`appealed_at is not null and decided_at is null`),
  ],
)
