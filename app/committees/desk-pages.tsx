import type { Committee, Seat } from '#city/index.ts'
import { blank, type Shown } from '#kit/form.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { ButtonRow, LinkButton, PostButton } from '#ui/buttons.tsx'
import { DateField, Fieldset, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText, Moment } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { Member } from './members.ts'
import { grounds, lastDay, type Membership, type SeatOn, stateOf } from './membership.ts'
import { labelsOf, StateBadge, valueText } from './parts.tsx'
import type { Sitting, State } from './sitting.ts'
import { type Finding, isWaived, unanswered, type Waiver } from './watch.ts'
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

/** The way back from a page of the desk. */
export const deskCrumbs = (view: View, key: string, name: string) => [
  { href: href(view, '/desk/committees'), label: words(view).desk.title },
  { href: href(view, `/desk/committees/${key}`), label: name },
]

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
}

/** Everything a secretary does for a committee, one press away. */
export const CommitteeDeskPage = (props: DeskProps) => {
  const { view, committee, name } = props
  const w = words(view)
  const desk = (path: string) => href(view, `/desk/committees/${committee.key}${path}`)
  return (
    <Page
      view={view}
      title={name}
      breadcrumbs={[{ href: href(view, '/desk/committees'), label: w.desk.title }]}
      noindex
    >
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
            title: props.names.get(each.person) ?? w.member,
            href: desk(`/proposals/${each.id}`),
            meta: [
              <SeatText view={view} committee={committee} seat={each.seat} />,
              <DayText view={view} day={each.from} />,
            ],
          }))}
        />
      </section>
      <section class="flow">
        <h2>{w.members}</h2>
        <MemberTable {...props} desk={desk} />
      </section>
      <p>
        <a href={href(view, `/committees/${committee.key}`)}>{name}</a>
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
    member: <a href={desk(`/members/${membership.id}`)}>{names.get(membership.person) ?? w.member}</a>,
    seat: <SeatText view={view} committee={committee} seat={membership.seat} />,
    from: <DayText view={view} day={membership.from} />,
    until: <DayText view={view} day={lastDay(membership)} />,
  })
  return (
    <Table
      view={view}
      caption={w.members}
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
        ...seats.flatMap(({ seat, vacant }) =>
          Array.from({ length: vacant }, () => ({
            member: <Badge tone="waiting">{w.vacant}</Badge>,
            seat: <Local view={view} text={seat.name} />,
          })),
        ),
      ]}
    />
  )
}

const SeatText = ({ view, committee, seat }: { view: View; committee: Committee; seat: string }) => {
  const known = committee.seats.find((each) => each.key === seat)
  return known ? <Local view={view} text={known.name} /> : seat
}

const seatOptions = (view: View, seats: readonly Seat[]) =>
  seats
    .filter((each) => each.by !== 'ex-officio')
    .map((each) => ({ value: each.key, label: say(each.name, view.lang, view.languages).text }))

