import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { type Actor, act, type Entry } from '#record/index.ts'
import { planForm } from './forms.ts'
import { aboutPlan, checkChangeable, type Plan } from './plan.ts'
import { planByKey, planOf, reportsOf, versionsOf } from './reads.ts'
import { plans, versions } from './tables.ts'

/** A plan that nobody else can change meanwhile. */
export type OnPlan = { tx: Tx; at: Instant; plan: Plan }

/** Does something to a plan, one after the other. */
export const onPlan = <T = void>(
  city: City,
  by: Actor,
  key: string,
  work: (on: OnPlan) => Promise<{ result: T; entries: [Entry, ...Entry[]] }>,
): Promise<T> => act(city, by, async (tx, at) => work({ tx, at, plan: await lockedPlan(tx, key) }))

export async function lockedPlan(tx: Tx, key: string): Promise<Plan> {
  const own = and(eq(plans.key, key), isNull(plans.withdrawnAt))
  const [row] = await tx.select().from(plans).where(own).for('update')
  return planOf(await found(row))
}

/** What the record says of a plan after an act, with its public form as it is now. */
export async function entryOf(
  tx: Tx,
  key: string,
  what: string,
  facts: NonNullable<Entry['facts']> = {},
): Promise<Entry> {
  const plan = await found(planByKey(tx, key))
  const shows = planForm(plan, await versionsOf(tx, key), await reportsOf(tx, key))
  return { what, about: aboutPlan(key), title: plan.doc.title, facts, shows }
}

/** Why something is changed that was approved already. */
export type Because = { text: string; lang: Lang } | undefined

export type OnVersion = OnPlan & {
  /** The version that the change belongs to. */
  version: number
  isDraft: boolean
}

/**
 * Changes the tasks of a plan. While it is a draft nobody counts; once it was approved each change makes a new version
 * that says why, so that every size of the plan can be explained.
 */
export const changeTasks = (
  city: City,
  by: Actor,
  key: string,
  because: Because,
  work: (on: OnVersion) => Promise<[Entry, ...Entry[]]>,
): Promise<void> =>
  onPlan(city, by, key, async (on) => {
    const { tx, at, plan } = on
    const { timeZone } = city.facts
    checkChangeable(plan, at, timeZone)
    const isDraft = plan.approvedAt === null
    if (isDraft) return { result: undefined, entries: await work({ ...on, version: 1, isDraft }) }
    if (!because) throw new Refusal('plans.reason-missing', {}, 'reason')
    const no = plan.version + 1
    await tx
      .insert(versions)
      .values({ plan: key, no, on: dayAt(at, timeZone), reason: because.text, lang: because.lang, at })
    await tx.update(plans).set({ version: no }).where(eq(plans.key, key))
    const entries = await work({ ...on, version: no, isDraft })
    return {
      result: undefined,
      entries: [...entries, await entryOf(tx, key, 'plans.changed', { version: no })],
    }
  })
