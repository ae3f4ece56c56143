import { type Bodies, nameOf } from '#bodies/index.ts'
import { Named, type Names, valueText } from '#charter/index.ts'
import type { Committee } from '#city/index.ts'
import { holdsIn } from '#kit/audience.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { InPageNav } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy, DayText, Moment } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { CompositionTable } from './composition.pages.tsx'
import type { Member } from './members.ts'
import type { SeatOn } from './membership.ts'
import { labelsOf, StateBadge } from './parts.tsx'
import { type Counts, RecommendationCounts } from './recommendation.parts.tsx'
import type { Rules } from './rules.ts'
import type { Sitting, State } from './sitting.ts'
import type { Composition } from './traits.actions.ts'
import type { Waiver } from './watch.ts'
import { words } from './words.ts'

export type CommitteeProps = {
  view: View
  committee: Committee
  bodies: Bodies
  laws: Names
  today: Day
  rules: Rules
  seats: readonly SeatOn[]
  members: readonly Member[]
  composition: Composition | undefined
  waivers: readonly Waiver[]
  sittings: readonly { sitting: Sitting; state: State }[]
  how: How | undefined
  history: readonly PublicEntry[]
  recommendations: Counts
}

/** One committee: its members, its rules, its sittings, and where it does not keep a rule. */
export const CommitteePage = (props: CommitteeProps) => {
  const { view, committee, bodies, today, waivers } = props
  const w = words(view)
  const parts = [
    { id: 'sittings', label: w.sittings, is: <Sittings {...props} /> },
    ...(props.recommendations.made > 0
      ? [{ id: 'recommendations', label: w.recommendations.title, is: <Recommended {...props} /> }]
      : []),
    { id: 'members', label: w.members, is: <Members {...props} /> },
    {
      id: 'composition',
      label: w.composition,
      is: <CompositionTable view={view} composition={props.composition} />,
    },
    ...(waivers.length > 0 ? [{ id: 'exceptions', label: w.waivers, is: <Waivers {...props} /> }] : []),
    { id: 'rules', label: w.rulesTitle, is: <RuleTable {...props} /> },
    ...(committee.terms.length > 0 ? [{ id: 'terms', label: w.termsTitle, is: <Terms {...props} /> }] : []),
    { id: 'history', label: w.history, is: <History view={view} entries={props.history} /> },
  ]
  return (
    <Page
      view={view}
      current="committees"
      title={nameOf(view, bodies, committee.key, today)}
      kicker={w.kinds[committee.kind]}
      breadcrumbs={[{ href: href(view, '/committees'), label: w.title }]}
      aside={
        <>
          {holdsIn(view.viewer, committee.key, 'secretary') && (
            <p class="not-printed">
              <LinkButton href={href(view, `/desk/committees/${committee.key}`)} small>
                {w.desk.open}
              </LinkButton>
            </p>
          )}
          <FollowBox view={view} about={`committees/${committee.key}`} how={props.how} />
          <InPageNav view={view} items={parts} />
        </>
      }
    >
      <Facts {...props} />
      {parts.map(({ id, label, is }) => (
        <section class="flow" id={id}>
          <h2>{label}</h2>
          {is}
        </section>
      ))}
    </Page>
  )
}

const Facts = ({ view, committee, bodies, laws, today }: CommitteeProps) => {
  const w = words(view)
  const body = (key: string) => <a href={href(view, `/bodies/${key}`)}>{nameOf(view, bodies, key, today)}</a>
  const { advises, secretariat, renewals, meetingsPublic, basis } = committee
  return (
    <DescriptionList
      items={[
        ...(advises ? [{ term: w.advises, is: body(advises) }] : []),
        ...(secretariat ? [{ term: w.secretariat, is: body(secretariat) }] : []),
        { term: w.chair, is: w.chairs[committee.chair] },
        ...(renewals === undefined
          ? []
          : [{ term: w.renewals, is: renewals === 'unlimited' ? w.renewalsUnlimited : renewals }]),
        ...(meetingsPublic === undefined
          ? []
          : [{ term: w.meetings, is: meetingsPublic ? w.meetingsPublic : w.meetingsClosed }]),
        ...(basis ? [{ term: w.basis, is: <Named view={view} provision={basis} names={laws} /> }] : []),
        { term: w.source, is: <Trust view={view} of={committee} /> },
      ]}
    />
  )
}

