import { desc, eq, sql } from 'drizzle-orm'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { newestOf } from './change.ts'
import { nextDue } from './due.ts'
import { type Release, seriesKey, type Value, wholeKey } from './indicator.ts'
import { type IndicatorLine, lineOf } from './line.ts'
import type { Period } from './period.ts'
import {
  correctedOf,
  type Decided,
  indicatorByKey,
  indicatorsWhere,
  type Known,
  type Note,
  notesOf,
  targetsOf,
  valuesOf,
} from './reads.ts'
import { releasesOf } from './releases.reads.ts'
import { indicators, priorities } from './tables.ts'

/** An indicator with everything that its page shows. */
export type WholeIndicator = Known & {
  line: IndicatorLine
  values: Value[]
  corrected: Value[]
  releases: Release[]
  notes: Note[]
  targets: Decided[]
  years: number[]
  within: Known | undefined
  parts: Known[]
  /** The values that come next, and until when. */
  next: { period: Period; dueOn: Day } | undefined
}

export async function wholeIndicator(
  reads: Reads,
  facts: CityFacts,
  key: string,
  at: Instant,
): Promise<WholeIndicator | undefined> {
  const known = await indicatorByKey(reads, key)
  if (!known) return undefined
  const { doc } = known
  const [values, corrected, releases, notes, targets, years, within, parts] = await Promise.all([
    valuesOf(reads, key),
    correctedOf(reads, key),
    releasesOf(reads, key),
    notesOf(reads, key),
    targetsOf(reads, [known]),
    yearsOf(reads, key),
    doc.within ? indicatorByKey(reads, doc.within) : undefined,
    indicatorsWhere(reads, sql`${indicators.doc}->>'within' = ${key}`),
  ])
  const course = values.filter((each) => each.by === 'owner' && seriesKey(each) === wholeKey)
  const lastPeriod = newestOf(values.filter((each) => each.by === 'owner'))?.period
  const own = targets.get(key) ?? []
  const today = dayAt(at, facts.timeZone)
  const line = lineOf(doc, course, own, { facts, today, lastPeriod })
  const next = nextDue(doc, line.newest?.period ?? lastPeriod, facts, today)
  return { ...known, line, values, corrected, releases, notes, targets: own, years, within, parts, next }
}

/** The years of which an indicator was a priority, the newest first. */
async function yearsOf(reads: Reads, key: string): Promise<number[]> {
  const rows = await reads
    .select({ year: priorities.year })
    .from(priorities)
    .where(eq(priorities.indicator, key))
    .orderBy(desc(priorities.year))
  return rows.map(({ year }) => year)
}
