import { nameOf } from '#bodies/index.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Table } from '#ui/table.tsx'
import { DayText, PersonText } from '#ui/text.tsx'
import { type Figure, figures } from './figures.ts'
import type { Names } from './parts.tsx'
import type { Report } from './plan.ts'
import { words } from './words.ts'

/** What was reported on the plan half way and at its end, with the figures of those days. */
export const Reports = ({
  view,
  reports,
  names,
}: {
  view: View
  reports: readonly Report[]
  names: Names
}) => (
  <>
    {reports.map((report) => (
      <section class="flow" id={report.kind}>
        <h2>{words(view).reports[report.kind === 'closing' ? 'closing' : 'mid-term']}</h2>
        <PersonText
          text={report.text}
          lang={report.lang}
          by={
            <>
              {nameOf(view, names.bodies, report.body, names.on)},{' '}
              <DayText view={view} day={dayAt(report.at, view.timeZone)} />
            </>
          }
        />
        <Figures view={view} of={report.figures} />
      </section>
    ))}
  </>
)

export const Figures = ({ view, of }: { view: View; of: Readonly<Record<string, number>> }) => {
  const w = words(view)
  const known = figures.filter((each): each is Figure => of[each] !== undefined)
  return (
    <Table
      view={view}
      caption={w.reports.figures}
      columns={[
        { key: 'figure', label: w.reports.figure },
        { key: 'count', label: w.reports.count, kind: 'number' },
      ]}
      rows={known.map((each) => ({ figure: w.figures[each], count: of[each] }))}
    />
  )
}
