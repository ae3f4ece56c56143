import { sittingsOf, sittingsToCome } from '#committees/index.ts'
import { holder, holdsIn } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Shown } from '#kit/form.ts'
import { routes } from '#kit/routes.ts'
import { isBefore } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { approve, close, giveBack, review, submit } from './deciding.actions.ts'
import { DecisionPage, ReportPage, SubmissionPage } from './deciding.pages.tsx'
import { DeskPage, DeskPlanPage } from './desk.pages.tsx'
import { decision, planDraftOf, planSaid, reported, submission } from './desk.schemas.ts'
import {
  asOffice,
  asSecretary,
  deskOf,
  officeOf,
  officeRoles,
  param,
  planningIn,
  secretary,
  step,
} from './desk.ts'
import { figuresOf } from './figures.reads.ts'
import { begin, describe } from './making.actions.ts'
import { AboutPage } from './making.pages.tsx'
import { namesFor } from './names.reads.ts'
import { planIn } from './plan.reads.ts'
import { checkClosable, checkReviewable } from './plan.ts'
import { readinessOf } from './readiness.reads.ts'
import { allPlans, findingsOf, hearingsOf, planByKey, remarksOf, tasksOf } from './reads.ts'

const path = '/desk/plan/:key'

/** The desk of whoever keeps the plan, and of the secretary of the committee that decides on it. */
export const planDesk = routes().get('/desk/plan', holder(...officeRoles, 'secretary'), async (c) => {
  const { city, view } = c.var
  const { committee } = await planningIn(city)
  const isOffice = (await officeOf(city, view.viewer, todayOf(view))) !== undefined
  const isSecretary = holdsIn(view.viewer, committee, 'secretary')
  // Whoever has nothing to do with making it reads it.
  if (!isOffice && !isSecretary) return c.redirect(href(view, '/plan'), 303)
  const plans = await allPlans(city.reads)
  return c.html(<DeskPage view={view} plans={plans} isOffice={isOffice} isSecretary={isSecretary} />)
})

step(planDesk, '/desk/plan/new', planSaid, aboutPage(false), async (c, said) => {
  const { city } = c.var
  const key = await begin(city, await asOffice(c), draftIn(c, said))
  return deskOf(key)
})

planDesk.get(path, holder(...officeRoles), async (c) => {
  const { city, view } = c.var
  await asOffice(c)
  const { reads } = city
  const plan = await planIn(c)
  return c.html(
    <DeskPlanPage
      view={view}
      plan={plan}
      names={await namesFor(city, view)}
      tasks={await tasksOf(reads, plan.key)}
      findings={await findingsOf(reads, plan.key)}
      hearings={await hearingsOf(reads, plan.key)}
      remarks={await remarksOf(reads, plan.key)}
      readiness={await readinessOf(reads, plan.key)}
    />,
  )
})

step(planDesk, `${path}/about`, planSaid, aboutPage(true), async (c, said) => {
  const key = param(c, 'key')
  await describe(c.var.city, await asOffice(c), key, draftIn(c, said))
  return deskOf(key)
})

const draftIn = (c: Ctx, said: Parameters<typeof planDraftOf>[0]) =>
  planDraftOf(
    said,
    c.var.view.languages,
    c.var.city.facts.subjects.groups.map((each) => each.key),
  )

function aboutPage(isKnown: boolean) {
  return async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    await asOffice(c)
    const plan = isKnown ? await planIn(c) : undefined
    const others = (await allPlans(city.reads)).filter((each) => each.until && each.key !== plan?.key)
    return c.html(
      <AboutPage view={view} shown={shown} plan={plan} others={others} groups={city.facts.subjects.groups} />,
    )
  }
}

step(planDesk, `${path}/submission`, submission, submissionPage, async (c, { sitting }) => {
  const key = param(c, 'key')
  const { city, view } = c.var
  const said = { lang: view.lang, ...(sitting !== undefined && { sitting }) }
  await submit(city, await asOffice(c), key, said)
  return deskOf(key)
})

async function submissionPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await asOffice(c)
  const plan = await planIn(c)
  const { committee } = await planningIn(city)
  return c.html(
    <SubmissionPage
      view={view}
      shown={shown}
      plan={plan}
      readiness={await readinessOf(city.reads, plan.key)}
      sittings={await sittingsToCome(city.reads, view.at, committee)}
    />,
  )
}

step(
  planDesk,
  `${path}/decision`,
  decision,
  decisionPage,
  async (c, { sitting, what, text }) => {
    const { city, view } = c.var
    const key = param(c, 'key')
    const by = await asSecretary(c)
    if (what === 'approved') await approve(city, by, key, sitting)
    else await giveBack(city, by, key, { sitting, text, lang: view.lang })
    return `/plans/${key}`
  },
  secretary,
)

/** The sittings that were held since the plan was brought before the committee. */
async function decisionPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await asSecretary(c)
  const plan = await planIn(c)
  const { committee } = await planningIn(city)
  const { submittedAt } = plan
  const held = (await sittingsOf(city.reads, committee)).filter(
    (each) => each.attendance && submittedAt && !isBefore(each.startsAt, submittedAt),
  )
  const predecessor = plan.follows === null ? undefined : await planByKey(city.reads, plan.follows)
  return c.html(
    <DecisionPage view={view} shown={shown} plan={plan} sittings={held} predecessor={predecessor} />,
  )
}

for (const [kind, act, check] of [
  ['review', review, checkReviewable],
  ['closing', close, checkClosable],
] as const) {
  const page = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    await asOffice(c)
    const plan = await planIn(c)
    check(plan, view.at, view.timeZone)
    const figures = await figuresOf(city.reads, plan, view.at, view.timeZone)
    return c.html(<ReportPage view={view} shown={shown} plan={plan} kind={kind} figures={figures} />)
  }
  step(planDesk, `${path}/${kind}`, reported, page, async (c, { text }) => {
    const key = param(c, 'key')
    await act(c.var.city, await asOffice(c), key, { text, lang: c.var.view.lang })
    return `/plans/${key}`
  })
}
