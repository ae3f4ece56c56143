import type { Child } from 'hono/jsx'
import { type Names as LawNames, Named } from '#charter/index.ts'
import type { IndicatorLine } from '#indicators/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { DescriptionList, SummaryCounts } from '#ui/lists.tsx'
import { InPageNav } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { StepIndicator, Timeline } from '#ui/steps.tsx'
import { DayBy, DayText } from '#ui/text.tsx'
import { InItsLanguage, Local, Trust } from '#ui/trust.tsx'
import type { Past, Version } from './changing.ts'
import { unlinked } from './completeness.ts'
import { Consultation, type ConsultationProps, Findings, Hearings } from './consulting.pages.tsx'
import { crumbs, type Names, StateBadge, yearsOf } from './parts.tsx'
import {
  aboutPlan,
  halfWayOf,
  isInForce,
  isOpen,
  ordered,
  type Plan,
  type Report,
  type State,
  stateOf,
  type Task,
} from './plan.ts'
import { Reports } from './reports.pages.tsx'
import { Sizes } from './sizes.pages.tsx'
import { Targets, Tasks, Work } from './tree.pages.tsx'
import { words } from './words.ts'

export type PlanProps = ConsultationProps & {
  tasks: readonly Task[]
  past: Past
  /** Those that tasks name, with their newest values. */
  indicators: readonly IndicatorLine[]
  names: Names
  laws: LawNames
  predecessor: Plan | undefined
  reports: readonly Report[]
  how: How | undefined
  history: readonly PublicEntry[]
  /** What the year's part of the room adds: actions and their reports. */
  years?: Child
}

