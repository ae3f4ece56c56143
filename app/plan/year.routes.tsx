import { z } from 'zod'
import { allBodies } from '#bodies/index.ts'
import { filesBelow } from '#files/index.ts'
import { anyone, holds } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found, NotFound } from '#kit/found.ts'
import { type Column, list, whole } from '#kit/list.ts'
import type { Ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { followed } from '#people/index.ts'
import { historyOf } from '#record/index.ts'
import { ActionPage } from './action.pages.tsx'
import { actionById } from './action.reads.ts'
import { aboutAction, agreedBy } from './action.ts'
import { planByKey } from './reads.ts'
import { yearWords } from './words.year.ts'
import { YearPage } from './year.pages.tsx'
import {
  holdersNow,
  loadsIn,
  reportOnYear,
  silencesIn,
  yearLines,
  yearOf,
  yearsOfPlan,
} from './year.reads.ts'
import { YearReportPage } from './year.report.pages.tsx'
import { colours } from './year.standing.ts'
import { figuresOfYear, type YearLine } from './year.ts'

export const yearRoutes = routes()

const query = z.object({ standing: z.enum([...colours, 'none']).optional() })

/** The plan and the year that the address names. @throws NotFound where there is no such year of it */
export async function yearAsked(c: Ctx) {
  const { city, view } = c.var
  const plan = await found(planByKey(city.reads, c.req.param('key') ?? ''))
  const years = await yearsOfPlan(city, plan, view.at)
  const year = years.find((each) => String(each) === c.req.param('year'))
  if (year === undefined) throw new NotFound()
  return { plan, year, years }
}

const wholeYear = async (c: Ctx) => {
  const { plan, year } = await yearAsked(c)
  return yearOf(c.var.city.reads, c.var.city.facts, c.var.view.at, plan, year)
}

const standingAsked = (c: Ctx) => query.safeParse(c.req.query()).data?.standing

const said = ['measure', 'target', 'reached', 'dueOn', 'cost', 'commitment', 'standing'] as const
const counted = ['obstacle', 'helpAsked', 'lifted'] as const

const columnOf = (key: (typeof said)[number] | (typeof counted)[number]): Column<YearLine> => ({
  key,
  label: (view) => yearWords(view)[key],
  value: (row) => row[key],
})

const columns: readonly Column<YearLine>[] = [
  { key: 'task', label: (view) => yearWords(view).task, value: (row) => row.task },
  { key: 'taskTitle', label: () => 'taskTitle', value: (row, view) => plain(row.taskTitle, view) },
  { key: 'area', label: (view) => yearWords(view).area, value: (row) => row.area },
  { key: 'action', label: (view) => yearWords(view).action, value: (row) => row.title },
  { key: 'lang', label: () => 'lang', value: (row) => row.lang },
  { key: 'leads', label: (view) => yearWords(view).leads, value: (row) => row.leads.join(' ') },
  ...said.map(columnOf),
  {
    key: 'why',
    label: (view) => yearWords(view).why,
    value: (row) => row.reasons.map(({ code }) => code).join(' '),
  },
  ...counted.map(columnOf),
]

async function showYear(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const { reads, facts } = city
  const { years } = await yearAsked(c)
  const year = await wholeYear(c)
  const lines = yearLines(year)
  const standing = standingAsked(c)
  const holders = await holdersNow(reads, facts, view.at)
  return c.html(
    <YearPage
      view={view}
      names={{ bodies: await allBodies(reads), on: todayOf(view) }}
      year={{ ...year, lines: year.lines.filter((each) => !standing || each.standing.colour === standing) }}
      counts={figuresOfYear(lines)}
      silences={silencesIn(year.lines, facts, view.at, holders)}
      loads={loadsIn(year.lines, holders)}
      agreedBy={agreedBy(facts, year.year)}
      years={years}
    />,
  )
}

yearRoutes.get('/plans/:key/years/:year', anyone, showYear)

list<YearLine>(yearRoutes, {
  path: '/plans/:key/years/:year/actions',
  audience: anyone,
  summary: 'What each task of a plan does in a year, how it stands and why, and the tasks that do nothing',
  query,
  columns,
  async read(c) {
    const standing = standingAsked(c)
    return whole(yearLines(await wholeYear(c)).filter((each) => !standing || each.standing === standing))
  },
  page: showYear,
})

/** As it was frozen, or as it stands while it was not. */
async function reportAsked(c: Ctx) {
  const { plan, year } = await yearAsked(c)
  const told = await reportOnYear(c.var.city.reads, plan.key, year)
  const lines = told?.lines ?? yearLines(await wholeYear(c))
  return { plan, year, told, lines, figures: told?.figures ?? figuresOfYear(lines) }
}

list<YearLine>(yearRoutes, {
  path: '/plans/:key/years/:year/report',
  audience: anyone,
  summary: 'The report on a year of a plan as it was put before the committee, or as it stands before that',
  columns,
  read: async (c) => whole((await reportAsked(c)).lines),
  async page(c) {
    const { city, view } = c.var
    const names = { bodies: await allBodies(city.reads), on: todayOf(view) }
    return c.html(<YearReportPage view={view} names={names} {...(await reportAsked(c))} />)
  },
})

yearRoutes.get('/plans/:key/actions/:id', anyone, async (c) => {
  const { city, view } = c.var
  const plan = await found(planByKey(city.reads, c.req.param('key')))
  const line = await found(actionById(city.reads, city.facts, view.at, actionIdOf(c)))
  if (line.task.plan !== plan.key) throw new NotFound()
  const about = aboutAction(line.task, line.action.id)
  const commitment: Ref | null = line.action.commitment
  return c.html(
    <ActionPage
      view={view}
      plan={plan}
      line={line}
      names={{ bodies: await allBodies(city.reads), on: todayOf(view) }}
      files={commitment ? await filesBelow(city.reads, commitment) : []}
      how={await followed(c, about)}
      history={await historyOf(city.reads, about)}
      mayAct={holds(view.viewer, 'officer', 'head', 'hr-officer')}
    />,
  )
})

/** The number in the address. @throws NotFound where it is none */
export function actionIdOf(c: Ctx): number {
  const said = c.req.param('id') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new NotFound()
  return Number(said)
}
