import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import type { NormInForce } from '#kit/city.ts'
import { dayInFull, day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { InPageNav } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText, Money, PersonText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { implementationOf, isOpen, isSilent, verificationOf } from './commitment.ts'
import { Life } from './drawing.tsx'
import { Badges } from './parts.tsx'
import type { Parties } from './party.ts'
import { Evidence, Steps } from './steps.pages.tsx'
import { filesOfStep, type Whole } from './whole.reads.ts'
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

const Promised = (props: CommitmentProps) => {
  const { view, whole, bodies, parties, names } = props
  const { commitment } = whole
  const w = words(view)
  const { lead, supporting, dueOn, firstDueOn, cost } = commitment
  return (
    <>
      <PersonText text={commitment.text} lang={commitment.lang} />
      <DescriptionList
        items={[
          {
            term: w.origin,
            is: (
              <>
                <a href={href(view, `/${commitment.origin}`)}>
                  <Local view={view} text={commitment.originTitle} />
                </a>{' '}
                <span class="muted">({view.tell(`room.${commitment.originKind}`)})</span>
              </>
            ),
          },
          { term: w.adoptedOn, is: <DayText view={view} day={dayAt(commitment.adoptedAt, view.timeZone)} /> },
          { term: w.lead, is: <Lead {...{ view, bodies, lead, parties }} /> },
          ...(supporting.length > 0
            ? [{ term: w.supporting, is: <Bodylist view={view} bodies={bodies} keys={supporting} /> }]
            : []),
          { term: w.startsOn, is: <DayText view={view} day={commitment.startsOn} /> },
          {
            term: w.dueOn,
            is: (
              <>
                <strong>
                  <time datetime={dueOn.toString()}>{dayInFull(dueOn, view.lang)}</time>
                </strong>
                {!firstDueOn.equals(dueOn) && (
                  <>
                    {' '}
                    <Badge tone="waiting">{w.first(dayText(firstDueOn, view.lang))}</Badge>
                  </>
                )}
              </>
            ),
          },
          {
            term: w.cost,
            is: cost === null ? w.free : <Money view={view} amount={cost} currency={view.currency} />,
          },
          ...tagged(view, 'article', w.articles, commitment.articles, (key) =>
            articleText(view, names.articles, key),
          ),
          ...tagged(view, 'group', w.groups, commitment.groups, (key) =>
            labelIn(
              view,
              names.groups.map(({ key, label }) => ({ key, name: label })),
              key,
            ),
          ),
          ...tagged(view, 'district', w.districts, commitment.districts, (key) =>
            labelIn(view, names.districts, key),
          ),
        ]}
      />
    </>
  )
}

function tagged(
  view: View,
  facet: string,
  term: string,
  keys: readonly string[],
  name: (key: string) => string,
) {
  if (keys.length === 0) return []
  const to = (key: string) =>
    facet === 'article'
      ? href(view, `/${key}`)
      : href(view, `/commitments?${new URLSearchParams({ [facet]: key })}`)
  const is: Child = keys.map((key, index) => (
    <>
      {index > 0 && ' · '}
      <a href={to(key)}>{name(key)}</a>
    </>
  ))
  return [{ term, is }]
}

function articleText(view: View, all: CommitmentProps['names']['articles'], about: string): string {
  const known = all.find((each) => each.about === about)
  return known ? `${articleName(view, known.no)} ${plain(known.title, view)}` : about
}

const labelIn = (view: View, all: readonly { key: string; name: Localized }[], key: string): string => {
  const known = all.find((each) => each.key === key)
  return known ? plain(known.name, view) : key
}

/** Who leads it today; who was named, where that is another by now. */
const Lead = (props: { view: View; bodies: Bodies; lead: string; parties: Parties }) => {
  const { view, bodies, lead, parties } = props
  const w = words(view)
  if (parties.lead.length === 0 || parties.lead.includes(lead))
    return <Bodylist view={view} bodies={bodies} keys={[lead]} />
  return (
    <>
      <Bodylist view={view} bodies={bodies} keys={parties.lead} />{' '}
      <span class="muted">({w.page.tookOver(nameOf(view, bodies, lead, todayOf(view)))})</span>
    </>
  )
}

const Bodylist = ({ view, bodies, keys }: { view: View; bodies: Bodies; keys: readonly string[] }) => (
  <>
    {keys.map((key, index) => (
      <>
        {index > 0 && ', '}
        <a href={href(view, `/bodies/${key}`)}>{nameOf(view, bodies, key, todayOf(view))}</a>
      </>
    ))}
  </>
)

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

/** What its lead says, and what somebody else found: never one for the other. */
const Axes = ({ view, whole, bodies, broken }: CommitmentProps) => {
  const { commitment, steps } = whole
  const w = words(view)
  const implementation = implementationOf(commitment, view.at)
  const verification = verificationOf(commitment)
  const check = steps.findLast((each) => each.kind === 'check')
  const said = commitment.doneAt ?? commitment.stoppedAt
  return (
    <>
      <DescriptionList
        items={[
          {
            term: w.page.byLead,
            is: (
              <>
                <Badge tone={implementation === 'late' || implementation === 'stopped' ? 'late' : 'info'}>
                  {w.implementations[implementation]}
                </Badge>{' '}
                {said && <DayText view={view} day={dayAt(said, view.timeZone)} />}
              </>
            ),
          },
          {
            term: w.page.byOthers,
            is: (
              <Badge
                tone={
                  verification === 'confirmed'
                    ? 'good'
                    : verification === 'none'
                      ? 'neutral'
                      : verification === 'waiting'
                        ? 'waiting'
                        : 'late'
                }
              >
                {w.verifications[verification]}
              </Badge>
            ),
          },
          ...(check?.kind === 'check'
            ? [
                {
                  term: w.page.lastCheck,
                  is: (
                    <div class="flow">
                      <p>
                        {nameOf(view, bodies, check.body, dayAt(check.at, view.timeZone))},{' '}
                        <DayText view={view} day={dayAt(check.at, view.timeZone)} />:{' '}
                        {w.steps.methods[check.doc.method]}
                      </p>
                      <PersonText text={check.text} lang={check.lang} />
                      <Evidence view={view} links={check.links} files={filesOfStep(whole, check.no)} />
                    </div>
                  ),
                },
              ]
            : []),
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

const Told = ({ view, whole, bodies }: CommitmentProps) => (
  <Steps
    view={view}
    bodies={bodies}
    steps={whole.steps}
    milestones={whole.milestones}
    filesOf={(no) => filesOfStep(whole, no)}
  />
)

const Nothing = ({ view }: CommitmentProps) => {
  const w = words(view).page
  return <EmptyState title={w.nothing}>{w.nothingHow}</EmptyState>
}
