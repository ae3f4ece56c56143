import type { Committee } from '#city/index.ts'
import { blank, type Shown } from '#kit/form.ts'
import { isBefore } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { PostButton } from '#ui/buttons.tsx'
import { Checkboxes, DateField, Fieldset, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { languageName, Moment } from '#ui/text.tsx'
import { deskCrumbs } from './desk-pages.tsx'
import type { Member } from './members.ts'
import { labelsOf, StateBadge, valueText } from './parts.tsx'
import type { Rules } from './rules.ts'
import {
  closedFor,
  type Item,
  interests,
  mayVoteOn,
  modes,
  outcomes,
  proposers,
  quorumOf,
  recusals,
  type Sitting,
  type State,
} from './sitting.ts'
import { words } from './words.ts'

const choices = <K extends string>(all: readonly K[], labels: Record<K, string>) =>
  all.map((value) => ({ value, label: labels[value] }))

const Language = ({ view, shown, name }: { view: View; shown: Shown; name: string }) => (
  <Select
    {...at(view, shown, name)}
    label={words(view).desk.language}
    value={view.lang}
    options={view.languages.map((value) => ({ value, label: languageName(value) }))}
  />
)

/** Calls a sitting in one form. */
export const CallPage = (props: {
  view: View
  shown: Shown
  committee: Committee
  name: string
  rules: Rules
}) => {
  const { view, shown, committee, rules } = props
  const w = words(view)
  return (
    <Page
      view={view}
      shown={shown}
      title={w.desk.call}
      lead={w.desk.callLead}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      <Form
        view={view}
        shown={shown}
        action={href(view, `/desk/committees/${committee.key}/sittings`)}
        submit={w.desk.call}
        draft={`call-${committee.key}`}
        cancel={{ href: href(view, `/desk/committees/${committee.key}`), label: props.name }}
      >
        <DateField {...at(view, shown, 'day')} label={w.desk.day} />
        <TextField
          {...at(view, shown, 'time')}
          label={w.desk.time}
          hint={w.desk.timeHint}
          value="14:00"
          width="short"
        />
        <TextField
          {...at(view, shown, 'minutes')}
          label={w.desk.lasts}
          value="120"
          inputmode="numeric"
          width="short"
        />
        <TextField {...at(view, shown, 'place')} label={w.desk.place} hint={w.desk.placeHint} max={200} />
        <Radios
          {...at(view, shown, 'mode')}
          label={w.desk.mode}
          value="in-person"
          options={choices(modes, w.modes)}
          inline
        />
        <TextArea
          {...at(view, shown, 'agenda')}
          label={w.desk.agendaLines}
          hint={w.desk.agendaHint}
          rows={5}
          optional
        />
        <Language view={view} shown={shown} name="lang" />
        <Radios
          {...at(view, shown, 'kind')}
          label={w.desk.kind}
          value="regular"
          options={choices(['regular', 'extra'] as const, w.sittingKinds)}
          inline
        />
        <Radios
          {...at(view, shown, 'demandedBy')}
          label={w.desk.demandedBy}
          hint={w.desk.demandedByHint}
          options={choices(['chair', 'members'] as const, w.desk.demanders)}
          inline
          optional
        />
        <TextField
          {...at(view, shown, 'demands')}
          label={w.desk.demands}
          hint={rules.extraMeeting && valueText(view, rules.extraMeeting)}
          inputmode="numeric"
          width="short"
          optional
        />
        {rules.notice && (
          <TextArea
            {...at(view, shown, 'urgency')}
            label={w.desk.urgency}
            hint={w.desk.urgencyHint(valueText(view, rules.notice))}
            rows={2}
            max={500}
            optional
          />
        )}
      </Form>
    </Page>
  )
}

type Desk = {
  view: View
  /** The form that was sent and could not be accepted, and what was typed into it. */
  sent: string
  shown: Shown
  committee: Committee
  name: string
  sitting: Sitting
  state: State
  rules: Rules
  members: readonly Member[]
}

/** A sitting from its notice to its minutes: only the steps that are possible now. */
export const SittingDeskPage = (props: Desk) => {
  const { view, committee, sitting, state } = props
  const w = words(view)
  const path = `/desk/committees/${committee.key}/sittings/${sitting.no}`
  const open = !sitting.cancelledAt && !sitting.published
  const begun = !isBefore(view.at, sitting.startsAt)
  const forms = [
    ...(open && begun ? ['attendance'] : []),
    ...(open && sitting.attendance ? ['minutes'] : []),
    ...(open ? ['item'] : []),
    ...(open && !sitting.attendance ? ['cancellation'] : []),
  ]
  return (
    <Page
      view={view}
      shown={props.shown}
      title={`${props.name}, ${w.sittingNo(sitting.no)}`}
      badges={<StateBadge view={view} state={state} />}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      {!forms.includes(props.sent) && <ErrorSummary view={view} problems={props.shown.problems} />}
      <DescriptionList
        items={[
          { term: w.when, is: <Moment view={view} at={sitting.startsAt} /> },
          { term: w.where, is: sitting.place },
        ]}
      />
      {open && !sitting.papersAt && (
        <PostButton view={view} action={href(view, `${path}/papers`)} kind="secondary">
          {w.desk.papersSent}
        </PostButton>
      )}
      {forms.includes('attendance') && <AttendanceForm {...props} path={path} />}
      <section class="flow">
        <h2>{w.agenda}</h2>
        <StructuredList
          empty={<p class="muted">{w.noItems}</p>}
          items={sitting.items.map((item) => ({
            number: item.no,
            title: item.title,
            lang: item.lang,
            href: href(view, `${path}/items/${item.no}`),
            meta: [
              w.proposers[item.proposedBy],
              item.outcome ? w.outcomes[item.outcome] : w.undecided,
              ...(item.closed ? [w.closedItem] : []),
            ],
          }))}
        />
      </section>
      {forms.includes('minutes') && <MinutesForm {...props} path={path} />}
      {forms.includes('item') && <ItemForm {...props} path={path} />}
      {forms.includes('cancellation') && <CancelForm {...props} path={path} />}
      <p>
        <a href={href(view, `/committees/${committee.key}/sittings/${sitting.no}`)}>
          {w.sittingNo(sitting.no)}
        </a>
      </p>
    </Page>
  )
}

const AttendanceForm = ({
  view,
  sent,
  shown: typed,
  sitting,
  rules,
  members,
  path,
}: Desk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'attendance' ? typed : blank
  const labels = labelsOf(view, members)
  const options = members.map(({ ref }) => ({ value: ref, label: labels.get(ref) ?? ref }))
  const marked = (presence: string) =>
    (sitting.attendance ?? []).filter((each) => each.presence === presence).map((each) => each.member)
  return (
    <section class="flow">
      <h2>{w.attendance}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/attendance`)}
        submit={w.desk.recordAttendance}
        draft={`attendance-${path}`}
      >
        <Checkboxes
          {...at(view, shown, 'present')}
          label={w.desk.presentAre}
          hint={`${w.quorumIs(quorumOf(rules.quorum, members.length))}. ${w.desk.attendanceHint}`}
          value={marked('present')}
          options={options}
        />
        <Checkboxes
          {...at(view, shown, 'excused')}
          label={w.desk.excusedAre}
          value={marked('excused')}
          options={options}
          optional
        />
      </Form>
    </section>
  )
}

const MinutesForm = ({ view, sent, shown: typed, path }: Desk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'minutes' ? typed : blank
  return (
    <section class="flow">
      <h2>{w.minutes}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/minutes`)}
        submit={w.desk.writeMinutes}
        draft={`minutes-${path}`}
      >
        <TextArea
          {...at(view, shown, 'minutes')}
          label={w.desk.minutesText}
          hint={w.desk.minutesHint}
          rows={14}
        />
        <Language view={view} shown={shown} name="minutesLang" />
      </Form>
    </section>
  )
}

