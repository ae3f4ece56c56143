import type { Committee } from '#city/index.ts'
import { blank, type Shown } from '#kit/form.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { DayText } from '#ui/text.tsx'
import { choices, deskCrumbs, SeatText, TraitFields } from './desk.parts.tsx'
import { grounds, lastDay, type Membership, stateOf } from './membership.ts'
import { words } from './words.ts'

type Props = {
  view: View
  /** The form that was sent and could not be accepted, and what was typed into it. */
  sent: string
  shown: Shown
  committee: Committee
  name: string
  person: string
  member: Membership
  today: Day
}

type Part = { view: View; shown: Shown; member: Membership; action: string }

/** One member's term: renewing it, ending it, and how the public sees it. */
export const MemberDeskPage = (props: Props) => {
  const { view, committee, member } = props
  const w = words(view)
  const state = stateOf(member, props.today)
  const mayEnd = (state === 'in office' || state === 'to come') && !member.endedOn
  const part = (which: string): Part => ({
    view,
    member,
    shown: which === props.sent ? props.shown : blank,
    action: href(view, `/desk/committees/${committee.key}/members/${member.id}/${which}`),
  })
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
        <LinkButton kind="secondary" href={renewal(view, committee.key, member)}>
          {w.desk.renew}
        </LinkButton>
      </p>
      <PublicName {...part('name')} />
      <OfThemselves {...part('traits')} />
      {mayEnd && <End {...part('end')} />}
    </Page>
  )
}

function renewal(view: View, key: string, member: Membership): string {
  const next = lastDay(member).add({ days: 1 })
  const query = new URLSearchParams({ person: String(member.person), seat: member.seat, from: String(next) })
  return href(view, `/desk/committees/${key}/members/new?${query}`)
}

const PublicName = ({ view, shown, member, action }: Part) => {
  const w = words(view).desk
  return (
    <section class="flow">
      <h2>{w.publishAs}</h2>
      <Form view={view} shown={shown} action={action} submit={w.showName} kind="secondary">
        <TextField
          {...at(view, shown, 'publishedAs')}
          label={w.publishAs}
          hint={w.publishAsHint}
          value={member.publishedAs ?? ''}
          max={80}
          optional
          sensitive
        />
      </Form>
    </section>
  )
}

const OfThemselves = ({ view, shown, action }: Part) => {
  const w = words(view).desk
  return (
    <section class="flow">
      <h2>{w.traits}</h2>
      <Form view={view} shown={shown} action={action} submit={w.saveTraits} kind="secondary">
        <TraitFields view={view} shown={shown} />
      </Form>
    </section>
  )
}

const End = ({ view, shown, action }: Part) => {
  const w = words(view).desk
  return (
    <section class="flow">
      <h2>{w.end}</h2>
      <Form view={view} shown={shown} action={action} submit={w.end} kind="danger">
        <DateField {...at(view, shown, 'on')} label={w.endOn} />
        <Select
          {...at(view, shown, 'ground')}
          label={w.ground}
          hint={w.groundHint}
          options={choices(grounds, w.grounds)}
          empty="–"
        />
      </Form>
    </section>
  )
}
