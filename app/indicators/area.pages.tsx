import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { href } from '#ui/href.ts'
import { SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { type ChangeClass, changes } from './change.ts'
import { aimOf, breaksOf, directionOf, pointsOf, sayIn } from './chart.ts'
import { type Area, crumbs } from './headline.pages.tsx'
import type { IndicatorLine } from './line.ts'
import { chapterOf, IndicatorLines } from './parts.tsx'
import { words } from './words.ts'

const order: readonly ChangeClass[] = changes

/** Everything that is measured of a chapter of the charter: many little pictures, then all of it as a list. */
export const AreaPage = (props: { view: View; area: Area; lines: readonly IndicatorLine[] }) => {
  const { view, area } = props
  const w = words(view)
  const lines = props.lines.toSorted((a, b) => order.indexOf(a.change.is) - order.indexOf(b.change.is))
  const count = (is: ChangeClass) => lines.filter((each) => each.newest && each.change.is === is).length
  return (
    <Page
      view={view}
      current="indicators"
      wide
      title={plain(area.title, view)}
      kicker={w.title}
      lead={w.area.lead(lines.length)}
      chapter={(((Number(area.no) - 1) % 5) + 1) as 1 | 2 | 3 | 4 | 5}
      breadcrumbs={crumbs(view)}
    >
      {lines.length === 0 && <EmptyState title={w.area.none} />}
      {lines.length > 0 && (
        <SummaryCounts
          view={view}
          items={changes.flatMap((is) =>
            count(is) > 0
              ? [
                  {
                    count: count(is),
                    label: w.changes[is],
                    ...(is === 'worsened' && { tone: 'late' as const }),
                  },
                ]
              : [],
          )}
        />
      )}
      {lines.some(({ newest }) => newest) && (
        <SmallMultiples
          view={view}
          caption={w.area.picture}
          multiples={lines
            .filter(({ newest }) => newest)
            .map((line) => {
              const target = aimOf(line)
              return {
                title: plain(line.doc.title, view),
                href: href(view, `/indicators/${line.key}`),
                points: pointsOf(view, line.course),
                breaks: breaksOf(view, line.doc),
                ...(target && { target }),
                direction: directionOf(line.doc),
                says: sayIn(view, line.doc),
                ...(chapterOf(line.doc) !== undefined && { chapter: chapterOf(line.doc)! }),
              }
            })}
        />
      )}
      <section class="flow">
        <h2>{w.area.list}</h2>
        <IndicatorLines view={view} lines={lines} />
      </section>
    </Page>
  )
}
