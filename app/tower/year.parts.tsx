import type { View } from '#kit/view.ts'
import { type YearNow, YearStandings } from '#plan/index.ts'
import { href } from '#ui/href.ts'
import { words } from './words.ts'

/** How the plan's year stands: computed, what is in danger first. */
export const Year = ({ view, year }: { view: View; year: YearNow }) => (
  <>
    <h2>
      <a href={href(view, year.path)}>{words(view).year.title}</a>
    </h2>
    <YearStandings view={view} year={year} />
  </>
)

/** The same with the way to the report on the year. */
export const CommitteeYear = ({ view, year }: { view: View; year: YearNow | undefined }) => {
  const w = words(view)
  return (
    <section class="flow">
      {year ? <Year view={view} year={year} /> : <h2>{w.year.title}</h2>}
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
