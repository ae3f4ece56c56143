import type { View } from '#kit/view.ts'
import { StandingBadge } from '#plan/index.ts'
import { href } from '#ui/href.ts'
import type { YearFacts } from './plan.reads.ts'
import { words } from './words.ts'

/** How the plan's year stands: computed, what is in danger first. */
export const YearNow = ({ view, year }: { view: View; year: YearFacts }) => (
  <>
    <h2>
      <a href={href(view, year.path)}>{words(view).year.title}</a>
    </h2>
    <ul class="meta">
      {year.standings.map(({ standing, count }) => (
        <li>
          <StandingBadge view={view} standing={standing} /> {count}
        </li>
      ))}
    </ul>
  </>
)

/** The same with the way to the report on the year. */
export const CommitteeYear = ({ view, year }: { view: View; year: YearFacts | undefined }) => {
  const w = words(view)
  return (
    <section class="flow">
      {year ? <YearNow view={view} year={year} /> : <h2>{w.year.title}</h2>}
      {year?.reported ? (
        <p>
          <a href={href(view, `${year.path}/report`)}>{w.committee.report}</a>
        </p>
      ) : (
        <p>{year ? w.committee.reportNone : w.year.none}</p>
      )}
    </section>
  )
}
