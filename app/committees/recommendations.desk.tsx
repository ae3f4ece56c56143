import { z } from 'zod'
import { allBodies, type Bodies, holdersOf, nameOf } from '#bodies/index.ts'
import { pledgeChoices, pledgesIn, pledgesOf } from '#commitments/index.ts'
import { holder, holdsIn } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { Day } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { officerOf } from '#people/index.ts'
import { href } from '#ui/href.ts'
import { AnswerPage, OwedPage } from './answer.pages.tsx'
import { answer } from './answering.actions.ts'
import { number, optional, words as text } from './desk.answers.ts'
import { idOf } from './desk.tsx'
import { answerLimit, answers, reasons } from './recommendation.ts'
import { answersTo, followedUp, owedRecommendations, recommendationById } from './recommendations.reads.ts'

const answerer = holder('officer', 'head')
const path = '/desk/recommendations'

const said = pledgesOf(
  z.object({
    answer: z.enum(answers),
    text: text(10_000),
    lang: z.string().max(20),
    reason: optional(z.enum(reasons)),
    because: optional(text(4000)),
    reviewOn: optional(isoDay),
    seen: number(0, 1000),
  }),
)

/** The desk of whoever answers for a body that committees ask something of. */
export const recommendationsDesk = routes()
  .get(path, answerer, async (c) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    const today = todayOf(view)
    const owed = (await owedRecommendations(city.reads, today)).filter((each) =>
      bodyOf(bodies, view.viewer, each.body, today),
    )
    const rows = await followedUp(city.reads, owed, view.at)
    return c.html(<OwedPage view={view} bodies={bodies} rows={rows} />)
  })
  .get(`${path}/:id`, answerer, (c) => answerPage(c, blank))
  .post(`${path}/:id/answer`, answerer, form(said, answerPage), async (c, { pledges, ...values }) => {
    const { city, view } = c.var
    const { body } = await mine(c)
    const { viewer } = view
    if (viewer.kind !== 'person') throw new Refusal('site.not-allowed')
    const about = await answer(city, officerOf(viewer, body), idOf(c), {
      ...values,
      pledges: pledgesIn(view, pledges),
    })
    return c.redirect(`${href(view, `/${about}`)}?done=answer`, 303)
  })

/** As which of the viewer's bodies they answer for what was asked of a body, perhaps its successor. */
export const bodyOf = (bodies: Bodies, viewer: Viewer, asked: string, today: Day): string | undefined =>
  holdersOf(bodies, asked, today).find(({ key }) => holdsIn(viewer, key, 'officer', 'head'))?.key

/** The recommendation of the address, and as whom the viewer answers it. @throws Refusal if it is not theirs. */
async function mine(c: Ctx) {
  const { city, view } = c.var
  const one = await found(recommendationById(city.reads, idOf(c)))
  const bodies = await allBodies(city.reads)
  const body = bodyOf(bodies, view.viewer, one.body, todayOf(view))
  if (!body) throw new Refusal('site.not-allowed')
  return { one, bodies, body }
}

async function answerPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const { one, bodies, body } = await mine(c)
  return c.html(
    <AnswerPage
      view={view}
      shown={shown}
      of={one}
      committee={nameOf(view, bodies, one.committee, todayOf(view))}
      body={body}
      answers={await answersTo(city.reads, one.id)}
      limit={answerLimit(city.facts, one.madeAt)}
      calendar={city.facts.calendar}
      choices={await pledgeChoices(city, view)}
    />,
  )
}
