import { nameOf, versionOn } from '#bodies/index.ts'
import { articleName, charterArticles, valueText } from '#charter/index.ts'
import { sittingsToCome } from '#committees/index.ts'
import { instant as instantText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { extensionOf } from './clock.actions.ts'
import { turnsOf } from './competence.reads.ts'
import { courseOf } from './course.reads.ts'
import { authorOf, openAlike } from './desk.reads.ts'
import { type Doable, mayReach, type Rights, rightsOf, type Step } from './desk.rights.ts'
import { hidableOpinions, originalOf } from './moderation.reads.ts'
import { answerNorm, limitsOf, shortest } from './petition.clock.ts'
import { runOf } from './petition.run.ts'
import { proceduresOf } from './procedure.ts'
import { wholePetition } from './reads.ts'

type Option = { value: string; label: string }

/** A petition as it lies on somebody’s desk. */
export async function deskOf(c: Ctx, id: number) {
  const { city, view } = c.var
  const whole = await found(wholePetition(city.reads, id))
  const course = await courseOf(city, whole)
  const rights = rightsOf(view.viewer, city.facts, course.bodies, whole, todayOf(view))
  return {
    id,
    course,
    rights,
    facts: city.facts,
    author: mayReach(rights) ? await authorOf(city.reads, id) : undefined,
  }
}

export type Desk = Awaited<ReturnType<typeof deskOf>>

/** What the form of a step offers to choose from, and what it has to show. */
export async function choicesFor(c: Ctx, { course, rights }: Desk, { step, part }: Doable) {
  const { city, view } = c.var
  const { petition } = course.whole
  const of = <T>(one: Step, read: () => Promise<T>): Promise<T> | undefined =>
    step === one ? read() : undefined
  return {
    bodies: step === 'transfer' || step === 'objection' ? bodiesToday(c, course.bodies) : [],
    procedures: proceduresOf(city.facts).petitions.map(({ key, label }) => ({
      value: key,
      label: plain(label, view),
    })),
    alike: (await of('merger', () => openAlike(city.reads, petition))) ?? [],
    articles: (await of('subjects', () => articleOptions(c))) ?? [],
    extension: step === 'extension' ? extensionText(c, course.whole) : undefined,
    sittings: (await of('agenda', () => sittingOptions(c, rights, petition))) ?? [],
    opinions: (await of('hiding', () => hidableOpinions(city.reads, petition.id))) ?? [],
    original: part ? await of('appeal', () => originalOf(city.reads, part)) : undefined,
  }
}

export type Choices = Awaited<ReturnType<typeof choicesFor>>

function bodiesToday(c: Ctx, bodies: Desk['course']['bodies']): Option[] {
  const { view } = c.var
  const today = todayOf(view)
  return [...bodies.values()]
    .filter((body) => body.kind !== 'council' && versionOn(body, today))
    .map(({ key }) => ({ value: key, label: nameOf(view, bodies, key, today) }))
    .sort((a, b) => a.label.localeCompare(b.label, view.lang))
}

async function articleOptions(c: Ctx): Promise<Option[]> {
  const { city, view } = c.var
  const all = await charterArticles(city.reads)
  return all.map(({ about, no, title }) => ({
    value: about,
    label: `${articleName(view, no)} ${plain(title, view)}`,
  }))
}

async function sittingOptions(
  c: Ctx,
  { committee }: Rights,
  petition: Desk['course']['whole']['petition'],
): Promise<Option[]> {
  const { city, view } = c.var
  const key = turnsOf(city.facts, petition).committee
  if (!key || !committee) return []
  const coming = await sittingsToCome(city.reads, view.at, key)
  return coming.map(({ no, startsAt }) => ({
    value: String(no),
    label: instantText(startsAt, view.lang, view.timeZone),
  }))
}

/** By how much the time can be extended, and by what provision. */
function extensionText(c: Ctx, whole: Desk['course']['whole']) {
  const { city, view } = c.var
  const { facts } = city
  const length = extensionOf(city, whole)
  if (!length) return undefined
  const run = runOf(whole)
  const { provision } = shortest(limitsOf(facts, run), facts.calendar).norm
  const start = dayAt(run.reopenedAt ?? run.filedAt, facts.timeZone)
  const norm = answerNorm(facts, run.procedures[0], start)
  return { length: valueText(view, { ...norm, ...length }), provision }
}
