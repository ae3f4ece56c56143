import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { InPageNav } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import type { NormRow } from './charter.ts'
import { Named, type Names } from './named.tsx'
import { Downloads } from './pages.tsx'
import { valueText } from './value.ts'
import { words } from './words.ts'

type Props = { view: View; rows: readonly NormRow[]; names: Names; today: Day }

/** The city's deadlines, thresholds and quotas, each with the provision it rests on. */
export const NormsPage = ({ view, rows, names, today }: Props) => {
  const w = words(view)
  const mechanisms = [...Map.groupBy(rows, (each) => each.norm.mechanism)]
  const label = (mechanism: string) => w.mechanisms[mechanism] ?? mechanism
  return (
    <Page
      view={view}
      current="charter"
      title={w.norms}
      lead={w.normsLead}
      breadcrumbs={[{ href: href(view, '/charter'), label: w.title }]}
      aside={<InPageNav view={view} items={mechanisms.map(([id]) => ({ id, label: label(id) }))} />}
    >
      {mechanisms.map(([mechanism, its]) => (
        <section id={mechanism}>
          <Table
            view={view}
            caption={label(mechanism)}
            level={2}
            columns={[
              { key: 'rule', label: w.rule },
              { key: 'value', label: w.value },
              { key: 'provision', label: w.provision },
              { key: 'time', label: w.inForce, kind: 'date' },
            ]}
            rows={its
              .toSorted(byRule)
              .map((each, at, all) =>
                normRow(view, each, { names, today, newest: all[at - 1]?.norm !== each.norm }),
              )}
          />
        </section>
      ))}
      <Downloads view={view} path="/norms" />
    </Page>
  )
}

/** The versions of a rule together, the newest first. */
const byRule = (a: NormRow, b: NormRow) =>
  a.norm.key.localeCompare(b.norm.key) || b.version.from.localeCompare(a.version.from)

type Around = { names: Names; today: Day; newest: boolean }

function normRow(view: View, { norm, version }: NormRow, { names, today, newest }: Around) {
  const w = words(view)
  const { from, until, provision, note } = version
  const on = (iso: string) => dayText(Temporal.PlainDate.from(iso), view.lang)
  const gone = until !== undefined && until < today.toString()
  return {
    rule: (
      <span id={newest ? norm.key : undefined}>
        <Local view={view} text={norm.label} /> {gone && <span class="muted">({w.before})</span>}
      </span>
    ),
    value: (
      <>
        {valueWithin(view, { norm, version })}{' '}
        {note && (
          <p class="hint">
            <Local view={view} text={note} />
          </p>
        )}
        {version.verification !== 'confirmed' && <Trust view={view} of={version} />}
      </>
    ),
    provision: provision && <Named view={view} provision={provision} names={names} />,
    time: until ? (
      <>
        {on(from)} ~<br />
        {on(until)}
      </>
    ) : (
      w.since(on(from))
    ),
  }
}

/** With the time in which it must be reached, and by how long it may be stretched. */
function valueWithin(view: View, { norm, version }: NormRow): string {
  const w = words(view)
  const { window, extension } = version
  const value = valueText(view, { ...version, kind: norm.kind })
  const span = (each: { value: number; unit: keyof typeof w.units }) => w.units[each.unit](String(each.value))
  const said = window ? w.within(value, span(window)) : value
  return extension ? `${said} (${w.extensible(span(extension))})` : said
}
