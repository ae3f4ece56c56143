import { type SQL, sql } from 'drizzle-orm'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Instant } from '#kit/time.ts'
import type { ChangeClass } from './change.ts'
import type { Of } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { linesWhere } from './lines.reads.ts'
import { monthsDiffer } from './period.ts'

/** A group whose figure became worse. */
export type LeftBehind = {
  indicator: string
  of: Of
  district: string | null
  now: number
  before: number
  period: string
  beforePeriod: string
}

export type Headline = {
  /** What became worse, for everybody or for somebody, and for whom. */
  worsened: { line: IndicatorLine; forWhom: LeftBehind[] }[]
  /** What is late, the latest first. */
  late: IndicatorLine[]
  /** Further from the target than the time that has passed allows, the furthest first. */
  gaps: IndicatorLine[]
  improved: IndicatorLine[]
  counts: Record<ChangeClass, number>
  all: number
}

/**
 * Who is left behind. Never a share of what improved, nor a mean of changes that are counted in different units.
 * Of a year where one is asked: what changed into that year.
 */
export async function headlineOf(
  reads: Reads,
  facts: CityFacts,
  at: Instant,
  year?: number,
): Promise<Headline> {
  const lines = await linesWhere(reads, facts, undefined, at)
  const groups = Map.groupBy(await leftBehind(reads, year), ({ indicator }) => indicator)
  const changed =
    year === undefined ? lines : lines.filter(({ newest }) => newest?.period.until.year === year)
  const of = (is: ChangeClass) => changed.filter(({ change }) => change.is === is)
  return {
    worsened: lines
      .filter((each) => (changed.includes(each) && each.change.is === 'worsened') || groups.has(each.key))
      .map((line) => ({ line, forWhom: groups.get(line.key) ?? [] })),
    late: lateAmong(lines),
    gaps: lines
      .flatMap((line) => {
        const standing = line.goal?.standing
        return standing && (standing.is === 'behind' || standing.is === 'away')
          ? [{ line, by: standing.elapsed - standing.closed }]
          : []
      })
      .toSorted((a, b) => b.by - a.by)
      .map(({ line }) => line),
    improved: of('improved'),
    counts: {
      worsened: of('worsened').length,
      improved: of('improved').length,
      unchanged: of('unchanged').length,
      context: of('context').length,
      'not-comparable': of('not-comparable').length,
      'not-known': of('not-known').length,
    },
    all: changed.length,
  }
}

/** The indicators of which values are late, the latest first. */
export async function lateIndicators(reads: Reads, facts: CityFacts, at: Instant): Promise<IndicatorLine[]> {
  return lateAmong(await linesWhere(reads, facts, undefined, at))
}

const lateAmong = (lines: readonly IndicatorLine[]): IndicatorLine[] =>
  lines.filter(({ owed }) => owed && owed.late > 0).toSorted((a, b) => b.owed!.late - a.owed!.late)

/** With so many indicators the page that everybody opens may be some seconds old. */
const many = 500

const lately = new WeakMap<CityFacts, (reads: Reads, at: Instant) => Promise<Headline>>()

/** The newest headline, for the page that everybody opens. */
export function headlineNow(reads: Reads, facts: CityFacts, at: Instant): Promise<Headline> {
  const known =
    lately.get(facts) ??
    reckoned(
      (from, when) => headlineOf(from, facts, when),
      ({ all }) => all > many,
    )
  lately.set(facts, known)
  return known(reads, at)
}

/** `changeOf` as the database says it, of `n` and the figure before it, `b`. */
const worsened: SQL = sql`
  case i.doc->>'good' when 'up' then 1 when 'down' then -1 else 0 end * sign(
    case when i.doc->'decimals' is null then (n.value - b.value)::numeric
    else round(n.value::numeric, (i.doc->>'decimals')::int) - round(b.value::numeric, (i.doc->>'decimals')::int) end
  ) < 0
  and not exists (
    select from jsonb_array_elements(i.doc->'definitions') with ordinality as d(said, place)
    where (d.said->>'breaks')::boolean and d.place - 1 > least(b.definition, n.definition)
      and d.place - 1 <= greatest(b.definition, n.definition))`

/** The groups and districts that became worse between their two newest comparable figures. */
export function leftBehind(reads: Reads, year?: number): Promise<LeftBehind[]> {
  const shown = sql`v.series = s.id and v.current and v.value is not null and v.hidden is null`
  const inYear = year === undefined ? sql`true` : sql`extract(year from n.until) = ${year}`
  const found = sql`(
    select s.indicator, s.of, s.district, n.value as now, b.value as before, n.period, b.period as "beforePeriod"
    from indicators i
    join indicators_series s on s.indicator = i.key and s.by = 'owner' and s.key <> '{}'
    cross join lateral (
      select v.* from indicators_values v where ${shown} order by v."from" desc, v.until desc limit 1) n
    cross join lateral (
      select v.* from indicators_values v where ${shown} and (v."from", v.until) < (n."from", n.until)
        and abs((v.until - v."from") - (n.until - n."from")) <= ${monthsDiffer}
      order by v."from" desc, v.until desc limit 1) b
    where i.withdrawn_at is null and ${inYear} and ${worsened}
    order by s.indicator, s.id) as found`
  return reads
    .select({
      indicator: sql<string>`found.indicator`,
      of: sql<Of>`found.of`,
      district: sql<string | null>`found.district`,
      now: sql<number>`found.now`,
      before: sql<number>`found.before`,
      period: sql<string>`found.period`,
      beforePeriod: sql<string>`found."beforePeriod"`,
    })
    .from(found)
}
