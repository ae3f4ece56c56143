import { z } from 'zod'
import { holder } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { NotFound } from '#kit/found.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { say } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Local } from '#ui/trust.tsx'
import { working } from './hands.reads.ts'
import { ImportPage, StagedPage } from './import.pages.tsx'
import { tableOfProblems } from './import.saying.ts'
import {
  columnsOf,
  discard,
  problemsOf,
  type Staged,
  stage,
  stagedBy,
  takeStaged,
  tryStaged,
} from './import.staging.actions.ts'
import { guess, type Mapping, type Role, roles } from './import.ts'
import { indicatorByKey, indicatorsWhere } from './reads.ts'
import { words } from './words.import.ts'

const path = '/desk/indicators/imports/:id'

const file = z.object({
  file: z.instanceof(File, { error: 'indicators.no-file' }).refine((it) => it.size > 0, 'indicators.no-file'),
  indicator: z.string().max(80).default(''),
  by: z.enum(['owner', 'second']).default('owner'),
})

/** What each column is, by its place: `role.0`. */
const columnRoles = z.record(z.string(), z.unknown()).transform((fields) =>
  Object.entries(fields).flatMap(([field, said]): [number, Role][] => {
    const [, place] = /^role\.(\d{1,3})$/.exec(field) ?? []
    const role = roles.find((each) => each === said)
    return place && role ? [[Number(place), role]] : []
  }),
)

/** Bringing in a table: choose it, name its columns, try it, take it. */
export const importDesk = routes()
  .get('/desk/indicators/import', holder(...working), (c) => importPage(c, blank))
  .post(
    '/desk/indicators/import',
    holder(...working),
    form(file, importPage),
    async (c, { file, indicator, by }) => {
      const { city, view } = c.var
      const id = await stage(city, view.viewer, { file, indicator: indicator || undefined, by })
      return c.redirect(href(view, `/desk/indicators/imports/${id}`), 303)
    },
  )
  .get(path, holder(...working), (c) => stagedPage(c, blank))
  .post(path, holder(...working), form(columnRoles, stagedPage), async (c, said) => {
    const { city, view } = c.var
    const staged = await stagedIn(c)
    const columns = await columnsOf(staged)
    const mapping: Mapping = {
      ...staged.mapping,
      ...Object.fromEntries(said.flatMap(([i, role]) => (columns[i] ? [[columns[i].name, role]] : []))),
    }
    await tryStaged(city, view.viewer, staged, mapping)
    return c.redirect(href(view, `/desk/indicators/imports/${staged.id}`), 303)
  })
  .get(`${path}/problems.csv`, holder(...working), async (c) => {
    const { city, view } = c.var
    const problems = await problemsOf(city, view.viewer, await stagedIn(c))
    const table = tableOfProblems(view.lang === 'ko' ? 'ko' : 'en', problems)
    return c.body(table, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .post(
    `${path}/take`,
    holder(...working),
    form(z.object({ skip: z.string().optional() }), stagedPage),
    async (c, { skip }) => {
      const { city, view } = c.var
      await takeStaged(city, view.viewer, await stagedIn(c), skip !== undefined)
      return c.redirect(href(view, '/desk/indicators'), 303)
    },
  )
  .post(`${path}/discard`, holder(...working), form(nothing, stagedPage), async (c) => {
    const { city, view } = c.var
    await discard(city, await stagedIn(c))
    return c.redirect(href(view, '/desk/indicators/import'), 303)
  })

async function stagedIn(c: Ctx): Promise<Staged> {
  const said = c.req.param('id') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new NotFound()
  return stagedBy(c.var.city, c.var.view.viewer, Number(said))
}

async function importPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const indicators = (await indicatorsWhere(city.reads)).map(({ key, doc }) => {
    const said = say(doc.title, view.lang, view.languages)
    return { value: key, label: said.text, ...(said.fallback && { lang: said.lang }) }
  })
  return c.html(<ImportPage view={view} shown={shown} indicators={indicators} />)
}

async function stagedPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const staged = await stagedIn(c)
  const known = staged.indicator ? await indicatorByKey(city.reads, staged.indicator) : undefined
  const columns = await columnsOf(staged)
  return c.html(
    <StagedPage
      view={view}
      shown={shown}
      staged={{
        ...{ id: staged.id, name: staged.name, by: staged.by, tried: staged.report },
        indicator: known ? <Local view={view} text={known.doc.title} /> : words(view).inFile,
        columns: columns.map((each) => ({ ...each, role: staged.mapping[each.name] ?? 'dimension' })),
        format: guess(columns.map(({ name }) => name)).format,
      }}
    />,
  )
}
