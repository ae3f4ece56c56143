import { z } from 'zod'
import { laws, namesOf } from '#charter/index.ts'
import { anyone } from '#kit/audience.ts'
import { list, whole } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { yearNow } from '#plan/index.ts'
import { districtsOf } from './desk.tsx'
import { type LateBody, lateByBody } from './matter.ts'
import { OfficersPage } from './officers.pages.tsx'
import type { Seat } from './officers.ts'
import { overviewOf, seatsOf } from './overview.reads.ts'
import { BodiesPage, TowerPage } from './public.pages.tsx'
import { UnlinkedPage } from './unlinked.pages.tsx'
import { type Gap, gaps, sliceOf, type Unlinked, unlinkedIn } from './unlinked.reads.ts'
import { words } from './words.ts'
import { CommitteeYear } from './year.parts.tsx'

export const towerRoutes = routes().get('/tower', anyone, async (c) => {
  const { city, view } = c.var
  const [overview, districtOf, year] = await Promise.all([
    overviewOf(city),
    districtsOf(c),
    yearNow(city.reads, city.facts, view.at),
  ])
  return c.html(
    <TowerPage
      view={view}
      overview={overview}
      districtOf={districtOf}
      year={year && <CommitteeYear view={view} year={year} />}
    />,
  )
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
    const { late, today } = await overviewOf(c.var.city)
    return whole(lateByBody(late, today))
  },
  page: async (c) => {
    const { bodies, late } = await overviewOf(c.var.city)
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
    return sliceOf(gap ? all.filter((each) => each.gap === gap) : all, asked)
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
