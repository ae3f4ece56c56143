import { z } from 'zod'
import { amountOf, linksField, milestoneNumbers } from '#commitments/index.ts'
import { filesField } from '#files/index.ts'
import { isoDay } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { noRegistrationNumber } from '#people/index.ts'
import type { ActionDraft } from './action.ts'
import { obstacles } from './quarter.ts'

const words = (most: number) => z.string().trim().min(1).max(most).check(noRegistrationNumber)
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())
const count = z
  .string()
  .trim()
  .min(1)
  .transform((said) => Number(said.replaceAll(/[,\s]/g, '')))
  .pipe(z.int().min(0).max(Number.MAX_SAFE_INTEGER))

export const draftForm = z.object({
  title: words(160),
  text: words(4000),
  measure: words(120),
  target: count.pipe(z.int().min(1)),
  lead: z.string().min(1).max(80),
  joint: optional(z.string().max(80)),
  dueOn: isoDay,
  cost: optional(words(40)),
  free: optional(z.literal('yes')),
  ...(Object.fromEntries(
    milestoneNumbers.flatMap((no) => [
      [`milestone${no}.title`, optional(words(160))],
      [`milestone${no}.dueOn`, optional(isoDay)],
    ]),
  ) as Record<never, never>),
})

/** An action as a form asks for it. @throws Refusal */
export function draftIn(
  view: Pick<View, 'lang' | 'currency'>,
  values: z.output<typeof draftForm>,
): ActionDraft {
  const { title, text, measure, target, lead, joint, dueOn, cost, free } = values
  if (!cost && !free) throw new Refusal('commitments.cost-or-none', {}, 'cost')
  if (cost && free) throw new Refusal('commitments.cost-and-none', {}, 'cost')
  const said = values as Record<string, unknown>
  return {
    title,
    text,
    lang: view.lang,
    measure,
    target,
    leads: joint ? [lead, joint] : [lead],
    dueOn,
    cost: cost ? amountOf(cost, view.currency, 'cost') : 0,
    milestones: milestoneNumbers.flatMap((no) => {
      const name = said[`milestone${no}.title`] as string | undefined
      const day = said[`milestone${no}.dueOn`] as Day | undefined
      if (!name && !day) return []
      if (!name) throw new Refusal('form.missing', {}, `milestone${no}.title`)
      if (!day) throw new Refusal('form.missing', {}, `milestone${no}.dueOn`)
      return [{ title: name, dueOn: String(day) }]
    }),
  }
}

export const agreementForm = z.object({ agrees: z.enum(['yes', 'no']), reason: optional(words(2000)) })

export const withdrawalForm = z.object({ reason: words(2000) })

export const quarterForm = z.object({
  reached: count,
  text: words(2000),
  obstacle: z.enum(obstacles),
  links: linksField,
  files: filesField,
  milestones: z.preprocess(
    (said) => (said === undefined || said === '' ? [] : [said].flat()),
    z.array(z.coerce.number().int().min(1)).max(20),
  ),
  helpOf: optional(z.string().max(80)),
  helpText: optional(words(2000)),
})

export const tellForm = z.object({ text: words(8000), sitting: optional(z.coerce.number().int().min(1)) })
