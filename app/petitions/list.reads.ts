import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  gt,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { matching } from '#search/index.ts'
import { type Query, type Sort, type Standing, sortOf } from './list.ts'
import type { Dated, Petition, Support } from './petition.ts'
import { stateIs } from './reads.ts'
import { petitions } from './tables.ts'

/** What a list shows of a petition. */
export type Listed = Pick<
  Petition,
  | 'id'
  | 'title'
  | 'lang'
  | 'topic'
  | 'district'
  | 'body'
  | 'filedAt'
  | 'signatures'
  | 'outcome'
  | 'hiddenAt'
  | 'signableUntil'
  | 'discussedFrom'
  | 'reviewedFrom'
> &
  Dated

const p = petitions
const columns = {
  ...{ id: p.id, title: p.title, lang: p.lang, topic: p.topic, district: p.district, body: p.body },
  ...{ filedAt: p.filedAt, signatures: p.signatures, outcome: p.outcome, hiddenAt: p.hiddenAt },
  ...{ signableUntil: p.signableUntil, discussedFrom: p.discussedFrom, reviewedFrom: p.reviewedFrom },
  ...{ withdrawnAt: p.withdrawnAt, mergedAt: p.mergedAt, answeredAt: p.answeredAt, dueAt: p.dueAt },
  ...{ objectedAt: p.objectedAt, objectionDueAt: p.objectionDueAt, objectableUntil: p.objectableUntil },
  ...{ pausedFrom: p.pausedFrom, pausedUntil: p.pausedUntil },
}

type Asked = { query: Query; at: Instant; languages: readonly Lang[] }

/** Petitions as they were asked for, in one statement however many there are. */
export async function listed(
  reads: Reads,
  { query, at, languages }: Asked,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Listed>> {
  const order = orders[sortOf(query)]
  const rows = await reads
    .select(columns)
    .from(petitions)
    .where(and(...wanted(reads, query, languages, at), order.only?.(), after && order.after(after)))
    .orderBy(...(query.state === 'overdue' && order === orders.newest ? [newestOverdue] : order.by))
    .limit(limit + 1)
  return slice(rows, limit, order.keyOf)
}

/**
 * The newest first, in a way for which there is no index. What is overdue are few and old: by its deadlines the database
 * finds them at once, but it would go through everything newer if it thought that the order came for nothing.
 */
const newestOverdue = sql`0 + ${p.id} desc`

/** Those that may be signed now and have most signatures: the first whom anybody may help. */
export const mostSigned = (reads: Reads, at: Instant, limit: number): Promise<Listed[]> =>
  reads
    .select(columns)
    .from(petitions)
    .where(
      and(
        gt(p.signableUntil, at),
        isNull(p.reviewedFrom),
        isNull(p.withdrawnAt),
        isNull(p.mergedAt),
        isNull(p.hiddenAt),
      ),
    )
    .orderBy(...orders.signatures.by)
    .limit(limit)

type Order = {
  by: SQL[]
  only?(): SQL | undefined
  after(cursor: Cursor): SQL | undefined
  keyOf(row: Listed): Cursor
}

const unanswered = () =>
  and(isNull(p.answeredAt), isNull(p.withdrawnAt), isNull(p.mergedAt), isNotNull(p.dueAt))

const orders: Record<Sort, Order> = {
  newest: {
    by: [desc(p.id)],
    after: (cursor) => lt(p.id, numberAt(cursor, 0)),
    keyOf: ({ id }) => [id],
  },
  signatures: {
    by: [desc(p.signatures), desc(p.id)],
    after: (cursor) =>
      sql`(${p.signatures}, ${p.id}) < (${numberAt(cursor, 0)}::int, ${numberAt(cursor, 1)}::int)`,
    keyOf: ({ signatures, id }) => [signatures, id],
  },
  due: {
    by: [asc(p.dueAt), asc(p.id)],
    only: unanswered,
    after: (cursor) =>
      sql`(${p.dueAt}, ${p.id}) > (to_timestamp(${numberAt(cursor, 0)}::bigint / 1000.0), ${numberAt(cursor, 1)}::int)`,
    keyOf: ({ dueAt, id }) => [dueAt!.epochMilliseconds, id],
  },
}

function wanted(reads: Reads, query: Query, languages: readonly Lang[], at: Instant): (SQL | undefined)[] {
  const { q, state, support, body, topic, group, article, district } = query
  const found = q && matching(reads, { query: q, languages, room: 'petitions' })
  return [
    found ? sql`${p.id} in ${found}` : undefined,
    state && standingIs(state, at),
    support && supportIs(support, at),
    body ? eq(p.body, body) : undefined,
    topic ? eq(p.topic, topic) : undefined,
    district ? eq(p.district, district) : undefined,
    group ? arrayContains(p.groups, [group]) : undefined,
    article ? sql`${p.articles} @> array[${article}]::text[]` : undefined,
  ]
}

export const standingIs = (standing: Standing, at: Instant): SQL | undefined =>
  standing === 'open'
    ? and(isNull(p.withdrawnAt), isNull(p.mergedAt), or(isNull(p.answeredAt), isNotNull(p.objectedAt)))
    : stateIs(standing, at)

/** `supportOf(petition, at) === support`, for the database; a property test holds the two together. */
export function supportIs(support: Support, at: Instant): SQL | undefined {
  const without = isNull(p.reviewedFrom)
  const running = and(without, gt(p.signableUntil, at))
  const is: Record<Support, SQL | undefined> = {
    committee: isNotNull(p.reviewedFrom),
    none: and(without, isNull(p.signableUntil)),
    ended: and(without, lte(p.signableUntil, at)),
    discussion: and(running, isNotNull(p.discussedFrom)),
    gathering: and(running, isNull(p.discussedFrom)),
  }
  return is[support]
}

/** How many petitions there are of the kinds that everybody asks for first. */
export type Counts = { all: number; open: number; overdue: number; answered: number }

/** Each figure is read from an index, for the table itself is long. */
export async function counted(reads: Reads, at: Instant): Promise<Counts> {
  const count = (which: SQL | undefined) => sql<number>`(select count(*)::int from ${p} where ${which})`
  const alive = and(isNull(p.withdrawnAt), isNull(p.mergedAt))
  const [row] = await reads
    .select({
      all: count(sql`true`),
      waiting: count(and(alive, isNull(p.answeredAt))),
      heardAgain: count(and(alive, isNotNull(p.answeredAt), isNotNull(p.objectedAt))),
      overdue: count(stateIs('overdue', at)),
      ended: count(and(isNull(p.answeredAt), or(isNotNull(p.withdrawnAt), isNotNull(p.mergedAt)))),
    })
    .from(sql`(select 1) as once`)
  const { all, waiting, heardAgain, overdue, ended } = row!
  return { all, open: waiting + heardAgain, overdue, answered: all - waiting - ended }
}
