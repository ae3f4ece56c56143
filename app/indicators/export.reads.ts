import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Exported } from './export.ts'
import { indicators, series, values } from './tables.ts'

/** As many figures as are held at once. */
const pageSize = 5000

/**
 * Every figure of an indicator that the public sees, in the order of the file it came in, a page at a time: however
 * many there are, no more than one page is held.
 */
export async function* publishedValues(
  reads: Reads,
  indicator: string,
  by: 'owner' | 'second' = 'owner',
): AsyncGenerator<Exported> {
  const place = sql<number>`coalesce(${values.place}, 2147483647)`.mapWith(Number)
  const unit = sql<string | null>`coalesce(${series.unit}, ${indicators.unit})`
  let after: { place: number; series: number; from: string } | undefined
  for (;;) {
    const rows = await reads
      .select({
        ...{ of: series.of, district: series.district, unit, series: series.id },
        ...{ name: values.period, from: values.from, until: values.until, value: values.value },
        ...{ written: values.written, status: values.status, hidden: values.hidden, marks: values.marks },
        place,
      })
      .from(values)
      .innerJoin(series, eq(series.id, values.series))
      .innerJoin(indicators, eq(indicators.key, series.indicator))
      .where(
        and(
          eq(series.indicator, indicator),
          eq(series.by, by),
          eq(values.current, true),
          after &&
            sql`(${place}, ${series.id}, ${values.from}) > (${after.place}::int, ${after.series}::int, ${after.from}::date)`,
        ),
      )
      .orderBy(asc(place), asc(series.id), asc(values.from))
      .limit(pageSize)
    for (const row of rows) {
      const { of, district, unit, status, hidden } = row
      yield {
        ...{ indicator, of, district, unit, status, hidden },
        period: { name: row.name, from: row.from, until: row.until },
        written: hidden || row.value === null ? '' : (row.written ?? String(row.value)),
        marks: row.marks ?? {},
        comment: '',
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = { place: last.place, series: last.series, from: String(last.from) }
  }
}

/** Every figure that the public sees, indicator by indicator. */
export async function* everyValue(reads: Reads): AsyncGenerator<Exported> {
  const all = await reads
    .select({ key: indicators.key })
    .from(indicators)
    .where(isNull(indicators.withdrawnAt))
    .orderBy(asc(indicators.position), asc(indicators.key))
  for (const { key } of all) yield* publishedValues(reads, key)
}

/** An indicator with what came with it. */
export async function exportable(reads: Reads, key: string) {
  const [row] = await reads
    .select({ doc: indicators.doc, columns: indicators.columns, meta: indicators.meta })
    .from(indicators)
    .where(and(eq(indicators.key, key), isNull(indicators.withdrawnAt)))
  return row
}

/** By what figures are broken down, each once. */
export async function dimensionsOf(reads: Reads, indicator?: string): Promise<string[]> {
  const rows = await reads
    .selectDistinct({ of: series.of })
    .from(series)
    .where(indicator ? eq(series.indicator, indicator) : undefined)
  return [...new Set(rows.flatMap(({ of }) => Object.keys(of)))].sort()
}

export async function hasDistricts(reads: Reads, indicator: string): Promise<boolean> {
  const rows = await reads
    .selectDistinct({ district: series.district })
    .from(series)
    .where(eq(series.indicator, indicator))
  return rows.some(({ district }) => district !== null)
}
