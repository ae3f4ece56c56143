import { todayOf } from '#kit/day-asked.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import type { Answering } from './bodies.reads.ts'
import { bodyName } from './parts.tsx'
import { verdicts } from './petition.ts'
import { words } from './words.desk.ts'

type Props = { view: View; rows: readonly Answering[]; least: number }

/** How bodies answer, by name and never by rank; silence is shown as silence. */
export const BodiesPage = ({ view, rows, least }: Props) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.bodies.title}
      lead={w.bodies.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.course.petitions }]}
      wide
    >
      {rows.length === 0 ? (
        <EmptyState title={w.bodies.none} />
      ) : (
        <Table
          view={view}
          caption={w.bodies.title}
          columns={[
            { key: 'body', label: w.bodies.body },
            { key: 'answered', label: w.bodies.answered, kind: 'number' },
            { key: 'median', label: w.bodies.median, kind: 'number' },
            { key: 'inTime', label: w.bodies.inTime, kind: 'number' },
            { key: 'helped', label: w.bodies.helped, kind: 'number' },
            { key: 'open', label: w.bodies.open, kind: 'number' },
            { key: 'late', label: w.bodies.late, kind: 'number' },
            { key: 'oldest', label: w.bodies.oldest, kind: 'number' },
          ]}
          rows={rows.map((row) => cells(view, row, least))}
          note={w.bodies.note(least)}
          downloads={[
            { href: href(view, '/petitions/bodies.csv'), label: 'CSV' },
            { href: href(view, '/petitions/bodies.json'), label: 'JSON' },
          ]}
        />
      )}
    </Page>
  )
}

function cells(view: View, row: Answering, least: number) {
  const w = words(view).bodies
  const enough = row.answered >= least
  const few = <span class="muted">{w.tooFew(least)}</span>
  return {
    body: <a href={href(view, `/bodies/${row.body}`)}>{bodyName(view, row.body)}</a>,
    answered:
      row.answered === 0 ? <Badge tone="late">{w.silent}</Badge> : row.answered.toLocaleString(view.lang),
    median: enough && row.median !== null ? w.days(Math.round(row.median)) : few,
    inTime: enough
      ? (row.inTime / row.answered).toLocaleString(view.lang, { style: 'percent', maximumFractionDigits: 0 })
      : few,
    helped: verdicts.map((each) => row.helped[each].toLocaleString(view.lang)).join(' / '),
    open: (
      <a href={href(view, `/petitions?body=${row.body}&state=open`)}>{row.open.toLocaleString(view.lang)}</a>
    ),
    late: row.late > 0 ? <Badge tone="late">{row.late.toLocaleString(view.lang)}</Badge> : '0',
    oldest: row.oldest ? w.days(dayAt(row.oldest, view.timeZone).until(todayOf(view)).days) : '–',
  }
}
