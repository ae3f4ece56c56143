import { z } from 'zod'
import { type Draft, pledgesOf } from '#commitments/index.ts'
import { saysEnough } from '#kit/enough.ts'
import { isoDay } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { grounds } from './moderation.ts'
import { lackingIn, type Said } from './petition.handling.ts'
import { outcomes, pauseGrounds, reasons } from './petition.ts'

const text = (most: number, least = 1) =>
  z.string().trim().min(1).max(most).check(saysEnough(least), noRegistrationNumber)

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())

const several = z.preprocess(
  (said) => (said === undefined || said === '' ? [] : [said].flat()),
  z.array(z.string().max(200)).max(100),
)

const time = z
  .string()
  .trim()
  .refine((said) => /^([01]\d|2[0-3]):[0-5]\d$/.test(said), 'petitions.not-a-time')

const lang = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[a-zA-Z0-9]+)*$/)
const yesOrNo = z.enum(['yes', 'no']).transform((said) => said === 'yes')
const reason = text(5000, 10)
const key = z.string().min(1).max(80)
const isArticle = (each: string): each is Ref => /^charter\/\S+$/.test(each)

/** A sentence or two at least: an answer is not a stamp. */
const leastAnswer = 40

const answer = z.object({
  outcome: z.enum(outcomes),
  text: text(20_000, leastAnswer),
  lang,
  reason: optional(z.enum(reasons)),
  because: optional(text(5000)),
  reviewOn: optional(isoDay),
  referredTo: optional(text(200)),
  referredReach: optional(text(300)),
  consented: z
    .literal('yes')
    .optional()
    .transform((said) => said === 'yes'),
})

/** An answer with its promises; what it lacks is said at once, not one thing after the other. */
const whole = pledgesOf(answer).superRefine((values, ctx) => {
  const { pledges, ...said } = values as unknown as Said & { pledges: readonly Draft[] }
  for (const { field, code } of lackingIn(said, pledges))
    ctx.addIssue({ code: 'custom', message: code, path: [field] })
})

/** What each form of the desk asks for. */
export const schemas = {
  answer: whole,
  transfer: z.object({ body: key, procedure: key, reason, lang }),
  merger: z.object({ into: z.coerce.number().int().min(1).max(999_999_999), reason, lang }),
  subjects: z.object({
    articles: several.transform((all) => all.filter(isArticle)),
    groups: several,
    topic: optional(key).transform((said) => said ?? null),
  }),
  pause: z.object({ ground: z.enum(pauseGrounds), to: optional(isoDay), reason, lang }),
  extension: z.object({ reason, lang }),
  hearing: z.object({ day: isoDay, time, place: text(300), access: text(2000), lang }),
  cancellation: z.object({ reason }),
  report: z.object({ text: text(50_000, 40), lang }),
  mediation: z.object({ proposal: text(10_000, 20), lang }),
  agreement: z.object({ agreed: yesOrNo, result: text(10_000, 10), lang }),
  lane: z.object({ granted: yesOrNo, reason, lang }),
  agenda: z.object({ sitting: z.coerce.number().int().min(1).max(100_000) }),
  objection: z.object({ upheld: yesOrNo, decision: text(20_000, 20), body: optional(key), lang }),
  review: z
    .object({ stays: yesOrNo, text: text(20_000, 20), reviewOn: optional(isoDay), lang })
    .refine(({ stays, reviewOn }) => !stays || reviewOn, {
      error: 'petitions.review-missing',
      path: ['reviewOn'],
    }),
  hiding: z.object({
    opinion: optional(z.coerce.number().int().min(1).max(999_999_999)),
    ground: z.enum(grounds),
    statement: text(5000, 20),
    lang,
  }),
  appeal: z.object({ restored: yesOrNo, decision: text(20_000, 20), lang }),
}
