import type { z } from 'zod'
import { pledgeChoices, pledgesIn } from '#commitments/index.ts'
import { holder } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, type Routes, routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { officerOf } from '#people/index.ts'
import type { Actor } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { answer, isAnswered } from './answering.actions.ts'
import { AnswerPage } from './answering.pages.tsx'
import { extend, pause, resume } from './clock.actions.ts'
import { spokespeople } from './competence.reads.ts'
import { choicesFor, type Desk, deskOf } from './desk.data.ts'
import type { Done } from './desk.parts.tsx'
import { DeskPetitionPage, StepPage } from './desk.petition.pages.tsx'
import { answeredAlike } from './desk.reads.ts'
import { type Doable, doableBy, isConcerned, type Rights, type Step } from './desk.rights.ts'
import { schemas } from './desk.schemas.ts'
import { announce, callOff, report } from './hearing.actions.ts'
import { decideLane, putBefore } from './lane.deciding.actions.ts'
import { closeMediation, openMediation } from './mediation.actions.ts'
import { merge } from './merging.actions.ts'
import { decideAppeal, hide } from './moderation.actions.ts'
import { decideObjection } from './objection.actions.ts'
import { lookAgain } from './review.actions.ts'
import { sort, transfer } from './routing.actions.ts'

/** Whoever speaks for a body; for which, each step checks. */
export const desk = holder(...spokespeople)

const path = '/desk/petitions/:id'

/** A number in the address. @throws NotFound where it is none. */
function numberIn(c: Ctx, name: string): number {
  const said = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new NotFound()
  return Number(said)
}

/** The petition of the address, for whoever has a part in it. @throws Refusal otherwise. */
async function ownDesk(c: Ctx): Promise<Desk> {
  const own = await deskOf(c, numberIn(c, 'id'))
  if (!isConcerned(own.rights)) throw new Refusal('site.not-allowed')
  return own
}

async function petitionPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const own = await ownDesk(c)
  const { whole } = own.course
  return c.html(
    <DeskPetitionPage
      view={view}
      shown={blank}
      desk={own}
      doable={doableBy(city, own.rights, whole, view.at)}
      similar={await answeredAlike(city.reads, whole.petition)}
    />,
  )
}

/** The page of a step, for whoever may take it now; a form that was refused is shown again in any case. */
const stepPage = (step: Step) => async (c: Ctx, shown: Shown) => {
  const { city, view } = c.var
  const own = await ownDesk(c)
  const part = c.req.param('part') ? numberIn(c, 'part') : undefined
  const doable: Doable = { step, ...(part && { part }) }
  const can = doableBy(city, own.rights, own.course.whole, view.at)
  const isOne = can.some((each) => each.step === step && each.part === part)
  if (!isOne && shown === blank) return c.redirect(href(view, `/desk/petitions/${own.id}`), 303)
  if (step === 'answer') {
    const pledges = await pledgeChoices(city, view)
    return c.html(<AnswerPage view={view} shown={shown} desk={own} pledges={pledges} />)
  }
  const choices = await choicesFor(c, own, doable)
  return c.html(<StepPage view={view} shown={shown} desk={own} doable={doable} choices={choices} />)
}

type Act<S extends z.ZodType> = (on: {
  c: Ctx
  by: Actor
  id: number
  part: number
  values: z.output<S>
}) => Promise<unknown>

/** As which body somebody takes a step. */
type As = (rights: Rights, part: number, own: Desk) => string | undefined

/** Adds a step: its page, and what its form does. */
function step<S extends z.ZodType>(
  to: Routes,
  name: Step,
  schema: S,
  as: As,
  done: Done,
  act: Act<S>,
): Routes {
  const page = stepPage(name)
  const hasPart = ['objection', 'appeal', 'report', 'cancellation'].includes(name)
  const address = `${path}/${name}${hasPart ? '/:part' : ''}`
  return to
    .get(address, desk, (c) => page(c, blank))
    .post(address, desk, form(schema, page), async (c, values) => {
      const own = await ownDesk(c)
      const part = hasPart ? numberIn(c, 'part') : 0
      const body = as(own.rights, part, own)
      if (!body) throw new Refusal('site.not-allowed')
      await act({ c, by: actorIn(c.var.view, body), id: own.id, part, values })
      return c.redirect(href(c.var.view, `/desk/petitions/${own.id}?done=${done}`), 303)
    })
}

function actorIn({ viewer }: View, body: string): Actor {
  if (viewer.kind !== 'person') throw new NotFound()
  return officerOf(viewer, body)
}

