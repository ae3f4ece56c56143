import { allBodies } from '#bodies/index.ts'
import { anyone } from '#kit/audience.ts'
import { type ListSpec, list, whole } from '#kit/list.ts'
import { type Routes, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { answeredBy } from './answering.reads.ts'
import { askedOf, chosen, taskQuery } from './filtering.ts'
import { TasksPage } from './list.pages.tsx'
import { namesFor } from './names.reads.ts'
import { planIn } from './plan.reads.ts'
import { aboutTask, type Plan } from './plan.ts'
import { type TaskLine, tasksFor } from './reads.ts'
import { words } from './words.ts'

/** The tasks of one plan, and of every plan. */
export const taskLists = (): Routes => list(list(routes(), ofOne), ofAll)

const columns: ListSpec<TaskLine>['columns'] = [
  { key: 'plan', label: (view) => words(view).name, value: (row) => row.plan },
  { key: 'no', label: (view) => words(view).no, value: (row) => row.no },
  { key: 'address', label: (view) => words(view).key, value: (row) => aboutTask(row) },
  { key: 'title', label: (view) => words(view).task, value: (row, view) => plain(row.title, view) },
  { key: 'area', label: (view) => words(view).area, value: (row) => row.area },
  { key: 'goal', label: (view) => words(view).goal, value: (row) => row.goal },
  { key: 'articles', label: (view) => words(view).articles, value: (row) => row.articles.join('; ') },
  { key: 'groups', label: (view) => words(view).groups, value: (row) => row.groups.join('; ') },
  { key: 'leads', label: (view) => words(view).leads, value: (row) => row.leads.join('; ') },
  { key: 'supporting', label: (view) => words(view).supporting, value: (row) => row.supporting.join('; ') },
  { key: 'indicators', label: (view) => words(view).indicators, value: (row) => row.indicators.join('; ') },
  { key: 'from', label: (view) => words(view).from, value: (row) => String(row.from) },
  { key: 'until', label: (view) => words(view).until, value: (row) => row.until && String(row.until) },
  { key: 'cost', label: (view) => words(view).cost, value: (row) => row.cost },
]

async function rowsFor(c: Ctx): Promise<{ all: TaskLine[]; rows: TaskLine[] }> {
  const { reads } = c.var.city
  const key = c.req.param('key')
  const all = await tasksFor(reads, key ? { plan: key } : {})
  const asked = askedOf((name) => c.req.query(name))
  const rows = chosen(all, asked)
  return { all, rows: asked.body ? answeredBy(rows, await allBodies(reads), asked.body) : rows }
}

async function page(c: Ctx, plan: Plan | undefined, rows: readonly TaskLine[]): Promise<Response> {
  const { city, view } = c.var
  const asked = askedOf((name) => c.req.query(name))
  const { all } = await rowsFor(c)
  return c.html(
    <TasksPage
      view={view}
      plan={plan}
      asked={asked}
      rows={rows}
      all={all}
      names={await namesFor(city, view)}
    />,
  )
}

const ofOne: ListSpec<TaskLine> = {
  path: '/plans/:key/tasks',
  audience: anyone,
  summary: 'The tasks of a plan, with whom they are for, who leads them and what they are linked to',
  columns,
  query: taskQuery,
  async read(c) {
    await planIn(c)
    return whole((await rowsFor(c)).rows)
  },
  page: async (c, { rows }) => page(c, await planIn(c), rows),
}

const ofAll: ListSpec<TaskLine> = {
  path: '/plan/tasks',
  audience: anyone,
  summary: 'The tasks of every plan of the city that was approved',
  columns,
  query: taskQuery,
  read: async (c) => whole((await rowsFor(c)).rows),
  page: (c, { rows }) => page(c, undefined, rows),
}
