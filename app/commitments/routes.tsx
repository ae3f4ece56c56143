import { z } from 'zod'
import { allBodies, allDistricts, shapesOf } from '#bodies/index.ts'
import { charterArticles } from '#charter/index.ts'
import { anyone, holds } from '#kit/audience.ts'
import type { City, NormInForce } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found, NotFound } from '#kit/found.ts'
import { list, whole as wholeList } from '#kit/list.ts'
import { ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { followed } from '#people/index.ts'
import { historyOf } from '#record/index.ts'
import { commitmentColumns, scorecardColumns } from './columns.ts'
import { CommitmentPage } from './commitment.pages.tsx'
import { type CommitmentLine, kinds, standings } from './commitment.ts'
import { linksOf } from './links.reads.ts'
import { type Asked, TrackerPage } from './pages.tsx'
import { partiesOf } from './party.reads.ts'
import { requestsFor } from './requests.reads.ts'
import type { Scorecard } from './scorecard.ts'
import { MapPage, ScorecardPage, ScorecardsPage } from './scorecards.pages.tsx'
import { answersFor, scorecards } from './scorecards.reads.ts'
import { offered, openByDistrict, standingCounts, tracked } from './tracker.reads.ts'
import { sorts, type Wanted } from './tracker.ts'
import { wholeCommitment } from './whole.reads.ts'

const query = z.object({
  q: z.string().max(100).optional(),
  standing: z.enum([...standings, 'open', 'silent']).optional(),
  kind: z.enum(kinds).optional(),
  body: z.string().max(80).optional(),
  article: z.string().max(80).optional(),
  group: z.string().max(80).optional(),
  district: z.string().max(80).optional(),
  origin: z.string().max(40).optional(),
  year: z.coerce.number().int().min(1900).max(2999).optional(),
  sort: z.enum(sorts).optional(),
})

/** What the address asks; what it asks wrongly is not asked. */
const askedOf = (c: Ctx): Asked =>
  Object.fromEntries(
    Object.entries(query.shape).flatMap(([name, field]) => {
      const said = (c.req.query(name) ?? '').trim()
      return said !== '' && field.safeParse(said).success ? [[name, said]] : []
    }),
  )

async function wantedOf(c: Ctx): Promise<Wanted> {
  const { reads } = c.var.city
  const { q, body, sort, ...rest } = query.parse(askedOf(c))
  return {
    ...rest,
    query: q,
    bodies: body === undefined ? undefined : await answersFor(reads, body, todayOf(c.var.view)),
    sort: sort ?? 'newest',
  }
}

export const commitmentsRoutes = routes()

list<CommitmentLine>(commitmentsRoutes, {
  path: '/commitments',
  audience: anyone,
  summary: 'What the city has promised, and how it stands with each promise',
  query,
  columns: commitmentColumns,
  read: async (c, slice) => tracked(c.var.city.reads, await wantedOf(c), c.var.view, slice),
  page: async (c, { rows, older }) => {
    const { city, view } = c.var
    const names = await namesFor(city)
    const districts = names.districts.map(({ key, name }) => ({ key, label: name }))
    return c.html(
      <TrackerPage
        view={view}
        asked={askedOf(c)}
        lines={rows}
        older={older}
        counts={await standingCounts(city.reads, view.at)}
        bodies={await allBodies(city.reads)}
        offered={await offered(city.reads)}
        names={{ ...names, districts }}
      />,
    )
  },
})

/** What articles, groups and districts are called. */
async function namesFor({ reads, facts }: City) {
  return {
    articles: await charterArticles(reads),
    districts: await allDistricts(reads),
    groups: facts.subjects.groups,
  }
}

list<Scorecard>(commitmentsRoutes, {
  path: '/commitments/bodies',
  audience: anyone,
  summary: 'How each body keeps what it promised: counts and medians, in no order of merit',
  columns: scorecardColumns,
  read: async (c) => wholeList(await scorecards(c.var.city.reads, c.var.view)),
  page: async (c, { rows }) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    return c.html(
      <ScorecardsPage
        view={view}
        bodies={bodies}
        cards={inFileOrder(rows, [...bodies.keys()])}
        from={normOf(city, 'comparedFrom', todayOf(view))}
      />,
    )
  },
})

/** As the city lists its bodies: an order that says nothing of merit. */
const inFileOrder = (cards: readonly Scorecard[], keys: readonly string[]) =>
  cards.toSorted((a, b) => keys.indexOf(a.body) - keys.indexOf(b.body))

function normOf({ facts }: City, name: 'comparedFrom' | 'brokenAfter', on: Day): NormInForce | undefined {
  const key = facts.procedures?.commitments[name]
  return key ? facts.norm(key, on) : undefined
}

/** How many of a body's promises its page shows; the tracker has all. */
const shownOfBody = 20

commitmentsRoutes
  .get('/commitments/map', anyone, async (c) => {
    const { city, view } = c.var
    const districts = await allDistricts(city.reads)
    const counts = await openByDistrict(city.reads, view.at)
    return c.html(
      <MapPage
        view={view}
        shapes={shapesOf(districts)}
        districts={districts}
        counts={new Map(counts.map((each) => [each.district, each]))}
      />,
    )
  })
  .get('/commitments/bodies/:key', anyone, async (c) => {
    const { city, view } = c.var
    const body = c.req.param('key')
    const bodies = await allBodies(city.reads)
    if (!bodies.has(body)) throw new NotFound()
    const cards = await scorecards(city.reads, view)
    const leads = await answersFor(city.reads, body, todayOf(view))
    const wanted = { bodies: leads, standing: 'open', sort: 'due' } as const
    const { rows } = await tracked(city.reads, wanted, view, { after: undefined, limit: shownOfBody })
    return c.html(
      <ScorecardPage
        view={view}
        bodies={bodies}
        cards={cards}
        body={body}
        card={cards.find((each) => each.body === body)}
        lines={rows}
        from={normOf(city, 'comparedFrom', todayOf(view))}
      />,
    )
  })
  .get('/commitments/:id', anyone, async (c) => {
    const { city, view } = c.var
    const whole = await found(wholeCommitment(city.reads, idOf(c)))
    const { commitment } = whole
    const bodies = await allBodies(city.reads)
    const about = ref('commitments', commitment.id)
    return c.html(
      <CommitmentPage
        view={view}
        whole={whole}
        bodies={bodies}
        parties={partiesOf(bodies, commitment, todayOf(view))}
        names={await namesFor(city)}
        broken={normOf(city, 'brokenAfter', dayAt(commitment.adoptedAt, view.timeZone))}
        how={await followed(c, about)}
        history={await historyOf(city.reads, about)}
        facts={city.facts}
        requests={await requestsFor(city.reads, commitment.id)}
        links={await linksOf(city.reads, commitment.id)}
        mayAct={holds(view.viewer, 'officer', 'head', 'secretary', 'auditor', 'attestor')}
      />,
    )
  })
  .get('/commitments/:id/steps/:no', anyone, (c) =>
    c.redirect(`/${c.var.view.lang}/commitments/${idOf(c)}#step-${idOf(c, 'no')}`, 302),
  )

/** The number in the address. @throws NotFound where it is none. */
export function idOf(c: Ctx, name = 'id'): number {
  const said = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new NotFound()
  return Number(said)
}
