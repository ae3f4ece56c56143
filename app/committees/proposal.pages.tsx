import { valueText } from '#charter/index.ts'
import type { Committee, Seat } from '#city/index.ts'
import type { Shown } from '#kit/form.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { PostButton } from '#ui/buttons.tsx'
import { DateField, Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText } from '#ui/text.tsx'
import { deskCrumbs, SeatText, TraitFields } from './desk.parts.tsx'
import type { Membership } from './membership.ts'
import { type Finding, isWaived, unanswered, type Waiver } from './watch.ts'
import { words } from './words.ts'

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
        cancel={{ href: href(view, `/desk/committees/${committee.key}`), label: w.desk.cancelForm }}
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
      caption={w.desk.ifAppointed}
      columns={[
        { key: 'rule', label: w.rule },
        { key: 'limit', label: w.value },
        { key: 'state', label: w.state },
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
