import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { EvaluationFile } from '#city/index.ts'
import { bytes, day, instant } from '#kit/db.ts'
import type { ImportReport, Mapping, RowProblem } from './import.ts'
import { hidings, type Indicator, type Of, statuses } from './indicator.ts'

/** What is measured. */
export const indicators = pgTable('indicators', {
  key: text().primaryKey(),
  position: integer().notNull(),
  doc: jsonb().$type<Indicator>().notNull(),
  /** What stands in the city's files is changed there; the rest at the desk. */
  inFiles: boolean().notNull(),
  /** The order of columns in which it was imported, so that it goes out as it came in. */
  columns: text().array(),
  /** The unit of the figures that came with it, as their source writes it; a figure in another unit says so. */
  unit: text(),
  /** What came with it and has no place of its own here, by the name that its source gave it. */
  meta: jsonb().$type<Record<string, unknown>>(),
  /** The period of which the record last said that it is late. */
  toldOf: text(),
  withdrawnAt: instant(),
})

const indicator = () =>
  text()
    .notNull()
    .references(() => indicators.key)

/** One line of values: the whole, or a group, a district, or both. */
export const series = pgTable(
  'indicators_series',
  {
    id: serial().primaryKey(),
    indicator: indicator(),
    /** Whose figures: the owner's, or those of somebody else who observes the same. */
    by: text({ enum: ['owner', 'second'] }).notNull(),
    /** `of` and the district, canonical, so that there is one series for each. */
    key: text().notNull(),
    of: jsonb().$type<Of>().notNull(),
    district: text(),
    /** Where its source gives values in several units; part of the key. */
    unit: text(),
    /** Above 1 where its source says something else of the same: what contradicts the first is kept and shown as such. */
    nth: integer().notNull().default(1),
  },
  (table) => [uniqueIndex('indicators_series_key').on(table.indicator, table.by, table.key)],
)

/** Values on their way to the public: entered, checked, approved, published, each by somebody else. */
export const releases = pgTable(
  'indicators_releases',
  {
    id: serial().primaryKey(),
    indicator: indicator(),
    by: text({ enum: ['owner', 'second'] }).notNull(),
    way: text({ enum: ['desk', 'import', 'files'] }).notNull(),
    body: text(),
    note: text().notNull().default(''),
    lang: text().notNull().default('und'),
    rows: integer().notNull(),
    enteredAt: instant().notNull(),
    checkedAt: instant(),
    approvedAt: instant(),
    publishedAt: instant(),
    returnedAt: instant(),
    returned: text(),
    /** The accounts behind the steps, by which nobody takes two of them; let go when they are closed. */
    enteredBy: integer(),
    checkedBy: integer(),
    approvedBy: integer(),
  },
  (table) => [
    index('indicators_releases_indicator').on(table.indicator, table.id),
    index('indicators_releases_open')
      .on(table.enteredAt)
      .where(sql`published_at is null and returned_at is null`),
  ],
)

/** Every figure that was ever entered. `current` is what the public sees. */
export const values = pgTable(
  'indicators_values',
  {
    series: integer()
      .notNull()
      .references(() => series.id),
    period: text().notNull(),
    release: integer()
      .notNull()
      .references(() => releases.id),
    from: day().notNull(),
    until: day().notNull(),
    value: doublePrecision(),
    /** As its source wrote it, where the number alone would not go out as it came in. */
    written: text(),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    /** How many people it stands for, where that is known. */
    people: integer(),
    status: text({ enum: statuses }).notNull(),
    hidden: text({ enum: hidings }),
    definition: integer().notNull().default(0),
    /** The line of the file it came in. */
    place: integer(),
    /** What else its source says of it, by the column's name. */
    marks: jsonb().$type<Record<string, string>>(),
    current: boolean().notNull().default(false),
    corrections: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.series, table.period, table.release] }),
    uniqueIndex('indicators_values_current').on(table.series, table.from, table.until).where(sql`current`),
    index('indicators_values_release').on(table.release),
  ],
)

/** What the city means to reach, decided at the desk; those of the files stand in the indicator. */
export const targets = pgTable(
  'indicators_targets',
  {
    id: serial().primaryKey(),
    indicator: indicator(),
    of: jsonb().$type<Of>().notNull(),
    from: text().notNull(),
    start: doublePrecision().notNull(),
    by: text().notNull(),
    value: doublePrecision().notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    decidedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [index('indicators_targets_indicator').on(table.indicator)],
)

/** The few that a year is about, chosen in public; all others are watched. */
export const priorities = pgTable(
  'indicators_priorities',
  {
    year: integer().notNull(),
    indicator: indicator(),
    place: integer().notNull(),
    /** Which of severity, number, reversibility and who asks speak for it. */
    criteria: text().array().notNull(),
    reason: text().notNull(),
    lang: text().notNull(),
    chosenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.indicator] })],
)

/** What the committee says beside a figure. */
export const notes = pgTable(
  'indicators_notes',
  {
    id: serial().primaryKey(),
    indicator: indicator(),
    period: text(),
    body: text().notNull(),
    text: text().notNull(),
    lang: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('indicators_notes_indicator').on(table.indicator)],
)

/** Rounds of evaluation as they were published, by the year of their data. */
export const evaluations = pgTable('indicators_evaluations', {
  key: text().primaryKey(),
  doc: jsonb().$type<EvaluationFile>().notNull(),
  withdrawnAt: instant(),
})

/** A file that somebody is bringing in, kept until they have done so, for a day at most. */
export const imports = pgTable('indicators_imports', {
  id: serial().primaryKey(),
  person: integer().notNull(),
  name: text().notNull(),
  bytes: bytes().notNull(),
  by: text({ enum: ['owner', 'second'] }).notNull(),
  /** The one indicator that the file is of. */
  indicator: text(),
  mapping: jsonb().$type<Mapping>().notNull(),
  report: jsonb().$type<{ report: ImportReport; problems: RowProblem[] }>(),
  at: instant().notNull(),
})
