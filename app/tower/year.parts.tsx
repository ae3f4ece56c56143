import type { View } from '#kit/view.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import type { YearFacts } from './plan.reads.ts'
import { words } from './words.ts'

/** How the plan's year stands, in counts that lead to it. */
export const YearNow = ({ view, year }: { view: View; year: YearFacts }) => {
  const w = words(view).year
  const to = href(view, year.path)
  return (
    <>
      <h2>
        {w.title} <a href={to}>{year.count}</a>
      </h2>
      <ul class="meta">
        {year.standings.map(({ says, tone, count }) => (
          <li>
            <Badge tone={tone}>
              {says(view)} {count}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  )
}

export type YearTone = Tone

/** The same with the way to the year and to its report. */
export const CommitteeYear = ({ view, year }: { view: View; year: YearFacts | undefined }) => {
  const w = words(view)
  return (
    <section class="flow">
      {year ? <YearNow view={view} year={year} /> : <h2>{w.year.title}</h2>}
      <p>{year ? <a href={href(view, year.path)}>{w.year.all}</a> : w.year.none}</p>
    </section>
  )
}
