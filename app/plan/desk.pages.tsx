import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { completeness, isReady, type Readiness } from './completeness.ts'
import { deskOf } from './desk.ts'
import { crumb, type Names, StateBadge, taskItem, yearsOf } from './parts.tsx'
import { type Finding, type Hearing, isInForce, type Plan, type Remark, stateOf, type Task } from './plan.ts'
import { words } from './words.ts'

type DeskProps = { view: View; plans: readonly Plan[]; isOffice: boolean; isSecretary: boolean }

/** Every plan, for whoever keeps it and for the committee's secretary. */
export const DeskPage = ({ view, plans, isOffice, isSecretary }: DeskProps) => {
  const w = words(view).desk
  const isSubmitted = (plan: Plan) => stateOf(plan, view.at, view.timeZone) === 'submitted'
  return (
    <Page view={view} current="desk" title={w.title} lead={w.lead} noindex>
      {isOffice && (
        <ButtonRow>
          <LinkButton href={href(view, '/desk/plan/new')}>{w.begin}</LinkButton>
        </ButtonRow>
      )}
      {isSecretary && plans.some(isSubmitted) && (
        <section class="flow">
          <h2>{w.decide.title}</h2>
          <PlanList
            view={view}
            plans={plans.filter(isSubmitted)}
            path={(plan) => `${deskOf(plan.key)}/decision`}
          />
        </section>
      )}
      <section class="flow">
        <h2>{words(view).title}</h2>
        <PlanList
          view={view}
          plans={plans}
          path={(plan) => (isOffice ? deskOf(plan.key) : `/plans/${plan.key}`)}
        />
      </section>
    </Page>
  )
}

const PlanList = (props: { view: View; plans: readonly Plan[]; path(plan: Plan): string }) => {
  const { view, plans, path } = props
  return (
    <StructuredList
      empty={<EmptyState title={words(view).desk.none} />}
      items={plans.map((plan) => ({
        title: <Local view={view} text={plan.doc.title} />,
        href: href(view, path(plan)),
        meta: [yearsOf(view, plan)],
        badges: <StateBadge view={view} plan={plan} />,
      }))}
    />
  )
}

type PlanProps = {
  view: View
  plan: Plan
  names: Names
  tasks: readonly Task[]
  findings: readonly Finding[]
  hearings: readonly Hearing[]
  remarks: readonly Remark[]
  readiness: Readiness
}

export const deskCrumbs = (view: View, plan?: Plan) => [
  { href: href(view, '/desk/plan'), label: words(view).desk.title },
  ...(plan ? [crumb(view, plan, deskOf(plan.key))] : []),
]

/** One plan at the desk: what is missing, and every next thing that can be done. */
export const DeskPlanPage = (props: PlanProps) => {
  const { view, plan } = props
  const w = words(view).desk
  const state = stateOf(plan, view.at, view.timeZone)
  return (
    <Page
      view={view}
      current="desk"
      title={say(plan.doc.title, view.lang, view.languages)}
      side={w.title}
      kicker={yearsOf(view, plan)}
      badges={<StateBadge view={view} plan={plan} />}
      breadcrumbs={deskCrumbs(view)}
      noindex
    >
      <p>
        <a href={href(view, `/plans/${plan.key}`)}>{w.public}</a>
      </p>
      <Doings {...props} />
      {state === 'draft' && <Missing {...props} />}
      <TaskTable {...props} />
      {!plan.inFiles && <Consulted {...props} />}
    </Page>
  )
}

const Doings = ({ view, plan, readiness }: PlanProps) => {
  const w = words(view).desk
  const state = stateOf(plan, view.at, view.timeZone)
  const link = (path: string, label: string, kind: 'primary' | 'secondary' = 'secondary') => (
    <LinkButton href={href(view, `${deskOf(plan.key)}/${path}`)} kind={kind}>
      {label}
    </LinkButton>
  )
  const mayChange = state !== 'submitted' && state !== 'ended' && state !== 'closed'
  const isLastYear = isInForce(state) && plan.until?.year === dayAt(view.at, view.timeZone).year
  return (
    <ButtonRow>
      {state === 'draft' && isReady(readiness) && link('submission', w.submit.title, 'primary')}
      {state === 'draft' && link('about', w.describe)}
      {mayChange && link('tasks/new', w.newTask)}
      {mayChange && link('tasks/import', w.importing.title)}
      {state === 'running' && link('review', w.report['mid-term'])}
      {(state === 'ended' || isLastYear) && !plan.closedAt && link('closing', w.report.closing)}
    </ButtonRow>
  )
}

