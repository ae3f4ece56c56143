import { and, eq } from 'drizzle-orm'
import { allBodies, holdersOf } from '#bodies/index.ts'
import type { City, CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { type ActionLine, actionLines, owedLines } from './action.reads.ts'
import { type Action, agreedBy } from './action.ts'
import { inOrder, isInForce, type Plan, stateOf, type Task } from './plan.ts'
import { isAfter } from './quarter.ts'
import { tasksOf } from './reads.ts'
import { actions, reports, tasks } from './tables.ts'
import type { YearLine } from './year.ts'

/** A plan's year: its actions as they stand, and the tasks that have none. */
export type Year = {
  plan: Plan
  year: number
  lines: ActionLine[]
  /** Tasks of the year for which nothing was agreed or drafted. */
  without: Task[]
}

export async function yearOf(
  reads: Reads,
  facts: CityFacts,
  at: Instant,
  plan: Plan,
  year: number,
): Promise<Year> {
  const lines = await actionLines(reads, facts, at, and(eq(tasks.plan, plan.key), eq(actions.year, year)))
  const has = new Set(lines.filter(({ action }) => !action.withdrawnAt).map(({ task }) => task.id))
  const standing = await tasksOf(reads, plan.key)
  return {
    plan,
    year,
    lines: lines.toSorted((a, b) => inOrder(a.task, b.task) || a.action.id - b.action.id),
    without: standing.filter((task) => runsIn(task, year) && !has.has(task.id)),
  }
}

export const runsIn = ({ from, until }: Pick<Task, 'from' | 'until'>, year: number): boolean =>
  from.year <= year && (until === null || until.year >= year)

/** The year as its files show it and its report freezes it. */
export const yearLines = ({ lines, without }: Pick<Year, 'lines' | 'without'>): YearLine[] => [
  ...lines.map(lineOf),
  ...without.map((task) => ({ ...ofTask(task), ...noAction })),
]

const ofTask = (task: Task) => ({ task: task.no, taskTitle: task.title, area: task.area })

const noAction = {
  action: null,
  title: null,
  lang: null,
  leads: [],
  measure: null,
  target: null,
  reached: null,
  dueOn: null,
  cost: null,
  commitment: null,
  standing: 'none',
  reasons: [],
  obstacle: null,
  helpAsked: 0,
  lifted: 0,
} as const satisfies Partial<YearLine>

function lineOf({ action, task, quarters, helpAsked, lifted, standing }: ActionLine): YearLine {
  const last = lastReport(quarters)
  const { id, title, lang, leads, measure, target, dueOn, cost, commitment } = action
  return {
    ...ofTask(task),
    action: id,
    title,
    lang,
    leads,
    measure,
    target,
    reached: last?.reached ?? null,
    dueOn: String(dueOn),
    cost,
    commitment,
    standing: standing.colour,
    reasons: standing.reasons,
    obstacle: last?.obstacle ?? null,
    helpAsked,
    lifted,
  }
}

/** What was said last of an action. */
export const lastReport = (quarters: ActionLine['quarters']) =>
  quarters.findLast(({ reports: said }) => said.length > 0)?.reports[0]

/** What a body carries; each action once, for what presses most about it. */
export type LoadOfBody = { body: string; late: number; red: number; amber: number; due: number; open: number }

/** What each body that leads something in a year carries today, in no order. */
export async function loadOf(
  reads: Reads,
  facts: CityFacts,
  at: Instant,
  year = dayAt(at, facts.timeZone).year,
): Promise<LoadOfBody[]> {
  const lines = await actionLines(reads, facts, at, eq(actions.year, year))
  return loadsIn(lines, await holdersNow(reads, facts, at))
}

type HoldersOf = (lead: string) => string[]

export async function holdersNow(reads: Reads, facts: CityFacts, at: Instant): Promise<HoldersOf> {
  const bodies = await allBodies(reads)
  const today = dayAt(at, facts.timeZone)
  return (lead) => holdersOf(bodies, lead, today).map(({ key }) => key)
}

export function loadsIn(lines: readonly ActionLine[], holders: HoldersOf): LoadOfBody[] {
  const loads = new Map<string, LoadOfBody>()
  for (const line of lines) {
    const kind = pressing(line)
    if (!kind) continue
    for (const body of new Set(line.action.leads.flatMap(holders))) {
      const load = loads.get(body) ?? { body, late: 0, red: 0, amber: 0, due: 0, open: 0 }
      loads.set(body, { ...load, [kind]: load[kind] + 1 })
    }
  }
  return [...loads.values()]
}

/** What presses most about an action; nothing where it is settled. */
function pressing({ standing, quarters }: ActionLine): keyof Omit<LoadOfBody, 'body'> | undefined {
  const { colour, reasons } = standing
  if (colour === 'done' || colour === 'stopped' || colour === 'withdrawn') return undefined
  if (colour === 'silent' || reasons.some(({ code }) => code === 'day-passed')) return 'late'
  if (colour === 'red' || colour === 'amber') return colour
  return colour === 'proposed' || quarters.some(({ state }) => state === 'open') ? 'due' : 'open'
}

/** What a body let pass without a word. */
export type Silence = { body: string; agreements: number; reports: number; since: string }

/** Bodies that owe a word whose day has passed, whoever is silent longest first. */
export async function silentBodies(reads: Reads, facts: CityFacts, at: Instant): Promise<Silence[]> {
  const holders = await holdersNow(reads, facts, at)
  return silencesIn(await owedLines(reads, facts, at), facts, at, holders)
}

export function silencesIn(
  lines: readonly ActionLine[],
  facts: CityFacts,
  at: Instant,
  holders: HoldersOf,
): Silence[] {
  const today = dayAt(at, facts.timeZone)
  const passed = lines.flatMap(({ action, words, quarters: all }) => {
    const limit = agreedBy(facts, action.year)
    const unsaid =
      isProposed(action, today) && limit && isAfter(today, limit)
        ? words
            .filter(({ says }) => says === 'nothing')
            .map(({ body }) => ({ body, kind: 'agreements' as const, since: String(limit) }))
        : []
    const unreported = all
      .filter(({ state }) => state === 'missing')
      .flatMap(({ dueOn }) =>
        action.leads.map((body) => ({ body, kind: 'reports' as const, since: String(dueOn) })),
      )
    return [...unsaid, ...unreported].flatMap((each) => holders(each.body).map((body) => ({ ...each, body })))
  })
  return [...Map.groupBy(passed, ({ body }) => body)]
    .map(([body, all]) => ({
      body,
      agreements: all.filter(({ kind }) => kind === 'agreements').length,
      reports: all.filter(({ kind }) => kind === 'reports').length,
      since: all.map((each) => each.since).sort()[0]!,
    }))
    .sort((a, b) => a.since.localeCompare(b.since) || a.body.localeCompare(b.body))
}

/** Whether its leads can still agree to it. */
const isProposed = ({ agreedAt, withdrawnAt, dueOn }: Action, today: Day): boolean =>
  !agreedAt && !withdrawnAt && !isAfter(today, dueOn)

/** The years in which a plan did something, and, while it is in force, this one and the next. */
export async function yearsOfPlan({ reads, facts }: City, plan: Plan, at: Instant): Promise<number[]> {
  const rows = await reads
    .selectDistinct({ year: actions.year })
    .from(actions)
    .innerJoin(tasks, eq(tasks.id, actions.task))
    .where(eq(tasks.plan, plan.key))
  const state = stateOf(plan, at, facts.timeZone)
  const now = dayAt(at, facts.timeZone).year
  const planned = isInForce(state) || state === 'standing' ? [now, now + 1] : []
  const within = planned.filter((year) => plan.until === null || year <= plan.until.year)
  return [...new Set([...rows.map(({ year }) => year), ...within])].sort()
}

/** The report on a year as it was put before the committee. */
export async function reportOnYear(reads: Reads, plan: string, year: number) {
  const [row] = await reads
    .select()
    .from(reports)
    .where(and(eq(reports.plan, plan), eq(reports.kind, 'yearly'), eq(reports.year, year)))
  return row
}
