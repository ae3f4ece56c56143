import { z } from 'zod'
import { allBodies, holdersOf } from '#bodies/index.ts'
import { laws, namesOf } from '#charter/index.ts'
import { commitmentsFrom, implementations, verifications } from '#commitments/index.ts'
import { anyone } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { followed } from '#people/index.ts'
import { historyOf } from '#record/index.ts'
import { type Chosen, RecommendationPage, RecommendationsPage } from './recommendation.pages.tsx'
import {
  acceptanceOf,
  acceptances,
  answerLimit,
  type Followed,
  refOfRecommendation,
} from './recommendation.ts'
import {
  answersTo,
  choicesAmong,
  followedUp,
  recommendationAt,
  recommendationsFor,
} from './recommendations.reads.ts'
import { words } from './words.ts'

export const recommendationRoutes = routes()

const asked = z.object({
  acceptance: z.enum(acceptances).optional(),
  implementation: z.enum(implementations).optional(),
  verification: z.enum(verifications).optional(),
  committee: z.string().optional(),
  body: z.string().optional(),
})

const column = (key: 'committee' | 'body' | 'made' | 'dueBy' | 'answeredOn') => (view: View) =>
  words(view).recommendations[key]
const axis = (key: 'acceptance' | 'implementation' | 'verification') => (view: View) =>
  words(view).recommendations.axes[key]

list<Followed>(recommendationRoutes, {
  path: '/committees/recommendations',
  audience: anyone,
  summary: 'What committees recommended to the city, what it answered, did, and what others found',
  columns: [
    { key: 'about', label: (view) => words(view).key, value: refOfRecommendation, schema: z.string() },
    { key: 'title', label: (view) => words(view).recommendations.title, value: ({ title }) => title },
    { key: 'committee', label: column('committee'), value: (row) => row.committee, schema: z.string() },
    { key: 'body', label: column('body'), value: (row) => row.body, schema: z.string() },
    { key: 'madeAt', label: column('made'), value: (row) => row.madeAt.toString() },
    { key: 'dueAt', label: column('dueBy'), value: (row) => row.dueAt?.toString() ?? null },
    { key: 'answeredAt', label: column('answeredOn'), value: (row) => row.answeredAt?.toString() ?? null },
    {
      key: 'acceptance',
      label: axis('acceptance'),
      value: (row, view) => acceptanceOf(row, view.at),
      schema: z.enum(acceptances),
    },
    {
      key: 'implementation',
      label: axis('implementation'),
      value: ({ axes }) => axes?.implementation ?? null,
      schema: z.enum(implementations).nullable(),
    },
    {
      key: 'verification',
      label: axis('verification'),
      value: ({ axes }) => axes?.verification ?? null,
      schema: z.enum(verifications).nullable(),
    },
  ],
  query: asked,
  read: (c, slice) => recommendationsFor(c.var.city.reads, { ...wanted(c), at: c.var.view.at }, slice),
  page: async (c, { rows, older }) => {
    const { reads } = c.var.city
    return c.html(
      <RecommendationsPage
        view={c.var.view}
        bodies={await allBodies(reads)}
        rows={rows}
        older={older}
        chosen={wanted(c)}
        choices={await choicesAmong(reads)}
      />,
    )
  },
})

/** What was chosen; what makes no sense is left out rather than refused. */
function wanted(c: Ctx) {
  const query = c.req.query()
  const known = Object.entries(asked.shape).flatMap(([key, schema]) => {
    const said = schema.safeParse(query[key] || undefined)
    return said.success && said.data ? [[key, said.data]] : []
  })
  return Object.fromEntries(known) as z.output<typeof asked> & Chosen
}

recommendationRoutes.get('/committees/:key/sittings/:no/items/:item', anyone, async (c) => {
  const { city, view } = c.var
  const { reads, facts } = city
  const one = await found(recommendationAt(reads, c.req.param('key'), numberIn(c, 'no'), numberIn(c, 'item')))
  const [of] = await followedUp(reads, [one], view.at)
  const about = refOfRecommendation(one)
  const bodies = await allBodies(reads)
  return c.html(
    <RecommendationPage
      view={view}
      bodies={bodies}
      laws={namesOf(await laws(reads))}
      of={of!}
      now={holdersOf(bodies, one.body, todayOf(view)).flatMap(({ key, by }) =>
        by === 'itself' ? [] : [key],
      )}
      answers={await answersTo(reads, one.id)}
      limit={answerLimit(facts, one.madeAt)}
      calendar={facts.calendar}
      lines={await commitmentsFrom(reads, about)}
      how={await followed(c, about)}
      history={await historyOf(reads, about)}
    />,
  )
})

/** @returns 0, which nothing is numbered with, where the address has no number. */
const numberIn = (c: Ctx, name: string): number => {
  const said = c.req.param(name) ?? ''
  return /^[1-9][0-9]{0,6}$/.test(said) ? Number(said) : 0
}
