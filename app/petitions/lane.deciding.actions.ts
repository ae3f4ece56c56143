import { and, eq, isNull } from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import { putOnAgenda, sittingAt } from '#committees/index.ts'
import type { City } from '#kit/city.ts'
import { found } from '#kit/found.ts'
import { idOf, type Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, isBefore } from '#kit/time.ts'
import type { Actor, Receipt } from '#record/index.ts'
import type { Why } from './clock.actions.ts'
import { hearerOf, turnsOf } from './competence.reads.ts'
import { endOf, handle, whoever } from './handling.actions.ts'
import { aboutPetition, forReceipt } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import { laneOf } from './petition.ts'
import { proceduresOf } from './procedure.ts'
import { objections, petitions } from './tables.ts'

/** Says whether a petition touches a small group’s right, and so goes to the committee whoever has signed it. */
export const decideLane = (
  city: City,
  by: Actor,
  id: number,
  { granted, reason, lang }: Why & { granted: boolean },
): Promise<void> =>
  handle(city, by, id, whoever.takesIn, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    if (laneOf(petition) !== 'asked') throw new Refusal('petitions.lane-not-asked')
    await tx
      .update(petitions)
      .set({
        laneDecidedAt: at,
        laneGranted: granted,
        laneAnswer: reason,
        laneAnswerLang: lang,
        ...(granted && { reviewedFrom: petition.reviewedFrom ?? at }),
      })
      .where(eq(petitions.id, id))
    return { what: granted ? 'petitions.lane-granted' : 'petitions.lane-refused' }
  })

/** Asks somebody else whether the lane was rightly refused. Its clock and its signatures go on meanwhile. */
export const objectToLane = (
  city: City,
  by: Actor,
  id: number,
  said: { text: string; lang: string },
): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at, petition }) => {
    const { facts } = city
    const { objection } = proceduresOf(facts)
    if (laneOf(petition) !== 'refused') throw new Refusal('petitions.lane-not-refused')
    const until = endOf(facts, objection.within, petition.laneDecidedAt!)
    if (until && !isBefore(at, until)) throw new Refusal('petitions.objection-too-late')
    const against = and(eq(objections.petition, id), isNull(objections.answer))
    if ((await tx.$count(objections, against)) > 0) throw new Refusal('petitions.objected-already')
    const { intake } = turnsOf(facts, petition)
    const to = hearerOf(await allBodies(tx), objection.bodies, [intake], dayAt(at, facts.timeZone))
    if (!to) throw new Refusal('petitions.nobody-to-hear')
    const dueAt = endOf(facts, objection.answer, at)
    await tx.insert(objections).values({ petition: id, answer: null, at, to, dueAt, ...said })
    return { what: 'petitions.lane-objected', facts: { to } }
  })

/** Puts what enough people signed, or what is in the rights lane, before the committee. */
export const putBefore = (city: City, by: Actor, id: number, no: number): Promise<void> =>
  handle(city, by, id, whoever.hears, async ({ tx, at, petition }) => {
    const { committee } = turnsOf(city.facts, petition)
    if (!petition.reviewedFrom || petition.hiddenAt) throw new Refusal('petitions.not-for-committee')
    if (petition.withdrawnAt) throw new Refusal('petitions.was-withdrawn')
    if (petition.mergedAt) throw new Refusal('petitions.was-merged')
    const about = aboutPetition(id)
    if (petition.reviewIn && (await stands(tx, petition.reviewIn, about)))
      throw new Refusal('petitions.on-agenda-already')
    const { title, lang } = petition
    const { sitting, entry } = await putOnAgenda(tx, at, await found(committee), no, {
      about,
      title,
      lang,
      proposedBy: 'citizens',
    })
    await tx.update(petitions).set({ reviewIn: sitting }).where(eq(petitions.id, id))
    return { what: 'petitions.on-agenda', facts: { sitting: idOf(sitting) }, others: [entry] }
  })

/** Whether a sitting still takes a thing up, or has: not where it was called off, or put it off. */
async function stands(reads: Parameters<typeof sittingAt>[0], sitting: Ref, about: Ref): Promise<boolean> {
  const held = await sittingAt(reads, sitting)
  const item = held?.items.find((each) => each.about === about)
  return held !== undefined && !held.cancelledAt && item?.outcome !== 'deferred'
}
