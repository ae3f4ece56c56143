import type { Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { announce, answer, find, hide, minute, remark } from './consulting.actions.ts'
import {
  AnswerPage,
  EnterPage,
  FindingPage,
  HearingPage,
  HidingPage,
  MinutesPage,
} from './consulting.desk.pages.tsx'
import {
  findingSaid,
  hearingSaid,
  hiding,
  minutesSaid,
  remarkAnswered,
  remarkEntered,
} from './desk.schemas.ts'
import { asModerator, asOffice, deskOf, param, step } from './desk.ts'
import { planIn } from './plan.reads.ts'
import { hearingsOf, remarksOf, tasksOf } from './reads.ts'

const path = '/desk/plan/:key'

/** Where the planning office writes down what it found out and heard, and answers it. */
export const consultingDesk = routes()

const by = async (c: Ctx) => [c.var.city, await asOffice(c), param(c, 'key')] as const

step(consultingDesk, `${path}/findings/new`, findingSaid, page(FindingPage), async (c, said) => {
  await find(...(await by(c)), { ...said, lang: c.var.view.lang })
  return deskOf(param(c, 'key'))
})

step(consultingDesk, `${path}/hearings/new`, hearingSaid, page(HearingPage), async (c, said) => {
  await announce(...(await by(c)), { ...said, lang: c.var.view.lang })
  return deskOf(param(c, 'key'))
})

step(consultingDesk, `${path}/hearings/:id`, minutesSaid, minutesPage, async (c, { text }) => {
  await minute(...(await by(c)), idIn(c), { text, lang: c.var.view.lang })
  return deskOf(param(c, 'key'))
})

step(consultingDesk, `${path}/remarks/new`, remarkEntered, page(EnterPage), async (c, said) => {
  await remark(...(await by(c)), { ...said, lang: c.var.view.lang })
  return deskOf(param(c, 'key'))
})

step(consultingDesk, `${path}/remarks/:id`, remarkAnswered, answerPage, async (c, said) => {
  await answer(...(await by(c)), idIn(c), { ...said, lang: c.var.view.lang, task: said.task })
  return deskOf(param(c, 'key'))
})

step(consultingDesk, `${path}/remarks/:id/hiding`, hiding, hidingPage, async (c, { text }) => {
  const key = param(c, 'key')
  await hide(c.var.city, await asModerator(c), key, idIn(c), { text, lang: c.var.view.lang })
  return `/plans/${key}`
})

function page(Shows: typeof FindingPage) {
  return async (c: Ctx, shown: Shown) => {
    await asOffice(c)
    return c.html(<Shows view={c.var.view} shown={shown} plan={await planIn(c)} />)
  }
}

async function minutesPage(c: Ctx, shown: Shown): Promise<Response> {
  await asOffice(c)
  const plan = await planIn(c)
  const all = await hearingsOf(c.var.city.reads, plan.key)
  const hearing = await found(all.find((each) => each.id === idIn(c)))
  return c.html(<MinutesPage view={c.var.view} shown={shown} plan={plan} hearing={hearing} />)
}

async function answerPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await asOffice(c)
  const plan = await planIn(c)
  const all = await remarksOf(city.reads, plan.key)
  const one = await found(all.find((each) => each.id === idIn(c)))
  const tasks = await tasksOf(city.reads, plan.key)
  return c.html(<AnswerPage view={view} shown={shown} plan={plan} remark={one} tasks={tasks} />)
}

async function hidingPage(c: Ctx, shown: Shown): Promise<Response> {
  await asModerator(c)
  const plan = await planIn(c)
  const all = await remarksOf(c.var.city.reads, plan.key)
  const one = await found(all.find((each) => each.id === idIn(c)))
  return c.html(<HidingPage view={c.var.view} shown={shown} plan={plan} remark={one} />)
}

function idIn(c: Ctx): number {
  const id = param(c, 'id')
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound()
  return Number(id)
}
