import { z } from 'zod'
import { commitmentsFrom } from '#commitments/index.ts'
import { IndicatorLines, indicatorLines } from '#indicators/index.ts'
import { anyone } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { list, whole } from '#kit/list.ts'
import { type Routes, routes } from '#kit/routes.ts'
import { hit } from '#kit/throttle.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { actorOf, followed, noRegistrationNumber, subjectOf } from '#people/index.ts'
import { forgettable, historyOf, showingReceipt } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { actionsOfTask } from './action.reads.ts'
import { remark } from './consulting.actions.ts'
import { UnlinkedPage } from './list.pages.tsx'
import { namesFor } from './names.reads.ts'
import { type Listed, PlansPage } from './pages.tsx'
import { PlanPage } from './plan.pages.tsx'
import { planIn, wholePlan } from './plan.reads.ts'
import { aboutTask, stateOf } from './plan.ts'
import {
  allPlans,
  currentPlan,
  findingsOf,
  pastOf,
  remarksOf,
  taskByNo,
  taskCounts,
  tasksOf,
} from './reads.ts'
import { ChangesPage } from './sizes.pages.tsx'
import { TaskPage } from './task.pages.tsx'
import { words } from './words.ts'
import { YearOfTask, YearsOfPlan } from './year.parts.tsx'
import { yearsOfPlan } from './year.reads.ts'

/** What everybody sees of plans, and the place to say what one thinks of a draft. */
export function planRoutes(secret: Uint8Array): Routes {
  const all = plansList(routes())
    .get('/plan', anyone, async (c) => {
      const { city, view } = c.var
      const running = await currentPlan(city.reads, todayOf(view))
      return c.redirect(href(view, running ? `/plans/${running.key}` : '/plans'), 302)
    })
    .get('/plans/:key', anyone, (c) => planPage(c, blank))
    .get('/plans/:key/changes', anyone, changesPage)
    .get('/plans/:key/unlinked', anyone, async (c) => {
      const { city, view } = c.var
      const plan = await planIn(c)
      const tasks = await tasksOf(city.reads, plan.key)
      return c.html(<UnlinkedPage view={view} plan={plan} tasks={tasks} names={await namesFor(city, view)} />)
    })
    .get('/plans/:key/tasks/:no', anyone, taskPage)
  return all.post('/plans/:key/remarks', anyone, form(remarkSaid, planPage), async (c, said) => {
    const { city, view } = c.var
    await checkOften(c, secret)
    const { viewer } = view
    const isKnown = viewer.kind === 'person'
    const { receipt } = await remark(
      city,
      isKnown ? actorOf(viewer) : { as: 'resident' },
      c.req.param('key'),
      { ...said, lang: view.lang, way: 'page' },
      isKnown ? subjectOf(viewer) : undefined,
    )
    const path = showingReceipt(`/plans/${c.req.param('key')}`, receipt)
    return c.redirect(`${href(view, path)}#consultation`, 303)
  })
}

const text = (most: number) => z.string().trim().max(most).check(noRegistrationNumber)
const remarkSaid = z.object({ text: text(4000).min(1), who: text(80).default('') })

/** Enough for a hall full of people, too few for a machine. */
const perHour = { most: 30, minutes: 60 }

function checkOften(c: Ctx, secret: Uint8Array): Promise<void> {
  const { city, view } = c.var
  const at = city.clock.now()
  const { viewer } = view
  const who = viewer.kind === 'person' ? `person ${subjectOf(viewer)}` : visitorKey(c, secret, at)
  return forgettable(city, (tx) => hit(tx, `plans ${who}`, perHour, at))
}

const plansList = (all: Routes): Routes =>
  list<Listed>(all, {
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
    page(c, { rows }) {
      const { view } = c.var
      const article = c.req.query('article')
      if (article) return c.redirect(href(view, `/plan/tasks?${new URLSearchParams({ article })}`), 302)
      return c.html(<PlansPage view={view} rows={rows} />)
    },
  })

async function planPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const whole = await wholePlan(c, shown)
  const years = await yearsOfPlan(city, whole.plan, view.at)
  return c.html(
    <PlanPage {...whole} years={<YearsOfPlan view={view} plan={whole.plan.key} years={years} />} />,
  )
}

/** Between the first day of the plan and today, where the address names no days. */
async function changesPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const plan = await planIn(c)
  const past = await pastOf(city.reads, plan.key)
  const asked = (name: string) => isoDay.safeParse(c.req.query(name)).data
  return c.html(
    <ChangesPage
      view={view}
      plan={plan}
      past={past}
      names={await namesFor(city, view)}
      from={asked('from') ?? past.versions[0]?.on ?? plan.from}
      to={asked('to') ?? todayOf(view)}
    />,
  )
}

async function taskPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const { reads } = city
  const plan = await planIn(c)
  const task = await found(taskByNo(reads, plan.key, c.req.param('no') ?? ''))
  const about = aboutTask(task)
  const names = await namesFor(city, view)
  const lines = await indicatorLines(reads, city.facts, task.indicators, view.at)
  return c.html(
    <TaskPage
      view={view}
      plan={plan}
      task={task}
      names={names}
      findings={await findingsOf(reads, plan.key)}
      remarks={await remarksOf(reads, plan.key)}
      promises={await commitmentsFrom(reads, about)}
      indicators={<IndicatorLines view={view} lines={lines} />}
      years={
        <YearOfTask
          view={view}
          names={names}
          lines={await actionsOfTask(reads, city.facts, view.at, task.id)}
        />
      }
      how={await followed(c, about)}
      history={await historyOf(reads, about)}
    />,
  )
}