const ItemForm = ({ view, sent, shown: typed, path }: Desk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'item' ? typed : blank
  return (
    <section class="flow">
      <h2>{w.desk.addItem}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/items`)}
        submit={w.desk.addItem}
        kind="secondary"
        draft={`item-${path}`}
      >
        <TextField {...at(view, shown, 'title')} label={w.desk.itemTitle} max={200} />
        <TextArea {...at(view, shown, 'text')} label={w.desk.itemText} max={5000} rows={4} optional />
        <Language view={view} shown={shown} name="lang" />
        <Radios
          {...at(view, shown, 'proposedBy')}
          label={w.proposedBy}
          value="chair"
          options={choices(proposers, w.proposers)}
        />
        <TextField
          {...at(view, shown, 'demands')}
          label={w.desk.demands}
          inputmode="numeric"
          width="short"
          optional
        />
        <Select
          {...at(view, shown, 'closed')}
          label={w.desk.closed}
          options={choices(closedFor, w.closedFor)}
          empty={w.desk.closedNo}
          optional
        />
      </Form>
    </section>
  )
}

const CancelForm = ({ view, sent, shown: typed, path }: Desk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'cancellation' ? typed : blank
  return (
    <section class="flow">
      <h2>{w.desk.cancel}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/cancellation`)}
        submit={w.desk.cancel}
        kind="danger"
      >
        <TextField {...at(view, shown, 'reason')} label={w.desk.cancelReason} max={500} />
      </Form>
    </section>
  )
}

