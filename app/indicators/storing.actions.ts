import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { type SeriesOf, type Side, type Status, seriesKey } from './indicator.ts'
import type { Period } from './period.ts'
import { hide } from './suppress.ts'
import { releases, series, values } from './tables.ts'
import { insertValues } from './values.actions.ts'

/** A figure as the desk and the files write it down, before anybody but those who work on it may see it. */
type Figure = {
  series: number
  period: Period
  value: number | null
  status: Status
  definition: number
  numerator?: number | null
  denominator?: number | null
  people?: number | null
  marks?: Record<string, string> | null
}

/** Writes down the figures of a release; nobody else sees them until `makeCurrent`. */
export const writeDown = (tx: Tx, release: number, figures: readonly Figure[]) =>
  insertValues(
    tx,
    figures.map(({ series, period, value, status, definition, ...rest }) => ({
      series,
      release,
      period: period.name,
      from: String(period.from),
      until: String(period.until),
      value,
      status,
      definition,
      written: null,
      numerator: rest.numerator ?? null,
      denominator: rest.denominator ?? null,
      people: rest.people ?? null,
      place: null,
      marks: rest.marks ?? null,
    })),
  )

/** A statement takes 65,535 values. */
const rowsAtOnce = 5000

/** The numbers of the lines of an indicator, by their keys; those that are new are begun. */
export async function seriesFor(
  tx: Tx,
  indicator: string,
  by: Side,
  wanted: readonly SeriesOf[],
): Promise<Map<string, number>> {
  const rows = new Map(
    wanted.map((each) => {
      const { of, district = null, unit = null, nth = 1 } = each
      const key = seriesKey(each)
      return [key, { indicator, by, key, of, district, unit, nth }]
    }),
  )
  const all = [...rows.values()]
  for (let at = 0; at < all.length; at += rowsAtOnce)
    await tx
      .insert(series)
      .values(all.slice(at, at + rowsAtOnce))
      .onConflictDoNothing()
  const known = await tx
    .select({ id: series.id, key: series.key })
    .from(series)
    .where(and(eq(series.indicator, indicator), eq(series.by, by)))
  return new Map(known.filter(({ key }) => rows.has(key)).map(({ id, key }) => [key, id]))
}

/**
 * Lets the public see the figures of a release in place of those they correct, which stay in the history. What stands
 * for too few people is hidden, with whatever else would betray it.
 */
export async function makeCurrent(tx: Tx, release: number, least: number | undefined): Promise<void> {
  const same = sql`o.series = n.series and o."from" = n."from" and o.until = n.until and o.current and o.release <> n.release`
  await tx.execute(sql`
    update ${values} n set corrections = o.corrections + 1 from ${values} o where n.release = ${release} and ${same}`)
  await tx.execute(sql`
    update ${values} o set current = false from ${values} n where n.release = ${release} and ${same}`)
  await tx.update(values).set({ current: true }).where(eq(values.release, release))
  if (least !== undefined) await hideSmall(tx, release, least)
}

async function hideSmall(tx: Tx, release: number, least: number): Promise<void> {
  const touched = tx
    .selectDistinct({ from: values.from })
    .from(values)
    .where(and(eq(values.release, release), isNotNull(values.people)))
  const [whose] = await tx.select().from(releases).where(eq(releases.id, release))
  const rows = await tx
    .select({
      series: values.series,
      of: series.of,
      district: series.district,
      unit: series.unit,
      people: values.people,
      from: values.from,
      until: values.until,
      hidden: values.hidden,
    })
    .from(values)
    .innerJoin(series, eq(series.id, values.series))
    .where(
      and(
        eq(series.indicator, whose!.indicator),
        eq(series.by, whose!.by),
        eq(values.current, true),
        inArray(values.from, touched),
      ),
    )
  const tables = Map.groupBy(rows, ({ from, until, unit }) => `${from} ${until} ${unit}`)
  for (const cells of tables.values()) {
    const hidden = hide(
      cells.map(({ of, district, people }) => ({
        of: { ...of, ...(district !== null && { '@district': district }) },
        people,
      })),
      least,
    )
    for (const [at, cell] of cells.entries())
      if (hidden[at] !== cell.hidden)
        await tx
          .update(values)
          .set({ hidden: hidden[at]! })
          .where(
            and(
              eq(values.series, cell.series),
              eq(values.from, cell.from),
              eq(values.until, cell.until),
              eq(values.current, true),
            ),
          )
  }
}
