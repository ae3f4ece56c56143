import { and, eq, isNull, ne } from 'drizzle-orm'
import { allBodies, type Bodies, versionOn } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { act } from '#record/index.ts'
import type { ActionDraft } from './action.ts'
import { agreeAs } from './agreeing.actions.ts'
import { type By, checkProposed, entriesOf, holdersNow, officeOf, onAction } from './on-action.actions.ts'
import { isInForce, type Plan, stateOf, type Task } from './plan.ts'
import { isAfter } from './quarter.ts'
import { planByKey, taskByNo } from './reads.ts'
import { actions, tasks } from './tables.ts'
import { runsIn } from './year.reads.ts'

/**
 * Writes what a task is to do in a year. A lead that writes it agrees to it by that; the others have to say yes or no.
 * @returns the number of the action
 */
export const draft = (
  city: City,
  by: By,
  at: { plan: string; no: string; year: number },
  asked: ActionDraft,
): Promise<number> =>
  act(city, by, async (tx, now) => {
    const plan = await found(planByKey(tx, at.plan))
    const task = await lockedTask(tx, await found(taskByNo(tx, at.plan, at.no)))
    const today = dayAt(now, city.facts.timeZone)
    const bodies = await allBodies(tx)
    checkMayWrite(city, bodies, by.as, [...task.leads, ...asked.leads], today)
    checkYear(city, plan, task, at.year, now)
    checkWritten(bodies, asked, at.year, today)
    await checkNew(tx, task.id, at.year, asked)
    const [action] = await tx
      .insert(actions)
      .values({
        ...asked,
        leads: [...asked.leads],
        task: task.id,
        year: at.year,
        startsOn: firstDay(at.year, today),
        draftedBy: by.as,
        draftedAt: now,
      })
      .returning()
    const made = { city, tx, at: now, today, bodies, task, action: action! }
    const agreed = await agreeAs(made, by, undefined)
    return { result: action!.id, entries: [...(await entriesOf(made, 'plans.action-drafted')), ...agreed] }
  })

/** Writes it anew before it was agreed: whatever was said to the old wording does not count. */
export const redraft = (city: City, by: By, id: number, asked: ActionDraft): Promise<void> =>
  onAction(city, by, id, async (on) => {
    checkProposed(on.action)
    checkMayWrite(city, on.bodies, by.as, [...on.task.leads, ...on.action.leads], on.today)
    checkWritten(on.bodies, asked, on.action.year, on.today)
    await checkNew(on.tx, on.task.id, on.action.year, asked, id)
    const [action] = await on.tx
      .update(actions)
      .set({
        ...asked,
        leads: [...asked.leads],
        draftedBy: by.as,
        draftedAt: on.at,
        wording: on.action.wording + 1,
      })
      .where(eq(actions.id, id))
      .returning()
    const made = { ...on, action: action! }
    const agreed = await agreeAs(made, by, undefined)
    return [...(await entriesOf(made, 'plans.action-rewritten')), ...agreed]
  })

/** Takes it back before it was agreed, with the reason. What was agreed is given up as the promise that it is. */
export const withdraw = (city: City, by: By, id: number, why: { text: string; lang: Lang }): Promise<void> =>
  onAction(city, by, id, async (on) => {
    checkProposed(on.action)
    checkMayWrite(city, on.bodies, by.as, [on.action.draftedBy], on.today)
    const [action] = await on.tx
      .update(actions)
      .set({ withdrawnAt: on.at, withdrawnWhy: why.text, withdrawnLang: why.lang })
      .where(eq(actions.id, id))
      .returning()
    return entriesOf({ ...on, action: action! }, 'plans.action-withdrawn')
  })

/** @throws Refusal unless it is the planning office, or answers for one of these bodies */
function checkMayWrite(city: City, bodies: Bodies, body: string, leads: readonly string[], today: Day): void {
  if (!holdersNow(bodies, [officeOf(city), ...leads], today).includes(body))
    throw new Refusal('plans.not-yours')
}

/** @throws Refusal unless the plan is in force, the task runs in that year, and it is this year or the next */
function checkYear({ facts }: City, plan: Plan, task: Task, year: number, at: Instant): void {
  const state = stateOf(plan, at, facts.timeZone)
  const now = dayAt(at, facts.timeZone).year
  if (!isInForce(state) && state !== 'standing') throw new Refusal('plans.not-running')
  if (task.droppedIn !== null || !runsIn(task, year) || year < now || year > now + 1)
    throw new Refusal('plans.not-its-year', { year }, 'year')
}

function checkWritten(bodies: Bodies, asked: ActionDraft, year: number, today: Day): void {
  const stands = (key: string) => {
    const body = bodies.get(key)
    return body !== undefined && versionOn(body, today) !== undefined
  }
  if (asked.leads.length === 0) throw new Refusal('form.missing', {}, 'lead')
  if (!asked.leads.every(stands)) throw new Refusal('commitments.unknown-body', {}, 'lead')
  if (new Set(asked.leads).size < asked.leads.length)
    throw new Refusal('commitments.leads-twice', {}, 'joint')
  if (asked.dueOn.year !== year) throw new Refusal('plans.due-outside-year', { year }, 'dueOn')
  if (isAfter(today, asked.dueOn)) throw new Refusal('commitments.due-in-the-past', {}, 'dueOn')
  for (const [index, { dueOn }] of asked.milestones.entries())
    if (isAfter(Temporal.PlainDate.from(dueOn), asked.dueOn))
      throw new Refusal('commitments.milestone-after-due', {}, `milestone${index + 1}.dueOn`)
}

/** @throws Refusal where the task has an action of that title in that year: the same one sent twice, or another */
async function checkNew(tx: Tx, task: number, year: number, asked: ActionDraft, but = 0): Promise<void> {
  const [there] = await tx
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.task, task),
        eq(actions.year, year),
        eq(actions.title, asked.title),
        isNull(actions.withdrawnAt),
        ne(actions.id, but),
      ),
    )
  if (!there) return
  const isSame = there.text === asked.text && there.measure === asked.measure && there.target === asked.target
  throw isSame ? new Refusal('plans.sent-already') : new Refusal('plans.action-there', {}, 'title')
}

const firstDay = (year: number, today: Day): Day => {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  return isAfter(today, first) ? today : first
}

async function lockedTask(tx: Tx, { id }: Task): Promise<Task> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update')
  return row!
}
