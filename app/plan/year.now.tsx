import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { currentPlan } from './reads.ts'
import { StandingBadge } from './year.parts.tsx'
import { reportOnYear, yearLines, yearOf } from './year.reads.ts'
import type { YearLine } from './year.ts'

/** How the plan in force stands in the year that runs. */
export type YearNow = {
  path: string
  /** How many actions stand in each way, what is in danger first; ways in which none stands are left out. */
  standings: readonly { standing: YearLine['standing']; count: number }[]
  /** Whether the report on the year was told already. */
  reported: boolean
}

const order = ['red', 'silent', 'amber', 'green', 'done', 'stopped', 'proposed', 'none'] as const

/** Nothing where no plan is in force, or nothing of it falls into this year. */
export async function yearNow(reads: Reads, facts: CityFacts, at: Instant): Promise<YearNow | undefined> {
  const today = dayAt(at, facts.timeZone)
  const plan = await currentPlan(reads, today)
  if (!plan) return undefined
  const lines = yearLines(await yearOf(reads, facts, at, plan, today.year))
  const standings = order
    .map((standing) => ({ standing, count: lines.filter((each) => each.standing === standing).length }))
    .filter(({ count }) => count > 0)
  if (standings.length === 0) return undefined
  const report = await reportOnYear(reads, plan.key, today.year)
  return { path: `/plans/${plan.key}/years/${today.year}`, standings, reported: report !== undefined }
}

/** How much of it stands in each way. */
export const YearStandings = ({ view, year }: { view: View; year: YearNow }) => (
  <ul class="meta">
    {year.standings.map(({ standing, count }) => (
      <li>
        <StandingBadge view={view} standing={standing} /> {count}
      </li>
    ))}
  </ul>
)