type ItemDesk = Desk & { item: Item; bodies: readonly { value: string; label: string }[] }

/** One item: who keeps out of it, and what was decided. */
export const ItemDeskPage = (props: ItemDesk) => {
  const { view, committee, sitting, item } = props
  const w = words(view)
  const path = `/desk/committees/${committee.key}/sittings/${sitting.no}/items/${item.no}`
  const open = !sitting.cancelledAt && !sitting.published && !item.decidedAt
  const forms = [...(open ? ['recusal'] : []), ...(open && sitting.attendance ? ['decision'] : [])]
  return (
    <Page
      view={view}
      shown={props.shown}
      title={`${w.item(item.no)}: ${item.title}`}
      breadcrumbs={[
        ...deskCrumbs(view, committee.key, props.name),
        {
          href: href(view, `/desk/committees/${committee.key}/sittings/${sitting.no}`),
          label: w.sittingNo(sitting.no),
        },
      ]}
      noindex
    >
      {!forms.includes(props.sent) && <ErrorSummary view={view} problems={props.shown.problems} />}
      <Recused {...props} />
      {forms.includes('decision') && <DecisionForm {...props} path={path} />}
      {open && !sitting.attendance && <p>{view.tell('committees.no-attendance')}</p>}
      {forms.includes('recusal') && <RecusalForm {...props} path={path} />}
      {item.outcome && (
        <p>
          <strong>{w.outcomes[item.outcome]}</strong>{' '}
          {item.votes && w.votes(item.votes.for, item.votes.against, item.votes.abstain)}
        </p>
      )}
    </Page>
  )
}

const Recused = ({ view, members, item }: ItemDesk) => {
  const w = words(view)
  const labels = labelsOf(view, members)
  return (
    <DescriptionList
      items={item.recusals.map((each) => ({
        term: w.recused,
        is: `${labels.get(each.member)} (${w.recusals[each.kind]}: ${w.interests[each.interest]})`,
      }))}
    />
  )
}

const DecisionForm = ({
  view,
  sent,
  shown: typed,
  sitting,
  members,
  item,
  bodies,
  path,
}: ItemDesk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'decision' ? typed : blank
  const labels = labelsOf(view, members)
  const ballots = choices(['for', 'against', 'abstain'] as const, w.ballots)
  return (
    <section class="flow">
      <h2>{w.desk.decide}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/decision`)}
        submit={w.desk.decide}
        draft={`decision-${path}`}
      >
        <Radios
          {...at(view, shown, 'outcome')}
          label={w.desk.outcome}
          options={choices(outcomes, w.outcomes)}
          inline
        />
        <TextArea {...at(view, shown, 'decision')} label={w.desk.decisionText} max={10_000} rows={4} />
        <TextField
          {...at(view, shown, 'for')}
          label={w.desk.inFavour}
          inputmode="numeric"
          width="short"
          optional
        />
        <TextField
          {...at(view, shown, 'against')}
          label={w.desk.against}
          inputmode="numeric"
          width="short"
          optional
        />
        <TextField
          {...at(view, shown, 'abstain')}
          label={w.desk.abstain}
          inputmode="numeric"
          width="short"
          optional
        />
        <Select
          {...at(view, shown, 'recommendedTo')}
          label={w.desk.recommendTo}
          options={bodies}
          empty={w.desk.noRecommend}
          optional
        />
        <Fieldset legend={w.desk.named} hint={w.desk.namedHint}>
          {mayVoteOn(sitting, item).map((member) => (
            <Radios
              {...at(view, shown, `vote-${member}`)}
              label={labels.get(member) ?? member}
              options={ballots}
              inline
              optional
            />
          ))}
        </Fieldset>
      </Form>
    </section>
  )
}

const RecusalForm = ({ view, sent, shown: typed, members, path }: ItemDesk & { path: string }) => {
  const w = words(view)
  const shown = sent === 'recusal' ? typed : blank
  const labels = labelsOf(view, members)
  return (
    <section class="flow">
      <h2>{w.desk.recuse}</h2>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/recusals`)}
        submit={w.desk.recuse}
        kind="secondary"
      >
        <Select
          {...at(view, shown, 'member')}
          label={w.member}
          options={members.map(({ ref }) => ({ value: ref, label: labels.get(ref) ?? ref }))}
          empty="–"
        />
        <Radios
          {...at(view, shown, 'kind')}
          label={w.desk.recusalKind}
          options={choices(recusals, w.recusals)}
          inline
        />
        <Select
          {...at(view, shown, 'interest')}
          label={w.desk.interest}
          options={choices(interests, w.interests)}
          empty="–"
        />
      </Form>
    </section>
  )
}
