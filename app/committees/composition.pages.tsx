import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { DescriptionList } from '#ui/lists.tsx'
import { Table } from '#ui/table.tsx'
import type { Shown } from './composition.ts'
import type { Composition } from './traits.actions.ts'
import { words } from './words.ts'

/** How a committee is composed, as far as that tells of nobody. */
export const CompositionTable = (props: { view: View; composition: Composition | undefined }) => {
  const { view, composition } = props
  const w = words(view)
  if (!composition)
    return (
      <>
        <p>{w.compositionLead}</p>
        <p class="muted">{w.notCounted}</p>
      </>
    )
  const { on, members, sex, youth, genderCap, youthShare } = composition
  return (
    <>
      <p>{w.compositionLead}</p>
      <p>{w.countedOn(dayText(on, view.lang), members)}</p>
      <DescriptionList
        items={[
          ...(genderCap ? [{ term: w.rules.genderCap, is: <Kept view={view} kept={genderCap} /> }] : []),
          ...(youthShare ? [{ term: w.rules.youthShare, is: <Kept view={view} kept={youthShare} /> }] : []),
        ]}
      />
      <Cells view={view} caption={w.bySex} cells={sex} />
      <Cells view={view} caption={w.byAge} cells={youth} />
    </>
  )
}

const Kept = ({ view, kept }: { view: View; kept: 'kept' | 'open' | 'breached' }) => (
  <Badge tone={kept === 'kept' ? 'good' : kept === 'open' ? 'waiting' : 'late'}>
    {words(view).states[kept]}
  </Badge>
)

const Cells = ({ view, caption, cells }: { view: View; caption: string; cells: Shown | null }) => {
  const w = words(view)
  if (!cells) return <p class="muted">{`${caption}: ${w.notShown}`}</p>
  const names = w.cells as Record<string, string>
  return (
    <Table
      view={view}
      caption={caption}
      columns={[
        { key: 'cell', label: caption },
        { key: 'count', label: w.members, kind: 'number' },
      ]}
      rows={Object.entries(names)
        .filter(([cell]) => cell in cells)
        .map(([cell, name]) => ({ cell: name, count: cells[cell] ?? w.few }))}
    />
  )
}
