import { desc, eq } from 'drizzle-orm'
import { adopt, type Pledge } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { endPause } from './clock.actions.ts'
import { endOf, handle, restate, whoever } from './handling.actions.ts'
import { aboutPetition, originTitle } from './on-petition.actions.ts'
import { checkReviewDay, checkUnanswered, daysLate, isNo, lackingIn, type Said } from './petition.handling.ts'
import { proceduresOf } from './procedure.ts'
import { answers, petitions } from './tables.ts'

export type Answer = Said & { pledges: readonly Pledge[] }

/** Gives the city’s answer, once, and in the same act makes the commitments that follow from it. */
export const answer = (city: City, by: Actor, id: number, { pledges, ...said }: Answer): Promise<void> =>
  handle(city, by, id, whoever.answers, async ({ tx, at, petition }) => {
    const { facts } = city
    const today = dayAt(at, facts.timeZone)
    checkUnanswered(petition, at)
    checkAnswer(said, pledges)
    if (isNo(said.outcome)) checkReviewDay(said.reviewOn!, today)
    const origin = { about: aboutPetition(id), title: originTitle(petition) }
    const { refs, entries } = await adopt(city, tx, at, origin, pledges)
    const kept = keptOf(said)
    await tx
      .insert(answers)
      .values({ petition: id, at, body: by.as, dueAt: petition.dueAt, commitments: refs, ...kept })
    const objectableUntil = endOf(facts, proceduresOf(facts).objection.within, at) ?? at
    await tx
      .update(petitions)
      .set({ answeredAt: at, outcome: said.outcome, objectableUntil })
      .where(eq(petitions.id, id))
    await endPause(tx, id, today)
    await restate(tx, facts, id)
    const late = daysLate(petition.dueAt, today, facts.timeZone)
    return {
      what: late > 0 ? 'petitions.answered-late' : 'petitions.answered',
      facts: { outcome: said.outcome, ...(late > 0 && { late }) },
      others: entries,
    }
  })

function checkAnswer(said: Said, pledges: readonly Pledge[]): void {
  const [problem] = lackingIn(said, pledges)
  if (problem) throw new Refusal(problem.code, {}, problem.field)
}

/** What belongs to an answer of its kind; the rest of a form that was filled in and then changed is left out. */
const keptOf = ({ outcome, text, lang, ...more }: Said) => ({
  outcome,
  text,
  lang,
  ...(isNo(outcome) && {
    reason: more.reason!,
    because: more.because!,
    reviewOn: more.reviewOn!,
  }),
  ...(outcome === 'referred' && {
    referredTo: more.referredTo!,
    referredReach: more.referredReach!,
    consented: more.consented ?? false,
  }),
})

/** Whether the very same answer stands already: a form that was sent twice. */
export async function isAnswered(reads: Reads, id: number, body: string, said: Said): Promise<boolean> {
  const last = await lastAnswer(reads, id)
  return last?.body === body && last.outcome === said.outcome && last.text === said.text
}

export async function lastAnswer(reads: Reads, id: number) {
  const [row] = await reads
    .select()
    .from(answers)
    .where(eq(answers.petition, id))
    .orderBy(desc(answers.id))
    .limit(1)
  return row
}
