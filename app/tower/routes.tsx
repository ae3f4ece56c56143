import { z } from 'zod'
import { laws, namesOf } from '#charter/index.ts'
import { anyone } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { type Cursor, list, numberAt, type Slice, slice, whole } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { yearNow } from '#plan/index.ts'
import { districtsOf } from './desk.tsx'
import { daysLate, type Kind, kinds, type LateBody, lateByBody, type Matter } from './matter.ts'
import { OfficersPage } from './officers.pages.tsx'
import type { Seat } from './officers.ts'
import { overviewNow, seatsOf } from './overview.reads.ts'
import { AllLatePage, BodiesPage, TowerPage } from './public.pages.tsx'
import { UnlinkedPage } from './unlinked.pages.tsx'
import { unlinkedIn } from './unlinked.reads.ts'
import { type Gap, gaps, type Unlinked } from './unlinked.ts'
import { words } from './words.ts'
import { CommitteeYear } from './year.parts.tsx'

/** A part of what is known whole, from where a reader left off. */
function partOf<R>(
  all: readonly R[],
  { after, limit }: { after: Cursor | undefined; limit: number },
): Slice<R> {
  const from = after ? numberAt(after, 0) : 0
  return slice(all.slice(from, from + limit + 1), limit, () => [from + limit])
}

export const towerRoutes = routes().get('/tower', anyone, async (c) => {
  const { city, view } = c.var
  const overview = await overviewNow(city)
  const districtOf = await districtsOf(c)
  const year = await yearNow(city.reads, city.facts, view.at)
  return c.html(
    <TowerPage
      view={view}
      overview={overview}
      districtOf={districtOf}
      year={year && <CommitteeYear view={view} year={year} />}
    />,
  )
})

const lateQuery = z.object({ kind: z.enum(kinds).optional() })

const kindAsked = (c: Ctx): Kind | undefined => lateQuery.shape.kind.safeParse(c.req.query('kind')).data

list<Matter>(towerRoutes, {
  path: '/tower/late',
  audience: anyone,
  summary:
    'What the city’s bodies are late with: what, of what kind, who answers for it today, by how many days',
  query: lateQuery,
  columns: [
    { key: 'kind', label: (view) => words(view).unlinked.kind, value: (row) => row.kind },
    { key: 'about', label: (view) => words(view).unlinked.address, value: (row) => row.about },
    {
      key: 'title',
      label: (view) => words(view).unlinked.thing,
      value: (row, view) => plain(row.title, view),
    },
    { key: 'bodies', label: (view) => words(view).body, value: (row) => row.bodies.join(' ') },
    {
      key: 'dueOn',
      label: (view) => words(view).dueOn,
      value: (row) => row.dueOn && String(row.dueOn),
    },
    {
      key: 'daysLate',
      label: (view) => words(view).whose.most,
      value: (row, view) => daysLate(row, todayOf(view)),
    },
  ],
  read: async (c, asked) => {
    const { late } = await overviewNow(c.var.city)
    const kind = kindAsked(c)
    return partOf(kind ? late.filter((each) => each.kind === kind) : late, asked)
  },
  page: async (c, { rows, older }) => {
    const { city, view } = c.var
    const overview = await overviewNow(city)
    return c.html(
      <AllLatePage view={view} overview={overview} kind={kindAsked(c)} rows={rows} older={older} />,
    )
  },
})

list<LateBody>(towerRoutes, {
  path: '/tower/bodies',
  audience: anyone,
  summary: 'The bodies that are late with something: with how much, and by how many days at most',
  columns: [
    { key: 'body', label: (view) => words(view).body, value: (row) => row.body },
    { key: 'late', label: (view) => words(view).whose.count, value: (row) => row.count },
    { key: 'daysLate', label: (view) => words(view).whose.most, value: (row) => row.most },
  ],
  read: async (c) => {
    const { late, today } = await overviewNow(c.var.city)
    return whole(lateByBody(late, today))
  },
  page: async (c) => {
    const { bodies, late } = await overviewNow(c.var.city)
    return c.html(<BodiesPage view={c.var.view} bodies={bodies} late={late} />)
  },
})

list<Seat>(towerRoutes, {
  path: '/departments/officers',
  audience: anyone,
  summary: 'The bodies that are to have a human rights officer, and whether they have; no names',
  columns: [
    { key: 'body', label: (view) => words(view).body, value: (row) => row.body },
    { key: 'name', label: (view) => words(view).body, value: (row, view) => plain(row.name, view) },
    { key: 'state', label: (view) => words(view).officers.state, value: (row) => row.state },
    {
      key: 'since',
      label: (view) => words(view).officers.since,
      value: (row) => row.since && String(row.since),
    },
    {
      key: 'until',
      label: (view) => words(view).officers.until,
      value: (row) => row.until && String(row.until),
    },
  ],
  read: async (c) => whole((await seatsOf(c.var.city)) ?? []),
  page: async (c, { rows }) => {
    const { city, view } = c.var
    return c.html(
      <OfficersPage
        view={view}
        seats={rows}
        basis={city.facts.procedures?.officers?.basis}
        names={namesOf(await laws(city.reads))}
      />,
    )
  },
})

const query = z.object({ gap: z.enum(gaps).optional() })

const gapAsked = (c: Ctx): Gap | undefined => query.shape.gap.safeParse(c.req.query('gap')).data

list<Unlinked>(towerRoutes, {
  path: '/tower/unlinked',
  audience: anyone,
  summary:
    'Indicators without a task, tasks without an indicator or article, promises and articles without a link',
  query,
  columns: [
    { key: 'gap', label: (view) => words(view).unlinked.kind, value: (row) => row.gap },
    { key: 'about', label: (view) => words(view).unlinked.address, value: (row) => row.about },
    {
      key: 'title',
      label: (view) => words(view).unlinked.thing,
      value: (row, view) => plain(row.title, view),
    },
  ],
  read: async (c, asked) => {
    const gap = gapAsked(c)
    const all = await unlinkedIn(c.var.city)
    return partOf(gap ? all.filter((each) => each.gap === gap) : all, asked)
  },
  page: async (c, { rows, older }) => {
    const { city, view } = c.var
    const all = await unlinkedIn(city)
    const counts = Object.fromEntries(
      gaps.map((gap) => [gap, all.filter((each) => each.gap === gap).length]),
    ) as Record<Gap, number>
    return c.html(<UnlinkedPage view={view} counts={counts} gap={gapAsked(c)} rows={rows} older={older} />)
  },
})
