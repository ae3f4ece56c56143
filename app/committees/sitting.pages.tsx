import { type Bodies, nameOf } from '#bodies/index.ts'
import { Named, type Names } from '#charter/index.ts'
import type { Committee } from '#city/index.ts'
import type { Calendar } from '#kit/calendar.ts'
import { dayInFull } from '#kit/dates.ts'
import { explain } from '#kit/deadline.explained.ts'
import { deadlineBy } from '#kit/deadline.norm.ts'
import { derivation } from '#kit/deadline.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DeadlineNote } from '#ui/steps.tsx'
import { DayText, Moment, PersonText } from '#ui/text.tsx'
import { AgendaItem } from './agenda.pages.tsx'
import type { Member } from './members.ts'
import { labelsOf, StateBadge } from './parts.tsx'
import type { Recommendation } from './recommendation.ts'
import type { Rules } from './rules.ts'
import {
  lastDayBefore,
  lateBy,
  minutesDue,
  presences,
  presentAt,
  quorumOf,
  type Sitting,
  type State,
} from './sitting.ts'
import { words } from './words.ts'

export type SittingProps = {
  view: View
  committee: Committee
  bodies: Bodies
  laws: Names
  sitting: Sitting
  state: State
  rules: Rules
  members: readonly Member[]
  calendar: Calendar
  how: How | undefined
  history: readonly PublicEntry[]
  recommendations: readonly Recommendation[]
}

/** One sitting: the notice, who was there, what was decided by how many, and the minutes. */
export const SittingPage = (props: SittingProps) => {
  const { view, committee, bodies, sitting } = props
  const w = words(view)
  const name = nameOf(view, bodies, committee.key, dayAt(sitting.startsAt, view.timeZone))
  return (
    <Page
      view={view}
      current="committees"
      title={`${name}, ${w.sittingNo(sitting.no)}`}
      kicker={w.sittingKinds[sitting.kind]}
      badges={<StateBadge view={view} state={props.state} />}
      breadcrumbs={[
        { href: href(view, '/committees'), label: w.title },
        { href: href(view, `/committees/${committee.key}`), label: name },
      ]}
      aside={
        <FollowBox view={view} about={`committees/${committee.key}/sittings/${sitting.no}`} how={props.how} />
      }
    >
      <Notice {...props} />
      <Attendance {...props} />
      <section class="flow" id="agenda">
        <h2>{w.agenda}</h2>
        {sitting.items.length === 0 && <EmptyState title={w.noItems} />}
        {sitting.items.map((item) => (
          <AgendaItem {...props} item={item} />
        ))}
      </section>
      {props.state !== 'cancelled' && props.state !== 'called' && <Minutes {...props} />}
      <section class="flow">
        <h2>{w.history}</h2>
        <History view={view} entries={props.history} />
      </section>
    </Page>
  )
}

const Notice = ({ view, sitting, rules }: SittingProps) => {
  const w = words(view)
  const on = dayAt(sitting.startsAt, view.timeZone)
  const called = dayAt(sitting.calledAt, view.timeZone)
  const papersBy = rules.papers && lastDayBefore(rules.papers, on)
  return (
    <DescriptionList
      items={[
        { term: w.when, is: <Moment view={view} at={sitting.startsAt} /> },
        { term: w.where, is: <span lang={sitting.lang}>{sitting.place}</span> },
        { term: w.desk.mode, is: w.modes[sitting.mode] },
        ...(sitting.demandedBy
          ? [
              {
                term: w.sittingKinds.extra,
                is:
                  sitting.demandedBy === 'chair'
                    ? w.demanded.chair
                    : w.demanded.members(sitting.demands ?? 0),
              },
            ]
          : []),
        {
          term: w.calledOn,
          is: (
            <>
              <DayText view={view} day={called} />{' '}
              <span class="muted">{w.daysBefore(called.until(on).days)}</span>
            </>
          ),
        },
        ...(sitting.urgency
          ? [{ term: w.urgency, is: <span lang={sitting.lang}>{sitting.urgency}</span> }]
          : []),
        { term: w.papers, is: <Papers view={view} sitting={sitting} by={papersBy} /> },
        ...(sitting.cancelledFor
          ? [{ term: w.cancelledFor, is: <span lang={sitting.lang}>{sitting.cancelledFor}</span> }]
          : []),
      ]}
    />
  )
}

const Papers = ({ view, sitting, by }: { view: View; sitting: Sitting; by: Day | undefined }) => {
  const w = words(view)
  if (!sitting.papersAt)
    return <>{by ? `${w.papersNone}, ${w.papersBy(dayInFull(by, view.lang))}` : w.papersNone}</>
  const sent = dayAt(sitting.papersAt, view.timeZone)
  const late = by && Temporal.PlainDate.compare(sent, by) > 0
  return (
    <>
      <DayText view={view} day={sent} /> {late && <Badge tone="late">{w.papersLate}</Badge>}
    </>
  )
}

const Attendance = ({ view, sitting, rules, members }: SittingProps) => {
  const w = words(view)
  const { attendance } = sitting
  if (!attendance) return null
  const labels = labelsOf(view, members)
  return (
    <section class="flow" id="attendance">
      <h2>{w.attendance}</h2>
      <p>
        {w.presentOf(presentAt(sitting), attendance.length)},{' '}
        {w.quorumIs(quorumOf(rules.quorum, attendance.length))}
      </p>
      <DescriptionList
        items={presences.flatMap((presence) => {
          const who = attendance.filter((each) => each.presence === presence)
          const names = who.map((each) => labels.get(each.member) ?? w.member)
          return who.length > 0 ? [{ term: w.presences[presence], is: names.join(', ') }] : []
        })}
      />
    </section>
  )
}

const Minutes = ({ view, laws, sitting, rules, calendar }: SittingProps) => {
  const w = words(view)
  const on = dayAt(sitting.startsAt, view.timeZone)
  const today = dayAt(view.at, view.timeZone)
  const published = sitting.published ? dayAt(sitting.published.at, view.timeZone) : undefined
  const due = minutesDue(rules.minutes, on, { calendar })
  const late = lateBy(due, published, today)
  return (
    <section class="flow" id="minutes">
      <h2>{w.minutes}</h2>
      {rules.minutes && due && (
        <DeadlineNote
          view={view}
          due={due}
          state={published ? 'met' : late > 0 ? 'overdue' : today.equals(due) ? 'last-day' : 'running'}
          days={late > 0 ? late : today.until(due).days}
          derivation={explain(derivation(deadlineBy(rules.minutes, on), calendar), view)}
          basis={
            rules.minutes.provision && <Named view={view} provision={rules.minutes.provision} names={laws} />
          }
        />
      )}
      {published && late > 0 && (
        <p>
          <Badge tone="late">{w.publishedLate(late)}</Badge>
        </p>
      )}
      {sitting.published ? (
        <PersonText
          text={sitting.published.text}
          lang={sitting.published.lang}
          by={<Moment view={view} at={sitting.published.at} />}
        />
      ) : (
        <p>{w.minutesNone}</p>
      )}
    </section>
  )
}
