import { and, eq, isNull } from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import type { Actor, Receipt } from '#record/index.ts'
import { lastAnswer } from './answering.actions.ts'
import { checkTurn, hearerOf } from './competence.reads.ts'
import { endOf, reopen } from './handling.actions.ts'
import { forReceipt, type OnPetition, onPetition } from './on-petition.actions.ts'
import { checkAnswered } from './petition.handling.ts'
import { stateOf } from './petition.ts'
import { proceduresOf } from './procedure.ts'
import { checkStands } from './routing.actions.ts'
import { answers, objections, petitions } from './tables.ts'

/** The author asks somebody else whether the answer was right. Whoever calls knows that it is the author. */
export const object = (
  city: City,
  by: Actor,
  id: number,
  said: { text: string; lang: string },
): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at, petition }) => {
    const { facts } = city
    const { objection } = proceduresOf(facts)
    checkAnswered(petition, at)
    const against = await lastAnswer(tx, id)
    if (!against || (await tx.$count(objections, eq(objections.answer, against.id))) > 0)
      throw new Refusal('petitions.objected-already')
    if (stateOf(petition, at) === 'closed') throw new Refusal('petitions.objection-too-late')
    const answered = await tx.select({ body: answers.body }).from(answers).where(eq(answers.petition, id))
    const naysayers = answered.map(({ body }) => body)
    const to = hearerOf(await allBodies(tx), objection.bodies, naysayers, dayAt(at, facts.timeZone))
    if (!to) throw new Refusal('petitions.nobody-to-hear')
    const dueAt = endOf(facts, objection.answer, at)
    await tx.insert(objections).values({ petition: id, answer: against.id, at, to, dueAt, ...said })
    await tx.update(petitions).set({ objectedAt: at, objectionDueAt: dueAt }).where(eq(petitions.id, id))
    return { what: 'petitions.objected', facts: { to } }
  })

export type Decision = { upheld: boolean; decision: string; lang: string; body?: string | undefined }

/** Decides an objection: upheld, the petition is open again with a new clock; otherwise the answer stands. */
export const decideObjection = (
  city: City,
  by: Actor,
  id: number,
  objection: number,
  { upheld, decision, lang, body }: Decision,
): Promise<Receipt> =>
  onPetition(city, by, id, async (on) => {
    const { tx, at } = on
    const { facts } = city
    const row = await openObjection(on, objection)
    await checkTurn(tx, facts, at, by.as, [row.to])
    await tx
      .update(objections)
      .set({ decidedAt: at, decidedBy: by.as, upheld, decision, decisionLang: lang })
      .where(eq(objections.id, objection))
    if (row.answer === null) return laneDecided(on, upheld)
    if (!upheld) {
      const rest = { objectedAt: null, objectionDueAt: null, objectableUntil: at }
      await tx.update(petitions).set(rest).where(eq(petitions.id, id))
      return { what: 'petitions.objection-rejected' }
    }
    const to = body ?? on.petition.body
    await checkStands(tx, to, dayAt(at, facts.timeZone))
    await reopen(facts, on, { body: to, reason: decision, lang, by: by.as })
    return { what: 'petitions.objection-upheld', facts: { to } }
  })

async function openObjection({ tx, petition }: OnPetition, id: number) {
  const open = and(eq(objections.id, id), eq(objections.petition, petition.id), isNull(objections.decidedAt))
  const [row] = await tx.select().from(objections).where(open)
  if (!row) throw new Refusal('petitions.no-such-objection')
  return row
}

/** Who was wrongly refused the rights lane is in it from now on. */
async function laneDecided({ tx, at, petition }: OnPetition, upheld: boolean) {
  if (!upheld) return { what: 'petitions.lane-refusal-stands' }
  await tx
    .update(petitions)
    .set({ laneGranted: true, reviewedFrom: petition.reviewedFrom ?? at })
    .where(eq(petitions.id, petition.id))
  return { what: 'petitions.lane-granted-after-all' }
}
