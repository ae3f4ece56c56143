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
import { obstacles } from './quarter.ts'
import type { YearLine } from './year.ts'

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
    /** Where the files put it; by its number where they do not say. */
    position: integer().notNull().default(0),
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
    droppedLang: text(),
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
    /** Out of sight, with the reason in public; what was written is kept. */
    hiddenAt: instant(),
    hiddenWhy: text(),
    hiddenLang: text(),
  },
  (table) => [
    index('plans_remarks_open').on(table.plan).where(sql`answered_at is null and hidden_at is null`),
  ],
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
    /** Of a year: every action as it stood on that day, and where the committee heard of it. */
    lines: jsonb().$type<readonly YearLine[]>(),
    agenda: text().$type<Ref>(),
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
    /** What is counted, and how much of it there is to be by the end. */
    measure: text().notNull(),
    target: bigint({ mode: 'number' }).notNull(),
    /** Who has to agree, and then to keep it; the first keeps its plan. */
    leads: text().array().notNull(),
    startsOn: day().notNull(),
    dueOn: day().notNull(),
    /** In the smallest unit of the city's currency; zero where it costs no extra money. */
    cost: bigint({ mode: 'number' }).notNull(),
    milestones: jsonb().$type<readonly { title: string; dueOn: string }[]>().notNull(),
    draftedBy: text().notNull(),
    draftedAt: instant().notNull(),
    /** Counts how often it was written; what was said of another wording does not count. */
    wording: integer().notNull().default(1),
    /** When the last of its leads had agreed; from then on it is a promise. */
    agreedAt: instant(),
    commitment: text().$type<Ref>(),
    withdrawnAt: instant(),
    withdrawnWhy: text(),
    withdrawnLang: text(),
  },
  (table) => [
    index('plans_actions_year').on(table.year, table.task),
    index('plans_actions_task').on(table.task),
    index('plans_actions_commitment').on(table.commitment),
  ],
)

const action = () =>
  integer()
    .notNull()
    .references(() => actions.id)

/** What each lead said when it was asked to agree; the last counts. */
export const agreements = pgTable(
  'plans_agreements',
  {
    id: serial().primaryKey(),
    action: action(),
    wording: integer().notNull(),
    body: text().notNull(),
    agrees: boolean().notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    person: integer(),
    at: instant().notNull(),
  },
  (table) => [index('plans_agreements_action').on(table.action)],
)

/** How far an action had come at the end of a quarter, by the word of one of its leads; the last of several counts. */
export const quarters = pgTable(
  'plans_quarters',
  {
    action: action(),
    quarter: integer().notNull(),
    no: integer().notNull(),
    body: text().notNull(),
    reached: bigint({ mode: 'number' }).notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    obstacle: text({ enum: obstacles }).notNull(),
    /** The step of the commitment by which the same was reported, with what shows it. */
    step: integer().notNull(),
    /** Digest of what was sent, so that sending it again changes nothing. */
    once: text().notNull(),
    person: integer(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.quarter, table.no] })],
)

/** What was told by the clock, so that it is told once. */
export const told = pgTable(
  'plans_told',
  { about: text().$type<Ref>().notNull(), what: text().notNull(), at: instant().notNull() },
  (table) => [primaryKey({ columns: [table.about, table.what] })],
)