/** One plan: what it is to bring about, who does how much of it, how it was made and how it changed. */
export const PlanPage = (props: PlanProps) => {
  const { view, plan, history } = props
  const w = words(view)
  const { doc } = plan
  return (
    <Page
      view={view}
      current="plan"
      title={say(doc.title, view.lang, view.languages)}
      kicker={yearsOf(view, plan)}
      {...(doc.vision && { lead: <Local view={view} text={doc.vision} /> })}
      badges={<StateBadge view={view} plan={plan} />}
      breadcrumbs={crumbs(view)}
      shown={props.shown}
      aside={<Beside {...props} />}
    >
      <Standing {...props} />
      <Facts {...props} />
      {doc.goals.length > 0 && (
        <section class="flow" id="goals">
          <h2>{w.goals}</h2>
          <ol>
            {ordered(doc.goals).map((each) => (
              <li>
                <Local view={view} text={each.title} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Targets {...props} />
      <Tasks {...props} />
      <Work {...props} />
      {props.years}
      <Sizes {...props} />
      <Making view={view} plan={plan} />
      <Findings {...props} />
      <Hearings {...props} />
      <Consultation {...props} />
      <Reports
        view={view}
        reports={props.reports.filter((each) => each.kind !== 'yearly')}
        names={props.names}
      />
      <Versions view={view} plan={plan} versions={props.past.versions} />
      <section class="flow" id="history">
        <h2>{w.history}</h2>
        <History view={view} entries={history} />
      </section>
    </Page>
  )
}

const Beside = ({ view, plan, how, past, remarks, tasks }: PlanProps) => {
  const w = words(view)
  const sections = [
    ...(plan.doc.goals.length > 0 ? [{ id: 'goals', label: w.goals }] : []),
    { id: 'tasks', label: w.tasks },
    ...(tasks.some((each) => each.leads.length > 0) ? [{ id: 'work', label: w.work }] : []),
    ...(plan.doc.sizes.length > 0 || past.versions.length > 1 ? [{ id: 'sizes', label: w.sizes.title }] : []),
    ...(plan.doc.steps.length > 0 ? [{ id: 'making', label: w.making }] : []),
    ...(plan.inFiles && remarks.length === 0 ? [] : [{ id: 'consultation', label: w.consultation.title }]),
    { id: 'history', label: w.history },
  ]
  return (
    <>
      <InPageNav view={view} items={sections} />
      <FollowBox view={view} about={aboutPlan(plan.key)} how={how} />
    </>
  )
}

const steps: readonly State[] = ['draft', 'submitted', 'approved', 'running', 'closed']

/** How far a plan made here is, and what is owed for it now. */
const Standing = ({ view, plan, remarks }: PlanProps) => {
  const w = words(view)
  const state = stateOf(plan, view.at, view.timeZone)
  const half = halfWayOf(plan)
  const open = remarks.filter(isOpen).length
  const isReviewLate = state === 'running' && half && Temporal.PlainDate.compare(half, todayOf(view)) < 0
  return (
    <>
      {!plan.inFiles && (
        <StepIndicator view={view} steps={w.steps.map((label) => ({ label }))} current={placeOf(state)} />
      )}
      {isReviewLate && (
        <Notice view={view} kind={plan.inFiles ? 'info' : 'warning'}>
          {plan.inFiles ? w.reviewUnknown : w.reviewDue(dayText(half, view.lang))}
        </Notice>
      )}
      {state === 'ended' && (
        <Notice view={view} kind={plan.inFiles ? 'info' : 'warning'}>
          {plan.inFiles ? w.closingUnknown : w.closingDue}
        </Notice>
      )}
      {open > 0 && (
        <Notice view={view}>
          <a href="#consultation">{w.consultation.open(open)}</a>
        </Notice>
      )}
    </>
  )
}

function placeOf(state: State): number {
  if (isInForce(state) || state === 'standing') return 4
  return state === 'ended' ? 5 : state === 'closed' ? steps.length + 1 : steps.indexOf(state) + 1
}

const Facts = ({ view, plan, laws, predecessor, tasks }: PlanProps) => {
  const w = words(view)
  const { doc } = plan
  const loose = unlinked(tasks).length
  const sitting = plan.sitting ?? (plan.approvedAt ? null : plan.agenda)
  return (
    <>
      {tasks.length > 0 && (
        <SummaryCounts
          view={view}
          items={[
            { count: tasks.length, label: w.tasks, href: href(view, `/plans/${plan.key}/tasks`) },
            {
              count: loose,
              label: w.unlinked.title,
              href: href(view, `/plans/${plan.key}/unlinked`),
              ...(loose > 0 && { tone: 'waiting' as const }),
            },
          ]}
        />
      )}
      <DescriptionList
        items={[
          { term: w.period, is: <Period view={view} plan={plan} /> },
          ...(doc.basis
            ? [{ term: w.basis, is: <Named view={view} provision={doc.basis} names={laws} /> }]
            : []),
          ...(predecessor
            ? [
                {
                  term: w.follows,
                  is: (
                    <a href={href(view, `/plans/${predecessor.key}`)}>
                      <InItsLanguage view={view} text={predecessor.doc.title} />
                    </a>
                  ),
                },
              ]
            : []),
          ...(plan.approvedAt && plan.until
            ? [{ term: w.approvedOn, is: <Approved view={view} plan={plan} /> }]
            : []),
          ...(sitting
            ? [
                {
                  term: plan.sitting ? w.approvedIn : w.agenda,
                  is: <a href={href(view, `/${sitting}`)}>{w.sitting(sitting.split('/').at(-1)!)}</a>,
                },
              ]
            : []),
          ...(plan.inFiles ? [{ term: w.source, is: <Trust view={view} of={doc} /> }] : []),
        ]}
      />
      {doc.note && (
        <p>
          <Local view={view} text={doc.note} />
        </p>
      )}
    </>
  )
}

const Period = ({ view, plan }: { view: View; plan: Plan }) =>
  plan.doc.precision === 'day' && plan.until ? (
    <>
      <DayText view={view} day={plan.from} /> – <DayText view={view} day={plan.until} />
    </>
  ) : (
    yearsOf(view, plan)
  )

/** Of a plan in the files, only if they know the day; that it was in force does not tell it. */
const Approved = ({ view, plan }: { view: View; plan: Plan }) => {
  const step = plan.doc.steps.findLast((each) => each.kind === 'approval')
  if (step) return <DayBy view={view} on={step.on} precision={step.precision} />
  if (plan.inFiles) return words(view).approvalUnknown
  return plan.approvedAt && <DayText view={view} day={dayAt(plan.approvedAt, view.timeZone)} />
}

/** What was done before it, as far as the city's files know. */
const Making = ({ view, plan }: { view: View; plan: Plan }) => {
  const w = words(view)
  const { steps } = plan.doc
  if (steps.length === 0) return null
  return (
    <section class="flow" id="making">
      <h2>{w.making}</h2>
      <ul class="listing">
        {steps.map((each) => (
          <li>
            <div class="listing-main">
              <h3 class="listing-title">
                <Local view={view} text={each.title} />
              </h3>
              <ul class="meta">
                <li>{w.makingKinds[each.kind]}</li>
                <li>
                  <DayBy view={view} on={each.on} precision={each.precision} />
                </li>
              </ul>
            </div>
            <div class="badges">
              <Trust view={view} of={each} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Versions = ({ view, plan, versions }: { view: View; plan: Plan; versions: readonly Version[] }) => {
  const w = words(view)
  if (versions.length < 2) return null
  const before = (on: Day) => on.subtract({ days: 1 })
  return (
    <section class="flow" id="versions">
      <h2>{w.versions.title}</h2>
      <Timeline
        view={view}
        entries={versions.toReversed().map(({ no, on, reason, lang }) => ({
          at: on,
          title: w.versions.no(no),
          ...(no > 1 && {
            href: href(view, `/plans/${plan.key}/changes?from=${before(on)}&to=${on}`),
          }),
          children: <p lang={reason ? lang : view.lang}>{reason || w.versions.first}</p>,
        }))}
      />
    </section>
  )
}
