import { todayOf } from '#kit/day-asked.ts'
import type { Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { endSaid, newTaskSaid, taskDraftOf, taskSaid } from './desk.schemas.ts'
import { asOffice, deskOf, param, step } from './desk.ts'
import { EndPage } from './end.pages.tsx'
import { knownFor } from './known.reads.ts'
import type { Because } from './on-plan.actions.ts'
import { planIn } from './plan.reads.ts'
import { taskByNo, tasksOf } from './reads.ts'
import { type TaskForm, TaskFormPage } from './task-form.pages.tsx'
import { add, change, drop, replace } from './tasks.actions.ts'

const path = '/desk/plan/:key/tasks'

/** Where the planning office writes tasks one by one. */
export const taskDesk = routes()

step(taskDesk, `${path}/new`, newTaskSaid, taskPage('new'), async (c, { no, ...said }) => {
  const { city } = c.var
  const draft = { no, ...taskDraftOf(said, of(c)) }
  await add(city, await asOffice(c), param(c, 'key'), [draft], because(c, said.reason))
  return deskOf(param(c, 'key'))
})

step(taskDesk, `${path}/:no`, taskSaid, taskPage('change'), async (c, said) => {
  const { city } = c.var
  const [key, no] = [param(c, 'key'), param(c, 'no')]
  await change(city, await asOffice(c), key, no, taskDraftOf(said, of(c)), because(c, said.reason))
  return deskOf(key)
})

step(taskDesk, `${path}/:no/successor`, newTaskSaid, taskPage('replace'), async (c, { no, ...said }) => {
  const { city } = c.var
  const key = param(c, 'key')
  const draft = { no, ...taskDraftOf(said, of(c)) }
  const why = because(c, said.reason)
  if (!why) throw new Refusal('plans.reason-missing', {}, 'reason')
  await replace(city, await asOffice(c), key, param(c, 'no'), draft, why)
  return deskOf(key)
})

step(taskDesk, `${path}/:no/end`, endSaid, endPage, async (c, { reason, replacedBy }) => {
  const { city, view } = c.var
  const [key, no] = [param(c, 'key'), param(c, 'no')]
  await drop(city, await asOffice(c), key, no, { text: reason, lang: view.lang }, replacedBy)
  return deskOf(key)
})

const of = (c: Ctx) => ({ languages: c.var.view.languages, currency: c.var.city.facts.currency })

const because = (c: Ctx, reason: string): Because =>
  reason === '' ? undefined : { text: reason, lang: c.var.view.lang }

function taskPage(form: TaskForm) {
  return async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    await asOffice(c)
    const plan = await planIn(c)
    const task = form === 'new' ? undefined : await found(taskByNo(city.reads, plan.key, param(c, 'no')))
    const known = await knownFor(city.reads, city.facts, plan, todayOf(view))
    return c.html(
      <TaskFormPage view={view} shown={shown} plan={plan} form={form} task={task} known={known} />,
    )
  }
}

async function endPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await asOffice(c)
  const plan = await planIn(c)
  const task = await found(taskByNo(city.reads, plan.key, param(c, 'no')))
  const others = (await tasksOf(city.reads, plan.key)).filter((each) => each.no !== task.no)
  return c.html(<EndPage view={view} shown={shown} plan={plan} task={task} others={others} />)
}
