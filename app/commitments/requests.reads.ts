import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reads } from '#kit/db.ts'
import { type Cursor, type Slice, slice } from '#kit/list.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { type RequestFacts, type RequestState, requestStateOf, type Saying, waits } from './request.ts'
import { openIs } from './standing.reads.ts'
import { commitments as c, helps, steps } from './tables.ts'

/** A request for help as lists show it. */
export type RequestLine = RequestFacts & {
  commitment: number
  /** The step by which it was asked. */
  asked: number
  title: string
  titleLang: Lang
  /** Who asked, and who is to help. */
  asker: string
  helper: string
  text: string
  lang: Lang
  askedAt: Instant
  /** When it was last moved. */
  lastAt: Instant
  waitsFrom: Day | null
  dueOn: Day | null
}

const first = alias(steps, 'asking')
const last = alias(steps, 'turn')

const helper = sql<string>`coalesce(${helps.helper}, ${helps.of})`

const columns = {
  commitment: helps.commitment,
  asked: helps.asked,
  title: c.title,
  titleLang: c.lang,
  asker: first.body,
  helper,
  text: first.text,
  lang: first.lang,
  askedAt: first.at,
  lastAt: last.at,
  lastKind: last.kind,
  lastDoc: last.doc,
  waitsFrom: helps.waitsFrom,
  liftAt: helps.liftAt,
  dueOn: helps.dueOn,
  over: sql<boolean>`not (${openIs})`,
}

const all = (reads: Reads) =>
  reads
    .select(columns)
    .from(helps)
    .innerJoin(c, eq(c.id, helps.commitment))
    .innerJoin(first, and(eq(first.commitment, helps.commitment), eq(first.no, helps.asked)))
    .innerJoin(
      last,
      and(
        eq(last.commitment, helps.commitment),
        eq(last.no, sql`coalesce(${helps.last}, ${helps.answered}, ${helps.asked})`),
      ),
    )

type Row = Awaited<ReturnType<typeof all>>[number]

const lineOf = ({ lastKind: kind, lastDoc: doc, ...row }: Row): RequestLine => ({
  ...row,
  last: { kind, doc } as RequestFacts['last'],
})

/** Each last word, for the database. */
const said: Record<Saying, SQL> = {
  sent: sql`${last.kind} = 'help'`,
  accepted: sql`(${last.kind} = 'help-answer' and ${last.doc}->>'accepted' = 'true'
    or ${last.kind} = 'help-decision' and ${last.doc}->>'of' is not null)`,
  declined: sql`(${last.kind} = 'help-answer' and ${last.doc}->>'accepted' = 'false')`,
  insisted: sql`(${last.kind} = 'help-word' and ${last.doc}->>'word' = 'insisted')`,
  done: sql`${last.kind} = 'help-done'`,
  disputed: sql`(${last.kind} = 'help-word' and ${last.doc}->>'word' = 'disputed')`,
  confirmed: sql`(${last.kind} = 'help-word' and ${last.doc}->>'word' = 'confirmed')`,
  withdrawn: sql`(${last.kind} = 'help-word' and ${last.doc}->>'word' = 'withdrawn')`,
  closed: sql`(${last.kind} = 'help-decision' and ${last.doc}->>'of' is null)`,
}

const both = (...conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` and `)})`
const either = (...conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` or `)})`

const isOver = either(isNotNull(c.doneAt), isNotNull(c.stoppedAt))
const waiting = either(...waits.map((each) => said[each]))
const ended = either(said.confirmed, said.withdrawn, said.closed)

/** `requestStateOf(it, at) === state`, for the database; a property test holds the two together. */
function requestStateIs(state: RequestState, at: Instant): SQL {
  const notLifted = either(isNull(helps.liftAt), gt(helps.liftAt, at))
  switch (state) {
    case 'confirmed':
    case 'withdrawn':
    case 'closed':
      return said[state]
    case 'lapsed':
      return both(isOver, sql`not ${ended}`)
    case 'lifted':
      return both(openIs, waiting, lte(helps.liftAt, at))
    case 'accepted':
    case 'done':
      return both(openIs, said[state])
    default:
      return both(openIs, said[state], notLifted)
  }
}

