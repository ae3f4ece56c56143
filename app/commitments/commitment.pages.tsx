import type { Bodies } from '#bodies/index.ts'
import type { CityFacts, NormInForce } from '#kit/city.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { InPageNav } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText } from '#ui/text.tsx'
import { Axes } from './axes.pages.tsx'
import { isSilent } from './commitment.ts'
import { Life } from './drawing.tsx'
import type { Link } from './links.reads.ts'
import { Badges } from './parts.tsx'
import type { Parties } from './party.reads.ts'
import { Promised } from './promise.pages.tsx'
import { Requests } from './request.pages.tsx'
import type { RequestLine } from './requests.reads.ts'
import { filesOfStep } from './step.ts'
import { Steps } from './steps.pages.tsx'
import type { Whole } from './whole.reads.ts'
import { words } from './words.ts'

export type CommitmentProps = {
  view: View
  whole: Whole
  bodies: Bodies
  parties: Parties
  names: {
    articles: readonly { about: string; no: string; title: Localized }[]
    groups: readonly { key: string; label: Localized }[]
    districts: readonly { key: string; name: Localized }[]
  }
  broken: NormInForce | undefined
  how: How | undefined
  history: readonly PublicEntry[]
  requests: readonly RequestLine[]
  /** What else it serves. */
  links: readonly Link[]
  facts: CityFacts
  /** Whether the viewer has something to do here. */
  mayAct: boolean
}

/** One promise: what, to whom, by when, how far it has come by the word of its lead, and what others found. */
export const CommitmentPage = (props: CommitmentProps) => {
  const { view, whole, mayAct, how } = props
  const { commitment, steps } = whole
  const w = words(view)
  const parts = [
    { id: 'promise', label: w.page.promise, is: <Promised {...props} /> },
    { id: 'life', label: w.page.life, is: <LifeAndMilestones {...props} /> },
    { id: 'standing', label: w.page.standing, is: <Axes {...props} /> },
    ...(props.requests.length > 0
      ? [{ id: 'requests', label: w.requests.section, is: <Requests {...props} /> }]
      : []),
    { id: 'steps', label: w.page.steps, is: steps.length > 0 ? <Told {...props} /> : <Nothing {...props} /> },
    { id: 'history', label: w.page.history, is: <History view={view} entries={props.history} /> },
  ]
  return (
    <Page
      view={view}
      current="commitments"
      title={{ text: commitment.title, lang: commitment.lang, fallback: commitment.lang !== view.lang }}
      kicker={w.kinds[commitment.kind]}
      badges={<Badges view={view} of={commitment} />}
      breadcrumbs={[{ href: href(view, '/commitments'), label: w.title }]}
      feed={{ href: href(view, '/record/feeds/commitments.atom'), title: w.title }}
      aside={
        <>
          {mayAct && (
            <p class="not-printed">
              <LinkButton href={href(view, `/desk/commitments/${commitment.id}`)} small>
                {w.desk.open}
              </LinkButton>
            </p>
          )}
          <FollowBox view={view} about={`commitments/${commitment.id}`} how={how} />
          <InPageNav view={view} items={parts} />
        </>
      }
    >
      {isSilent(commitment, view.at) && <Silence {...props} />}
      {parts.map(({ id, label, is }) => (
        <section class="flow" id={id}>
          <h2>{label}</h2>
          {is}
        </section>
      ))}
    </Page>
  )
}

const Silence = ({ view, whole: { commitment } }: CommitmentProps) => {
  const w = words(view).page
  const since = commitment.reportedAt ?? commitment.adoptedAt
  return (
    <Notice view={view} kind="warning" title={w.silence(dayText(dayAt(since, view.timeZone), view.lang))}>
      {w.silenceWhy}
    </Notice>
  )
}

const LifeAndMilestones = ({ view, whole }: CommitmentProps) => {
  const { commitment, milestones, steps } = whole
  const w = words(view)
  const today = todayOf(view)
  return (
    <>
      <Life view={view} it={commitment} milestones={milestones} steps={steps} />
      {milestones.length > 0 && (
        <Table
          view={view}
          caption={w.milestones}
          columns={[
            { key: 'no', label: w.page.number },
            { key: 'title', label: w.page.milestone },
            { key: 'due', label: w.dueOn, kind: 'date' },
            { key: 'state', label: w.page.state },
          ]}
          rows={milestones.map((each) => ({
            no: each.no,
            title: <span lang={commitment.lang}>{each.title}</span>,
            due: (
              <>
                <DayText view={view} day={each.dueOn} />
                {!each.firstDueOn.equals(each.dueOn) && (
                  <span class="muted"> ({w.first(dayText(each.firstDueOn, view.lang))})</span>
                )}
              </>
            ),
            state: each.reachedAt ? (
              <Badge tone="good">
                {w.page.reached(dayText(dayAt(each.reachedAt, view.timeZone), view.lang))}
              </Badge>
            ) : each.droppedAt ? (
              <Badge tone="stopped">{w.dropped}</Badge>
            ) : Temporal.PlainDate.compare(each.dueOn, today) < 0 ? (
              <Badge tone="late">{w.standings.late}</Badge>
            ) : (
              <Badge>{w.page.ahead}</Badge>
            ),
          }))}
        />
      )}
    </>
  )
}

const Told = ({ view, whole, bodies }: CommitmentProps) => (
  <Steps
    view={view}
    bodies={bodies}
    steps={whole.steps}
    milestones={whole.milestones}
    lang={whole.commitment.lang}
    filesOf={(no) => filesOfStep(whole.files, whole.commitment.id, no)}
  />
)

const Nothing = ({ view }: CommitmentProps) => {
  const w = words(view).page
  return <EmptyState title={w.nothing}>{w.nothingHow}</EmptyState>
}