/** A person for a seat. Nothing is decided here. */
export const ProposePage = (props: {
  view: View
  shown: Shown
  committee: Committee
  name: string
  names: ReadonlyMap<number, string>
  start: { person: string; seat: string; from: string }
}) => {
  const { view, shown, committee, start } = props
  const w = words(view)
  return (
    <Page
      view={view}
      shown={shown}
      title={w.desk.propose}
      lead={w.desk.proposeLead}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      <Form
        view={view}
        shown={shown}
        action={href(view, `/desk/committees/${committee.key}/proposals`)}
        submit={w.desk.propose}
        draft={`propose-${committee.key}`}
        cancel={{ href: href(view, `/desk/committees/${committee.key}`), label: props.name }}
      >
        <Select
          {...at(view, shown, 'seat')}
          label={w.seat}
          value={start.seat}
          options={seatOptions(view, committee.seats)}
          empty="–"
        />
        <Select
          {...at(view, shown, 'person')}
          label={w.desk.known}
          hint={w.desk.knownHint}
          value={start.person}
          options={[...props.names].map(([id, name]) => ({ value: String(id), label: name }))}
          empty={w.desk.somebodyNew}
          optional
          sensitive
        />
        <Fieldset legend={w.desk.somebodyNew}>
          <TextField
            {...at(view, shown, 'name')}
            label={w.desk.newName}
            hint={w.desk.newNameHint}
            max={80}
            optional
            sensitive
          />
          <TextField
            {...at(view, shown, 'publishedAs')}
            label={w.desk.publishAs}
            hint={w.desk.publishAsHint}
            max={80}
            optional
            sensitive
          />
        </Fieldset>
        <DateField {...at(view, shown, 'from')} label={w.from} value={start.from} />
        <DateField {...at(view, shown, 'until')} label={w.termUntil} hint={w.desk.untilHint} optional />
        <TraitFields view={view} shown={shown} />
      </Form>
    </Page>
  )
}

/** Asked in the member's place, and only what the member wishes to say. */
const TraitFields = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).desk
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Radios
        {...at(view, shown, 'sex')}
        label={w.sex}
        hint={w.sexHint}
        options={options(w.sexes)}
        inline
        optional
        sensitive
      />
      <Radios
        {...at(view, shown, 'young')}
        label={w.young}
        options={options(w.youngs)}
        inline
        optional
        sensitive
      />
    </>
  )
}

/** What the rules say to an appointment, before it is made. */
export const ProposalPage = (props: {
  view: View
  shown: Shown
  committee: Committee
  name: string
  person: string
  proposed: Membership
  open: boolean
  findings: readonly Finding[]
  waivers: readonly Waiver[]
  on: Day
}) => {
  const { view, shown, committee, proposed, findings, waivers, on } = props
  const w = words(view)
  const path = `/desk/committees/${committee.key}/proposals/${proposed.id}`
  const missing = unanswered(findings, waivers, on)
  const blocked = missing.some((each) => each.gate)
  return (
    <Page
      view={view}
      shown={shown}
      title={props.person}
      kicker={w.desk.proposals}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      <DescriptionList
        items={[
          { term: w.seat, is: <SeatText view={view} committee={committee} seat={proposed.seat} /> },
          { term: w.from, is: <DayText view={view} day={proposed.from} /> },
          { term: w.termUntil, is: <DayText view={view} day={proposed.until} /> },
        ]}
      />
      <h2>{w.desk.findings}</h2>
      <FindingTable view={view} findings={findings} waivers={waivers} on={on} />
      {(!props.open || blocked) && <ErrorSummary view={view} problems={shown.problems} />}
      {!props.open && <Notice view={view} title={view.tell('committees.not-proposed')} />}
      {props.open && !blocked && (
        <Form view={view} shown={shown} action={href(view, `${path}/appointment`)} submit={w.desk.appoint}>
          {missing.length > 0 && (
            <Fieldset legend={w.desk.waiverTitle} hint={w.desk.waiverLead}>
              <TextArea
                {...at(view, shown, 'reason')}
                label={w.desk.reason}
                hint={w.desk.reasonHint}
                max={2000}
              />
              <TextField
                {...at(view, shown, 'decidedBy')}
                label={w.desk.decidedBy}
                hint={w.desk.decidedByHint}
                max={120}
              />
              <DateField {...at(view, shown, 'waiverUntil')} label={w.desk.waiverUntil} />
            </Fieldset>
          )}
        </Form>
      )}
      {props.open && (
        <PostButton view={view} action={href(view, `${path}/withdrawal`)} kind="quiet">
          {w.desk.withdraw}
        </PostButton>
      )}
    </Page>
  )
}

