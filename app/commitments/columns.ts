import type { Column } from '#kit/list.ts'
import type { View } from '#kit/view.ts'
import { type CommitmentLine, implementationOf, isSilent, standingOf, verificationOf } from './commitment.ts'
import { figures, type Scorecard } from './scorecard.ts'
import { words } from './words.ts'

/** What a file of commitments says of each. */
export const commitmentColumns: readonly Column<CommitmentLine>[] = [
  { key: 'id', label: () => 'id', value: (row) => row.id },
  { key: 'kind', label: (view) => words(view).kind, value: (row) => row.kind },
  { key: 'title', label: (view) => words(view).promise, value: (row) => row.title },
  { key: 'lang', label: () => 'lang', value: (row) => row.lang },
  { key: 'lead', label: (view) => words(view).lead, value: (row) => row.lead },
  { key: 'joint', label: (view) => words(view).joint, value: (row) => row.joint.join(' ') },
  { key: 'supporting', label: (view) => words(view).supporting, value: (row) => row.supporting.join(' ') },
  { key: 'startsOn', label: (view) => words(view).startsOn, value: (row) => row.startsOn.toString() },
  { key: 'dueOn', label: (view) => words(view).dueOn, value: (row) => row.dueOn.toString() },
  { key: 'firstDueOn', label: (view) => words(view).firstDueOn, value: (row) => row.firstDueOn.toString() },
  { key: 'cost', label: (view) => words(view).cost, value: (row) => row.cost },
  { key: 'origin', label: (view) => words(view).origin, value: (row) => row.origin },
  { key: 'adoptedAt', label: (view) => words(view).adoptedOn, value: (row) => row.adoptedAt.toString() },
  {
    key: 'standing',
    label: (view) => words(view).tracker.standing,
    value: (row, { at }) => standingOf(row, at),
  },
  {
    key: 'implementation',
    label: (view) => words(view).page.byLead,
    value: (row, { at }) => implementationOf(row, at),
  },
  { key: 'verification', label: (view) => words(view).page.byOthers, value: (row) => verificationOf(row) },
  { key: 'silent', label: (view) => words(view).silent, value: (row, { at }) => isSilent(row, at) },
  {
    key: 'doneAt',
    label: (view) => words(view).steps.done,
    value: (row) => row.doneAt?.toString() ?? null,
  },
]

/** What a file of bodies says of how each kept its promises. */
export const scorecardColumns: readonly Column<Scorecard>[] = [
  { key: 'body', label: (view) => words(view).tracker.body, value: (row) => row.body },
  ...figures.map((key) => ({
    key,
    label: (view: View) => words(view).cards.figures[key],
    value: (row: Scorecard) => (key === 'oldestOpen' ? (row.oldestOpen?.toString() ?? null) : row[key]),
  })),
]
