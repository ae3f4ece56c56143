import type { z } from 'zod'
import { allBodies, nameOf } from '#bodies/index.ts'
import { takeFiles } from '#files/index.ts'
import { holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Routes, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { pledgeChoices } from './choices.reads.ts'
import { type FormName, forms, type SaidValues } from './desk.answers.ts'
import { CommitmentDeskPage, DeskPage } from './desk.pages.tsx'
import { planIn } from './desk.plan.ts'
import { checkableBy, keysOf, owedBy } from './desk.reads.ts'
import {
  bodiesOf,
  checking,
  doing,
  type RequestForm,
  requestDesk,
  type Standing,
  standingIn,
} from './desk.standing.ts'
import { check, declareDone, sign, stop } from './ending.actions.ts'
import { FormPage } from './forms.pages.tsx'
import { changePlan } from './planning.actions.ts'
import { reach, report } from './reporting.actions.ts'
import { isOfRequest } from './request.fields.tsx'
import { answerHelp, askHelp, type Decision, decideHelp, doneHelp, sayOfHelp } from './requesting.actions.ts'
import { idOf } from './routes.tsx'
import type { By, Said } from './stepping.actions.ts'

const doers = holder(...doing)
const checkers = holder(...checking)

const path = '/desk/commitments/:id'

export const commitmentsDesk = routes()
  .get('/desk/commitments', holder(...doing, ...checking), async (c) => {
    const { city, view } = c.var
    const today = todayOf(view)
    const bodies = await allBodies(city.reads)
    const keys = keysOf(bodies, bodiesOf(view.viewer, doing), today)
    return c.html(
      <DeskPage
        view={view}
        owed={await owedBy(city.reads, keys, view.at)}
        bodies={bodies}
        turns={(await requestDesk(city, view.viewer)).turns.filter(({ awaited }) => awaited)}
        checks={await checkableBy(city.reads, bodies, bodiesOf(view.viewer, checking), today)}
        nameOf={(body) => nameOf(view, bodies, body, today)}
      />,
    )
  })
  .get(path, holder(...doing, ...checking), async (c) => {
    const standing = await standingIn(c)
    return c.html(<CommitmentDeskPage view={c.var.view} {...standing} />)
  })

/** Whose hand a form needs. */
const handOf: Record<Exclude<FormName, RequestForm>, (of: Standing) => string | undefined> = {
  reports: (of) => of.asParty,
  milestones: (of) => of.asParty,
  help: (of) => of.asParty,
  plan: (of) => of.asFirst,
  completion: (of) => of.asLead,
  signatures: (of) => of.asLead,
  end: (of) => of.asFirst,
  checks: (of) => of.asStranger,
}

function byOf(c: Ctx, name: FormName, standing: Standing, asked?: number): By {
  const { viewer } = c.var.view
  const as = isOfRequest(name)
    ? standing.turns.find((each) => each.name === name && each.request.asked === asked)?.as
    : handOf[name](standing)
  if (viewer.kind !== 'person' || as === undefined)
    throw new Refusal(name === 'checks' ? 'commitments.own-work' : 'commitments.not-yours')
  return { as, person: viewer.id }
}

const namesBodies: readonly FormName[] = ['help', 'help-decisions', 'plan']

const page = (name: FormName) => async (c: Ctx, shown: Shown) => {
  const { city, view } = c.var
  const choices = namesBodies.includes(name) ? await pledgeChoices(city, view) : undefined
  return c.html(
    <FormPage
      view={view}
      name={name}
      shown={shown}
      choices={choices?.bodies ?? []}
      {...(await standingIn(c))}
    />,
  )
}

/** Shows a form at its path, and does what was sent; what was sent before is done already. */
function step<N extends FormName>(
  declared: Routes,
  name: N,
  work: (
    c: Ctx,
    by: By,
    id: number,
    values: z.output<(typeof forms)[N]>,
    said: Said,
    standing: Standing,
  ) => Promise<void>,
): Routes {
  const audience = name === 'checks' ? checkers : doers
  const again = page(name)
  return declared
    .get(`${path}/${name}`, audience, (c) => again(c, blank))
    .post(`${path}/${name}`, audience, form(forms[name], again), async (c, values) => {
      const standing = await standingIn(c)
      const { text, links, files, seen } = values as SaidValues
      const by = byOf(c, name, standing, (values as { asked?: number }).asked)
      const said: Said = { text, links, files: await takeFiles(files), seen, lang: c.var.view.lang }
      try {
        await work(c, by, idOf(c), values as z.output<(typeof forms)[N]>, said, standing)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'commitments.sent-already') throw error
      }
      return c.redirect(href(c.var.view, `/desk/commitments/${idOf(c)}?done=${name}`), 303)
    })
}

step(commitmentsDesk, 'reports', (c, by, id, _, said) => report(c.var.city, by, id, said))
step(commitmentsDesk, 'milestones', (c, by, id, { milestone }, said) =>
  reach(c.var.city, by, id, milestone, said),
)
step(commitmentsDesk, 'help', (c, by, id, { of }, said) => askHelp(c.var.city, by, id, of, said))
step(commitmentsDesk, 'help-answers', (c, by, id, { asked, accepted }, said) =>
  answerHelp(c.var.city, by, id, { asked, accepted: accepted === 'yes' }, said),
)
step(commitmentsDesk, 'help-results', (c, by, id, { asked }, said) =>
  doneHelp(c.var.city, by, id, { asked }, said),
)
step(commitmentsDesk, 'help-words', (c, by, id, { asked, word }, said) =>
  sayOfHelp(c.var.city, by, id, { asked, word }, said),
)
step(commitmentsDesk, 'help-decisions', (c, by, id, values, said) =>
  decideHelp(c.var.city, by, id, decisionIn(values), said),
)
step(commitmentsDesk, 'plan', (c, by, id, values, said, { whole }) =>
  changePlan(c.var.city, by, id, planIn(c.var.view, values, whole.milestones), said),
)
step(commitmentsDesk, 'completion', (c, by, id, _, said) => declareDone(c.var.city, by, id, said))
step(commitmentsDesk, 'signatures', (c, by, id, { declared }, said) =>
  sign(c.var.city, by, id, { declared }, said),
)
step(commitmentsDesk, 'end', (c, by, id, _, said) => stop(c.var.city, by, id, said))
step(commitmentsDesk, 'checks', (c, by, id, { finding, method, declared }, said) =>
  check(c.var.city, by, id, { finding, method, declared }, said),
)

/** What a decision asks for. @throws Refusal where it names a body without a day, or neither */
function decisionIn({ asked, decides, of, dueOn }: z.output<(typeof forms)['help-decisions']>): Decision {
  if (decides === 'closes') return { asked, helps: undefined }
  if (!of) throw new Refusal('form.missing', {}, 'of')
  if (!dueOn) throw new Refusal('form.missing', {}, 'dueOn')
  return { asked, helps: { of, dueOn } }
}
