import type { NormVersion } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import type { NormRow } from './charter.ts'
import { Named, type Names } from './named.tsx'
import { Downloads } from './pages.tsx'
import { words } from './words.ts'

type Props = { view: View; rows: readonly NormRow[]; names: Names }

/** The city's deadlines, thresholds and quotas, each with the provision it rests on. */
export const NormsPage = ({ view, rows, names }: Props) => {
  const w = words(view)
  const mechanisms = [...new Set(rows.map((each) => each.norm.mechanism))]
  return (
    <Page
      view={view}
      current="charter"
      wide
      title={w.norms}
      lead={w.normsLead}
      breadcrumbs={[{ href: href(view, '/charter'), label: w.title }]}
    >
      {mechanisms.map((mechanism) => (
        <Table
          view={view}
          caption={w.mechanisms[mechanism] ?? mechanism}
          columns={[
            { key: 'rule', label: w.rule },
            { key: 'value', label: w.value },
            { key: 'provision', label: w.provision },
            { key: 'from', label: w.from, kind: 'date' },
            { key: 'until', label: w.until, kind: 'date' },
            { key: 'trust', label: w.source },
          ]}
          rows={rows
            .filter((each) => each.norm.mechanism === mechanism)
            .map((each) => normRow(view, each, names))}
        />
      ))}
      <Downloads view={view} path="/norms" />
    </Page>
  )
}

function normRow(view: View, { norm, version }: NormRow, names: Names) {
  const on = (iso: string | undefined) => (iso ? dayText(Temporal.PlainDate.from(iso), view.lang) : '')
  return {
    rule: (
      <span id={norm.key}>
        <Local view={view} text={norm.label} />
      </span>
    ),
    value: sayValue(view, version),
    provision: version.provision && <Named view={view} provision={version.provision} names={names} />,
    from: on(version.from),
    until: on(version.until),
    trust: <Trust view={view} of={version} />,
  }
}

/** A norm's value as people say it: `30 days`, `60 %`, `2/3`. */
export function sayValue(view: View, version: NormVersion): string {
  const w = words(view)
  if (version.value === undefined) return version.unit === 'at-once' ? w.units['at-once']('') : w.noValue
  const number =
    typeof version.value === 'string'
      ? version.value
      : new Intl.NumberFormat(view.lang, version.unit === 'share' ? { style: 'percent' } : {}).format(
          version.value,
        )
  const said = w.units[version.unit](number)
  return version.above ? w.moreThan(said) : said
}
