import { z } from 'zod'
import { laws, namesOf } from '#charter/index.ts'
import type { BodyVersion, District } from '#city/index.ts'
import { anyone } from '#kit/audience.ts'
import { dayAsked, onAnyDay, todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { type Column, list, whole } from '#kit/list.ts'
import { ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { followed } from '#people/index.ts'
import { historyOf } from '#record/index.ts'
import { type Body, versionOn } from './body.ts'
import { BodyPage } from './body-page.tsx'
import { DistrictPage, DistrictsPage, shapesOf } from './districts-pages.tsx'
import { BodiesPage } from './pages.tsx'
import { nameOf } from './parts.tsx'
import { popolo, popoloOf } from './popolo.ts'
import { allBodies, allDistricts, districtByKey } from './reads.ts'
import { words } from './words.ts'

type Standing = { body: Body; version: BodyVersion }

const column = (
  key: string,
  label: (view: View) => string,
  value: (row: Standing, view: View) => string | number | null,
): Column<Standing> => ({ key, label, value })

const columns: readonly Column<Standing>[] = [
  column(
    'key',
    (view) => words(view).key,
    ({ body }) => body.key,
  ),
  column(
    'name',
    (view) => words(view).name,
    ({ version }, view) => plain(version.name, view),
  ),
  column(
    'kind',
    (view) => words(view).kind,
    ({ body }) => body.kind,
  ),
  column(
    'parent',
    (view) => words(view).parent,
    ({ version }) => version.parent ?? null,
  ),
  column(
    'from',
    (view) => words(view).from,
    ({ version }) => version.from,
  ),
  column(
    'until',
    (view) => words(view).until,
    ({ version }) => version.until ?? null,
  ),
  column(
    'staff',
    (view) => words(view).staff,
    ({ version }) => version.staff ?? null,
  ),
  column(
    'units',
    (view) => words(view).units,
    ({ version }) => version.units ?? null,
  ),
  column(
    'basis',
    (view) => words(view).basis,
    ({ version }) => version.basis ?? null,
  ),
  column(
    'verification',
    (view) => words(view).verification,
    ({ version }) => version.verification,
  ),
  column(
    'source',
    (view) => words(view).source,
    ({ version }, view) => version.source.map((key) => view.source(key)?.address ?? key).join(' '),
  ),
]

export const bodiesRoutes = routes()

list<Standing>(bodiesRoutes, {
  path: '/bodies',
  audience: anyone,
  summary: 'The bodies of the city as they stood on a day',
  columns,
  query: onAnyDay,
  read: async (c) => {
    const bodies = await allBodies(c.var.city.reads)
    const on = dayAsked(c)
    return whole(
      [...bodies.values()].flatMap((body) => {
        const version = versionOn(body, on)
        return version ? [{ body, version }] : []
      }),
    )
  },
  page: async (c) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    return c.html(<BodiesPage view={view} bodies={bodies} on={dayAsked(c)} today={todayOf(view)} />)
  },
})

bodiesRoutes
  .get(
    '/bodies.popolo.json',
    anyone,
    async (c) => c.json(popoloOf(await allBodies(c.var.city.reads), c.var.view)),
    { summary: 'Bodies, posts and their holders as Popolo', item: popolo, formats: ['json'] },
  )
  .get('/bodies/:key', anyone, async (c) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    const body = await found(bodies.get(c.req.param('key')))
    const history = await historyOf(city.reads, ref('bodies', body.key))
    const names = namesOf(await laws(city.reads))
    const how = await followed(c, ref('bodies', body.key))
    return c.html(
      <BodyPage
        view={view}
        bodies={bodies}
        body={body}
        laws={names}
        how={how}
        today={todayOf(view)}
        history={history}
      />,
    )
  })

export const districtRoutes = routes()

list<District>(districtRoutes, {
  path: '/districts',
  audience: anyone,
  summary: 'The districts of the city',
  columns: [
    { key: 'key', label: (view) => words(view).key, value: (each) => each.key },
    { key: 'name', label: (view) => words(view).name, value: (each, view) => plain(each.name, view) },
    { key: 'code', label: (view) => words(view).kind, value: (each) => each.code ?? null },
    { key: 'within', label: (view) => words(view).within, value: (each) => each.within },
    { key: 'office', label: (view) => words(view).office, value: (each) => each.office ?? null },
  ],
  read: async (c) => whole(await allDistricts(c.var.city.reads)),
  page: (c, { rows }) => c.html(<DistrictsPage view={c.var.view} districts={rows} />),
})

districtRoutes
  .get(
    '/districts.geojson',
    anyone,
    async (c) => {
      const shapes = shapesOf(await allDistricts(c.var.city.reads))
      return c.json(shapes, 200, { 'content-type': 'application/geo+json' })
    },
    { summary: 'The shapes of the districts as GeoJSON', item: z.looseObject({}), formats: ['json'] },
  )
  .get('/districts/:key', anyone, async (c) => {
    const { city, view } = c.var
    const district = await found(districtByKey(city.reads, c.req.param('key')))
    const bodies = await allBodies(city.reads)
    const office = district.office && nameOf(view, bodies, district.office, todayOf(view))
    const history = await historyOf(city.reads, ref('districts', district.key))
    return c.html(<DistrictPage view={view} district={district} office={office} history={history} />)
  })
