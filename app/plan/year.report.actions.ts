import { putOnAgenda } from '#committees/index.ts'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import { type Lang, plain } from '#kit/words.ts'
import type { Entry } from '#record/index.ts'
import { type By, officeOf } from './on-action.actions.ts'
import { entryOf, onPlan } from './on-plan.actions.ts'
import { aboutPlan } from './plan.ts'
import { reports } from './tables.ts'
import { reportOnYear, yearLines, yearOf } from './year.reads.ts'
import { figuresOfYear } from './year.ts'

/** What the office adds to the figures, and the sitting before which the report is put. */
export type YearTold = { text: string; lang: Lang; title: string; sitting?: number | undefined }

/** Puts a year before the committee as it stands on this day: what was promised, reached, late and silent stays so. */
export const tellYear = (city: City, by: By, key: string, year: number, said: YearTold): Promise<void> =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    if (by.as !== officeOf(city)) throw new Refusal('plans.not-yours')
    if (dayAt(at, city.facts.timeZone).year <= year) throw new Refusal('plans.year-not-over')
    if (await reportOnYear(tx, key, year)) throw new Refusal('plans.year-told-already')
    const lines = yearLines(await yearOf(tx, city.facts, at, plan, year))
    if (lines.length === 0) throw new Refusal('plans.nothing-to-tell')
    const committee = city.facts.procedures!.planning!.committee
    const put =
      said.sitting === undefined
        ? undefined
        : await putOnAgenda(tx, at, committee, said.sitting, {
            about: aboutPlan(key),
            title: `${said.title}: ${plain(plan.doc.title, { lang: said.lang, languages: city.facts.languages })}`,
            lang: said.lang,
            proposedBy: 'chair',
          })
    await tx.insert(reports).values({
      plan: key,
      kind: 'yearly',
      year,
      text: said.text,
      lang: said.lang,
      figures: figuresOfYear(lines),
      lines,
      agenda: put?.sitting ?? null,
      body: by.as,
      at,
    })
    const entries: [Entry, ...Entry[]] = [await entryOf(tx, key, 'plans.year-told', { year })]
    return { result: undefined, entries: put ? [...entries, put.entry] : entries }
  })
