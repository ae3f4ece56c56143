import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import {
  type CommitmentLine,
  type Dated,
  isSilent,
  leadsOf,
  type Standing,
  standingOf,
  unsignedBy,
  verificationOf,
} from './commitment.ts'
import { Course } from './drawing.tsx'
import { words } from './words.ts'

export const tones: Record<Standing, Tone> = {
  kept: 'good',
  unverified: 'info',
  'under-way': 'neutral',
  late: 'waiting',
  broken: 'late',
}

/** Its standing in a word, what a check found where that says more, and whether it has fallen silent. */
export const Badges = ({
  view,
  of,
}: {
  view: View
  of: Dated & Pick<CommitmentLine, 'kind' | 'lead' | 'joint' | 'declaredBy'>
}) => {
  const w = words(view)
  const standing = standingOf(of, view.at)
  const verification = verificationOf(of)
  return (
    <>
      <Badge tone={tones[standing]}>{w.standings[standing]}</Badge>
      {(verification === 'in-part' || verification === 'contradicted') && (
        <Badge tone="late">{w.verifications[verification]}</Badge>
      )}
      {unsignedBy(of).length > 0 && <Badge tone="info">{w.unsigned}</Badge>}
      {isSilent(of, view.at) && <Badge tone="stopped">{w.silent}</Badge>}
      {of.kind === 'under-way' && <Badge>{w.kinds['under-way']}</Badge>}
    </>
  )
}

/** Commitments on the page of what they came from. */
export const CommitmentLines = (props: {
  view: View
  lines: readonly CommitmentLine[]
  level?: 2 | 3 | 4
  /** What bodies are called, where the page knows it. */
  nameOf?: (body: string) => string
}) => (
  <StructuredList
    level={props.level ?? 3}
    items={props.lines.map((each) => line(props.view, each, props.nameOf))}
  />
)

export function line(view: View, it: CommitmentLine, nameOf?: (body: string) => string): Listed {
  const w = words(view)
  return {
    title: it.title,
    lang: it.lang,
    href: href(view, `/commitments/${it.id}`),
    text: <Course view={view} it={it} />,
    meta: [
      ...(nameOf ? [leadsOf(it).map(nameOf).join(', ')] : []),
      w.due(dayText(it.dueOn, view.lang)),
      ...(it.firstDueOn.equals(it.dueOn) ? [] : [w.first(dayText(it.firstDueOn, view.lang))]),
    ],
    badges: <Badges view={view} of={it} />,
  }
}