/** What stands between the draft and the committee, each line leading to where it is mended. */
export const Missing = ({ view, plan, readiness }: Pick<PlanProps, 'view' | 'plan' | 'readiness'>) => {
  const w = words(view).desk.lacking
  const desk = href(view, deskOf(plan.key))
  return (
    <section class="flow" id="missing">
      <h2>{w.title}</h2>
      {isReady(readiness) ? (
        <p>{w.none}</p>
      ) : (
        <ul>
          {readiness.tasks === 0 && (
            <li>
              <a href={`${desk}/tasks/new`}>{w.tasks}</a>
            </li>
          )}
          {!readiness.heard && (
            <li>
              <a href={`${desk}#hearings`}>{w.heard}</a>
            </li>
          )}
          {readiness.unanswered > 0 && (
            <li>
              <a href={`${desk}#remarks`}>{w.remarks(readiness.unanswered)}</a>
            </li>
          )}
          {readiness.lacking.map(({ task, lacks }) => (
            <li>
              {w.task(task.no)}:{' '}
              {lacks.map((part, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={`${desk}/tasks/${task.no}#${anchors[part]}`}>{w.parts[part]}</a>
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Where each part stands in the form of a task. */
const anchors = {
  articles: 'part-articles',
  groups: 'part-groups',
  leads: 'lead1',
  until: 'until',
  cost: 'cost',
  indicators: 'part-indicators',
  findings: 'part-findings',
} as const

const TaskTable = ({ view, plan, tasks, names }: PlanProps) => {
  const w = words(view)
  const lacking = new Set(completeness(tasks).map((each) => each.task.no))
  const isDraft = plan.approvedAt === null
  return (
    <section class="flow" id="tasks">
      <h2>{w.tasks}</h2>
      <StructuredList
        empty={<EmptyState title={w.noTasks} />}
        items={tasks.map((task) => {
          const desk = `${deskOf(plan.key)}/tasks/${task.no}`
          const item = taskItem(
            view,
            task,
            names,
            isDraft && lacking.has(task.no) ? <Badge tone="waiting">{w.desk.incomplete}</Badge> : undefined,
          )
          if (task.trust) return item
          return {
            ...item,
            href: href(view, desk),
            meta: [
              ...(item.meta ?? []),
              <a href={href(view, `${desk}/successor`)}>{w.desk.replaceTask}</a>,
              <a href={href(view, `${desk}/end`)}>{w.desk.dropTask}</a>,
            ],
          }
        })}
      />
    </section>
  )
}

const Consulted = ({ view, plan, findings, hearings, remarks }: PlanProps) => {
  const w = words(view)
  const desk = href(view, deskOf(plan.key))
  const isDraft = stateOf(plan, view.at, view.timeZone) === 'draft'
  const more = (path: string, label: string) =>
    isDraft && (
      <p>
        <a href={`${desk}/${path}`}>{label}</a>
      </p>
    )
  return (
    <>
      <section class="flow" id="findings">
        <h2>{w.desk.findings.title}</h2>
        <p>{w.desk.findings.lead}</p>
        <ol>
          {findings.map((each) => (
            <li value={each.id} lang={each.lang}>
              {each.text}
            </li>
          ))}
        </ol>
        {more('findings/new', w.desk.findings.add)}
      </section>
      <section class="flow" id="hearings">
        <h2>{w.desk.hearings.title}</h2>
        <StructuredList
          items={hearings.map((each) => ({
            title: <DayText view={view} day={each.on} />,
            ...(isDraft && !each.minutesAt && { href: `${desk}/hearings/${each.id}` }),
            meta: [
              <bdi lang={each.lang}>{each.place}</bdi>,
              each.minutesAt ? w.hearings.held : w.desk.hearings.minute,
            ],
          }))}
        />
        {more('hearings/new', w.desk.hearings.announce)}
      </section>
      <section class="flow" id="remarks">
        <h2>{w.desk.remarks.title}</h2>
        <RemarkList view={view} remarks={remarks} path={isDraft ? `${desk}/remarks` : undefined} />
        {more('remarks/new', w.desk.remarks.enter)}
      </section>
    </>
  )
}

/** What was said, each leading to where it is answered as long as it can be. */
const RemarkList = (props: { view: View; remarks: readonly Remark[]; path: string | undefined }) => {
  const { view, path } = props
  const w = words(view).consultation
  return (
    <StructuredList
      empty={<p class="muted">{w.none}</p>}
      items={props.remarks
        .filter((each) => !each.hiddenAt)
        .map((each) => ({
          title: each.text.length > 140 ? `${each.text.slice(0, 140)}…` : each.text,
          lang: each.lang,
          ...(path && !each.answeredAt && { href: `${path}/${each.id}` }),
          meta: [w.ways[each.way], <DayText view={view} day={dayAt(each.at, view.timeZone)} />],
          badges: each.outcome ? (
            <Badge>{w.outcomes[each.outcome]}</Badge>
          ) : (
            <Badge tone="waiting">{w.waiting}</Badge>
          ),
        }))}
    />
  )
}
