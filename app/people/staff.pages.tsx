import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { PostButton } from '#ui/buttons.tsx'
import { DateField, HiddenField, Select, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Moment } from '#ui/text.tsx'
import type { Staff } from './desk.reads.ts'
import { TermText } from './me.pages.tsx'
import { roleNames } from './person.ts'
import { words } from './words.ts'

const roleName = (view: View, role: string) => {
  const names: Record<string, string> = words(view).roles
  return names[role] ?? role
}

const bodyName = (view: View, bodies: Staff['bodies'], key: string) => {
  const body = bodies.find((each) => each.key === key)
  return body ? say(body.name, view.lang, view.languages).text : key
}

/** Who holds which task, who is asked to, and where nobody does. */
export const StaffPage = (props: Staff & { view: View; shown?: Shown }) => {
  const { view, held, offers, vacant, bodies, shown = blank } = props
  const w = words(view).staff
  return (
    <Page
      view={view}
      title={w.title}
      lead={w.lead}
      shown={shown}
      breadcrumbs={[{ href: href(view, '/desk'), label: w.desk }]}
      wide
      noindex
    >
      <h2>{w.invite}</h2>
      <InviteForm view={view} bodies={bodies} shown={shown} />
      {offers.length > 0 && (
        <>
          <h2>{w.open}</h2>
          <StructuredList
            items={offers.map((each) => ({
              title: each.email,
              text: `${roleName(view, each.role)} · ${bodyName(view, bodies, each.body)}`,
              meta: [<Moment view={view} at={each.expiresAt} />],
              badges: (
                <PostButton
                  view={view}
                  action={href(view, '/desk/people/invitations/withdrawal')}
                  kind="quiet"
                  small
                  fields={{ id: String(each.id) }}
                >
                  {w.withdraw}
                </PostButton>
              ),
            }))}
          />
        </>
      )}
      <h2>{w.held}</h2>
      <StructuredList
        items={held.map((each) => ({
          title: each.name,
          text: `${roleName(view, each.role)} · ${bodyName(view, bodies, each.body)}`,
          meta: [<TermText view={view} {...each} />, ...(each.email ? [each.email] : [])],
          badges: <HeldRole view={view} held={each} />,
        }))}
      />
      <h2>{w.vacant}</h2>
      <p>{w.vacantText(vacant.length)}</p>
      <Disclosure summary={w.vacantList}>
        <ul>
          {vacant.map((each) => (
            <li>{say(each.name, view.lang, view.languages).text}</li>
          ))}
        </ul>
      </Disclosure>
    </Page>
  )
}

const InviteForm = ({ view, bodies, shown }: { view: View; bodies: Staff['bodies']; shown: Shown }) => {
  const w = words(view).staff
  return (
    <Form view={view} action={href(view, '/desk/people/invitations')} submit={w.send} shown={shown}>
      <TextField {...at(view, shown, 'email')} label={w.email} type="email" width="medium" sensitive />
      <Select
        {...at(view, shown, 'role')}
        label={w.role}
        empty={w.choose}
        options={roleNames.map((value) => ({ value, label: roleName(view, value) }))}
      />
      <Select
        {...at(view, shown, 'body')}
        label={w.body}
        empty={w.choose}
        options={bodies.map((each) => ({ value: each.key, label: bodyName(view, bodies, each.key) }))}
      />
      <DateField {...at(view, shown, 'from')} label={w.from} hint={w.fromHint} optional />
      <DateField {...at(view, shown, 'to')} label={w.to} hint={w.toHint} optional />
    </Form>
  )
}

/** To end a role, or to hand it over to somebody else: two small forms behind one line. */
const HeldRole = ({ view, held }: { view: View; held: Staff['held'][number] }) => {
  const w = words(view).staff
  const { id } = held
  return (
    <Disclosure summary={w.change}>
      <Form view={view} action={href(view, '/desk/people/roles/end')} submit={w.end} kind="danger">
        <TextField view={view} id={`reason-${id}`} name="reason" label={w.reason} width="medium" max={500} />
        <HiddenField name="id" value={String(id)} />
      </Form>
      <Form view={view} action={href(view, '/desk/people/invitations')} submit={w.handOver} kind="secondary">
        <TextField
          view={view}
          id={`email-${id}`}
          name="email"
          label={w.successor}
          type="email"
          width="medium"
          sensitive
        />
        <DateField view={view} id={`from-${id}`} name="from" label={w.from} hint={w.fromHint} optional />
        <HiddenField name="role" value={held.role} />
        <HiddenField name="body" value={held.body} />
        <HiddenField name="after" value={String(id)} />
      </Form>
    </Disclosure>
  )
}

export const InvitationPage = (props: { view: View; link: string; name: string; shown?: Shown }) => {
  const { view, shown = blank } = props
  const w = words(view).invitation
  return (
    <Page view={view} title={w.title} lead={w.lead(props.name)} shown={shown} noindex>
      <Form view={view} action={href(view, `/invitation/${props.link}`)} submit={w.accept} shown={shown}>
        {null}
      </Form>
    </Page>
  )
}
