import { and, asc, between, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { matching } from '#search/index.ts'
import { type CommitmentLine, type Kind, kinds, standings } from './commitment.ts'
import { type Mine, shows } from './mine.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs, standingIs } from './standing.reads.ts'
import { commitments as c, facets, marks } from './tables.ts'
import { type Counts, countedUpTo, type Wanted } from './tracker.ts'

type Reader = { at: Instant; languages: readonly Lang[] }

export async function tracked(
  reads: Reads,
  wanted: Wanted,
  reader: Reader,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<CommitmentLine>> {
  const byDue = wanted.sort === 'due'
  const rows = await reads
    .select(lineColumns)
    .from(c)
    .where(
      and(
        ...conditions(reads, wanted, reader),
        after && (byDue ? dueAfter(after) : lt(c.id, numberAt(after, 0))),
      ),
    )
    .orderBy(...(byDue ? [asc(c.dueOn), asc(c.id)] : [desc(c.id)]))
    .limit(limit + 1)
  return slice(rows, limit, (row) => (byDue ? [row.id, String(row.dueOn)] : [row.id]))
}

const dueAfter = (after: Cursor): SQL =>
  sql`(${c.dueOn}, ${c.id}) > (${dayIn(after)}::date, ${numberAt(after, 0)}::int)`

/** A cursor may come from a list that was sorted otherwise: then the list begins anew. */
const dayIn = (after: Cursor): string => {
  const said = String(after[1] ?? '')
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : '-infinity'
}

function conditions(reads: Reads, wanted: Wanted, { at, languages }: Reader): (SQL | undefined)[] {
  const { standing, kind, bodies, article, group, district, origin, year, query } = wanted
  return [
    standing && is(standing, at),
    kind && eq(c.kind, kind),
    bodies && marked(reads, 'body', bodies),
    article === undefined ? undefined : marked(reads, 'article', [article]),
    group === undefined ? undefined : marked(reads, 'group', [group]),
    district === undefined ? undefined : marked(reads, 'district', [district]),
    origin === undefined ? undefined : eq(c.originKind, origin),
    year === undefined ? undefined : between(c.dueOn, dayOf(year, 1, 1), dayOf(year, 12, 31)),
    query ? inWords(reads, query, languages) : undefined,
  ]
}

const is = (standing: NonNullable<Wanted['standing']>, at: Instant): SQL =>
  standing === 'open' ? openIs : standing === 'silent' ? silentIs(at) : standingIs(standing, at)

const dayOf = (year: number, month: number, day: number): Day => Temporal.PlainDate.from({ year, month, day })

const marked = (reads: Reads, facet: 'body' | 'article' | 'group' | 'district', keys: readonly string[]) =>
  inArray(
    c.id,
    reads
      .select({ id: marks.commitment })
      .from(marks)
      .where(and(eq(marks.facet, facet), inArray(marks.key, [...keys]))),
  )

function inWords(reads: Reads, query: string, languages: readonly Lang[]): SQL {
  const met = matching(reads, { query, languages, room: 'commitments' })
  return met ? inArray(c.id, met) : sql`false`
}

/** From how many on the figures over all of them may be some seconds old. */
const many = 1000

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** How many there are of each standing, new promises and what is being done already apart: one question, by index. */
export const standingCounts = reckoned(
  countStandings,
  (counts) => sumOf(kinds.flatMap((kind) => Object.values(counts[kind]))) > many,
)

async function countStandings(reads: Reads, at: Instant): Promise<Counts> {
  const cells = kinds.flatMap((kind) => [
    ...standings.map((standing) => ({ kind, name: standing, is: standingIs(standing, at) })),
    { kind, name: 'silent' as const, is: silentIs(at) },
  ])
  const columns = Object.fromEntries(
    cells.map(({ kind, name, is }) => [
      `${kind} ${name}`,
      sql<number>`(select count(*) from (select 1 from ${c} where ${c.kind} = ${kind} and ${is}
        limit ${countedUpTo + 1}) as bounded)::int`,
    ]),
  )
  const [row] = await reads.select(columns).from(sql`(select 1) as once`)
  const of = (kind: Kind) =>
    Object.fromEntries([...standings, 'silent' as const].map((name) => [name, row![`${kind} ${name}`]]))
  return { new: of('new'), 'under-way': of('under-way') } as Counts
}

/** How many promises of these bodies, as lead or beside it, stand in each way. */
export async function countsOfBodies(reads: Reads, bodies: readonly string[], at: Instant): Promise<Mine> {
  const count = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`
  const columns = Object.fromEntries(
    shows.map((each) => [each, count(each === 'all' ? sql`true` : is(each, at))]),
  )
  const [row] = await reads
    .select(columns)
    .from(c)
    .where(marked(reads, 'body', bodies))
  return row as Mine
}

/** Every choice by which somebody may find something. */
export async function offered(
  reads: Reads,
): Promise<Record<(typeof facets.$inferSelect)['facet'], string[]>> {
  const rows = await reads.select().from(facets).orderBy(asc(facets.facet), asc(facets.key))
  const of = (facet: (typeof rows)[number]['facet']) =>
    rows.filter((each) => each.facet === facet).map((each) => each.key)
  return {
    lead: of('lead'),
    article: of('article'),
    group: of('group'),
    district: of('district'),
    origin: of('origin'),
    year: of('year'),
  }
}

/** How many open ones there are in each district, and how many of them are late or broken. */
export const openByDistrict = reckoned(
  countDistricts,
  (districts) => sumOf(districts.map(({ open }) => open)) > many,
)

async function countDistricts(reads: Reads, at: Instant) {
  const behind = sql`${c.dueAt} <= ${at.toString()}::timestamptz`
  return reads
    .select({
      district: marks.key,
      open: sql<number>`count(*)::int`,
      late: sql<number>`count(*) filter (where ${behind})::int`,
    })
    .from(marks)
    .innerJoin(c, eq(c.id, marks.commitment))
    .where(and(eq(marks.facet, 'district'), openIs))
    .groupBy(marks.key)
}
