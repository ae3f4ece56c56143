import { eq, like, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Localized } from '#kit/words.ts'
import { type Actor, act } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { findablePlan } from './findable.ts'
import { entryOf, onPlan } from './on-plan.actions.ts'
import { checkDraft, type PlanDoc } from './plan.ts'
import { planByKey, tasksOf } from './reads.ts'
import { plans, versions } from './tables.ts'

type Part = { key: string; title: Localized }

/** What the planning office says of a plan before it has tasks. */
export type PlanDraft = {
  title: Localized
  vision: Localized | undefined
  /** First and last year. */
  from: number
  until: number
  follows: string | undefined
  goals: readonly Part[]
  areas: readonly Part[]
  targets: readonly { group: string; agendas?: number }[]
}

/** Begins a plan, open to everybody's remarks from the first day. @returns its key. */
export const begin = (city: City, by: Actor, draft: PlanDraft): Promise<string> =>
  act(city, by, async (tx, at) => {
    checkDraftSaid(draft)
    if (draft.follows) await found(planByKey(tx, draft.follows))
    const key = await freeKey(tx, draft)
    const doc = docOf(key, draft)
    const from = Temporal.PlainDate.from(doc.from)
    const position = await tx.$count(plans)
    await tx
      .insert(plans)
      .values({ key, position, doc, inFiles: false, follows: draft.follows ?? null, draftedAt: at })
    await tx.insert(versions).values({ plan: key, no: 1, on: from, reason: '', lang: 'en', at })
    await indexThing(tx, findablePlan(doc, false))
    return { result: key, entries: [await entryOf(tx, key, 'plans.begun')] }
  })

/** Says anew what the plan is about, while it is a draft. */
export const describe = (city: City, by: Actor, key: string, draft: PlanDraft): Promise<void> =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    checkDraftSaid(draft)
    await checkPartsInUse(tx, key, draft)
    const doc = docOf(key, draft)
    await tx
      .update(plans)
      .set({ doc, follows: draft.follows ?? null })
      .where(eq(plans.key, key))
    await indexThing(tx, findablePlan(doc, false))
    return { result: undefined, entries: [await entryOf(tx, key, 'plans.described')] }
  })

function checkDraftSaid({ title, from, until, areas }: PlanDraft): void {
  if (Object.keys(title).length === 0) throw new Refusal('plans.title-missing')
  if (until < from) throw new Refusal('plans.ends-before-it-begins', {}, 'until')
  if (areas.length === 0) throw new Refusal('plans.area-missing', {}, 'area1.ko')
}

/** What tasks belong to stays. */
async function checkPartsInUse(tx: Tx, key: string, { goals, areas }: PlanDraft): Promise<void> {
  const kept = (parts: readonly Part[], part: string) => parts.some((each) => each.key === part)
  for (const task of await tasksOf(tx, key)) {
    if (!kept(areas, task.area)) throw new Refusal('plans.area-in-use', { task: task.no })
    if (task.goal !== null && !kept(goals, task.goal))
      throw new Refusal('plans.goal-in-use', { task: task.no })
  }
}

/** A plan is found by its years; where two have the same, the later one is numbered. */
async function freeKey(tx: Tx, { from, until }: PlanDraft): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('madang plans'))`)
  const key = `${from}-${until}`
  const same = await tx
    .select({ key: plans.key })
    .from(plans)
    .where(like(plans.key, `${key}%`))
  return same.length === 0 ? key : `${key}-${same.length + 1}`
}

const docOf = (key: string, { title, vision, from, until, follows, ...parts }: PlanDraft): PlanDoc => ({
  key,
  title,
  ...(vision && { vision }),
  from: `${from}-01-01`,
  until: `${until}-12-31`,
  precision: 'year',
  ...(follows && { follows }),
  goals: [...parts.goals],
  areas: [...parts.areas],
  targets: [...parts.targets],
  sizes: [],
  steps: [],
  verification: 'confirmed',
  source: [],
  except: {},
})
