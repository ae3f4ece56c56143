import { and, eq, isNull } from 'drizzle-orm'
import { serve } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, daysBetween } from '#kit/time.ts'
import { act, type Entry } from '#record/index.ts'
import type { By } from './entering.actions.ts'
import { locked, publicEntry } from './entry.actions.ts'
import { aboutIndicator, type Criterion, type Definition, type Indicator, isFree } from './indicator.ts'
import { periodOf } from './period.ts'
import { priorityForm } from './priorities.reads.ts'
import { among, indicatorsWhere, notesOf, prioritiesOf } from './reads.ts'
import { indicators, notes, priorities, targets } from './tables.ts'
import { goalOf } from './target.ts'

export type Choice = { indicator: string; criteria: Criterion[]; reason: string }

/** Chooses the few that a year is about, in place of those chosen before for the same year. All others are watched. */
export const choosePriorities = (
  city: City,
  by: By,
  year: number,
  chosen: readonly Choice[],
  lang: string,
): Promise<void> =>
  act(city, by, async (tx, at) => {
    const today = dayAt(at, city.facts.timeZone)
    const norm = city.facts.procedures?.measuring?.norms.priorities
    const most = norm ? Number(city.facts.norm(norm, today).value) : 0
    if (year < today.year || year > today.year + 1) throw new Refusal('indicators.not-that-year', {}, 'year')
    if (chosen.length === 0) throw new Refusal('indicators.none-chosen')
    if (chosen.length > most) throw new Refusal('indicators.too-many', { most })
    const keys = chosen.map(({ indicator }) => indicator)
    if (new Set(keys).size < keys.length) throw new Refusal('indicators.chosen-twice')
    const known = new Map((await indicatorsWhere(tx, among(keys))).map((each) => [each.key, each.doc]))
    if (known.size < keys.length) throw new Refusal('form.not-a-choice')
    const dropped = (await prioritiesOf(tx, year)).filter(({ indicator }) => !keys.includes(indicator))
    await tx.delete(priorities).where(eq(priorities.year, year))
    await tx
      .insert(priorities)
      .values(chosen.map((each, place) => ({ ...each, year, place: place + 1, lang, chosenAt: at })))
    const said = (key: string, what: string, doc?: Indicator): Entry => ({
      what,
      about: aboutIndicator(key),
      ...(doc && { title: doc.title }),
      facts: { year },
    })
    return {
      entries: [
        {
          what: 'indicators.priorities-chosen',
          about: ref('indicators', `priorities/${year}`),
          title: { en: String(year) },
          facts: { year, count: chosen.length },
          shows: priorityForm(await prioritiesOf(tx, year)),
        },
        ...keys.map((key) => said(key, 'indicators.priority-chosen', known.get(key))),
        ...dropped.map(({ indicator }) => said(indicator, 'indicators.priority-dropped')),
      ],
    }
  })

export type TargetSaid = {
  from: string
  start: number
  by: string
  value: number
  reason: string
  lang: string
}

/** Decides what is to be reached, in place of what was decided here before. Nothing that cannot be reckoned with. */
export const setTarget = (city: City, by: By, key: string, said: TargetSaid): Promise<void> =>
  act(city, by, async (tx, at) => {
    const { doc } = await locked(tx, key)
    const goal = goalOf(said)
    if (daysBetween(goal.from.until, goal.by.until) <= 0) throw new Refusal('indicators.no-time', {}, 'by')
    if (goal.start === goal.value) throw new Refusal('indicators.start-is-target', {}, 'value')
    const worse = doc.good === 'up' ? goal.value < goal.start : doc.good === 'down' && goal.value > goal.start
    if (worse) throw new Refusal('indicators.target-worse', {}, 'value')
    await tx
      .update(targets)
      .set({ withdrawnAt: at })
      .where(and(eq(targets.indicator, key), isNull(targets.withdrawnAt)))
    await tx.insert(targets).values({ ...said, indicator: key, of: {}, decidedAt: at })
    const facts = { value: said.value, by: said.by }
    return { entries: [await publicEntry(tx, doc, 'indicators.target-set', facts)] }
  })

/** Says beside a figure what a committee thinks of it. */
export const note = (
  city: City,
  by: By,
  key: string,
  said: { period: string | null; text: string; lang: string },
): Promise<void> =>
  act(city, by, async (tx, at) => {
    const { doc } = await locked(tx, key)
    const period = said.period === null ? null : periodOf(said.period).name
    const [last] = await notesOf(tx, key)
    if (last?.text === said.text && last.period === period && last.body === by.as)
      throw new Refusal('indicators.sent-already')
    await tx.insert(notes).values({ ...said, period, indicator: key, body: by.as, at })
    const facts = { ...(period !== null && { period }) }
    return { entries: [await publicEntry(tx, doc, 'indicators.noted', facts)] }
  })

/** Makes an indicator that the city's files do not have. */
export const define = (city: City, by: By, doc: Indicator): Promise<void> =>
  act(city, by, async (tx, at) => {
    if (!isFree(doc.key)) throw new Refusal('indicators.key-taken', {}, 'key')
    for (const { from } of doc.definitions) periodOf(from, 'from')
    const [row] = await tx
      .insert(indicators)
      .values({ key: doc.key, position: await tx.$count(indicators), doc, inFiles: false })
      .onConflictDoNothing()
      .returning({ key: indicators.key })
    if (!row) throw new Refusal('indicators.key-taken', {}, 'key')
    await tieToArticles(tx, doc, at)
    return { entries: [await publicEntry(tx, doc, 'indicators.indicator-added')] }
  })

/** From a period on an indicator is measured in another way, with a break in the line where both cannot be compared. */
export const redefine = (city: City, by: By, key: string, definition: Definition): Promise<void> =>
  act(city, by, async (tx) => {
    const { doc, inFiles } = await locked(tx, key)
    if (inFiles) throw new Refusal('indicators.in-files')
    const last = doc.definitions.at(-1)
    const { from } = periodOf(definition.from, 'from')
    if (last && daysBetween(periodOf(last.from).from, from) <= 0)
      throw new Refusal('indicators.definition-earlier', { period: last.from }, 'from')
    const next = { ...doc, definitions: [...doc.definitions, definition] }
    await tx.update(indicators).set({ doc: next }).where(eq(indicators.key, key))
    const facts = { period: definition.from, breaks: definition.breaks ? 'yes' : 'no' }
    return { entries: [await publicEntry(tx, next, 'indicators.redefined', facts)] }
  })

const tieToArticles = (tx: Tx, { key, title, articles }: Indicator, at: Parameters<typeof serve>[3]) =>
  serve(tx, { about: aboutIndicator(key), title }, articles as Ref[], at)
