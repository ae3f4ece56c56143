import { allBodies, holdersOf } from '#bodies/index.ts'
import { pledgeChoices } from '#commitments/index.ts'
import { sittingsToCome } from '#committees/index.ts'
import { takeFiles } from '#files/index.ts'
import { holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { draft, redraft, withdraw } from './action.actions.ts'
import { actionById } from './action.reads.ts'
import { agree } from './agreeing.actions.ts'
import { param, planningIn, step } from './desk.ts'
import { DraftPage } from './desk.year.draft.tsx'
import { AgreementPage, QuarterPage, TellPage, WithdrawalPage } from './desk.year.forms.tsx'
import { YearDeskPage } from './desk.year.pages.tsx'
import { bodiesOf, reporting, yearDesk } from './desk.year.reads.ts'
import {
  agreementForm,
  draftForm,
  draftIn,
  quarterForm,
  tellForm,
  withdrawalForm,
} from './desk.year.schemas.ts'
import type { By } from './on-action.actions.ts'
import { reportQuarter } from './quarter.actions.ts'
import { taskByNo } from './reads.ts'
import { yearWords } from './words.year.ts'
import { yearLines, yearOf } from './year.reads.ts'
import { tellYear } from './year.report.actions.ts'
import { actionIdOf, yearAsked } from './year.routes.tsx'

const staff = holder(...reporting)

export const yearDeskRoutes = routes().get('/desk/year', staff, async (c) => {
  const { city, view } = c.var
  const names = { bodies: await allBodies(city.reads), on: todayOf(view) }
  return c.html(<YearDeskPage view={view} names={names} desk={await yearDesk(city, view.viewer)} />)
})

/** As which of the viewer's bodies something is done for one of these; the planning office where it may. */
async function asOf(c: Ctx, keys: readonly string[], orOffice: boolean): Promise<By> {
  const { city, view } = c.var
  const own = bodiesOf(view.viewer)
  const bodies = await allBodies(city.reads)
  const { office } = await planningIn(city)
  const wanted = orOffice ? [...keys, office] : keys
  const holders = wanted.flatMap((key) => holdersOf(bodies, key, todayOf(view)).map((each) => each.key))
  const as = holders.find((key) => own.includes(key))
  if (as === undefined || view.viewer.kind !== 'person') throw new Refusal('plans.not-yours')
  return { as, person: view.viewer.id }
}

/** What was sent before is done already. */
async function once(work: Promise<unknown>, ...codes: string[]): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal) || !codes.includes(error.code)) throw error
  }
}

const lineOf = (c: Ctx) => {
  const { city, view } = c.var
  return found(actionById(city.reads, city.facts, view.at, actionIdOf(c)))
}

const namesOf = async (c: Ctx) => ({ bodies: await allBodies(c.var.city.reads), on: todayOf(c.var.view) })

async function showDraft(c: Ctx, shown: Shown) {
  const { city, view } = c.var
  const { plan, year } = await yearAsked(c)
  const task = await found(taskByNo(city.reads, plan.key, param(c, 'no')))
  const { bodies } = await pledgeChoices(city, view)
  return c.html(<DraftPage view={view} shown={shown} task={task} year={year} choices={bodies} />)
}

step(
  yearDeskRoutes,
  '/desk/year/plans/:key/tasks/:no/:year',
  draftForm,
  showDraft,
  async (c, values) => {
    const { city, view } = c.var
    const { plan, year } = await yearAsked(c)
    const no = param(c, 'no')
    const task = await found(taskByNo(city.reads, plan.key, no))
    const asked = draftIn(view, values)
    const by = await asOf(c, [...task.leads, ...asked.leads], true)
    await once(draft(city, by, { plan: plan.key, no, year }, asked), 'plans.sent-already')
    return '/desk/year?done=drafted'
  },
  staff,
)

