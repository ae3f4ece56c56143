import type { City } from '#kit/city.ts'
import { dayAt } from '#kit/time.ts'
import {
  currentPlan,
  type LoadOfBody,
  loadOf,
  reportOnYear,
  type Silence,
  silentBodies,
  type YearLine,
  yearLines,
  yearOf,
} from '#plan/index.ts'

/** What each body carries of the plan's year. */
export const planLoads = ({ reads, facts, clock }: City): Promise<LoadOfBody[]> =>
  loadOf(reads, facts, clock.now())

/** Which bodies let a day of the plan's year pass without a word. */
export const silences = ({ reads, facts, clock }: City): Promise<Silence[]> =>
  silentBodies(reads, facts, clock.now())

/** How the plan in force stands in the year that runs. */
export type YearFacts = {
  path: string
  year: number
  /** How many actions stand in each way, in the order in which it is read; ways in which none stands are left out. */
  standings: readonly { standing: YearLine['standing']; count: number }[]
  /** Whether the report on the year was told already. */
  reported: boolean
}

const order = ['red', 'silent', 'amber', 'green', 'done', 'stopped', 'proposed', 'none'] as const

/** Nothing where no plan is in force, or nothing of it falls into this year. */
export async function yearNow({ reads, facts, clock }: City): Promise<YearFacts | undefined> {
  const at = clock.now()
  const today = dayAt(at, facts.timeZone)
  const plan = await currentPlan(reads, today)
  if (!plan) return undefined
  const lines = yearLines(await yearOf(reads, facts, at, plan, today.year))
  const standings = order
    .map((standing) => ({ standing, count: lines.filter((each) => each.standing === standing).length }))
    .filter(({ count }) => count > 0)
  if (standings.length === 0) return undefined
  const report = await reportOnYear(reads, plan.key, today.year)
  const path = `/plans/${plan.key}/years/${today.year}`
  return { path, year: today.year, standings, reported: report !== undefined }
}
