import type { Child } from 'hono/jsx'
import { nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { dayAt } from '#kit/time.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { DayText, PersonText } from '#ui/text.tsx'
import type { CommitmentProps } from './commitment.pages.tsx'
import {
  type Implementation,
  implementationOf,
  isOpen,
  unsignedBy,
  type Verification,
  verificationOf,
} from './commitment.ts'
import { filesOfStep } from './step.ts'
import { Evidence } from './steps.pages.tsx'
import { words } from './words.ts'

const toneSaid: Record<Implementation, Tone> = {
  'not-begun': 'neutral',
  'under-way': 'info',
  late: 'waiting',
  done: 'info',
  stopped: 'late',
}

const toneFound: Record<Verification, Tone> = {
  none: 'neutral',
  waiting: 'waiting',
  confirmed: 'good',
  'in-part': 'late',
  contradicted: 'late',
}

/** What its lead says, and what somebody else found: never one for the other. */
export const Axes = (props: CommitmentProps) => {
  const { view, whole, broken } = props
  const { commitment } = whole
  const w = words(view)
  const implementation = implementationOf(commitment, view.at)
  const verification = verificationOf(commitment)
  const said = commitment.doneAt ?? commitment.stoppedAt
  const byLead = (
    <>
      <Badge tone={toneSaid[implementation]}>{w.implementations[implementation]}</Badge>{' '}
      {said && <DayText view={view} day={dayAt(said, view.timeZone)} />}
      <Unsigned {...props} />
    </>
  )
  return (
    <>
      <DescriptionList
        items={[
          { term: w.page.byLead, is: byLead },
          {
            term: w.page.byOthers,
            is: <Badge tone={toneFound[verification]}>{w.verifications[verification]}</Badge>,
          },
          ...lastCheck(props),
        ]}
      />
      {isOpen(commitment) && commitment.brokenAt && broken && (
        <p class="muted">
          {w.page.brokenFrom(dayText(dayAt(commitment.brokenAt, view.timeZone), view.lang))}{' '}
          <a href={href(view, `/norms#${broken.key}`)}>{w.page.rule}</a>
        </p>
      )}
    </>
  )
}

/** Which lead says already that it is done, and whose signature is missing. */
const Unsigned = ({ view, whole: { commitment }, bodies }: CommitmentProps) => {
  const missing = unsignedBy(commitment)
  if (missing.length === 0) return null
  const w = words(view).page
  const names = (keys: readonly string[]) =>
    keys.map((key) => nameOf(view, bodies, key, todayOf(view))).join(', ')
  return (
    <p>
      {w.signed(names(commitment.declaredBy))} {w.unsigned(names(missing))}
    </p>
  )
}

function lastCheck({ view, whole, bodies }: CommitmentProps): { term: string; is: Child }[] {
  const w = words(view)
  const check = whole.steps.findLast((each) => each.kind === 'check')
  if (!check) return []
  const on = dayAt(check.at, view.timeZone)
  const files = filesOfStep(whole.files, whole.commitment.id, check.no)
  const is = (
    <div class="flow">
      <p>
        {nameOf(view, bodies, check.body, on)}, <DayText view={view} day={on} />:{' '}
        {w.steps.methods[check.doc.method]}
      </p>
      <PersonText text={check.text} lang={check.lang} />
      <Evidence view={view} links={check.links} files={files} />
    </div>
  )
  return [{ term: w.page.lastCheck, is }]
}
