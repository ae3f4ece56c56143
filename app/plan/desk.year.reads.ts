import { allBodies } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type ActionLine, answering, type Owed, owedLines, owedOf } from './action.reads.ts'
import { officeOf } from './desk.ts'
import { isInForce, type Plan, stateOf, type Task } from './plan.ts'
import { isAfter } from './quarter.ts'
import { allPlans } from './reads.ts'
import { reportOnYear, yearOf } from './year.reads.ts'

/** Who reports for a body: its officers, its head, and whoever looks after human rights there. */
export const reporting = ['officer', 'head', 'hr-officer'] as const

export const bodiesOf = (viewer: Viewer): string[] =>
  viewer.kind === 'person'
    ? viewer.roles
        .filter(({ role }) => (reporting as readonly string[]).includes(role))
        .map(({ body }) => body)
    : []

/** A plan's tasks that have no action in a year. */
export type Without = { plan: Plan; year: number; tasks: Task[] }

export type YearDesk = {
  owed: Owed
  /** What these bodies lead this year. */
  ours: ActionLine[]
  without: Without[]
  /** For the planning office alone. */
  office:
    | { missing: Owed['reports']; unagreed: ActionLine[]; untold: { plan: Plan; year: number }[] }
    | undefined
}

/** From this month on the next year is planned. */
const planningBegins = 10

/** What is due for a viewer's bodies now, and for the planning office what others owe. */
export async function yearDesk(city: City, viewer: Viewer): Promise<YearDesk> {
  const { reads, facts } = city
  const at = city.clock.now()
  const today = dayAt(at, facts.timeZone)
  const isOwn = answering(await allBodies(reads), facts, bodiesOf(viewer), at)
  const isOffice = (await officeOf(city, viewer, today)) !== undefined
  const lines = await owedLines(reads, facts, at)
  const years = today.month >= planningBegins ? [today.year, today.year + 1] : [today.year]
  const plans = (await allPlans(reads)).filter((plan) => {
    const state = stateOf(plan, at, facts.timeZone)
    return isInForce(state) || state === 'standing'
  })
  const without: Without[] = []
  for (const plan of plans)
    for (const year of years) {
      const { without: all } = await yearOf(reads, facts, at, plan, year)
      const tasks = isOffice ? all : all.filter((task) => task.leads.some(isOwn))
      if (tasks.length > 0) without.push({ plan, year, tasks })
    }
  return {
    owed: owedOf(lines, isOwn, today),
    ours: lines.filter(({ action }) => action.year === today.year && action.leads.some(isOwn)),
    without,
    office: isOffice ? { ...missingIn(lines, today), untold: await untoldYears(city, lines) } : undefined,
  }
}

const missingIn = (lines: readonly ActionLine[], today: Day) => ({
  missing: owedOf(lines, () => true, today).reports.filter(({ quarter }) => quarter.state === 'missing'),
  unagreed: lines.filter(({ action }) => !action.agreedAt && !isAfter(today, action.dueOn)),
})

/** Last year, of plans that did something in it and have not told the committee yet. */
async function untoldYears({ reads, facts, clock }: City, lines: readonly ActionLine[]) {
  const last = dayAt(clock.now(), facts.timeZone).year - 1
  const done = new Set(lines.filter(({ action }) => action.year === last).map(({ task }) => task.plan))
  const untold: { plan: Plan; year: number }[] = []
  for (const plan of await allPlans(reads))
    if (done.has(plan.key) && !(await reportOnYear(reads, plan.key, last))) untold.push({ plan, year: last })
  return untold
}
