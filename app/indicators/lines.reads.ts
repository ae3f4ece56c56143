import { and, desc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { wholeKey } from './indicator.ts'
import { type IndicatorLine, lineOf } from './line.ts'
import type { Period } from './period.ts'
import { among, indicatorsWhere, type Known, ofArticle, ofChapter, targetsOf, wholeSeries } from './reads.ts'
import { series, values } from './tables.ts'

/** Every indicator that the city has, to choose among. */
export async function indicatorChoices(reads: Reads): Promise<{ key: string; label: Localized }[]> {
  return (await indicatorsWhere(reads)).map(({ key, doc }) => ({ key, label: doc.title }))
}

/** Some indicators as lists show them, in the order in which they were asked for. */
export async function indicatorLines(
  reads: Reads,
  facts: CityFacts,
  keys: readonly string[],
  at: Instant,
): Promise<IndicatorLine[]> {
  if (keys.length === 0) return []
  const lines = new Map((await linesWhere(reads, facts, among(keys), at)).map((each) => [each.key, each]))
  return keys.flatMap((key) => lines.get(key) ?? [])
}

/** The indicators that measure what an article promises. */
export const indicatorsServing = async (reads: Reads, article: Ref): Promise<string[]> =>
  (await indicatorsWhere(reads, ofArticle(article))).map(({ key }) => key)

export const linesOfChapter = (reads: Reads, facts: CityFacts, chapter: string, at: Instant) =>
  linesWhere(reads, facts, ofChapter(chapter), at)

/** Every indicator, or those of which something holds: one query for them and one for all their figures. */
export async function linesWhere(
  reads: Reads,
  facts: CityFacts,
  where: SQL | undefined,
  at: Instant,
): Promise<IndicatorLine[]> {
  const known = await indicatorsWhere(reads, where)
  const courses = await wholeSeries(reads, where)
  const targets = await targetsOf(reads, known)
  const parts = await lastOfParts(
    reads,
    known.filter(({ key }) => !courses.has(key)),
  )
  const today = dayAt(at, facts.timeZone)
  return known.map(({ key, doc }) =>
    lineOf(doc, courses.get(key) ?? [], targets.get(key) ?? [], {
      facts,
      today,
      lastPeriod: parts.get(key),
    }),
  )
}

/** Until when there are figures of groups, for what has none of everybody. */
async function lastOfParts(reads: Reads, known: readonly Known[]): Promise<Map<string, Period>> {
  if (known.length === 0) return new Map()
  const last = reads
    .select({ name: values.period, from: values.from, until: values.until })
    .from(values)
    .where(and(eq(values.series, series.id), eq(values.current, true), isNotNull(values.value)))
    .orderBy(desc(values.from), desc(values.until))
    .limit(1)
    .as('last')
  const rows = await reads
    .selectDistinctOn([series.indicator], {
      indicator: series.indicator,
      name: last.name,
      from: last.from,
      until: last.until,
    })
    .from(series)
    .crossJoinLateral(last)
    .where(
      and(
        ne(series.key, wholeKey),
        inArray(
          series.indicator,
          known.map(({ key }) => key),
        ),
      ),
    )
    .orderBy(series.indicator, sql`${last.until} desc`)
  return new Map(rows.map(({ indicator, ...period }) => [indicator, period]))
}
