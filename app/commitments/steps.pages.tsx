import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { type Attached, Files } from '#files/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { money } from '#kit/money.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Lang } from '#kit/words.ts'
import type { Tone } from '#ui/badges.tsx'
import { type Happening, Timeline } from '#ui/steps.tsx'
import { PersonText, WebLink, WithName } from '#ui/text.tsx'
import type { Changes, Milestone, Step } from './step.ts'
import { words } from './words.ts'

type Props = {
  view: View
  bodies: Bodies
  steps: readonly Step[]
  milestones: readonly Milestone[]
  /** Of its milestones' titles. */
  lang: Lang
  filesOf(no: number): readonly Attached[]
}

/** Everything that was said of a commitment, newest first, each with what shows it. */
export const Steps = (props: Props) => (
  <Timeline view={props.view} entries={props.steps.toReversed().map((each) => happening(props, each))} />
)

function happening(props: Props, step: Step): Happening {
  const { view, bodies } = props
  const on = dayAt(step.at, view.timeZone)
  return {
    at: step.at,
    title: titleOf(props, step, on),
    by: nameOf(view, bodies, step.body, on),
    tone: toneOf(step),
    children: (
      <div class="flow" id={`step-${step.no}`}>
        {step.text && <PersonText text={step.text} lang={step.lang} />}
        {step.kind === 'change' && <Replaced {...props} changes={step.doc} on={on} />}
        <Evidence view={view} links={step.links} files={props.filesOf(step.no)} />
      </div>
    ),
  }
}

function titleOf({ view, bodies, milestones, steps, lang }: Props, step: Step, on: Day): Child {
  const w = words(view).steps
  const name = (key: string) => nameOf(view, bodies, key, on)
  switch (step.kind) {
    case 'milestone':
      return (
        <WithName
          says={w.milestone}
          name={milestones.find((each) => each.no === step.doc.milestone)?.title ?? ''}
          lang={lang}
        />
      )
    case 'help':
      return w.help(name(step.doc.of))
    case 'help-answer': {
      const asked = steps.find((each) => each.no === step.doc.asked)
      return step.doc.accepted
        ? w.accepted(asked ? name(asked.body) : '')
        : w.declined(asked ? name(asked.body) : '')
    }
    case 'help-done':
      return w.helpDone
    case 'help-word':
      return w.helpWords[step.doc.word]
    case 'help-decision': {
      const { of, dueOn } = step.doc
      return of !== null && dueOn !== null
        ? w.helpDecided(name(of), dayText(Temporal.PlainDate.from(dueOn), view.lang))
        : w.helpClosed
    }
    case 'check':
      return w.check(w.findings[step.doc.finding], w.methods[step.doc.method])
    default:
      return w[step.kind]
  }
}

function toneOf(step: Step): Tone {
  if (step.kind === 'check') return step.doc.finding === 'confirmed' ? 'good' : 'late'
  if (step.kind === 'done' || step.kind === 'sign') return 'info'
  if (step.kind === 'stop') return 'late'
  return step.kind === 'change' || step.kind === 'help' ? 'waiting' : 'neutral'
}

export const Evidence = (props: { view: View; links: readonly string[]; files: readonly Attached[] }) => (
  <>
    {props.links.length > 0 && (
      <ul>
        {props.links.map((each) => (
          <li>
            <WebLink href={each} />
          </li>
        ))}
      </ul>
    )}
    <Files view={props.view} files={props.files} />
  </>
)

/** What a change of plan replaced: what it was beside what it is. */
const Replaced = ({ view, bodies, changes, on, lang }: Props & { changes: Changes; on: Day }) => {
  const w = words(view)
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), view.lang)
  const name = (key: string) => nameOf(view, bodies, key, on)
  const names = (keys: readonly string[]) => keys.map(name).join(', ') || w.none
  const cost = (amount: number | null) => (amount === null ? w.free : money(amount, view.currency, view.lang))
  const { startsOn, dueOn, lead, supporting, text, milestones = [] } = changes
  const rows = [
    dueOn && { of: w.dueOn, from: day(dueOn.from), to: day(dueOn.to) },
    startsOn && { of: w.startsOn, from: day(startsOn.from), to: day(startsOn.to) },
    lead && { of: w.lead, from: name(lead.from), to: name(lead.to) },
    supporting && { of: w.supporting, from: names(supporting.from), to: names(supporting.to) },
    changes.cost && { of: w.cost, from: cost(changes.cost.from), to: cost(changes.cost.to) },
    text && {
      of: w.scope,
      from: <span lang={lang}>{text.from}</span>,
      to: <span lang={lang}>{text.to}</span>,
    },
    ...milestones.map(({ title, from, to }) => ({
      of: <span lang={lang}>{title}</span>,
      from: from === null ? w.none : day(from),
      to: to === null ? w.dropped : day(to),
    })),
  ].filter((each) => each !== undefined)
  return (
    <dl class="facts">
      {rows.map(({ of, from, to }) => (
        <div>
          <dt>{of}</dt>
          <dd>
            <del>{from}</del> → <ins>{to}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
