import { z } from 'zod'
import { filesField } from '#files/index.ts'
import { isoDay } from '#kit/form.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { findings, methods } from './commitment.ts'
import { optional, several } from './desk.pledge.ts'
import { milestoneNumbers } from './pledge.ts'
import { helpWords } from './step.ts'

const words = (most: number) => z.string().trim().min(1).max(most).check(noRegistrationNumber)

const mostLinks = 10

/** Addresses, one a line. */
export const linksField = z
  .string()
  .max(4000)
  .optional()
  .transform((said = '') =>
    said
      .split(/\s+/)
      .map((each) => each.trim())
      .filter(Boolean),
  )
  .refine((all) => all.length <= mostLinks, 'commitments.too-many-links')
  .refine(
    (all) => all.every((each) => /^https?:\/\//i.test(each) && URL.canParse(each)),
    'commitments.not-a-link',
  )

/** What every step says, with what shows it; `seen` tells a form sent twice from one that says the same again. */
const said = {
  text: words(5000),
  links: linksField,
  files: filesField,
  seen: optional(z.coerce.number().int()),
}

const number = z.coerce.number().int().min(1).max(10_000)

/** A plan may have so many milestones in all its time. */
export const mostEver = 12
const everyMilestone = Array.from({ length: mostEver }, (_, at) => at + 1)

/** New milestones, new days for those there are, and which of them are dropped; read by number in plan.ts. */
const ofMilestones: Record<never, never> = Object.fromEntries([
  ...milestoneNumbers.flatMap((no) => [
    [`milestone${no}.title`, optional(words(160))],
    [`milestone${no}.dueOn`, optional(isoDay)],
  ]),
  ...everyMilestone.flatMap((no) => [
    [`moved${no}`, optional(isoDay)],
    [`dropped${no}`, optional(z.literal('yes'))],
  ]),
])

export const forms = {
  reports: z.object(said),
  milestones: z.object({ ...said, milestone: number }),
  help: z.object({ ...said, of: z.string().min(1).max(80) }),
  'help-answers': z.object({ ...said, asked: number, accepted: z.enum(['yes', 'no']) }),
  'help-results': z.object({ ...said, asked: number }),
  'help-words': z.object({ ...said, asked: number, word: z.enum(helpWords) }),
  'help-decisions': z.object({
    ...said,
    asked: number,
    decides: z.enum(['helps', 'closes']),
    of: optional(z.string().max(80)),
    dueOn: optional(isoDay),
  }),
  plan: z.object({
    ...said,
    scope: words(4000),
    lead: z.string().min(1).max(80),
    supporting: several,
    startsOn: isoDay,
    dueOn: isoDay,
    cost: optional(words(40)),
    free: optional(z.literal('yes')),
    ...ofMilestones,
  }),
  completion: z.object(said),
  signatures: z.object({ ...said, declared: number }),
  end: z.object(said),
  checks: z.object({ ...said, finding: z.enum(findings), method: z.enum(methods), declared: number }),
}

export type FormName = keyof typeof forms
export type SaidValues = z.output<typeof forms.reports>
export type PlanValues = z.output<typeof forms.plan>
