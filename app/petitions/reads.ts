import { and, asc, eq, getTableColumns, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reads } from '#kit/db.ts'
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

export async function wholePetition(reads: Reads, id: number): Promise<Whole | undefined> {
  const { laneReason, laneAnswer, laneAnswerLang } = petitions
  const [petition] = await reads
    .select({ ...columns, laneReason, laneAnswer, laneAnswerLang })
    .from(petitions)
    .where(eq(petitions.id, id))
  if (!petition) return undefined
  const { original: _, ...moderation } = getTableColumns(moderations)
  const [extension] = await reads.select().from(extensions).where(eq(extensions.petition, id))
  return {
    petition,
    extension,
    routings: await reads.select().from(routings).where(eq(routings.petition, id)).orderBy(asc(routings.id)),
    pauses: await reads.select().from(pauses).where(eq(pauses.petition, id)).orderBy(asc(pauses.id)),
    hearings: await reads.select().from(hearings).where(eq(hearings.petition, id)).orderBy(asc(hearings.id)),
    mediations: await reads
      .select()
      .from(mediations)
      .where(eq(mediations.petition, id))
      .orderBy(asc(mediations.id)),
    answers: await reads.select().from(answers).where(eq(answers.petition, id)).orderBy(asc(answers.id)),
    objections: await reads
      .select()
      .from(objections)
      .where(eq(objections.petition, id))
      .orderBy(asc(objections.id)),
    reviews: await reads.select().from(reviews).where(eq(reviews.petition, id)).orderBy(asc(reviews.id)),
    satisfactions: await reads.select().from(satisfactions).where(eq(satisfactions.petition, id)),
    moderations: await reads
      .select(moderation)
      .from(moderations)
      .where(eq(moderations.petition, id))
      .orderBy(asc(moderations.id)),
  }
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
