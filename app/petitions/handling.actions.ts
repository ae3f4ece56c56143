import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { City, CityFacts } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { dueAt } from '#kit/deadline.ts'
import { found } from '#kit/found.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { checkTurn, turnsOf } from './competence.reads.ts'
import { type Done, type OnPetition, onPetition, type Row } from './on-petition.actions.ts'
import { clockOf } from './petition.run.ts'
import { normIfAny } from './procedure.ts'
import { wholePetition } from './reads.ts'
import { answers, petitions, routings } from './tables.ts'

type Turns = ReturnType<typeof turnsOf>

/** Does something to a petition as a body whose turn it is. */
export const handle = <T>(
  city: City,
  by: Actor,
  id: number,
  whose: Whose,
  work: (on: OnPetition) => Promise<Done<T>>,
): Promise<T> =>
  onPetition(city, by, id, async (on) => {
    await checkTurn(on.tx, city.facts, on.at, by.as, whose(turnsOf(city.facts, on.petition)))
    return work(on)
  })

type Whose = (turns: Turns) => readonly (string | undefined)[]

/** Whose turn a step can be. */
export const whoever = {
  answers: ({ body }) => [body],
  has: ({ body, intake }) => [body, intake],
  takesIn: ({ intake }) => [intake],
  hears: ({ committee }) => [committee],
  concerned: ({ body, intake, committee }) => [body, intake, committee],
  moderates: ({ moderator }) => [moderator],
} satisfies Record<string, Whose>

/** Reckons anew what is kept of its clock, after anything on which the clock hangs has changed. */
export async function restate(tx: Tx, facts: CityFacts, id: number): Promise<void> {
  const whole = await found(wholePetition(tx, id))
  await tx.update(petitions).set(clockOf(facts, whole)).where(eq(petitions.id, id))
}

/** The moment after which something can no more be done that a norm gives time for from today. */
export function endOf(facts: CityFacts, norm: string, at: Instant): Instant | null {
  const today = dayAt(at, facts.timeZone)
  const inForce = normIfAny(facts, norm, today)
  return inForce ? (dueAt(deadlineBy(inForce, today), facts.calendar, facts.timeZone) ?? null) : null
}

type Reopening = Pick<typeof routings.$inferInsert, 'body' | 'reason' | 'lang' | 'by'>

/**
 * Opens an answered petition again: its clock runs anew, what was answered stays to be read, and nobody need look again
 * at a no that stands no more.
 */
export async function reopen(
  facts: CityFacts,
  { tx, at, petition: { id, procedure } }: OnPetition,
  { body, ...why }: Reopening,
): Promise<void> {
  await tx.insert(routings).values({ petition: id, procedure, at, body, ...why })
  const open: Partial<Row> = {
    body,
    reopenedAt: at,
    answeredAt: null,
    outcome: null,
    objectableUntil: null,
    objectedAt: null,
    objectionDueAt: null,
  }
  await tx.update(petitions).set(open).where(eq(petitions.id, id))
  const promised = and(eq(answers.petition, id), isNotNull(answers.reviewOn), isNull(answers.reviewedAt))
  await tx.update(answers).set({ reviewedAt: at }).where(promised)
  await restate(tx, facts, id)
}