const answers: As = (rights) => rights.answers
const has: As = ({ answers, intake }) => answers ?? intake
const concerned: As = ({ answers, intake, committee }) => answers ?? intake ?? committee
const hears: As = (rights, part, { course }) =>
  rights.acting(course.whole.objections.find(({ id }) => id === part)?.to)
const hearsAppeal: As = (rights, part, { course }) =>
  rights.acting(course.whole.moderations.find(({ id }) => id === part)?.appealTo)

export function petitionDesk(): Routes {
  const to = routes().get(path, desk, petitionPage)
  step(to, 'answer', schemas.answer, answers, 'answered', giveAnswer)
  step(to, 'transfer', schemas.transfer, has, 'transferred', ({ c, by, id, values }) =>
    transfer(c.var.city, by, id, values),
  )
  step(to, 'merger', schemas.merger, concerned, 'merged', ({ c, by, id, values }) =>
    merge(c.var.city, by, id, values),
  )
  step(to, 'subjects', schemas.subjects, has, 'sorted', ({ c, by, id, values }) =>
    sort(c.var.city, by, id, values),
  )
  step(to, 'pause', schemas.pause, answers, 'paused', ({ c, by, id, values }) =>
    pause(c.var.city, by, id, values),
  )
  step(to, 'resumption', nothing, answers, 'resumed', ({ c, by, id }) => resume(c.var.city, by, id))
  step(to, 'extension', schemas.extension, answers, 'extended', ({ c, by, id, values }) =>
    extend(c.var.city, by, id, values),
  )
  withHearings(to)
  withDecisions(to)
  return to
}

function withHearings(to: Routes): void {
  step(to, 'hearing', schemas.hearing, concerned, 'hearing', ({ c, by, id, values }) => {
    const { day, time: plainTime, ...said } = values
    const { timeZone } = c.var.city.facts
    const startsAt = day.toZonedDateTime({ timeZone, plainTime }).toInstant()
    return announce(c.var.city, by, id, { ...said, startsAt })
  })
  step(to, 'cancellation', schemas.cancellation, concerned, 'hearing', ({ c, by, id, part, values }) =>
    callOff(c.var.city, by, id, part, values.reason),
  )
  step(to, 'report', schemas.report, concerned, 'hearing', ({ c, by, id, part, values }) =>
    report(c.var.city, by, id, part, values),
  )
  step(to, 'mediation', schemas.mediation, concerned, 'mediation', ({ c, by, id, values }) =>
    openMediation(c.var.city, by, id, values),
  )
  step(to, 'agreement', schemas.agreement, concerned, 'mediation', ({ c, by, id, values }) =>
    closeMediation(c.var.city, by, id, values),
  )
}

function withDecisions(to: Routes): void {
  step(
    to,
    'lane',
    schemas.lane,
    ({ intake }) => intake,
    'lane',
    ({ c, by, id, values }) => decideLane(c.var.city, by, id, values),
  )
  step(
    to,
    'agenda',
    schemas.agenda,
    ({ committee }) => committee,
    'agenda',
    ({ c, by, id, values }) => putBefore(c.var.city, by, id, values.sitting),
  )
  step(to, 'objection', schemas.objection, hears, 'objection', ({ c, by, id, part, values }) =>
    decideObjection(c.var.city, by, id, part, values),
  )
  step(to, 'review', schemas.review, answers, 'review', ({ c, by, id, values }) => {
    const { stays, text, lang, reviewOn } = values
    const look = stays && reviewOn ? { stays, text, lang, reviewOn } : { stays: false as const, text, lang }
    return lookAgain(c.var.city, by, id, look)
  })
  step(
    to,
    'hiding',
    schemas.hiding,
    ({ moderates }) => moderates,
    'hidden',
    ({ c, by, id, values }) => hide(c.var.city, by, id, values),
  )
  step(to, 'appeal', schemas.appeal, hearsAppeal, 'appeal', ({ c, by, id, part, values }) =>
    decideAppeal(c.var.city, by, id, part, values),
  )
}

/** A form that was sent twice has answered once, and says so; another answer is refused with what was typed. */
const giveAnswer: Act<typeof schemas.answer> = async ({ c, by, id, values }) => {
  const { city, view } = c.var
  const { pledges, ...said } = values
  try {
    await answer(city, by, id, { ...said, pledges: pledgesIn(view, pledges) })
  } catch (error) {
    const isTwice = error instanceof Refusal && error.code === 'petitions.answered-already'
    if (!isTwice || !(await isAnswered(city.reads, id, by.as, said))) throw error
  }
}
