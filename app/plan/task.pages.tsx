import type { Child } from 'hono/jsx'
import { nameOf } from '#bodies/index.ts'
import { type CommitmentLine, CommitmentLines } from '#commitments/index.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Money } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { Findings } from './consulting.pages.tsx'
import { Articles, BodyLinks, crumbs, groupName, type Names, partName, yearsOf } from './parts.tsx'
import { aboutTask, type Finding, type Plan, type Remark, type Task } from './plan.ts'
import { words } from './words.ts'

export type TaskProps = {
  view: View
  plan: Plan
  task: Task
  names: Names
  findings: readonly Finding[]
  remarks: readonly Remark[]
  promises: readonly CommitmentLine[]
  /** The indicators with their newest values, as their own room draws them. */
  indicators: Child
  /** What it does each year, as the year's part of this room draws it. */
  years?: Child
  how: How | undefined
  history: readonly PublicEntry[]
}

/** One task: what it is, for whom, who answers for it, and how far what was promised for it has come. */
export const TaskPage = (props: TaskProps) => {
  const { view, plan, task, names } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="plan"
      title={say(task.title, view.lang, view.languages)}
      kicker={`${w.task} ${task.no}`}
      breadcrumbs={crumbs(view, plan)}
      {...(task.droppedIn !== null && { badges: <Badge tone="stopped">{w.gone}</Badge> })}
      aside={<FollowBox view={view} about={aboutTask(task)} how={props.how} />}
    >
      <Gone {...props} />
      {task.text && (
        <p>
          <Local view={view} text={task.text} />
        </p>
      )}
      <Facts {...props} />
      <section class="flow" id="indicators">
        <h2>{w.newest}</h2>
        {task.indicators.length > 0 ? props.indicators : <p>{w.noIndicators}</p>}
      </section>
      {props.years}
      <section class="flow" id="promises">
        <h2>{w.promises}</h2>
        {props.promises.length > 0 ? (
          <CommitmentLines
            view={view}
            lines={props.promises}
            nameOf={(body) => nameOf(view, names.bodies, body, names.on)}
          />
        ) : (
          <p>{w.noPromises}</p>
        )}
      </section>
      <Findings view={view} findings={props.findings.filter((each) => task.findings.includes(each.id))} />
      <FromRemarks {...props} />
      <section class="flow" id="history">
        <h2>{w.history}</h2>
        <History view={view} entries={props.history} />
      </section>
    </Page>
  )
}

const Gone = ({ view, task }: TaskProps) => {
  const w = words(view)
  if (task.droppedIn === null) return null
  return (
    <Notice view={view} kind="warning" title={w.goneIn(task.droppedIn)}>
      {task.droppedWhy && <p lang={task.droppedLang ?? undefined}>{task.droppedWhy}</p>}
      {task.replacedBy && (
        <p>
          {w.goneFor}:{' '}
          <a href={href(view, `/plans/${task.plan}/tasks/${task.replacedBy}`)}>{task.replacedBy}</a>
        </p>
      )}
    </Notice>
  )
}

const Facts = ({ view, plan, task, names }: TaskProps) => {
  const w = words(view)
  const { doc } = plan
  return (
    <DescriptionList
      items={[
        {
          term: w.leads,
          is: task.leads.length > 0 ? <BodyLinks view={view} names={names} keys={task.leads} /> : w.noLead,
        },
        ...(task.supporting.length > 0
          ? [{ term: w.supporting, is: <BodyLinks view={view} names={names} keys={task.supporting} /> }]
          : []),
        ...(task.area ? [{ term: w.area, is: partName(view, doc.areas, task.area) }] : []),
        ...(task.goal ? [{ term: w.goal, is: partName(view, doc.goals, task.goal) }] : []),
        {
          term: w.groups,
          is:
            task.groups.length > 0
              ? task.groups.map((key) => groupName(view, names, key)).join(', ')
              : w.notDocumented,
        },
        {
          term: w.articles,
          is:
            task.articles.length > 0 ? (
              <Articles view={view} names={names} keys={task.articles} />
            ) : (
              w.unlinked.lacks.articles
            ),
        },
        { term: w.period, is: yearsOf(view, task) },
        { term: w.cost, is: <Cost view={view} cost={task.cost} /> },
        ...(task.trust ? [{ term: w.source, is: <Trust view={view} of={task.trust} /> }] : []),
      ]}
    />
  )
}

const Cost = ({ view, cost }: { view: View; cost: number | null }) => {
  const w = words(view)
  if (cost === null) return w.notDocumented
  return cost === 0 ? w.free : <Money view={view} amount={cost} currency={view.currency} />
}

/** What people said that went into it. */
const FromRemarks = ({ view, task, remarks }: TaskProps) => {
  const own = remarks.filter((each) => each.task === task.id && !each.hiddenAt)
  if (own.length === 0) return null
  return (
    <section class="flow" id="remarks">
      <h2>{words(view).fromRemarks}</h2>
      <StructuredList
        items={own.map((each) => ({
          title: each.text,
          lang: each.lang,
          href: href(view, `/plans/${task.plan}#remark-${each.id}`),
        }))}
      />
    </section>
  )
}
