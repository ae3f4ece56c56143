import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { EvaluationFile } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import { NotFound } from '#kit/found.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Instant } from '#kit/time.ts'
import { type Criterion, type Indicator, type Target, type Value, wholeKey } from './indicator.ts'
import { evaluations, indicators, notes, priorities, releases, series, targets, values } from './tables.ts'

/** An indicator as it is stored. */
export type Known = { key: string; doc: Indicator; inFiles: boolean }

const known = { key: indicators.key, doc: indicators.doc, inFiles: indicators.inFiles }
const stands = isNull(indicators.withdrawnAt)

/** Every indicator, or those of which something holds, in the city's order. */
export const indicatorsWhere = (reads: Reads, where?: SQL): Promise<Known[]> =>
  reads
    .select(known)
    .from(indicators)
    .where(and(stands, where))
    .orderBy(asc(indicators.position), asc(indicators.key))

/** How many there are. */
export const countIndicators = (reads: Reads): Promise<number> => reads.$count(indicators, stands)

/** A page of them. */
export async function indicatorsAfter(
  reads: Reads,
  where: SQL | undefined,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<string>> {
  const rows = await reads
    .select({ key: indicators.key, position: indicators.position })
    .from(indicators)
    .where(
      and(
        stands,
        where,
        after &&
          sql`(${indicators.position}, ${indicators.key}) > (${numberAt(after, 0)}, ${String(after[1])})`,
      ),
    )
    .orderBy(asc(indicators.position), asc(indicators.key))
    .limit(limit + 1)
  const { rows: shown, next } = slice(rows, limit, ({ position, key }) => [position, key])
  return { rows: shown.map(({ key }) => key), next }
}

export async function indicatorByKey(reads: Reads, key: string): Promise<Known | undefined> {
  return (await indicatorsWhere(reads, eq(indicators.key, key)))[0]
}

export const ofChapter = (chapter: string): SQL => sql`${indicators.doc}->>'chapter' = ${chapter}`
export const ofArticle = (about: string): SQL =>
  sql`${indicators.doc}->'articles' @> ${JSON.stringify([about])}::jsonb`
export const among = (keys: readonly string[]): SQL => inArray(indicators.key, [...keys])

const figure = {
  indicator: series.indicator,
  by: series.by,
  of: series.of,
  district: series.district,
  unit: series.unit,
  name: values.period,
  from: values.from,
  until: values.until,
  // What is hidden does not leave the database.
  value: sql<number | null>`case when ${values.hidden} is null then ${values.value} end`,
  status: values.status,
  hidden: values.hidden,
  definition: values.definition,
  corrections: values.corrections,
  release: values.release,
  marks: values.marks,
}

type Figure = Omit<Value, 'period'> & { indicator: string; name: string } & Pick<
    Value['period'],
    'from' | 'until'
  >

const valueIn = ({ name, from, until, indicator: _, ...rest }: Figure): Value => ({
  ...rest,
  period: { name, from, until },
})

/** The values that stand for everybody, of many indicators in one query, each in order of time. */
export async function wholeSeries(reads: Reads, where?: SQL): Promise<Map<string, Value[]>> {
  const rows = await reads
    .select(figure)
    .from(indicators)
    .innerJoin(
      series,
      and(eq(series.indicator, indicators.key), eq(series.by, 'owner'), eq(series.key, wholeKey)),
    )
    .innerJoin(values, and(eq(values.series, series.id), eq(values.current, true)))
    .where(and(stands, where))
    .orderBy(asc(values.series), asc(values.from), asc(values.until))
  return new Map([...Map.groupBy(rows, (row) => row.indicator)].map(([key, all]) => [key, all.map(valueIn)]))
}

/** Everything that was published of an indicator, in order of time. */
export async function valuesOf(reads: Reads, key: string): Promise<Value[]> {
  const rows = await reads
    .select(figure)
    .from(series)
    .innerJoin(values, and(eq(values.series, series.id), eq(values.current, true)))
    .where(eq(series.indicator, key))
    .orderBy(asc(values.from), asc(values.until), asc(values.series))
  return rows.map(valueIn)
}

/** A page of what was published of an indicator, line by line. */
export async function valuesAfter(
  reads: Reads,
  key: string,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Value & { series: number }>> {
  const rows = await reads
    .select({ ...figure, series: values.series })
    .from(series)
    .innerJoin(values, and(eq(values.series, series.id), eq(values.current, true)))
    .where(
      and(
        eq(series.indicator, key),
        after &&
          sql`(${values.series}, ${values.from}, ${values.until}) > (${numberAt(after, 0)}, ${dayIn(after, 1)}::date, ${dayIn(after, 2)}::date)`,
      ),
    )
    .orderBy(asc(values.series), asc(values.from), asc(values.until))
    .limit(limit + 1)
  return slice(
    rows.map(({ series, ...row }) => ({ ...valueIn(row), series })),
    limit,
    ({ series, period }) => [series, String(period.from), String(period.until)],
  )
}

/** @throws NotFound where there is no day at this place. */
function dayIn(cursor: Cursor, place: number): string {
  const said = String(cursor[place] ?? '')
  if (!z.iso.date().safeParse(said).success) throw new NotFound()
  return said
}

/** What was published once and corrected since, the newest first. */
export async function correctedOf(reads: Reads, key: string): Promise<Value[]> {
  const rows = await reads
    .select(figure)
    .from(series)
    .innerJoin(values, and(eq(values.series, series.id), eq(values.current, false)))
    .innerJoin(releases, eq(releases.id, values.release))
    .where(and(eq(series.indicator, key), isNotNull(releases.publishedAt)))
    .orderBy(desc(values.release), asc(values.from))
    .limit(200)
  return rows.map(valueIn)
}

/** What a release brings, for those through whose hands it goes. */
export async function valuesIn(
  reads: Reads,
  release: number,
): Promise<(Value & { numerator: number | null; denominator: number | null; people: number | null })[]> {
  const { numerator, denominator, people } = values
  const rows = await reads
    .select({ ...figure, value: values.value, numerator, denominator, people })
    .from(values)
    .innerJoin(series, eq(series.id, values.series))
    .where(eq(values.release, release))
    .orderBy(asc(values.series))
  return rows.map(({ numerator, denominator, people, ...row }) => ({
    ...valueIn(row),
    numerator,
    denominator,
    people,
  }))
}

/** A target as it was decided at the desk or stands in the files. */
export type Decided = Pick<Target, 'from' | 'start' | 'by' | 'value' | 'of'> & {
  reason?: { text: string; lang: string; at: Instant }
}

/** The targets of indicators: those of their files, then those decided since. */
export async function targetsOf(reads: Reads, all: readonly Known[]): Promise<Map<string, Decided[]>> {
  const rows =
    all.length === 0
      ? []
      : await reads
          .select()
          .from(targets)
          .where(
            and(
              isNull(targets.withdrawnAt),
              all.length < 200
                ? inArray(
                    targets.indicator,
                    all.map(({ key }) => key),
                  )
                : undefined,
            ),
          )
          .orderBy(asc(targets.id))
  const decided = Map.groupBy(rows, ({ indicator }) => indicator)
  return new Map(
    all.map(({ key, doc }) => [
      key,
      [
        ...doc.targets,
        ...(decided.get(key) ?? []).map(({ reason, lang, decidedAt, ...row }) => ({
          ...row,
          reason: { text: reason, lang, at: decidedAt },
        })),
      ],
    ]),
  )
}

export type Note = Omit<typeof notes.$inferSelect, 'indicator'>

/** What committees said of an indicator, the newest first. */
export const notesOf = (reads: Reads, key: string): Promise<Note[]> =>
  reads.select().from(notes).where(eq(notes.indicator, key)).orderBy(desc(notes.id))

export type Priority = {
  year: number
  indicator: string
  place: number
  criteria: Criterion[]
  reason: string
  lang: string
  chosenAt: Instant
}

/** The few that a year is about, in their order. */
export const prioritiesOf = (reads: Reads, year: number): Promise<Priority[]> =>
  reads.select().from(priorities).where(eq(priorities.year, year)).orderBy(asc(priorities.place)) as Promise<
    Priority[]
  >

/** The years of which priorities were chosen, the newest first. */
export async function priorityYears(reads: Reads): Promise<number[]> {
  const rows = await reads
    .selectDistinct({ year: priorities.year })
    .from(priorities)
    .orderBy(desc(priorities.year))
  return rows.map(({ year }) => year)
}

/** The rounds of evaluation as they were published, in order of the years of their data. */
export async function allEvaluations(reads: Reads): Promise<EvaluationFile[]> {
  const rows = await reads
    .select({ doc: evaluations.doc })
    .from(evaluations)
    .where(isNull(evaluations.withdrawnAt))
    .orderBy(asc(evaluations.key))
  return rows.map(({ doc }) => doc)
}
