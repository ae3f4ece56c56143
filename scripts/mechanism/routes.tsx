import { z } from 'zod'
import { anyone, holder, holds, signedIn } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { list } from '#kit/list.ts'
import { ref } from '#kit/ref.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { type Actor, historyOf } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { begin, close } from './actions.ts'
import { type Garden, stateOf } from './garden.ts'
import { BeginPage, GardenPage, GardensPage } from './pages.tsx'
import { gardenById, newestGardens } from './reads.ts'
import { words } from './words.ts'

const beginPage = (c: Ctx, shown: Shown) => c.html(<BeginPage view={c.var.view} shown={shown} />)

async function gardenPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const garden = await found(gardenById(city.reads, idOf(c)))
  const history = await historyOf(city.reads, ref('gardens', garden.id))
  const mayClose = holds(view.viewer, 'officer') && stateOf(garden, view.at) === 'open'
  return c.html(
    <GardenPage view={view} shown={shown} garden={garden} history={history} mayClose={mayClose} />,
  )
}

export const gardensRoutes = list(routes(), {
  path: '/gardens',
  audience: anyone,
  summary: 'Gardens, newest first.',
  columns: [
    { key: 'id', label: () => 'id', value: (row) => row.id },
    { key: 'title', label: (view) => words(view).title, value: (row) => row.title },
    {
      key: 'state',
      label: (view) => words(view).state,
      value: (row: Garden, view: View) => words(view).states[stateOf(row, view.at)],
    },
  ],
  read: (c, query) => newestGardens(c.var.city.reads, query),
  page: (c, slice) => c.html(<GardensPage view={c.var.view} gardens={slice.rows} older={slice.older} />),
})
  .get('/gardens/new', signedIn, (c) => beginPage(c, blank))
  .post(
    '/gardens/new',
    signedIn,
    form(z.object({ title: z.string().trim().min(5).max(120) }), beginPage),
    async (c, { title }) => {
      const { city, view } = c.var
      const id = await begin(city, { ...actorIn(view), as: 'resident' }, { title, lang: view.lang })
      return c.redirect(href(view, `/gardens/${id}`), 303)
    },
  )
  .get('/gardens/:id', anyone, (c) => gardenPage(c, blank))
  .post('/gardens/:id/closure', holder('officer'), form(nothing, gardenPage), async (c) => {
    const { city, view } = c.var
    await close(city, actorIn(view), idOf(c))
    return c.redirect(href(view, `/gardens/${idOf(c)}`), 303)
  })

function idOf(c: Ctx): number {
  const id = c.req.param('id') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound()
  return Number(id)
}

/** An officer acts as their body. */
function actorIn({ viewer }: View): Actor & { person: number } {
  if (viewer.kind !== 'person') throw new NotFound()
  return { as: viewer.roles.find(({ role }) => role === 'officer')?.body ?? 'resident', person: viewer.id }
}
