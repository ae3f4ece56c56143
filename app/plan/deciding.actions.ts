import { eq } from 'drizzle-orm'
import { serve } from '#charter/index.ts'
import { putOnAgenda, sittingAt } from '#committees/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, isBefore } from '#kit/time.ts'
import { type Lang, plain } from '#kit/words.ts'
import type { Actor, Entry } from '#record/index.ts'
import { isReady } from './completeness.ts'
import { figuresOf } from './figures.reads.ts'
import { entryOf, onPlan } from './on-plan.actions.ts'
import {
  aboutPlan,
  aboutTask,
  checkClosable,
  checkDraft,
  checkReviewable,
  checkSuccession,
  type Plan,
  stateOf,
} from './plan.ts'
import { readinessOf } from './readiness.reads.ts'
import { planByKey, tasksOf } from './reads.ts'
import { plans, remarks, reports, versions } from './tables.ts'

/** Brings a draft before the committee: only when every task is complete, a hearing was held and each remark is answered. */
export const submit = (
  city: City,
  by: Actor,
  key: string,
  { lang, sitting }: { lang: Lang; sitting?: number },
) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkDraft(plan, at, city.facts.timeZone)
    if (!isReady(await readinessOf(tx, key))) throw new Refusal('plans.not-ready')
    const reader = { lang, languages: city.facts.languages }
    const put =
      sitting === undefined
        ? undefined
        : await putOnAgenda(tx, at, committeeOf(city), sitting, {
            about: aboutPlan(key),
            title: plain(plan.doc.title, reader),
            lang,
            proposedBy: 'chair',
          })
    await tx
      .update(plans)
      .set({ submittedAt: at, agenda: put?.sitting ?? null })
      .where(eq(plans.key, key))
    const entries: [Entry, ...Entry[]] = [await entryOf(tx, key, 'plans.submitted')]
    return { result: undefined, entries: put ? [...entries, put.entry] : entries }
  })

/** Records that the committee approved the plan in a sitting that was held. It is in force from its first day. */
export const approve = (city: City, by: Actor, key: string, sitting: number) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    const held = await heldSitting(city, tx, plan, at, sitting)
    checkSuccession(plan.follows === null ? undefined : await planByKey(tx, plan.follows))
    await tx.update(plans).set({ approvedAt: at, sitting: held }).where(eq(plans.key, key))
    await tx
      .update(versions)
      .set({ on: dayAt(at, city.facts.timeZone) })
      .where(eq(versions.plan, key))
    for (const task of await tasksOf(tx, key))
      await serve(tx, { about: aboutTask(task), title: task.title }, task.articles, at)
    return { result: undefined, entries: [await entryOf(tx, key, 'plans.approved')] }
  })

/** Records that the committee gave the draft back; its reasons wait for an answer like everybody's remarks. */
export const giveBack = (
  city: City,
  by: Actor,
  key: string,
  { sitting, text, lang }: { sitting: number; text: string; lang: Lang },
) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    await heldSitting(city, tx, plan, at, sitting)
    await tx.update(plans).set({ submittedAt: null, agenda: null }).where(eq(plans.key, key))
    await tx.insert(remarks).values({ plan: key, way: 'committee', who: committeeOf(city), text, lang, at })
    return { result: undefined, entries: [await entryOf(tx, key, 'plans.given-back')] }
  })

async function heldSitting(city: City, tx: Tx, plan: Plan, at: Temporal.Instant, no: number) {
  const { submittedAt } = plan
  if (stateOf(plan, at, city.facts.timeZone) !== 'submitted' || !submittedAt)
    throw new Refusal('plans.not-submitted')
  const about = ref('committees', `${committeeOf(city)}/sittings/${no}`)
  const sitting = await found(sittingAt(tx, about))
  if (!sitting.attendance || isBefore(sitting.startsAt, submittedAt))
    throw new Refusal('plans.sitting-not-held', {}, 'sitting')
  return about
}

function committeeOf({ facts }: City): string {
  const planning = facts.procedures?.planning
  if (!planning) throw new Refusal('plans.no-office')
  return planning.committee
}

type Reporting = { text: string; lang: Lang }

/** Looks half way whether the plan still leads where it should, with the figures of that day. */
export const review = (city: City, by: Actor, key: string, said: Reporting) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkReviewable(plan, at, city.facts.timeZone)
    await tx.update(plans).set({ reviewedAt: at }).where(eq(plans.key, key))
    const figures = await figuresOf(tx, plan, at, city.facts.timeZone)
    await tx.insert(reports).values({ plan: key, kind: 'mid-term', ...said, figures, body: by.as, at })
    return { result: undefined, entries: [await entryOf(tx, key, 'plans.reviewed')] }
  })

/** Says at the end what became of it all; only then can the next plan be approved. */
export const close = (city: City, by: Actor, key: string, said: Reporting) =>
  onPlan(city, by, key, async ({ tx, at, plan }) => {
    checkClosable(plan, at, city.facts.timeZone)
    await tx.update(plans).set({ closedAt: at }).where(eq(plans.key, key))
    const figures = await figuresOf(tx, plan, at, city.facts.timeZone)
    await tx.insert(reports).values({ plan: key, kind: 'closing', ...said, figures, body: by.as, at })
    return { result: undefined, entries: [await entryOf(tx, key, 'plans.closed')] }
  })
