import { desc, eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { dueOn } from '#kit/deadline.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { handle, restate, whoever } from './handling.actions.ts'
import { answerNorm, limitsOf, shortest } from './petition.clock.ts'
import { checkUnanswered, lasts } from './petition.handling.ts'
import { runOf } from './petition.run.ts'
import type { PauseGround } from './petition.ts'
import { wholePetition } from './reads.ts'
import { extensions, mediations, pauses } from './tables.ts'

export type Why = { reason: string; lang: string }

/** What takes longer than this is no pause: then it is ended by hand, or not at all. */
const longestPause = { years: 1 }

/** Stops the clock from today on. Never for what is late already: time that has passed is not given back. */
export const pause = (
  city: City,
  by: Actor,
  id: number,
  { ground, to, reason, lang }: Why & { ground: PauseGround; to?: Day | undefined },
): Promise<void> =>
  handle(city, by, id, whoever.answers, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    const today = dayAt(at, city.facts.timeZone)
    if (lasts(await lastPause(tx, id), today)) throw new Refusal('petitions.paused-already')
    if (isAfter(today, await lastDayOf(city, tx, id))) throw new Refusal('petitions.late-already')
    if (to && isAfter(today, to)) throw new Refusal('petitions.pause-over', {}, 'to')
    if (to && isAfter(to, today.add(longestPause))) throw new Refusal('petitions.pause-too-long', {}, 'to')
    if (ground === 'mediation' && !(await isMediated(tx, id)))
      throw new Refusal('petitions.no-mediation', {}, 'ground')
    await tx
      .insert(pauses)
      .values({ petition: id, from: today, to: to ?? null, ground, reason, lang, by: by.as })
    await restate(tx, city.facts, id)
    return { what: 'petitions.paused', facts: { ground, ...(to && { until: String(to) }) } }
  })

/** Lets the clock run again: today is the last day of the pause. */
export const resume = (city: City, by: Actor, id: number): Promise<void> =>
  handle(city, by, id, whoever.answers, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    if (!(await endPause(tx, id, dayAt(at, city.facts.timeZone)))) throw new Refusal('petitions.not-paused')
    await restate(tx, city.facts, id)
    return { what: 'petitions.resumed' }
  })

/** Takes the one extension there is, as long as the norm says. */
export const extend = (city: City, by: Actor, id: number, why: Why): Promise<void> =>
  handle(city, by, id, whoever.answers, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    const whole = await found(wholePetition(tx, id))
    if (whole.extension) throw new Refusal('petitions.extended-already')
    const today = dayAt(at, city.facts.timeZone)
    if (!extensionOf(city, whole)) throw new Refusal('petitions.no-extension')
    if (isAfter(today, await lastDayOf(city, tx, id))) throw new Refusal('petitions.late-already')
    await tx.insert(extensions).values({ petition: id, at, by: by.as, ...why })
    await restate(tx, city.facts, id)
    return { what: 'petitions.extended' }
  })

/** By how much the limit that ends first can be extended. */
export function extensionOf(city: City, whole: Parameters<typeof runOf>[0]) {
  const { facts } = city
  const run = runOf(whole)
  const rules = shortest(limitsOf(facts, run), facts.calendar)
  const start = dayAt(run.reopenedAt ?? run.filedAt, facts.timeZone)
  return run.procedures
    .map((each) => answerNorm(facts, each, start))
    .find(({ key }) => key === rules.norm.key)?.extension
}

/** Ends the pause that lasts, if one does. */
export async function endPause(tx: Tx, id: number, today: Day): Promise<boolean> {
  const last = await lastPause(tx, id)
  if (!last || !lasts(last, today)) return false
  await tx.update(pauses).set({ to: today }).where(eq(pauses.id, last.id))
  return true
}

async function lastPause(tx: Tx, id: number) {
  const [last] = await tx
    .select()
    .from(pauses)
    .where(eq(pauses.petition, id))
    .orderBy(desc(pauses.id))
    .limit(1)
  return last
}

/** The last day on which an answer is in time; none while the clock stands still. */
async function lastDayOf(city: City, tx: Tx, id: number): Promise<Day | undefined> {
  const { facts } = city
  const run = runOf(await found(wholePetition(tx, id)))
  return dueOn(shortest(limitsOf(facts, run), facts.calendar), facts.calendar)
}

async function isMediated(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx.select().from(mediations).where(eq(mediations.petition, id))
  return rows.some((each) => !each.closedAt)
}

const isAfter = (a: Day, b: Day | undefined): boolean =>
  b !== undefined && Temporal.PlainDate.compare(a, b) > 0
