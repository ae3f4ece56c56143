import { sql } from 'drizzle-orm'
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { day, instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Localized } from '#kit/words.ts'
import { findings, kinds } from './commitment.ts'
import { type Step, stepKinds } from './step.ts'

const isOpen = sql`done_at is null and stopped_at is null`

/** What the city owes, and the dated facts from which its standing follows. */
export const commitments = pgTable(
  'commitments',
  {
    id: serial().primaryKey(),
    kind: text({ enum: kinds }).notNull(),
    title: text().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    lead: text().notNull(),
    /** Further leads: each has to say as well that it is done. */
    joint: text().array().notNull().default([]),
    supporting: text().array().notNull(),
    startsOn: day().notNull(),
    dueOn: day().notNull(),
    firstDueOn: day().notNull(),
    cost: bigint({ mode: 'number' }),
    articles: text().array().$type<Ref[]>().notNull(),
    groups: text().array().notNull(),
    districts: text().array().notNull(),
    origin: text().$type<Ref>().notNull(),
    /** The first part of the origin. */
    originKind: text().notNull(),
    originTitle: jsonb().$type<Localized>().notNull(),
    adoptedAt: instant().notNull(),
    startsAt: instant().notNull(),
    dueAt: instant().notNull(),
    brokenAt: instant(),
    silentAt: instant(),
    begunAt: instant(),
    reportedAt: instant(),
    /** Which of its leads say that it is done; it is done with the last of them. */
    declaredBy: text().array().notNull().default([]),
    doneAt: instant(),
    stoppedAt: instant(),
    finding: text({ enum: findings }),
    /** When it was confirmed or given up. */
    settledAt: instant(),
    /** How many steps it has taken; by it a form knows whether it was sent before. */
    steps: integer().notNull().default(0),
  },
  (table) => [
    index('commitments_origin').on(table.origin),
    index('commitments_origin_kind').on(table.originKind, table.id),
    index('commitments_due').on(table.dueOn, table.id),
    index('commitments_lead').on(table.lead, table.dueAt).where(isOpen),
    index('commitments_joint').using('gin', table.joint),
    index('commitments_unsigned').on(table.lead).where(sql`${isOpen} and declared_by <> '{}'`),
    index('commitments_open').on(table.dueAt, table.kind, table.brokenAt).where(isOpen),
    index('commitments_broken').on(table.brokenAt, table.kind).where(isOpen),
    index('commitments_silent').on(table.silentAt, table.kind).where(isOpen),
    index('commitments_settled').on(table.settledAt).where(sql`settled_at is not null`),
    index('commitments_stopped').on(table.id, table.kind).where(sql`stopped_at is not null`),
    index('commitments_done')
      .on(table.finding, table.id, table.kind)
      .where(sql`done_at is not null and stopped_at is null`),
  ],
)

const commitment = () =>
  integer()
    .notNull()
    .references(() => commitments.id)

export const milestones = pgTable(
  'commitments_milestones',
  {
    commitment: commitment(),
    no: integer().notNull(),
    title: text().notNull(),
    dueOn: day().notNull(),
    firstDueOn: day().notNull(),
    reachedAt: instant(),
    droppedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.commitment, table.no] })],
)

/** Everything that was reported, asked, changed, declared and found, in the order in which it happened. */
export const steps = pgTable(
  'commitments_steps',
  {
    commitment: commitment(),
    no: integer().notNull(),
    kind: text({ enum: stepKinds }).notNull(),
    at: instant().notNull(),
    body: text().notNull(),
    /** The account behind it, by which nobody checks their own word; let go when it is closed. */
    person: integer(),
    text: text().notNull(),
    lang: text().notNull(),
    links: text().array().notNull(),
    doc: jsonb().$type<Step['doc']>().notNull(),
    /** Digest of what was sent, by whom and after which step, so that sending it again changes nothing. */
    once: text(),
  },
  (table) => [
    primaryKey({ columns: [table.commitment, table.no] }),
    uniqueIndex('commitments_steps_once').on(table.commitment, table.once),
    index('commitments_steps_checks').on(table.commitment).where(sql`kind = 'check'`),
    index('commitments_steps_person').on(table.person).where(sql`person is not null`),
  ],
)

/** Help that was asked of a body. How it stands follows from the last step of it and from the clock. */
export const helps = pgTable(
  'commitments_helps',
  {
    commitment: commitment(),
    /** The step by which it was asked for, and the one by which it was answered. */
    asked: integer().notNull(),
    of: text().notNull(),
    answered: integer(),
    /** The last step of it; where none is named, it is the answer, or the asking. */
    last: integer(),
    /** Who is to help by a decision, where that is another than was asked. */
    helper: text(),
    /** By when, where it was decided. */
    dueOn: day(),
    /** Since when somebody waits for an answer or for the end of a dispute, and when others decide it. */
    waitsFrom: day(),
    liftAt: instant(),
    /** When those who follow were told that it was lifted. */
    liftedToldAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.commitment, table.asked] }),
    index('commitments_helps_open').on(table.of).where(sql`answered is null`),
    index('commitments_helps_lift').on(table.liftAt).where(sql`lift_at is not null`),
  ],
)

/** By what a commitment is looked for: bodies, articles, groups, districts. */
export const marks = pgTable(
  'commitments_marks',
  {
    facet: text({ enum: ['body', 'article', 'group', 'district'] }).notNull(),
    key: text().notNull(),
    commitment: commitment(),
    dueOn: day().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.facet, table.key, table.commitment] }),
    index('commitments_marks_due').on(table.facet, table.key, table.dueOn, table.commitment),
    index('commitments_marks_commitment').on(table.commitment),
  ],
)

/** What else it serves, by the word of somebody who answers for it: an indicator, a task of a plan. */
export const links = pgTable(
  'commitments_links',
  {
    commitment: commitment(),
    thing: text().$type<Ref>().notNull(),
    title: jsonb().$type<Localized>().notNull(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.commitment, table.thing] }),
    index('commitments_links_thing').on(table.thing),
  ],
)

/** Every choice that the filters offer, so that nobody is offered an empty one. */
export const facets = pgTable(
  'commitments_facets',
  {
    facet: text({ enum: ['lead', 'article', 'group', 'district', 'origin', 'year'] }).notNull(),
    key: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.facet, table.key] })],
)
