import { eq } from 'drizzle-orm'
import { allBodies, versionOn } from '#bodies/index.ts'
import { serve } from '#charter/index.ts'
import type { City, CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import type { Why } from './clock.actions.ts'
import { handle, restate, whoever } from './handling.actions.ts'
import { aboutPetition, type Row, titleOf } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import { supportedBy } from './petition.ts'
import { procedureOf, proceduresOf } from './procedure.ts'
import { petitions, routings } from './tables.ts'

/** No wrong door: hands it to whom it concerns, and every clock that runs for it runs on. */
export const transfer = (
  city: City,
  by: Actor,
  id: number,
  { body, procedure, ...why }: Why & { body: string; procedure: string },
): Promise<void> =>
  handle(city, by, id, whoever.has, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    if (body === petition.body && procedure === petition.procedure)
      throw new Refusal('petitions.there-already', {}, 'body')
    checkProcedure(city.facts, petition, procedure)
    await checkStands(tx, body, dayAt(at, city.facts.timeZone))
    await tx.insert(routings).values({ petition: id, body, procedure, at, by: by.as, ...why })
    await tx
      .update(petitions)
      .set({ body, procedure, filedAs: supportedBy(petition) })
      .where(eq(petitions.id, id))
    await restate(tx, city.facts, id)
    return { what: 'petitions.transferred', facts: { to: body, procedure } }
  })

/** @throws Refusal of a way in which the city cannot take this petition up. */
function checkProcedure(facts: CityFacts, { way }: Row, procedure: string): void {
  if (!proceduresOf(facts).petitions.some(({ key }) => key === procedure))
    throw new Refusal('form.not-a-choice', {}, 'procedure')
  if (way === 'anonymous' && !procedureOf(facts, procedure).anonymous)
    throw new Refusal('petitions.needs-a-name', {}, 'procedure')
}

/** @throws Refusal of a body that nobody can write to today. */
export async function checkStands(reads: Reads, body: string, on: Day): Promise<void> {
  const known = (await allBodies(reads)).get(body)
  if (!known || !versionOn(known, on)) throw new Refusal('petitions.no-such-body', {}, 'body')
}

/** Confirms or corrects what it is about: the articles, the groups and the topic. */
export const sort = (
  city: City,
  by: Actor,
  id: number,
  said: { articles: readonly Ref[]; groups: readonly string[]; topic: string | null },
): Promise<void> =>
  handle(city, by, id, whoever.has, async ({ tx, at, petition }) => {
    const { articles, topic } = said
    await tx
      .update(petitions)
      .set({ articles: [...articles], groups: [...said.groups], topic })
      .where(eq(petitions.id, id))
    if (!petition.hiddenAt)
      await serve(tx, { about: aboutPetition(id), title: titleOf(petition) }, articles, at)
    return { what: 'petitions.sorted', facts: { articles: articles.length } }
  })
