import type { Child } from 'hono/jsx'
import { type Attached, Files } from '#files/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { number } from '#kit/numbers.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Money, PersonText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { ActionLine } from './action.reads.ts'
import { aboutAction } from './action.ts'
import { crumbs } from './parts.tsx'
import { aboutTask, type Plan } from './plan.ts'
import type { Quarter, QuarterReport, ReportState } from './quarter.ts'
import { yearWords } from './words.year.ts'
import { type BodyNames, namesOf, Reasons, StandingBadge } from './year.parts.tsx'

export type ActionProps = {
  view: View
  plan: Plan
  line: ActionLine
  names: BodyNames
  files: readonly Attached[]
  how: How | undefined
  history: readonly PublicEntry[]
  mayAct: boolean
}

/** What a task does in a year: what was agreed, what was reported each quarter, and how it stands. */
export const ActionPage = (props: ActionProps) => {
  const { view, plan, line } = props
  const { action, task, standing } = line
  const w = yearWords(view)
  return (
    <Page
      view={view}
      current="plan"
      title={{ text: action.title, lang: action.lang, fallback: action.lang !== view.lang }}
      kicker={w.actionOf(action.year)}
      badges={<StandingBadge view={view} standing={standing.colour} />}
      breadcrumbs={[
        ...crumbs(view, plan),
        { href: href(view, `/plans/${plan.key}/years/${action.year}`), label: w.ofYear(action.year) },
      ]}
      aside={
        <>
          {props.mayAct && (
            <p class="not-printed">
              <LinkButton href={href(view, '/desk/year')} small>
                {w.desk.title}
              </LinkButton>
            </p>
          )}
          <FollowBox view={view} about={aboutAction(task, action.id)} how={props.how} />
        </>
      }
    >
      <p>
        <Reasons view={view} names={props.names} reasons={standing.reasons} lang={action.lang} />
      </p>
      {action.withdrawnWhy && (
        <PersonText text={action.withdrawnWhy} lang={action.withdrawnLang ?? action.lang} />
      )}
      <PersonText text={action.text} lang={action.lang} />
      <DescriptionList items={factsOf(props)} />
      <section class="flow" id="words">
        <h2>{w.words}</h2>
        <LeadWords {...props} />
      </section>
      <section class="flow" id="quarters">
        <h2>{w.quarters}</h2>
        {line.quarters.map((each) => (
          <QuarterPart {...props} quarter={each} />
        ))}
      </section>
      <section class="flow" id="history">
        <h2>{w.history}</h2>
        <History view={view} entries={props.history} />
      </section>
    </Page>
  )
}

function factsOf({ view, line, names }: ActionProps): { term: Child; is: Child }[] {
  const w = yearWords(view)
  const { action, task, commitment } = line
  return [
    {
      term: w.task,
      is: (
        <a href={href(view, `/${aboutTask(task)}`)}>
          {task.no} <Local view={view} text={task.title} />
        </a>
      ),
    },
    { term: w.leads, is: namesOf(view, names, action.leads) },
    {
      term: w.target,
      is: (
        <>
          <span lang={action.lang}>{action.measure}</span>: {number(action.target, view.lang)}
        </>
      ),
    },
    { term: w.dueOn, is: dayText(commitment?.dueOn ?? action.dueOn, view.lang) },
    {
      term: w.cost,
      is: action.cost === 0 ? w.free : <Money view={view} amount={action.cost} currency={view.currency} />,
    },
    ...(action.agreedAt
      ? [{ term: w.agreedOn, is: dayText(dayAt(action.agreedAt, view.timeZone), view.lang) }]
      : []),
    { term: w.draftedBy, is: namesOf(view, names, [action.draftedBy]) },
    ...(commitment
      ? [
          {
            term: w.commitment,
            is: (
              <a href={href(view, `/commitments/${commitment.id}`)} lang={action.lang}>
                {action.title}
              </a>
            ),
          },
        ]
      : []),
  ]
}

const LeadWords = ({ view, line, names }: ActionProps) => {
  const w = yearWords(view)
  const said = { yes: w.saysYes, no: w.saysNo, nothing: w.saysNothing }
  const tone = { yes: 'good', no: 'late', nothing: 'waiting' } as const
  return (
    <>
      {line.words.map(({ body, says, last }) => (
        <div class="flow">
          <p>
            {namesOf(view, names, [body])} <Badge tone={tone[says]}>{said[says]}</Badge>{' '}
            {last && dayText(dayAt(last.at, view.timeZone), view.lang)}
          </p>
          {last?.reason && <PersonText text={last.reason} lang={last.lang} />}
        </div>
      ))}
      {line.milestones.length > 0 && (
        <Table
          view={view}
          caption={w.milestones}
          columns={[
            { key: 'title', label: w.milestones },
            { key: 'due', label: w.dueOn, kind: 'date' },
            { key: 'reached', label: w.reached, kind: 'date' },
          ]}
          rows={line.milestones.map((each) => ({
            title: <span lang={line.action.lang}>{each.title}</span>,
            due: dayText(each.firstDueOn, view.lang),
            reached: each.reachedAt ? dayText(dayAt(each.reachedAt, view.timeZone), view.lang) : '–',
          }))}
        />
      )}
    </>
  )
}

const tones: Record<ReportState, Tone> = {
  ahead: 'neutral',
  open: 'waiting',
  missing: 'stopped',
  'in-time': 'good',
  late: 'late',
}

const QuarterPart = (props: ActionProps & { quarter: Quarter }) => {
  const { view, quarter } = props
  const w = yearWords(view)
  const [now, ...before] = quarter.reports
  return (
    <article class="flow" id={`quarter-${quarter.quarter}`}>
      <h3>
        {w.quarter(quarter.quarter)}{' '}
        <Badge tone={tones[quarter.state]}>{w.reportStates[quarter.state]}</Badge>
      </h3>
      {!now && quarter.dueOn && <p>{w.due(dayText(quarter.dueOn, view.lang))}</p>}
      {now && <Said {...props} report={now} />}
      {before.length > 0 && (
        <Disclosure summary={w.corrected}>
          {before.map((each) => (
            <Said {...props} report={each} />
          ))}
        </Disclosure>
      )}
    </article>
  )
}

const Said = ({ view, line, names, files, report }: ActionProps & { report: QuarterReport }) => {
  const w = yearWords(view)
  const { commitment } = line
  const about = commitment && `commitments/${commitment.id}/steps/${report.step}`
  return (
    <>
      <p>
        <strong>{w.reachedOf(report.reached, line.action.target)}</strong> ·{' '}
        {namesOf(view, names, [report.body])}, {dayText(dayAt(report.at, view.timeZone), view.lang)}
        {report.obstacle !== 'none' && ` · ${w.obstacle}: ${w.obstacles[report.obstacle]}`}
      </p>
      <PersonText text={report.text} lang={report.lang} />
      <Files view={view} files={files.filter((each) => each.about === about)} />
      {about && (
        <p>
          <a href={href(view, `/${about}`)}>{w.evidence}</a>
        </p>
      )}
    </>
  )
}
