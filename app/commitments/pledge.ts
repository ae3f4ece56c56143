import { todayOf } from '#kit/day-asked.ts'
import { parseMoney } from '#kit/money.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Lang } from '#kit/words.ts'
import type { Kind } from './commitment.ts'

/** A commitment as it is made. */
export type Pledge = {
  kind: Kind
  title: string
  text: string
  lang: Lang
  lead: string
  /** Those who lead it together with the first: each has to say that it is done. */
  joint?: readonly string[]
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

/** As many milestones as one form asks for. */
export const milestoneNumbers = [1, 2, 3, 4]

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

type Plan = Pick<Pledge, 'lead' | 'joint' | 'supporting' | 'startsOn' | 'dueOn'> & {
  milestones: readonly { no?: number; dueOn: Day }[]
}

/** What every pledge must keep to, wherever it was made. @throws Refusal */
export function checkPledge(pledge: Plan, today: Day, field = ''): void {
  const { compare } = Temporal.PlainDate
  const at = (name: string) => (field ? `${field}.${name}` : name)
  if (compare(pledge.dueOn, pledge.startsOn) < 0)
    throw new Refusal('commitments.due-before-start', {}, at('dueOn'))
  if (compare(pledge.dueOn, today) < 0) throw new Refusal('commitments.due-in-the-past', {}, at('dueOn'))
  const { lead, joint = [], supporting } = pledge
  if (joint.includes(lead)) throw new Refusal('commitments.leads-twice', {}, at('lead'))
  if ([lead, ...joint].some((each) => supporting.includes(each)))
    throw new Refusal('commitments.lead-supports', {}, at('supporting'))
  for (const [index, { no = index + 1, dueOn }] of pledge.milestones.entries())
    if (compare(dueOn, pledge.dueOn) > 0)
      throw new Refusal('commitments.milestone-after-due', {}, at(`milestone${no}.dueOn`))
}
