import { and, asc, inArray, lte } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import { columns, stateIs } from './reads.ts'
import { petitions } from './tables.ts'

const { id, title, lang, body, dueAt, hiddenAt } = columns

/** Petitions whose answer is overdue, or due by then, of some bodies or of all; what has waited longest comes first. */
export async function owedPetitions(
  reads: Reads,
  asked: { bodies?: readonly string[] | undefined; at: Instant; until: Instant; limit: number },
) {
  const { bodies, at, until, limit } = asked
  const of = (is: ReturnType<typeof stateIs> | undefined) =>
    reads
      .select({ id, title, lang, body, dueAt, hiddenAt })
      .from(petitions)
      .where(and(is, bodies && inArray(petitions.body, [...bodies])))
      .orderBy(asc(petitions.dueAt), asc(petitions.id))
      .limit(limit)
  const late = await of(stateIs('overdue', at))
  const soon = await of(and(stateIs('waiting', at), lte(petitions.dueAt, until)))
  return [...late, ...soon]
}
