import { z } from 'zod'
import { isoDay } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Lang, Localized } from '#kit/words.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { costOf } from './cost.ts'
import { taskNo } from './importing.ts'
import type { PlanDraft } from './making.actions.ts'
import { findingKinds, outcomes, type TaskDraft } from './plan.ts'

const text = (most: number) => z.string().trim().max(most).check(noRegistrationNumber)
const needed = (most: number) => text(most).min(1)

/** A field that may be left empty. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())

const year = z.coerce.number().int().min(1990).max(2200)

/** Several boxes, none of which has to be ticked. */
const several = z.preprocess(
  (said) => (said === undefined ? [] : [said].flat()),
  z.array(z.string().max(120)).max(500),
)

/** How many goals and areas a plan can have. */
export const partNumbers = Array.from({ length: 12 }, (_, index) => index + 1)
export const leadNumbers = [1, 2, 3]

/** Titles come in every language of the city, so their fields are not known before. */
export const planSaid = z
  .object({ from: year, until: year, follows: optional(z.string().max(120)) })
  .catchall(text(1000))

type PlanSaid = z.output<typeof planSaid>

export function planDraftOf(
  said: PlanSaid,
  languages: readonly Lang[],
  groups: readonly string[],
): PlanDraft {
  const titled = (name: string) => localizedIn(said, name, languages)
  const parts = (kind: 'goal' | 'area') =>
    partNumbers.flatMap((no) => {
      const title = titled(`${kind}${no}`)
      return Object.keys(title).length > 0 ? [{ key: `${kind}-${no}`, order: no, title }] : []
    })
  const vision = titled('vision')
  return {
    title: titled('title'),
    vision: Object.keys(vision).length > 0 ? vision : undefined,
    from: said.from,
    until: said.until,
    follows: said.follows,
    goals: parts('goal'),
    areas: parts('area'),
    targets: groups.flatMap((group) => {
      const typed = plainField(said, `target.${group}`)
      if (typed === '') return []
      const agendas = Number(typed)
      if (!Number.isInteger(agendas) || agendas < 0 || agendas > 1000)
        throw new Refusal('form.not-a-number', {}, `target.${group}`)
      return [{ group, agendas }]
    }),
  }
}

/** What somebody typed into a field whose name depends on the city. */
const plainField = (said: object, name: string): string =>
  String((said as Record<string, unknown>)[name] ?? '')

const localizedIn = (said: object, name: string, languages: readonly Lang[]): Localized =>
  Object.fromEntries(
    languages.flatMap((lang) => {
      const typed = plainField(said, `${name}.${lang}`)
      return typed === '' ? [] : [[lang, typed]]
    }),
  )

const lead = optional(z.string().max(120))

const taskParts = {
  area: z.string().max(120).default(''),
  goal: optional(z.string().max(120)),
  articles: several,
  groups: several,
  lead1: lead,
  lead2: lead,
  lead3: lead,
  supporting: several,
  indicators: several,
  findings: several,
  from: optional(year),
  until: optional(year),
  cost: text(40).default(''),
  free: optional(z.literal('yes')),
  reason: text(2000).default(''),
}

/** A task that stands already keeps its number. */
export const taskSaid = z.object(taskParts).catchall(text(4000))
export const newTaskSaid = z
  .object({
    no: z
      .string()
      .trim()
      .max(20)
      .refine((no) => taskNo.test(no), 'plans.bad-no'),
    ...taskParts,
  })
  .catchall(text(4000))

export function taskDraftOf(
  said: z.output<typeof taskSaid>,
  { languages, currency }: { languages: readonly Lang[]; currency: string },
): Omit<TaskDraft, 'no'> {
  const words = localizedIn(said, 'text', languages)
  const leads = [said.lead1, said.lead2, said.lead3].flatMap((each) => each ?? [])
  return {
    title: localizedIn(said, 'title', languages),
    text: Object.keys(words).length > 0 ? words : null,
    area: said.area,
    goal: said.goal ?? null,
    articles: said.articles as Ref[],
    groups: said.groups,
    leads: [...new Set(leads)],
    supporting: said.supporting.filter((each) => !leads.includes(each)),
    indicators: said.indicators,
    findings: said.findings.map(Number).filter(Number.isInteger),
    from: said.from ?? null,
    until: said.until ?? null,
    cost: said.free ? 0 : costOf(said.cost, currency),
  }
}

export const endSaid = z.object({ reason: needed(2000), replacedBy: optional(z.string().max(20)) })

export const findingSaid = z.object({
  kind: z.enum(findingKinds),
  text: needed(2000),
  on: isoDay,
  source: needed(300),
})

export const hearingSaid = z.object({ on: isoDay, place: needed(200) })
export const minutesSaid = z.object({ text: needed(20_000) })

/** What the office takes in for somebody else; on the page they say it themselves. */
export const remarkEntered = z.object({
  way: z.enum(['hearing', 'letter']),
  who: text(80).default(''),
  text: needed(4000),
})
export const remarkAnswered = z.object({
  outcome: z.enum(outcomes),
  reason: needed(4000),
  task: optional(z.string().max(20)),
})

export const hiding = z.object({ text: needed(1000) })

const sittingNo = z.coerce.number().int().min(1).max(1_000_000)
export const submission = z.object({ sitting: optional(sittingNo) })
export const decision = z
  .object({ sitting: sittingNo, what: z.enum(['approved', 'given-back']), text: text(4000).default('') })
  .refine((said) => said.what === 'approved' || said.text !== '', { path: ['text'], message: 'form.missing' })

export const reported = z.object({ text: needed(20_000) })