step(
  yearDeskRoutes,
  '/desk/year/actions/:id',
  draftForm,
  async (c, shown) => {
    const line = await lineOf(c)
    const { bodies } = await pledgeChoices(c.var.city, c.var.view)
    const { task, action } = line
    return c.html(
      <DraftPage
        view={c.var.view}
        shown={shown}
        task={task}
        year={action.year}
        choices={bodies}
        action={action}
      />,
    )
  },
  async (c, values) => {
    const { action, task } = await lineOf(c)
    const by = await asOf(c, [...action.leads, ...task.leads], true)
    await redraft(c.var.city, by, action.id, draftIn(c.var.view, values))
    return '/desk/year?done=drafted'
  },
  staff,
)

step(
  yearDeskRoutes,
  '/desk/year/actions/:id/agreement',
  agreementForm,
  async (c, shown) =>
    c.html(<AgreementPage view={c.var.view} shown={shown} names={await namesOf(c)} line={await lineOf(c)} />),
  async (c, { agrees, reason }) => {
    const { action } = await lineOf(c)
    const by = await asOf(c, action.leads, false)
    const word = { agrees: agrees === 'yes', reason: reason ?? '', lang: c.var.view.lang }
    await once(agree(c.var.city, by, action.id, word), 'plans.said-already', 'plans.agreed-already')
    return '/desk/year?done=agreed'
  },
  staff,
)

step(
  yearDeskRoutes,
  '/desk/year/actions/:id/withdrawal',
  withdrawalForm,
  async (c, shown) => c.html(<WithdrawalPage view={c.var.view} shown={shown} line={await lineOf(c)} />),
  async (c, { reason }) => {
    const { action } = await lineOf(c)
    const by = await asOf(c, [action.draftedBy], true)
    const work = withdraw(c.var.city, by, action.id, { text: reason, lang: c.var.view.lang })
    await once(work, 'plans.withdrawn-already')
    return '/desk/year?done=withdrawn'
  },
  staff,
)

step(
  yearDeskRoutes,
  '/desk/year/actions/:id/quarters/:quarter',
  quarterForm,
  async (c, shown) => {
    const { city, view } = c.var
    const { bodies } = await pledgeChoices(city, view)
    return c.html(
      <QuarterPage
        view={view}
        shown={shown}
        line={await lineOf(c)}
        quarter={quarterOf(c)}
        choices={bodies}
      />,
    )
  },
  async (c, { helpOf, helpText, files, ...said }) => {
    const { action } = await lineOf(c)
    const by = await asOf(c, action.leads, false)
    if (helpOf && !helpText) throw new Refusal('form.missing', {}, 'helpText')
    const help = helpOf && helpText ? { of: helpOf, text: helpText } : undefined
    const report = { ...said, lang: c.var.view.lang, files: await takeFiles(files), help }
    await once(reportQuarter(c.var.city, by, action.id, quarterOf(c), report), 'plans.sent-already')
    return '/desk/year?done=reported'
  },
  staff,
)

/** The quarter in the address. @throws NotFound where it is none */
function quarterOf(c: Ctx): number {
  const said = param(c, 'quarter')
  if (!/^[1-4]$/.test(said)) throw new NotFound()
  return Number(said)
}

step(
  yearDeskRoutes,
  '/desk/year/plans/:key/:year/report',
  tellForm,
  async (c, shown) => {
    const { city, view } = c.var
    const { plan, year } = await yearAsked(c)
    const { committee } = await planningIn(city)
    const whole = await yearOf(city.reads, city.facts, view.at, plan, year)
    return c.html(
      <TellPage
        view={view}
        shown={shown}
        plan={plan}
        year={year}
        names={await namesOf(c)}
        lines={yearLines(whole)}
        open={whole.lines.flatMap(({ quarters }) => quarters).filter(({ state }) => state === 'open').length}
        sittings={await sittingsToCome(city.reads, view.at, committee)}
      />,
    )
  },
  async (c, { text, sitting }) => {
    const { city, view } = c.var
    const { plan, year } = await yearAsked(c)
    const by = await asOf(c, [], true)
    const title = yearWords(view).reportOn(year)
    const work = tellYear(city, by, plan.key, year, { text, lang: view.lang, title, sitting })
    await once(work, 'plans.year-told-already')
    return `/plans/${plan.key}/years/${year}/report`
  },
  staff,
)
