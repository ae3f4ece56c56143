import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { day, instant } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Localized } from '#kit/words.ts'
import type { Before, PlanDoc, Trusted } from './plan.ts'

/** Master plans, and measures that stand without an end. */
export const plans = pgTable('plans', {
  key: text().primaryKey(),
  position: integer().notNull(),
  doc: jsonb().$type<PlanDoc>().notNull(),
  /** What stands in the city's files is changed there; the rest at the desk. */
  inFiles: boolean().notNull(),
  /** The plan that it comes after; that one must have been closed before this one is approved. */
  follows: text(),
  version: integer().notNull().default(1),
  draftedAt: instant().notNull(),
  submittedAt: instant(),
  approvedAt: instant(),
  reviewedAt: instant(),
  closedAt: instant(),
  /** The sitting on whose agenda it stands, and the one that approved it. */
  agenda: text().$type<Ref>(),
  sitting: text().$type<Ref>(),
  withdrawnAt: instant(),
})

const plan = () =>
  text()
    .notNull()
    .references(() => plans.key)

/** Each version of a plan, with the reason for the change that made it. */
export const versions = pgTable(
  'plans_versions',
  {
    plan: plan(),
    no: integer().notNull(),
    on: day().notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.plan, table.no] })],
)

/** What a plan is to bring about. Nothing is ever taken out: what is dropped says when, why and what follows it. */
export const tasks = pgTable(
  'plans_tasks',
  {
    id: serial().primaryKey(),
    plan: plan(),
    no: text().notNull(),
    area: text().notNull(),
    goal: text(),
    title: jsonb().$type<Localized>().notNull(),
    text: jsonb().$type<Localized>(),
    articles: text().array().$type<Ref[]>().notNull(),
    groups: text().array().notNull(),
    leads: text().array().notNull(),
    supporting: text().array().notNull(),
    indicators: text().array().notNull(),
    findings: integer().array().notNull(),
    from: day().notNull(),
    until: day(),
    cost: bigint({ mode: 'number' }),
    addedIn: integer().notNull(),
    droppedIn: integer(),
    droppedWhy: text(),
    /** The number of the task in its place. */
    replacedBy: text(),
    /** How sure the city is of it and where it was read, if it stands in the files. */
    trust: jsonb().$type<Trusted>(),
  },
  (table) => [
    uniqueIndex('plans_tasks_no').on(table.plan, table.no),
    index('plans_tasks_indicators').using('gin', table.indicators),
    index('plans_tasks_articles').using('gin', table.articles),
    index('plans_tasks_leads').using('gin', table.leads),
  ],
)

/** What a version changed in a task that stayed: each part as it was before, so that every earlier day can be told. */
export const changes = pgTable(
  'plans_changes',
  {
    plan: plan(),
    version: integer().notNull(),
    task: integer()
      .notNull()
      .references(() => tasks.id),
    was: jsonb().$type<Before>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.task, table.version] }),
    index('plans_changes_plan').on(table.plan),
  ],
)

/** Where everybody could say what they think of the draft: announced first, held when its minutes are there. */
export const hearings = pgTable(
  'plans_hearings',
  {
    id: serial().primaryKey(),
    plan: plan(),
    on: day().notNull(),
    place: text().notNull(),
    announcedAt: instant().notNull(),
    minutes: text(),
    lang: text().notNull(),
    minutesAt: instant(),
  },
  (table) => [index('plans_hearings_plan').on(table.plan)],
)

/** What was found out before the plan was made: by a survey, a hearing, an indicator, a case. */
export const findings = pgTable(
  'plans_findings',
  {
    id: serial().primaryKey(),
    plan: plan(),
    kind: text({ enum: ['survey', 'hearing', 'indicator', 'case', 'recommendation'] }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    on: day().notNull(),
    /** Where it can be read. */
    source: text().notNull(),
  },
  (table) => [index('plans_findings_plan').on(table.plan)],
)

/** What somebody said of the draft, and what came of it. */
export const remarks = pgTable(
  'plans_remarks',
  {
    id: serial().primaryKey(),
    plan: plan(),
    /** Where it was said: on this page, in a hearing, in a letter. */
    way: text({ enum: ['page', 'hearing', 'letter', 'committee'] }).notNull(),
    who: text().notNull(),
    person: integer(),
    text: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
    outcome: text({ enum: ['taken', 'in-part', 'not-taken'] }),
    reason: text(),
    reasonLang: text(),
    task: integer().references(() => tasks.id),
    answeredAt: instant(),
  },
  (table) => [index('plans_remarks_open').on(table.plan).where(sql`answered_at is null`)],
)

/** Reviews half way, reports at the end, and those of each year. */
export const reports = pgTable(
  'plans_reports',
  {
    id: serial().primaryKey(),
    plan: plan(),
    kind: text({ enum: ['mid-term', 'closing', 'yearly'] }).notNull(),
    year: integer(),
    text: text().notNull(),
    lang: text().notNull(),
    /** The figures as they stood on that day. */
    figures: jsonb().$type<Record<string, number>>().notNull(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('plans_reports_plan').on(table.plan, table.kind)],
)

/** What a task does in a year, as its leads agreed to it. */
export const actions = pgTable(
  'plans_actions',
  {
    id: serial().primaryKey(),
    task: integer()
      .notNull()
      .references(() => tasks.id),
    year: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    /** What is counted, how much of it there is to be by the end, and at the beginning. */
    measure: text().notNull(),
    target: bigint({ mode: 'number' }).notNull(),
    dueOn: day().notNull(),
    cost: bigint({ mode: 'number' }),
    draftedAt: instant().notNull(),
    /** When the last of its leads had agreed; from then on it is a promise. */
    agreedAt: instant(),
    commitment: text().$type<Ref>(),
    withdrawnAt: instant(),
    withdrawnWhy: text(),
  },
  (table) => [
    uniqueIndex('plans_actions_year').on(table.task, table.year, table.id),
    index('plans_actions_commitment').on(table.commitment),
  ],
)

/** What each lead said when it was asked to agree. */
export const agreements = pgTable(
  'plans_agreements',
  {
    action: integer()
      .notNull()
      .references(() => actions.id),
    body: text().notNull(),
    agrees: boolean().notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    person: integer(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.body] })],
)

/** How far an action had come at the end of a quarter, by the word of one of its leads. */
export const quarters = pgTable(
  'plans_quarters',
  {
    action: integer()
      .notNull()
      .references(() => actions.id),
    quarter: integer().notNull(),
    body: text().notNull(),
    reached: bigint({ mode: 'number' }),
    text: text().notNull(),
    lang: text().notNull(),
    obstacle: text({
      enum: ['none', 'money', 'people', 'law', 'other-body', 'residents', 'other'],
    }).notNull(),
    person: integer(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.quarter, table.body] })],
)
