import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { SearchPage } from './pages.tsx'
import { type Asked, type Result, search } from './reads.ts'
import { words } from './words.ts'

const asked = (c: Ctx) => (c.req.query('q') ?? '').trim().slice(0, 100)

function sought(c: Ctx): Asked {
  const { lang, languages } = c.var.view
  return { query: asked(c), lang, languages, room: c.req.query('room') }
}

export const searchRoutes = routes()

list<Result>(searchRoutes, {
  path: '/search',
  audience: anyone,
  summary: 'Everything public in which the words of a query stand; of very many the newest',
  query: z.object({ q: z.string().max(100), room: z.string().optional() }),
  columns: [
    { key: 'address', label: (view) => words(view).title, value: (row, view) => `${view.lang}/${row.about}` },
    { key: 'kind', label: (view) => words(view).rooms, value: (row) => row.room },
    { key: 'lang', label: () => 'lang', value: (row) => row.lang },
    { key: 'title', label: (view) => words(view).title, value: (row) => row.title },
  ],
  read: (c, slice) => search(c.var.city.reads, sought(c), slice),
  page: (c, { rows, older }) =>
    c.html(<SearchPage view={c.var.view} query={asked(c)} rows={rows} older={older} />),
})
