import { z } from 'zod'
import { isoDay } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import type { Day } from '#kit/time.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { type Kind, kinds } from './commitment.ts'
import { type Draft, milestoneNumbers } from './pledge.ts'

export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())

const words = (most: number) => z.string().trim().min(1).max(most).check(noRegistrationNumber)

export const several = z.preprocess(
  (said) => (said === undefined || said === '' ? [] : [said].flat()),
  z.array(z.string().max(200)).max(50),
)

const article = /^[a-z-]+\/[^\s/][^\s]*$/

const fields = {
  kind: optional(z.enum(kinds)),
  title: optional(words(160)),
  text: optional(words(4000)),
  lead: optional(z.string().max(80)),
  supporting: several,
  startsOn: optional(isoDay),
  dueOn: optional(isoDay),
  cost: optional(words(40)),
  free: optional(z.literal('yes')),
  articles: several.refine((all) => all.every((each) => article.test(each)), 'form.not-a-choice'),
  groups: several,
  districts: several,
  ...Object.fromEntries(
    milestoneNumbers.flatMap((no) => [
      [`milestone${no}.title`, optional(words(160))],
      [`milestone${no}.dueOn`, optional(isoDay)],
    ]),
  ),
}

type Block = {
  kind?: Kind
  title?: string
  text?: string
  lead?: string
  supporting: string[]
  startsOn?: Day
  dueOn?: Day
  cost?: string
  free?: 'yes'
  articles: Ref[]
  groups: string[]
  districts: string[]
}

/**
 * A form's schema with up to `count` pledges at its end: what `<PledgeFields>` asks for. A block in which nothing was
 * written is left out; one that was begun must be finished. `pledgesIn` makes pledges of the drafts.
 */
export function pledgesOf<S extends z.ZodRawShape>(body: z.ZodObject<S>, count = 3) {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const shape = Object.fromEntries(
    numbers.flatMap((no) => Object.entries(fields).map(([name, field]) => [`pledge${no}.${name}`, field])),
  )
  return body.extend(shape).transform((values, ctx) => {
    const said = values as z.output<z.ZodObject<S>> & Record<string, unknown>
    const pledges = numbers.flatMap((no) => draftIn(said, no, ctx) ?? [])
    return { ...said, pledges }
  })
}

const needed = ['title', 'text', 'lead', 'startsOn', 'dueOn'] as const

function draftIn(said: Record<string, unknown>, no: number, ctx: z.RefinementCtx): Draft | undefined {
  const at = (name: string) => said[`pledge${no}.${name}`]
  const block = Object.fromEntries(Object.keys(fields).map((name) => [name, at(name)])) as Block
  if (isBlank(block)) return undefined
  const miss = (name: string, code = 'form.missing') =>
    ctx.addIssue({ code: 'custom', message: code, path: [`pledge${no}.${name}`] })
  for (const name of needed) if (block[name] === undefined) miss(name)
  if (!block.cost && !block.free) miss('cost', 'commitments.cost-or-none')
  if (block.cost && block.free) miss('cost', 'commitments.cost-and-none')
  const milestones = milestoneNumbers.flatMap((each) => {
    const [title, dueOn] = [at(`milestone${each}.title`), at(`milestone${each}.dueOn`)]
    if (title === undefined && dueOn === undefined) return []
    if (title === undefined) miss(`milestone${each}.title`)
    if (dueOn === undefined) miss(`milestone${each}.dueOn`)
    return [{ no: each, title: title as string, dueOn: dueOn as Day }]
  })
  const { kind = 'new', free, cost = 'none', ...rest } = block
  return { ...(rest as Required<typeof rest>), kind, cost: free ? 'none' : cost, milestones, no }
}

/** Choices may stand there before anybody wrote anything. */
const isBlank = (block: Block): boolean =>
  [block.title, block.text, block.dueOn, block.cost].every((each) => each === undefined)
