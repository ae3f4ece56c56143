import type { Committee } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText, Moment } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { JustDone, SeatText } from './desk.parts.tsx'
import type { Member } from './members.ts'
import { lastDay, type Membership, type SeatOn } from './membership.ts'
import { labelsOf, StateBadge } from './parts.tsx'
import { type Counts, RecommendationCounts } from './recommendation.parts.tsx'
import type { Sitting, State } from './sitting.ts'
import { words } from './words.ts'

/** The committees somebody is secretary of. */
export const DeskPage = (props: { view: View; committees: readonly { key: string; name: string }[] }) => {
  const w = words(props.view).desk
  return (
    <Page view={props.view} title={w.title} lead={w.lead} noindex>
      <StructuredList
        level={2}
        items={props.committees.map(({ key, name }) => ({
          title: name,
          href: href(props.view, `/desk/committees/${key}`),
        }))}
      />
    </Page>
  )
}

type DeskProps = {
  view: View
  committee: Committee
  name: string
  names: ReadonlyMap<number, string>
  seats: readonly SeatOn[]
  members: readonly Member[]
  proposals: readonly Membership[]
  coming: readonly Membership[]
  sittings: readonly { sitting: Sitting; state: State }[]
  recommendations: Counts
}

/** Everything a secretary does for a committee, one press away. */
export const CommitteeDeskPage = (props: DeskProps) => {
  const { view, committee, name } = props
  const w = words(view)
  const desk = (path: string) => href(view, `/desk/committees/${committee.key}${path}`)
  return (
    <Page
      view={view}
      title={w.desk.of(name)}
      breadcrumbs={[{ href: href(view, '/desk/committees'), label: w.desk.title }]}
      noindex
    >
      <JustDone view={view} />
      <ButtonRow>
        <LinkButton href={desk('/sittings/new')}>{w.desk.call}</LinkButton>
        <LinkButton href={desk('/members/new')} kind="secondary">
          {w.desk.propose}
        </LinkButton>
      </ButtonRow>
      <section class="flow">
        <h2>{w.sittings}</h2>
        <StructuredList
          empty={<EmptyState title={w.noSittings} />}
          items={props.sittings.map(({ sitting, state }) => ({
            title: w.sittingNo(sitting.no),
            href: desk(`/sittings/${sitting.no}`),
            meta: [<Moment view={view} at={sitting.startsAt} />, w.sittingKinds[sitting.kind]],
            badges: <StateBadge view={view} state={state} />,
          }))}
        />
      </section>
      <section class="flow">
        <h2>{w.desk.proposals}</h2>
        <StructuredList
          empty={<p class="muted">{w.desk.noProposals}</p>}
          items={props.proposals.map((each) => ({
            title: <bdi>{props.names.get(each.person) ?? w.member}</bdi>,
            href: desk(`/proposals/${each.id}`),
            meta: [
              <SeatText view={view} committee={committee} seat={each.seat} />,
              <DayText view={view} day={each.from} />,
            ],
          }))}
        />
      </section>
      <section class="flow">
        <h2>{w.recommendations.desk.deskOf}</h2>
        <RecommendationCounts view={view} committee={committee.key} counts={props.recommendations} />
      </section>
      <section>
        <MemberTable {...props} desk={desk} />
      </section>
      <p>
        <a href={href(view, `/committees/${committee.key}`)}>{w.desk.public}</a>
      </p>
    </Page>
  )
}

const MemberTable = ({
  view,
  committee,
  names,
  seats,
  members,
  coming,
  desk,
}: DeskProps & { desk(path: string): string }) => {
  const w = words(view)
  const labels = labelsOf(view, members)
  const row = (membership: Membership) => ({
    member: (
      <a href={desk(`/members/${membership.id}`)}>
        <bdi>{names.get(membership.person) ?? w.member}</bdi>
      </a>
    ),
    seat: <SeatText view={view} committee={committee} seat={membership.seat} />,
    from: <DayText view={view} day={membership.from} />,
    until: <DayText view={view} day={lastDay(membership)} />,
  })
  return (
    <Table
      view={view}
      caption={w.members}
      level={2}
      columns={[
        { key: 'member', label: w.member },
        { key: 'seat', label: w.seat },
        { key: 'from', label: w.from, kind: 'date' },
        { key: 'until', label: w.termUntil, kind: 'date' },
      ]}
      rows={[
        ...members.map(({ ref, seat, membership }) =>
          membership
            ? row(membership)
            : { member: labels.get(ref), seat: <Local view={view} text={seat.name} /> },
        ),
        ...coming.map(row),
        ...seats
          .filter(({ vacant }) => vacant > 0)
          .map(({ seat, vacant }) => ({
            member: <Badge tone="waiting">{w.vacantSeats(vacant)}</Badge>,
            seat: <Local view={view} text={seat.name} />,
          })),
      ]}
    />
  )
}
