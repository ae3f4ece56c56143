import { anyone } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { list, whole } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { PlansPage } from './pages.tsx'
import { type Plan, stateOf } from './plan.ts'
import { allPlans, currentPlan, taskCounts } from './reads.ts'
import { words } from './words.ts'

export const planRoutes = routes()

type Listed = { plan: Plan; tasks: number }

list<Listed>(planRoutes, {
  path: '/plans',
  audience: anyone,
  summary: 'The human rights plans of the city, with their periods and states',
  columns: [
    { key: 'key', label: (view) => words(view).key, value: ({ plan }) => plan.key },
    {
      key: 'title',
      label: (view) => words(view).name,
      value: ({ plan }, view) => plain(plan.doc.title, view),
    },
    { key: 'from', label: (view) => words(view).from, value: ({ plan }) => String(plan.from) },
    {
      key: 'until',
      label: (view) => words(view).until,
      value: ({ plan }) => plan.until && String(plan.until),
    },
    {
      key: 'state',
      label: (view) => words(view).state,
      value: ({ plan }, view) => stateOf(plan, view.at, view.timeZone),
    },
    { key: 'tasks', label: (view) => words(view).tasks, value: (row) => row.tasks },
  ],
  async read(c) {
    const { reads } = c.var.city
    const counts = await taskCounts(reads)
    return whole((await allPlans(reads)).map((plan) => ({ plan, tasks: counts.get(plan.key) ?? 0 })))
  },
  page: (c, { rows }) => c.html(<PlansPage view={c.var.view} rows={rows} />),
})

planRoutes.get('/plan', anyone, async (c) => {
  const { city, view } = c.var
  const running = await currentPlan(city.reads, todayOf(view))
  return c.redirect(href(view, running ? `/plans/${running.key}` : '/plans'), 302)
})