const FindingTable = (props: {
  view: View
  findings: readonly Finding[]
  waivers: readonly Waiver[]
  on: Day
}) => {
  const { view, findings, waivers, on } = props
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.desk.findings}
      columns={[
        { key: 'rule', label: w.rule },
        { key: 'limit', label: w.value },
        { key: 'state', label: w.desk.ifAppointed },
      ]}
      rows={findings.map((each) => ({
        rule: w.rules[each.rule],
        limit: typeof each.limit === 'number' ? each.limit : valueText(view, each.limit),
        state: (
          <>
            <Badge tone={each.state === 'kept' ? 'good' : each.state === 'open' ? 'waiting' : 'late'}>
              {w.states[each.state]}
            </Badge>{' '}
            {each.state === 'open' && w.desk.openHint}
            {each.state === 'breached' &&
              (each.gate ? w.desk.gate : isWaived(each, waivers, on) && w.desk.waived)}
          </>
        ),
      }))}
    />
  )
}

/** One member's term: renewing it, ending it, and how the public sees it. */
export const MemberDeskPage = (props: {
  view: View
  /** The form that was sent and could not be accepted, and what was typed into it. */
  sent: string
  shown: Shown
  committee: Committee
  name: string
  person: string
  member: Membership
  today: Day
}) => {
  const { view, committee, member } = props
  const shownIn = (which: string) => (which === props.sent ? props.shown : blank)
  const w = words(view)
  const path = (step: string) => href(view, `/desk/committees/${committee.key}/members/${member.id}/${step}`)
  const state = stateOf(member, props.today)
  const mayEnd = (state === 'in office' || state === 'to come') && !member.endedOn
  const next = lastDay(member).add({ days: 1 })
  return (
    <Page
      view={view}
      shown={props.shown}
      title={w.desk.memberTitle(props.person)}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      {!mayEnd && props.sent === 'end' && <ErrorSummary view={view} problems={props.shown.problems} />}
      <DescriptionList
        items={[
          { term: w.seat, is: <SeatText view={view} committee={committee} seat={member.seat} /> },
          { term: w.from, is: <DayText view={view} day={member.from} /> },
          { term: w.termUntil, is: <DayText view={view} day={lastDay(member)} /> },
          ...(member.ground ? [{ term: w.desk.ground, is: w.desk.grounds[member.ground] }] : []),
        ]}
      />
      <p>
        <LinkButton
          kind="secondary"
          href={href(
            view,
            `/desk/committees/${committee.key}/members/new?person=${member.person}&seat=${member.seat}&from=${next}`,
          )}
        >
          {w.desk.renew}
        </LinkButton>
      </p>
      <section class="flow">
        <h2>{w.desk.publishAs}</h2>
        <Form
          view={view}
          shown={shownIn('name')}
          action={path('name')}
          submit={w.desk.showName}
          kind="secondary"
        >
          <TextField
            {...at(view, shownIn('name'), 'publishedAs')}
            label={w.desk.publishAs}
            hint={w.desk.publishAsHint}
            value={member.publishedAs ?? ''}
            max={80}
            optional
            sensitive
          />
        </Form>
      </section>
      <section class="flow">
        <h2>{w.desk.traits}</h2>
        <Form
          view={view}
          shown={shownIn('traits')}
          action={path('traits')}
          submit={w.desk.saveTraits}
          kind="secondary"
        >
          <TraitFields view={view} shown={shownIn('traits')} />
        </Form>
      </section>
      {mayEnd && (
        <section class="flow">
          <h2>{w.desk.end}</h2>
          <Form view={view} shown={shownIn('end')} action={path('end')} submit={w.desk.end} kind="danger">
            <DateField {...at(view, shownIn('end'), 'on')} label={w.desk.endOn} />
            <Select
              {...at(view, shownIn('end'), 'ground')}
              label={w.desk.ground}
              hint={w.desk.groundHint}
              options={grounds.map((value) => ({ value, label: w.desk.grounds[value] }))}
              empty="–"
            />
          </Form>
        </section>
      )}
    </Page>
  )
}