const Sittings = ({ view, committee, sittings }: CommitteeProps) => {
  const w = words(view)
  return (
    <>
      <StructuredList
        empty={<EmptyState title={w.noSittings} />}
        items={sittings.map(({ sitting, state }) => ({
          title: w.sittingNo(sitting.no),
          href: href(view, `/committees/${committee.key}/sittings/${sitting.no}`),
          meta: [
            <Moment view={view} at={sitting.startsAt} />,
            w.sittingKinds[sitting.kind],
            <span lang={sitting.lang}>{sitting.place}</span>,
          ],
          badges: <StateBadge view={view} state={state} />,
        }))}
      />
      <p class="not-printed">
        <a href={href(view, `/committees/${committee.key}.ics`)}>{w.calendar}</a> · {w.downloads}:{' '}
        <a href={href(view, `/committees/${committee.key}/sittings.csv`)}>CSV</a> ·{' '}
        <a href={href(view, `/committees/${committee.key}/sittings.json`)}>JSON</a>
      </p>
    </>
  )
}

const Recommended = ({ view, committee, recommendations }: CommitteeProps) => (
  <RecommendationCounts view={view} committee={committee.key} counts={recommendations} />
)

const Members = ({ view, committee, seats, members, today }: CommitteeProps) => {
  const w = words(view)
  const labels = labelsOf(view, members)
  if (members.length === 0) return <EmptyState title={w.noMembers} />
  return (
    <>
      <Table
        view={view}
        caption={w.asOf(dayText(today, view.lang))}
        columns={[
          { key: 'member', label: w.member },
          { key: 'seat', label: w.seat },
          { key: 'until', label: w.termUntil, kind: 'date' },
        ]}
        rows={seats.flatMap(({ seat, vacant }) => [
          ...members
            .filter((each) => each.seat.key === seat.key)
            .map(({ ref, membership }) => ({
              member: <bdi>{labels.get(ref)}</bdi>,
              seat: <SeatName view={view} seat={seat} />,
              until: membership && <DayText view={view} day={membership.until} />,
            })),
          ...(vacant > 0
            ? [
                {
                  member: <Badge tone="waiting">{w.vacantSeats(vacant)}</Badge>,
                  seat: <SeatName view={view} seat={seat} />,
                },
              ]
            : []),
        ])}
      />
      <p class="not-printed">
        {w.everMember}: <a href={href(view, `/committees/${committee.key}/members.csv`)}>CSV</a> ·{' '}
        <a href={href(view, `/committees/${committee.key}/members.json`)}>JSON</a>
      </p>
    </>
  )
}

const SeatName = ({ view, seat }: { view: View; seat: SeatOn['seat'] }) => (
  <>
    <Local view={view} text={seat.name} /> <span class="muted">({words(view).seatBy[seat.by]})</span>
  </>
)

const Waivers = ({ view, waivers }: CommitteeProps) => {
  const w = words(view)
  return (
    <>
      <p>{w.waiversLead}</p>
      <StructuredList
        items={waivers.map(({ rule, reason, lang, decidedBy, from, until }) => ({
          title: w.waiverOf(w.rules[rule]),
          text: <span lang={lang}>{reason}</span>,
          meta: [
            `${w.decidedBy}: ${decidedBy}`,
            <DayText view={view} day={from} />,
            <>
              {w.until} <DayText view={view} day={until} />
            </>,
          ],
        }))}
      />
    </>
  )
}

const inOrder = Object.keys(words({ lang: 'en' }).rules)

const RuleTable = ({ view, rules, laws, today }: CommitteeProps) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.asOf(dayText(today, view.lang))}
      columns={[
        { key: 'rule', label: w.rule },
        { key: 'value', label: w.value },
        { key: 'since', label: w.since, kind: 'date' },
        { key: 'basis', label: w.basis },
      ]}
      rows={Object.entries(rules)
        .sort(([a], [b]) => inOrder.indexOf(a) - inOrder.indexOf(b))
        .map(([name, norm]) => ({
          rule: w.rules[name as keyof typeof w.rules],
          value: valueText(view, norm),
          since: norm.from && <DayText view={view} day={norm.from} />,
          basis: norm.provision && <Named view={view} provision={norm.provision} names={laws} />,
        }))}
    />
  )
}

const Terms = ({ view, committee }: CommitteeProps) => {
  const w = words(view)
  return (
    <StructuredList
      items={committee.terms.map((term) => ({
        title: w.term(term.no),
        ...(term.note && { text: <Local view={view} text={term.note} /> }),
        meta: [
          <DayBy view={view} on={term.from} precision={term.precision} />,
          ...(term.members ? [w.membersCount(term.members)] : []),
        ],
        ...(term.verification !== 'confirmed' && { badges: <Trust view={view} of={term} /> }),
      }))}
    />
  )
}
