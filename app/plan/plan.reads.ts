import { laws, namesOf } from '#charter/index.ts'
import { indicatorLines } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import type { Ctx } from '#kit/web.ts'
import { followed } from '#people/index.ts'
import { historyOf, receiptIn } from '#record/index.ts'
import { moderatorOf } from './desk.ts'
import { namesFor } from './names.reads.ts'
import type { PlanProps } from './plan.pages.tsx'
import { aboutPlan, type Plan } from './plan.ts'
import { findingsOf, hearingsOf, pastOf, planByKey, remarksOf, reportsOf, tasksOf } from './reads.ts'

/** The plan that an address names. */
export const planIn = (c: Ctx): Promise<Plan> => found(planByKey(c.var.city.reads, c.req.param('key') ?? ''))

/** Everything that the page of a plan shows. */
export async function wholePlan(c: Ctx, shown: Shown): Promise<PlanProps> {
  const { city, view } = c.var
  const { reads }: City = city
  const plan = await planIn(c)
  const { key } = plan
  const tasks = await tasksOf(reads, key)
  const measured = [...new Set(tasks.flatMap((each) => each.indicators))]
  return {
    view,
    shown,
    plan,
    tasks,
    indicators: await indicatorLines(reads, city.facts, measured, view.at),
    past: await pastOf(reads, key),
    names: await namesFor(city, view),
    laws: namesOf(await laws(reads)),
    predecessor: plan.follows === null ? undefined : await planByKey(reads, plan.follows),
    findings: await findingsOf(reads, key),
    hearings: await hearingsOf(reads, key),
    remarks: await remarksOf(reads, key),
    reports: await reportsOf(reads, key),
    mayHide: (await moderatorOf(city, view.viewer, todayOf(view))) !== undefined,
    receipt: await receiptIn(c),
    how: await followed(c, aboutPlan(key)),
    history: await historyOf(reads, aboutPlan(key)),
  }
}
