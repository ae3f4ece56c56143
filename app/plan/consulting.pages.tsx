import { nameOf } from '#bodies/index.ts'
import type { Shown } from '#kit/form.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Receipt, ReceiptOf } from '#record/index.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { DayText, PersonText, WebLink } from '#ui/text.tsx'
import type { Names } from './parts.tsx'
import {
  aboutTask,
  type Finding,
  type Hearing,
  isOpen,
  type Outcome,
  type Plan,
  type Remark,
  stateOf,
  type Task,
} from './plan.ts'
import { words } from './words.ts'

export type ConsultationProps = {
  view: View
  shown: Shown
  plan: Plan
  names: Names
  tasks: readonly Task[]
  findings: readonly Finding[]
  hearings: readonly Hearing[]
  remarks: readonly Remark[]
  /** Whether the reader may hide what may not stand there. */
  mayHide: boolean
  /** Of the remark that was just given. */
  receipt?: Receipt | undefined
}

/** What people said of the draft and what came of it, in the open; and, while it is a draft, the place to say it. */
export const Consultation = (props: ConsultationProps) => {
  const { view, plan, remarks, receipt } = props
  const w = words(view).consultation
  const isDraft = !plan.inFiles && stateOf(plan, view.at, view.timeZone) === 'draft'
  if (plan.inFiles && remarks.length === 0) return null
  const open = remarks.filter(isOpen).length
  return (
    <section class="flow" id="consultation">
      <h2>{w.title}</h2>
      {receipt && (
        <>
          <Notice view={view} kind="success">
            {w.thanks}
          </Notice>
          <ReceiptOf view={view} receipt={receipt} />
        </>
      )}
      {remarks.length === 0 ? <p>{w.none}</p> : <p>{open > 0 ? w.open(open) : w.allAnswered}</p>}
      {remarks.map((remark) => (
        <Said {...props} remark={remark} />
      ))}
      {isDraft && <RemarkForm view={view} shown={props.shown} plan={plan} />}
    </section>
  )
}

const RemarkForm = ({ view, shown, plan }: Pick<ConsultationProps, 'view' | 'shown' | 'plan'>) => {
  const w = words(view).consultation
  return (
    <section class="flow not-printed" id="remark">
      <h3>{w.invite}</h3>
      <p>{w.inviteWhy}</p>
      <Form
        view={view}
        action={`${href(view, `/plans/${plan.key}/remarks`)}`}
        submit={w.send}
        shown={shown}
        draft={`plans-${plan.key}-remark`}
      >
        <TextArea {...at(view, shown, 'text')} label={w.text} max={4000} />
        <TextField {...at(view, shown, 'who')} label={w.who} hint={w.whoHint} max={80} optional />
      </Form>
    </section>
  )
}

const tones: Record<Outcome, Tone> = { taken: 'good', 'in-part': 'info', 'not-taken': 'stopped' }

const Said = (props: ConsultationProps & { remark: Remark }) => {
  const { view, remark, names, tasks } = props
  const w = words(view).consultation
  if (remark.hiddenAt) return <Hidden view={view} remark={remark} />
  const who = remark.way === 'committee' ? nameOf(view, names.bodies, remark.who, names.on) : remark.who
  const task = tasks.find((each) => each.id === remark.task)
  return (
    <article class="flow" id={`remark-${remark.id}`}>
      <PersonText
        text={remark.text}
        lang={remark.lang}
        by={
          <>
            {who ? <bdi lang={remark.way === 'committee' ? undefined : remark.lang}>{who}</bdi> : w.somebody},{' '}
            {w.ways[remark.way]}, <DayText view={view} day={dayAt(remark.at, view.timeZone)} />
          </>
        }
      />
      {props.mayHide && remark.way !== 'committee' && (
        <p class="not-printed">
          <a href={href(view, `/desk/plan/${props.plan.key}/remarks/${remark.id}/hiding`)}>
            {words(view).desk.remarks.hide}
          </a>
        </p>
      )}
      {remark.outcome ? (
        <>
          <p>
            <strong>{w.answered}</strong>{' '}
            <Badge tone={tones[remark.outcome]}>{w.outcomes[remark.outcome]}</Badge>
          </p>
          <PersonText text={remark.reason ?? ''} lang={remark.reasonLang ?? view.lang} />
          {task && (
            <p>
              {w.becameTask}: <a href={href(view, `/${aboutTask(task)}`)}>{task.no}</a>
            </p>
          )}
        </>
      ) : (
        <p>
          <Badge tone="waiting">{w.waiting}</Badge>
        </p>
      )}
    </article>
  )
}

/** That something stood here, and why it does no more. */
const Hidden = ({ view, remark }: { view: View; remark: Remark }) => (
  <article class="flow" id={`remark-${remark.id}`}>
    <p>
      <Badge tone="stopped">{words(view).consultation.hidden}</Badge>{' '}
      <span lang={remark.hiddenLang ?? undefined}>{remark.hiddenWhy}</span>
    </p>
  </article>
)

/** Where everybody could speak, and what was said there. */
export const Hearings = ({
  view,
  hearings,
  names,
}: Pick<ConsultationProps, 'view' | 'hearings' | 'names'>) => {
  const w = words(view).hearings
  if (hearings.length === 0) return null
  return (
    <section class="flow" id="hearings">
      <h2>{w.title}</h2>
      <StructuredList
        items={hearings.map((each) => ({
          title: <DayText view={view} day={each.on} />,
          meta: [<bdi lang={each.lang}>{each.place}</bdi>],
          badges: <HearingBadge view={view} hearing={each} today={names.on} />,
          ...(each.minutes && { text: <PersonText text={each.minutes} lang={each.lang} /> }),
        }))}
      />
    </section>
  )
}

const HearingBadge = ({ view, hearing, today }: { view: View; hearing: Hearing; today: Day }) => {
  const w = words(view).hearings
  if (hearing.minutesAt) return <Badge tone="good">{w.held}</Badge>
  const isToCome = Temporal.PlainDate.compare(today, hearing.on) <= 0
  return <Badge tone={isToCome ? 'info' : 'late'}>{isToCome ? w.toCome : w.withoutMinutes}</Badge>
}

/** What was found out before, with where it can be read. */
export const Findings = ({ view, findings }: Pick<ConsultationProps, 'view' | 'findings'>) => {
  const w = words(view)
  if (findings.length === 0) return null
  return (
    <section class="flow" id="findings">
      <h2>{w.findingsTitle}</h2>
      <StructuredList
        items={findings.map((each) => ({
          title: each.text,
          lang: each.lang,
          meta: [
            w.findingKinds[each.kind],
            <DayText view={view} day={each.on} />,
            <SourceOf finding={each} />,
          ],
        }))}
      />
    </section>
  )
}

const SourceOf = ({ finding: { source, lang } }: { finding: Finding }) =>
  /^https?:\/\//.test(source) ? <WebLink href={source} /> : <bdi lang={lang}>{source}</bdi>
