import { z } from 'zod'
import { todayOf } from '#kit/day-asked.ts'
import { isoDay } from '#kit/form.ts'
import { parseMoney } from '#kit/money.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Lang } from '#kit/words.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { type Kind, kinds } from './commitment.ts'

/** A commitment as it is made. */
export type Pledge = {
  kind: Kind
  title: string
  text: string
  lang: Lang
  lead: string
  supporting: readonly string[]
  startsOn: Day
  dueOn: Day
  /** In the smallest unit of the city's currency. */
  cost: { amount: number } | 'none'
  milestones: readonly { title: string; dueOn: Day }[]
  articles: readonly Ref[]
  groups: readonly string[]
  districts: readonly string[]
}

/** What a form says of a pledge, before its language and its currency are known. */
export type Draft = Omit<Pledge, 'lang' | 'cost' | 'milestones'> & {
  no: number
  cost: string
  milestones: { no: number; title: string; dueOn: Day }[]
}

export const mostMilestones = 4
export const milestoneNumbers = Array.from({ length: mostMilestones }, (_, at) => at + 1)

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

/** Pledges as they are made, in the language and the currency of whoever wrote them. @throws Refusal naming the field */
export const pledgesIn = (
  view: Pick<View, 'lang' | 'currency' | 'at' | 'timeZone'>,
  drafts: readonly Draft[],
): Pledge[] =>
  drafts.map(({ no, cost, ...rest }) => {
    checkPledge(rest, todayOf(view), `pledge${no}`)
    return { ...rest, lang: view.lang, cost: costOf(cost, view.currency, no) }
  })

function costOf(typed: string, currency: string, no: number): Pledge['cost'] {
  if (typed === 'none') return 'none'
  return { amount: amountOf(typed, currency, `pledge${no}.cost`) }
}

/** What was typed as an amount. @throws Refusal naming the field */
export function amountOf(typed: string, currency: string, field: string): number {
  try {
    const amount = Number(parseMoney(typed, currency))
    if (amount > 0 && Number.isSafeInteger(amount)) return amount
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.facts, field)
    throw error
  }
  throw new Refusal('money.unreadable', { typed }, field)
}

type Plan = Pick<Pledge, 'lead' | 'supporting' | 'startsOn' | 'dueOn'> & {
  milestones: readonly { no?: number; dueOn: Day }[]
}

/** What every pledge must keep to, wherever it was made. @throws Refusal */
export function checkPledge(pledge: Plan, today: Day, field = ''): void {
  const { compare } = Temporal.PlainDate
  const at = (name: string) => (field ? `${field}.${name}` : name)
  if (compare(pledge.dueOn, pledge.startsOn) < 0)
    throw new Refusal('commitments.due-before-start', {}, at('dueOn'))
  if (compare(pledge.dueOn, today) < 0) throw new Refusal('commitments.due-in-the-past', {}, at('dueOn'))
  if (pledge.supporting.includes(pledge.lead))
    throw new Refusal('commitments.lead-supports', {}, at('supporting'))
  for (const [index, { no = index + 1, dueOn }] of pledge.milestones.entries())
    if (compare(dueOn, pledge.dueOn) > 0)
      throw new Refusal('commitments.milestone-after-due', {}, at(`milestone${no}.dueOn`))
}
