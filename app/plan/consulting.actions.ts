import { and, eq, gt, ne } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { type Actor, actWithReceipt, type Entry, follow, type Receipt } from '#record/index.ts'
import { lockedPlan, onPlan } from './on-plan.actions.ts'
import { aboutPlan, checkDraft, type Finding, type Outcome, type Plan, type Remark } from './plan.ts'
import { taskByNo } from './reads.ts'
import { findings, hearings, remarks } from './tables.ts'

/** What the record says of a plan where its public form stays the same. */
const said = ({ key, doc }: Plan, what: string, facts: NonNullable<Entry['facts']> = {}): Entry => ({
  what,
  about: aboutPlan(key),
  title: doc.title,
  facts,
})

/** Writes down what was found out, so that tasks can say what they answer to. */
export const find = (
  city: City,
  by: Actor,
  key: string,
  finding: Omit<Finding, 'id' | 'plan'>,
): Promise<number> =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    const [row] = await tx
      .insert(findings)
      .values({ ...finding, plan: key })
      .returning({ id: findings.id })
    return { result: row!.id, entries: [said(plan, 'plans.found', { kind: finding.kind })] }
  })

export type Saying = Pick<Remark, 'who' | 'text' | 'lang' | 'way'>

/** Takes in what somebody says of the draft. Whoever has an account hears what comes of it. */
export const remark = (
  city: City,
  by: Actor,
  key: string,
  saying: Saying,
  person?: number,
): Promise<{ result: number; receipt: Receipt }> =>
  actWithReceipt(city, by, async (tx, at) => {
    const plan = await lockedPlan(tx, key)
    checkDraft(plan, at, city.facts.timeZone)
    await checkNew(tx, key, saying, at)
    const [row] = await tx
      .insert(remarks)
      .values({ ...saying, plan: key, person: person ?? null, at })
      .returning({ id: remarks.id })
    if (person !== undefined) await follow(tx, person, aboutPlan(key), at)
    return { result: row!.id, entries: [said(plan, 'plans.remarked', { way: saying.way })] }
  })

/** A form sent twice is one remark; whoever says the same a day later means it. */
async function checkNew(tx: Tx, key: string, { text, who }: Saying, at: Instant): Promise<void> {
  const lately = at.subtract({ minutes: 10 })
  const same = and(
    eq(remarks.plan, key),
    eq(remarks.text, text),
    eq(remarks.who, who),
    gt(remarks.at, lately),
  )
  if ((await tx.$count(remarks, same)) > 0) throw new Refusal('plans.said-already')
}

export type RemarkAnswer = { outcome: Outcome; reason: string; lang: Lang; task: string | undefined }

/** Says what came of a remark. It can be said once; what comes of it later shows in the task. */
export const answer = (city: City, by: Actor, key: string, id: number, { task, ...said_ }: RemarkAnswer) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    const own = and(eq(remarks.plan, key), eq(remarks.id, id))
    const [row] = await tx.select().from(remarks).where(own).for('update')
    const known = await found(row)
    if (known.hiddenAt) throw new Refusal('plans.hidden-already')
    if (known.answeredAt) throw new Refusal('plans.answered-already')
    if (said_.outcome === 'taken' && task === undefined) throw new Refusal('plans.task-missing', {}, 'task')
    const linked = task === undefined ? undefined : await found(taskByNo(tx, key, task))
    const { outcome, reason, lang } = said_
    await tx
      .update(remarks)
      .set({ outcome, reason, reasonLang: lang, task: linked?.id ?? null, answeredAt: at })
      .where(own)
    return { result: undefined, entries: [said(plan, 'plans.remark-answered', { outcome })] }
  })

/** Takes a remark out of sight that may not stand there, with the reason in public. What the committee said stays. */
export const hide = (
  city: City,
  by: Actor,
  key: string,
  id: number,
  { text, lang }: { text: string; lang: Lang },
) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    const own = and(eq(remarks.plan, key), eq(remarks.id, id), ne(remarks.way, 'committee'))
    const [row] = await tx.select({ hiddenAt: remarks.hiddenAt }).from(remarks).where(own)
    const { hiddenAt } = await found(row)
    if (hiddenAt) throw new Refusal('plans.hidden-already')
    await tx.update(remarks).set({ hiddenAt: at, hiddenWhy: text, hiddenLang: lang }).where(own)
    return { result: undefined, entries: [said(plan, 'plans.remark-hidden')] }
  })

/** Invites everybody to a hearing. */
export const announce = (
  city: City,
  by: Actor,
  key: string,
  hearing: { on: Temporal.PlainDate; place: string; lang: Lang },
) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    await tx.insert(hearings).values({ ...hearing, plan: key, announcedAt: at })
    return { result: undefined, entries: [said(plan, 'plans.hearing-announced', { on: String(hearing.on) })] }
  })

/** Publishes what was said in a hearing; with that it was held. */
export const minute = (
  city: City,
  by: Actor,
  key: string,
  id: number,
  { text, lang }: { text: string; lang: Lang },
) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    const own = and(eq(hearings.plan, key), eq(hearings.id, id))
    const [row] = await tx.select().from(hearings).where(own).for('update')
    const { on, minutesAt } = await found(row)
    if (minutesAt) throw new Refusal('plans.minutes-already')
    const today = dayAt(at, city.facts.timeZone)
    if (Temporal.PlainDate.compare(today, on) < 0) throw new Refusal('plans.hearing-to-come')
    await tx.update(hearings).set({ minutes: text, lang, minutesAt: at }).where(own)
    return { result: undefined, entries: [said(plan, 'plans.hearing-held', { on: String(on) })] }
  })
