import { and, asc, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { servesArticle } from '#charter/index.ts'
import {
  axesAre,
  axesOf,
  commitmentsFromAny,
  type Implementation,
  type Verification,
} from '#commitments/index.ts'
import type { Reads } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Ref } from '#kit/ref.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Day, Instant } from '#kit/time.ts'
import {
  type Acceptance,
  type Answer,
  type Followed,
  type Recommendation,
  refOfRecommendation,
} from './recommendation.ts'
import * as tables from './tables.ts'

const { answers, items, sittings, recommendations: r } = tables

const columns = {
  id: r.id,
  committee: r.committee,
  sitting: sittings.no,
  item: r.item,
  title: items.title,
  text: items.text,
  decision: items.decision,
  lang: items.lang,
  body: r.body,
  madeAt: r.madeAt,
  dueAt: r.dueAt,
  answeredAt: r.answeredAt,
  answer: r.answer,
  reviewOn: r.reviewOn,
}

const every = (reads: Reads) =>
  reads
    .select(columns)
    .from(r)
    .innerJoin(sittings, eq(sittings.id, r.sitting))
    .innerJoin(items, and(eq(items.sitting, r.sitting), eq(items.no, r.item)))

/** `acceptanceOf` for the database. */
export function acceptanceIs(acceptance: Acceptance, at: Instant): SQL {
  const late = sql`(${r.dueAt} is not null and ${r.dueAt} <= ${at.toString()}::timestamptz)`
  if (acceptance === 'overdue') return sql`(${r.answer} is null and ${late})`
  if (acceptance === 'waiting') return sql`(${r.answer} is null and not ${late})`
  return eq(r.answer, acceptance)
}

/** What of the recommendations somebody wants to see. */
export type Wanted = {
  acceptance?: Acceptance | undefined
  implementation?: Implementation | undefined
  verification?: Verification | undefined
  committee?: string | undefined
  body?: string | undefined
  at: Instant
}

/** Where each stands, as `refOfRecommendation` says it. */
const origin = sql`('committees/' || ${r.committee} || '/sittings/' || ${sittings.no} || '/items/' || ${r.item})`

/** Newest first. */
export async function recommendationsFor(
  reads: Reads,
  { acceptance, committee, body, at, ...axes }: Wanted,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Followed>> {
  const rows = await every(reads)
    .where(
      and(
        acceptance && acceptanceIs(acceptance, at),
        axesAre(axes, origin, at),
        committee ? eq(r.committee, committee) : undefined,
        body ? eq(r.body, body) : undefined,
        after && lt(r.id, numberAt(after, 0)),
      ),
    )
    .orderBy(desc(r.id))
    .limit(limit + 1)
  return slice(await followedUp(reads, rows, at), limit, ({ id }) => [id])
}

/** How far what was promised has come. */
export async function followedUp(
  reads: Reads,
  rows: readonly Recommendation[],
  at: Instant,
): Promise<Followed[]> {
  if (rows.length === 0) return []
  const lines = Map.groupBy(
    await commitmentsFromAny(reads, rows.map(refOfRecommendation)),
    ({ origin }) => origin,
  )
  return rows.map((row) => ({ ...row, axes: axesOf(lines.get(refOfRecommendation(row)) ?? [], at) }))
}

/** What waits for the first word of the bodies asked, or for their second look, oldest first. */
export const owedRecommendations = (reads: Reads, today: Day): Promise<Recommendation[]> =>
  every(reads)
    .where(or(isNull(r.answer), and(isNotNull(r.reviewOn), sql`${r.reviewOn} <= ${String(today)}`)))
    .orderBy(asc(r.dueAt), asc(r.id))

/** The bodies and the committees there is anything to choose of. */
export async function choicesAmong(reads: Reads): Promise<{ bodies: string[]; committees: string[] }> {
  const bodies = await reads.selectDistinct({ key: r.body }).from(r)
  const committees = await reads.selectDistinct({ key: r.committee }).from(r)
  const keys = (rows: { key: string }[]) => rows.map(({ key }) => key)
  return { bodies: keys(bodies), committees: keys(committees) }
}

/** What was recommended about an article, or about something that serves it, the newest first. */
export const recommendationsAbout = (reads: Reads, about: Ref, limit: number): Promise<Recommendation[]> =>
  every(reads)
    .where(or(eq(items.about, about), servesArticle(items.about, about)))
    .orderBy(desc(r.id))
    .limit(limit)

/** How many recommendations of a committee were made, and how many of them nobody has answered. */
export async function countsOf(reads: Reads, committee: string, at: Instant) {
  const [row] = await reads
    .select({
      made: sql<number>`count(*)::int`,
      waiting: sql<number>`(count(*) filter (where ${acceptanceIs('waiting', at)}))::int`,
      overdue: sql<number>`(count(*) filter (where ${acceptanceIs('overdue', at)}))::int`,
    })
    .from(r)
    .where(eq(r.committee, committee))
  return row!
}

export async function recommendationById(reads: Reads, id: number): Promise<Recommendation | undefined> {
  const [row] = await every(reads).where(eq(r.id, id))
  return row
}

export async function recommendationAt(
  reads: Reads,
  committee: string,
  sitting: number,
  item: number,
): Promise<Recommendation | undefined> {
  const [row] = await every(reads).where(
    and(eq(r.committee, committee), eq(sittings.no, sitting), eq(r.item, item)),
  )
  return row
}

/** The recommendations that a sitting made. */
export const recommendationsOf = (
  reads: Reads,
  committee: string,
  sitting: number,
): Promise<Recommendation[]> =>
  every(reads)
    .where(and(eq(r.committee, committee), eq(sittings.no, sitting)))
    .orderBy(asc(r.item))

/** Every answer there was, the newest first. */
export const answersTo = (reads: Reads, id: number): Promise<Answer[]> =>
  reads
    .select({
      at: answers.at,
      body: answers.body,
      answer: answers.answer,
      text: answers.text,
      lang: answers.lang,
      reason: answers.reason,
      because: answers.because,
      reviewOn: answers.reviewOn,
      commitments: answers.commitments,
    })
    .from(answers)
    .where(eq(answers.recommendation, id))
    .orderBy(desc(answers.id))

/** A recommendation as outsiders may hold the city to it, with every answer there was. */
export async function recommendationForm(reads: Reads, one: Recommendation): Promise<PublicForm> {
  const { id, answer: _, answeredAt: __, reviewOn: ___, ...plain } = one
  return {
    ...plain,
    madeAt: String(one.madeAt),
    dueAt: one.dueAt && String(one.dueAt),
    answers: (await answersTo(reads, id)).map((each) => ({
      ...each,
      at: String(each.at),
      reviewOn: each.reviewOn && String(each.reviewOn),
    })),
  }
}
