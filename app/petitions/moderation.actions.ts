import { and, eq, isNull } from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import { serve } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Actor, Receipt } from '#record/index.ts'
import { checkTurn, hearerOf } from './competence.reads.ts'
import { endOf, handle, whoever } from './handling.actions.ts'
import type { Ground } from './moderation.ts'
import { aboutPetition, forReceipt, type OnPetition, onPetition, titleOf } from './on-petition.actions.ts'
import { opinionEntry } from './opinions.reads.ts'
import { proceduresOf } from './procedure.ts'
import { moderations, opinions, petitions } from './tables.ts'

/** Takes words out of sight, with the reason in public. Nothing is erased: what was written is kept for the appeal. */
export const hide = (
  city: City,
  by: Actor,
  id: number,
  said: { opinion?: number | undefined; ground: Ground; statement: string; lang: string },
): Promise<void> =>
  handle(city, by, id, whoever.moderates, async (on) => {
    const { opinion, ...why } = said
    const original = opinion ? await opinionToHide(on, opinion) : petitionToHide(on)
    const what = opinion ? ('opinion' as const) : ('petition' as const)
    await on.tx
      .insert(moderations)
      .values({ petition: id, what, opinion: opinion ?? null, at: on.at, by: by.as, original, ...why })
    await setHidden(on, opinion ?? null, on.at)
    return {
      what: `petitions.${what}-hidden`,
      facts: { ground: said.ground },
      others: opinion ? [await opinionEntry(on.tx, opinion, 'petitions.opinion-hidden')] : [],
    }
  })

function petitionToHide({ petition: { hiddenAt, title, text } }: OnPetition) {
  if (hiddenAt) throw new Refusal('petitions.hidden-already')
  return { title, text }
}

async function opinionToHide({ tx, petition }: OnPetition, id: number) {
  const [row] = await tx
    .select({ text: opinions.text, hiddenAt: opinions.hiddenAt })
    .from(opinions)
    .where(and(eq(opinions.id, id), eq(opinions.petition, petition.id)))
    .for('update')
  const { text, hiddenAt } = await found(row)
  if (hiddenAt) throw new Refusal('petitions.hidden-already')
  return { text }
}

async function setHidden(on: OnPetition, opinion: number | null, hiddenAt: Instant | null): Promise<void> {
  const { tx, petition } = on
  if (opinion) {
    await tx.update(opinions).set({ hiddenAt }).where(eq(opinions.id, opinion))
    return
  }
  await tx.update(petitions).set({ hiddenAt }).where(eq(petitions.id, petition.id))
  const thing = { about: aboutPetition(petition.id), title: titleOf(petition) }
  await serve(tx, thing, hiddenAt ? [] : petition.articles, petition.filedAt)
}

/** Whose words were hidden asks somebody else. Whoever calls knows that they are theirs. */
export const appeal = (
  city: City,
  by: Actor,
  id: number,
  moderation: number,
  said: { text: string; lang: string },
): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at }) => {
    const { facts } = city
    const remedy = proceduresOf(facts).appeal
    const row = await standing(tx, id, moderation)
    if (row.appealedAt) throw new Refusal('petitions.appealed-already')
    const until = endOf(facts, remedy.within, row.at)
    if (until && !isBefore(at, until)) throw new Refusal('petitions.appeal-too-late')
    const appealTo = hearerOf(await allBodies(tx), remedy.bodies, [row.by], dayAt(at, facts.timeZone))
    if (!appealTo) throw new Refusal('petitions.nobody-to-hear')
    const appealDueAt = endOf(facts, remedy.answer, at)
    await tx
      .update(moderations)
      .set({ appealedAt: at, appeal: said.text, appealLang: said.lang, appealTo, appealDueAt })
      .where(eq(moderations.id, moderation))
    return { what: 'petitions.hiding-appealed', facts: { to: appealTo } }
  })

/** Decides an appeal: the words come back as they were, or stay hidden. */
export const decideAppeal = (
  city: City,
  by: Actor,
  id: number,
  moderation: number,
  { restored, decision, lang }: { restored: boolean; decision: string; lang: string },
): Promise<void> =>
  onPetition(city, by, id, async (on) => {
    const { tx, at } = on
    const row = await standing(tx, id, moderation)
    if (!row.appealTo) throw new Refusal('petitions.not-appealed')
    await checkTurn(tx, city.facts, at, by.as, [row.appealTo])
    await tx
      .update(moderations)
      .set({ decidedAt: at, decidedBy: by.as, restored, decision, decisionLang: lang })
      .where(eq(moderations.id, moderation))
    if (restored) await setHidden(on, row.opinion, null)
    return {
      what: restored ? 'petitions.words-restored' : 'petitions.words-stay-hidden',
      others:
        restored && row.opinion ? [await opinionEntry(tx, row.opinion, 'petitions.words-restored')] : [],
    }
  })

async function standing(tx: Tx, petition: number, id: number) {
  const [row] = await tx
    .select()
    .from(moderations)
    .where(and(eq(moderations.id, id), eq(moderations.petition, petition), isNull(moderations.decidedAt)))
  return found(row)
}
