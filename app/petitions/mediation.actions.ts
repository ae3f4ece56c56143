import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { endPause } from './clock.actions.ts'
import { handle, restate, whoever } from './handling.actions.ts'
import type { OnPetition } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import { mediations, pauses } from './tables.ts'

/** Opens a mediation with what is proposed to both sides. */
export const openMediation = (
  city: City,
  by: Actor,
  id: number,
  said: { proposal: string; lang: string },
): Promise<void> =>
  handle(city, by, id, whoever.concerned, async (on) => {
    checkUnanswered(on.petition, on.at)
    if (await running(on)) throw new Refusal('petitions.mediation-open')
    await on.tx.insert(mediations).values({ petition: id, body: by.as, openedAt: on.at, ...said })
    return { what: 'petitions.mediation-opened' }
  })

/** Closes it with what came of it. A clock that stood still for it runs again. */
export const closeMediation = (
  city: City,
  by: Actor,
  id: number,
  { agreed, result, lang }: { agreed: boolean; result: string; lang: string },
): Promise<void> =>
  handle(city, by, id, whoever.concerned, async (on) => {
    const open = await running(on)
    if (!open) throw new Refusal('petitions.no-mediation')
    const { tx, at } = on
    await tx
      .update(mediations)
      .set({ closedAt: at, agreed, result, resultLang: lang })
      .where(eq(mediations.id, open.id))
    if (await pausedForIt(on)) await endPause(tx, id, dayAt(at, city.facts.timeZone))
    await restate(tx, city.facts, id)
    return { what: agreed ? 'petitions.mediation-agreed' : 'petitions.mediation-failed' }
  })

async function running({ tx, petition }: OnPetition) {
  const [row] = await tx
    .select()
    .from(mediations)
    .where(and(eq(mediations.petition, petition.id), isNull(mediations.closedAt)))
  return row
}

async function pausedForIt({ tx, petition }: OnPetition): Promise<boolean> {
  const rows = await tx.select().from(pauses).where(eq(pauses.petition, petition.id)).orderBy(pauses.id)
  return rows.at(-1)?.ground === 'mediation'
}