/** `!isFinished(requestStateOf(it, at))`, for the database. */
const isRunning = both(openIs, sql`not ${ended}`)

export type WantedRequests = {
  state?: RequestState | 'open' | undefined
  /** A body that asked or was asked, with those whose duties came to it. */
  bodies?: readonly string[] | undefined
}

const concerns = (keys: readonly string[]) => or(inArray(first.body, [...keys]), inArray(helper, [...keys]))

/** Requests for help, those asked last first. */
export async function requests(
  reads: Reads,
  { state, bodies }: WantedRequests,
  at: Instant,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<RequestLine>> {
  const rows = await all(reads)
    .where(
      and(
        state && (state === 'open' ? isRunning : requestStateIs(state, at)),
        bodies && concerns(bodies),
        after && askedBefore(after),
      ),
    )
    .orderBy(desc(first.at), desc(helps.commitment), desc(helps.asked))
    .limit(limit + 1)
  return slice(rows.map(lineOf), limit, (row) => [String(row.askedAt), row.commitment, row.asked])
}

const askedBefore = (after: Cursor): SQL => {
  const [at, commitment, asked] = [String(after[0]), Number(after[1] ?? 0), Number(after[2] ?? 0)]
  const when = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) ? at : 'infinity'
  return sql`(${first.at}, ${helps.commitment}, ${helps.asked}) < (${when}::timestamptz, ${commitment}::int, ${asked}::int)`
}

/** Every request that is not at its end yet, of these promises or of all. */
export async function openRequests(
  reads: Reads,
  at: Instant,
  of?: readonly number[],
): Promise<(RequestLine & { state: RequestState })[]> {
  if (of?.length === 0) return []
  const rows = await all(reads)
    .where(and(isRunning, of && inArray(helps.commitment, [...of])))
    .orderBy(asc(first.at), asc(helps.commitment), asc(helps.asked))
  return rows.map(lineOf).map((each) => ({ ...each, state: requestStateOf(each, at) }))
}

/** Open requests in which these bodies ask or are asked. */
export async function requestsOf(reads: Reads, keys: readonly string[]): Promise<RequestLine[]> {
  if (keys.length === 0) return []
  const rows = await all(reads)
    .where(and(isRunning, concerns(keys)))
    .orderBy(asc(first.at), asc(helps.commitment), asc(helps.asked))
  return rows.map(lineOf)
}

/** What has gone before whoever decides, longest first. */
export async function liftedRequests(reads: Reads, at: Instant): Promise<RequestLine[]> {
  const rows = await all(reads).where(requestStateIs('lifted', at)).orderBy(asc(helps.liftAt))
  return rows.map(lineOf)
}

/** Every request of a promise, in the order in which they were asked. */
export async function requestsFor(reads: Reads, commitment: number): Promise<RequestLine[]> {
  const rows = await all(reads).where(eq(helps.commitment, commitment)).orderBy(asc(helps.asked))
  return rows.map(lineOf)
}

export async function requestOf(reads: Reads, commitment: number, asked: number) {
  const [row] = await all(reads).where(and(eq(helps.commitment, commitment), eq(helps.asked, asked)))
  return row && lineOf(row)
}

/** Those of which nobody has been told yet that they were lifted. */
export const liftedUntold = (reads: Reads, at: Instant) =>
  all(reads).where(and(requestStateIs('lifted', at), isNull(helps.liftedToldAt)))

/** How often help was asked for, with each of these promises. */
export async function helpAskedFor(reads: Reads, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await reads
    .select({ id: helps.commitment, count: count() })
    .from(helps)
    .where(inArray(helps.commitment, [...ids]))
    .groupBy(helps.commitment)
  return new Map(rows.map((row) => [row.id, row.count]))
}
