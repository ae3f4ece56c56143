import { and, eq, getTableColumns, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reads } from '#kit/db.ts'
import { rowsOf } from '#kit/nested.ts'
import type { Instant } from '#kit/time.ts'
import type { Petition, State } from './petition.ts'
import {
  answers,
  extensions,
  hearings,
  mediations,
  moderations,
  objections,
  pauses,
  petitions,
  reviews,
  routings,
  satisfactions,
} from './tables.ts'

const {
  person: _person,
  form: _form,
  returnDigest: _digest,
  laneReason: _reason,
  laneAnswer: _answer,
  laneAnswerLang: _lang,
  ...open
} = getTableColumns(petitions)

/** What everybody may see of a petition's row, words that were hidden included: pages ask `hiddenAt`. */
export const columns = open

export async function petitionById(reads: Reads, id: number): Promise<Petition | undefined> {
  const [row] = await reads.select(columns).from(petitions).where(eq(petitions.id, id))
  return row
}

/** Everything public that happened to a petition, each part in the order in which it happened. */
export type Whole = {
  petition: Petition & Lane
  routings: (typeof routings.$inferSelect)[]
  pauses: (typeof pauses.$inferSelect)[]
  extension: typeof extensions.$inferSelect | undefined
  hearings: (typeof hearings.$inferSelect)[]
  mediations: (typeof mediations.$inferSelect)[]
  answers: (typeof answers.$inferSelect)[]
  objections: (typeof objections.$inferSelect)[]
  reviews: (typeof reviews.$inferSelect)[]
  satisfactions: (typeof satisfactions.$inferSelect)[]
  moderations: Omit<typeof moderations.$inferSelect, 'original'>[]
}

/** Why somebody asked for the rights lane, and what the answer was. */
type Lane = Pick<typeof petitions.$inferSelect, 'laneReason' | 'laneAnswer' | 'laneAnswerLang'>

const { original: _original, ...moderation } = getTableColumns(moderations)

export async function wholePetition(reads: Reads, id: number): Promise<Whole | undefined> {
  const { laneReason, laneAnswer, laneAnswerLang } = petitions
  const [row] = await reads
    .select({
      petition: { ...columns, laneReason, laneAnswer, laneAnswerLang },
      extensions: rowsOf(extensions, eq(extensions.petition, id), extensions.petition),
      routings: rowsOf(routings, eq(routings.petition, id), routings.id),
      pauses: rowsOf(pauses, eq(pauses.petition, id), pauses.id),
      hearings: rowsOf(hearings, eq(hearings.petition, id), hearings.id),
      mediations: rowsOf(mediations, eq(mediations.petition, id), mediations.id),
      answers: rowsOf(answers, eq(answers.petition, id), answers.id),
      objections: rowsOf(objections, eq(objections.petition, id), objections.id),
      reviews: rowsOf(reviews, eq(reviews.petition, id), reviews.id),
      satisfactions: rowsOf(satisfactions, eq(satisfactions.petition, id), satisfactions.answer),
      moderations: rowsOf(moderation, eq(moderations.petition, id), moderations.id),
    })
    .from(petitions)
    .where(eq(petitions.id, id))
  if (!row) return undefined
  const { extensions: all, ...whole } = row
  return { ...whole, extension: all[0] }
}

/** `stateOf(petition, at) === state`, for the database; a property test holds the two together. */
export function stateIs(state: State, at: Instant): SQL {
  const p = petitions
  const past = (column: AnyPgColumn) => lte(column, at)
  const notPast = (column: AnyPgColumn) => or(isNull(column), gt(column, at))
  const alive = [isNull(p.withdrawnAt), isNull(p.mergedAt)]
  const unanswered = [...alive, isNull(p.objectedAt), isNull(p.answeredAt)]
  const resting = and(past(p.pausedFrom), notPast(p.pausedUntil))
  const awake = or(isNull(p.pausedFrom), gt(p.pausedFrom, at), past(p.pausedUntil))
  const is: Record<State, SQL | undefined> = {
    withdrawn: isNotNull(p.withdrawnAt),
    merged: and(isNull(p.withdrawnAt), isNotNull(p.mergedAt)),
    objected: and(...alive, isNotNull(p.objectedAt), notPast(p.objectionDueAt)),
    'objection-overdue': and(...alive, isNotNull(p.objectedAt), past(p.objectionDueAt)),
    answered: and(...alive, isNull(p.objectedAt), isNotNull(p.answeredAt), notPast(p.objectableUntil)),
    closed: and(...alive, isNull(p.objectedAt), isNotNull(p.answeredAt), past(p.objectableUntil)),
    paused: and(...unanswered, resting),
    overdue: and(...unanswered, awake, past(p.dueAt)),
    waiting: and(...unanswered, awake, notPast(p.dueAt)),
  }
  return is[state] ?? sql`false`
}
