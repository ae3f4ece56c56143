import type { Committee } from '#city/index.ts'
import { blank, type Shown } from '#kit/form.ts'
import { isBefore } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { PostButton } from '#ui/buttons.tsx'
import { Checkboxes, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { StepIndicator } from '#ui/steps.tsx'
import { Moment } from '#ui/text.tsx'
import { choices, deskCrumbs, JustDone, Language } from './desk.parts.tsx'
import type { Member } from './members.ts'
import { labelsOf, StateBadge } from './parts.tsx'
import type { Rules } from './rules.ts'
import { closedFor, presentAt, proposers, quorumOf, type Sitting, type State } from './sitting.ts'
import { words } from './words.ts'

export type DeskOfSitting = {
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
export const SittingDeskPage = (props: DeskOfSitting) => {
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
      title={w.desk.of(`${props.name}, ${w.sittingNo(sitting.no)}`)}
      badges={<StateBadge view={view} state={state} />}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      <JustDone view={view} />
      {open && <StepIndicator view={view} {...stepsOf(view, sitting)} />}
      {!forms.includes(props.sent) && <ErrorSummary view={view} problems={props.shown.problems} />}
      <DescriptionList
        items={[
          { term: w.when, is: <Moment view={view} at={sitting.startsAt} /> },
          { term: w.where, is: <span lang={sitting.lang}>{sitting.place}</span> },
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
        <a href={href(view, `/committees/${committee.key}/sittings/${sitting.no}`)}>{w.desk.public}</a>
      </p>
    </Page>
  )
}

/** From the notice to the minutes; which of them is next. */
function stepsOf(view: View, { papersAt, attendance, items, published }: Sitting) {
  const done = [
    true,
    papersAt !== null,
    attendance !== null,
    attendance !== null && items.every((each) => each.outcome),
    published !== null,
  ]
  const next = done.indexOf(false)
  const steps = words(view).desk.steps.map((label) => ({ label }))
  return { steps, current: next < 0 ? steps.length + 1 : next + 1 }
}

const AttendanceForm = ({
  view,
  sent,
  shown: typed,
  sitting,
  rules,
  members,
  path,
}: DeskOfSitting & { path: string }) => {
  const w = words(view)
  const shown = sent === 'attendance' ? typed : blank
  const labels = labelsOf(view, members)
  const options = members.map(({ ref }) => ({ value: ref, label: labels.get(ref) ?? ref }))
  const marked = (presence: string) =>
    (sitting.attendance ?? []).filter((each) => each.presence === presence).map((each) => each.member)
  return (
    <section class="flow">
      <h2>{w.attendance}</h2>
      {sitting.attendance && <p>{w.presentOf(presentAt(sitting), sitting.attendance.length)}</p>}
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

const MinutesForm = ({ view, sent, shown: typed, path }: DeskOfSitting & { path: string }) => {
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

const ItemForm = ({ view, sent, shown: typed, path }: DeskOfSitting & { path: string }) => {
  const w = words(view)
  const shown = sent === 'item' ? typed : blank
  return (
    <Disclosure summary={w.desk.addItem} open={sent === 'item'}>
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
    </Disclosure>
  )
}

const CancelForm = ({ view, sent, shown: typed, path }: DeskOfSitting & { path: string }) => {
  const w = words(view)
  const shown = sent === 'cancellation' ? typed : blank
  return (
    <Disclosure summary={w.desk.cancel} open={sent === 'cancellation'}>
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/cancellation`)}
        submit={w.desk.cancel}
        kind="danger"
      >
        <TextField {...at(view, shown, 'reason')} label={w.desk.cancelReason} max={500} />
      </Form>
    </Disclosure>
  )
}
