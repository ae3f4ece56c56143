import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Instant, isBefore } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { handle, whoever } from './handling.actions.ts'
import type { OnPetition } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import { hearings } from './tables.ts'

export type Announcement = { startsAt: Instant; place: string; access: string; lang: string }

/** Says when and where the city comes to listen. */
export const announce = (city: City, by: Actor, id: number, said: Announcement): Promise<number> =>
  handle(city, by, id, whoever.concerned, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    if (!isBefore(at, said.startsAt)) throw new Refusal('petitions.hearing-not-ahead', {}, 'day')
    const announced = and(
      eq(hearings.petition, id),
      eq(hearings.startsAt, said.startsAt),
      isNull(hearings.cancelledAt),
    )
    if ((await tx.$count(hearings, announced)) > 0) throw new Refusal('petitions.hearing-announced-already')
    const [row] = await tx
      .insert(hearings)
      .values({ petition: id, body: by.as, announcedAt: at, ...said })
      .returning({ id: hearings.id })
    return { what: 'petitions.hearing-announced', result: row!.id }
  })

/** Calls a hearing off that has not begun. */
export const callOff = (city: City, by: Actor, id: number, hearing: number, reason: string): Promise<void> =>
  handle(city, by, id, whoever.concerned, async (on) => {
    const { startsAt } = await openHearing(on, hearing)
    if (!isBefore(on.at, startsAt)) throw new Refusal('petitions.hearing-begun')
    const change = { cancelledAt: on.at, cancelledFor: reason }
    await on.tx.update(hearings).set(change).where(eq(hearings.id, hearing))
    return { what: 'petitions.hearing-called-off' }
  })

/** Publishes what was heard. */
export const report = (
  city: City,
  by: Actor,
  id: number,
  hearing: number,
  { text, lang }: { text: string; lang: string },
): Promise<void> =>
  handle(city, by, id, whoever.concerned, async (on) => {
    const { startsAt } = await openHearing(on, hearing)
    if (isBefore(on.at, startsAt)) throw new Refusal('petitions.hearing-not-begun')
    const change = { report: text, reportLang: lang, reportedAt: on.at }
    await on.tx.update(hearings).set(change).where(eq(hearings.id, hearing))
    return { what: 'petitions.hearing-reported' }
  })

async function openHearing({ tx, petition }: OnPetition, id: number) {
  const [row] = await tx
    .select()
    .from(hearings)
    .where(
      and(
        eq(hearings.id, id),
        eq(hearings.petition, petition.id),
        isNull(hearings.cancelledAt),
        isNull(hearings.reportedAt),
      ),
    )
  if (!row) throw new Refusal('petitions.no-such-hearing')
  return row
}
