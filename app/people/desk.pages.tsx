import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { LinkButton, PostButton } from '#ui/buttons.tsx'
import { Checkbox, DateField, HiddenField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Moment, NotPrinted, PersonText } from '#ui/text.tsx'
import type { attestors, lettersBy, objections, Staff } from './desk.reads.ts'
import { TermText } from './me.pages.tsx'
import { roleNames } from './person.ts'
import { CodeField, ConsentFields, LanguageField } from './signing-in.pages.tsx'
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
    <Page view={view} title={w.title} lead={w.lead} shown={shown} wide noindex>
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
          meta: [<TermText view={view} {...each} />, each.email ?? ''],
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
      <TextField {...at(view, shown, 'email')} label={w.email} type="email" sensitive />
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
        <TextField view={view} id={`reason-${id}`} name="reason" label={w.reason} max={500} />
        <HiddenField name="id" value={String(id)} />
      </Form>
      <Form view={view} action={href(view, '/desk/people/invitations')} submit={w.handOver} kind="secondary">
        <TextField view={view} id={`email-${id}`} name="email" label={w.successor} type="email" sensitive />
        <DateField view={view} id={`from-${id}`} name="from" label={w.from} hint={w.fromHint} optional />
        <HiddenField name="role" value={held.role} />
        <HiddenField name="body" value={held.body} />
        <HiddenField name="after" value={String(id)} />
      </Form>
    </Disclosure>
  )
}

export const InvitationPage = ({ view, link, name }: { view: View; link: string; name: string }) => {
  const w = words(view).invitation
  return (
    <Page view={view} title={w.title} lead={w.lead(name)} noindex>
      <PostButton view={view} action={href(view, `/invitation/${link}`)}>
        {w.accept}
      </PostButton>
    </Page>
  )
}

/** The counter: a clerk begins, and everything until the end is done for somebody else. */
export const HelpPage = (props: { view: View; actingFor: { name: string } | undefined; shown?: Shown }) => {
  const { view, actingFor, shown = blank } = props
  const w = words(view).help
  if (actingFor) return <HelpingPage view={view} name={actingFor.name} shown={shown} />
  const isNew = 'name' in shown.typed
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <h2>{w.known}</h2>
      <Form view={view} action={href(view, '/desk/people/help')} submit={w.begin} shown={isNew ? blank : shown}>
        <CodeField view={view} shown={isNew ? blank : shown} label={w.code} hint={w.codeHint} />
      </Form>
      <h2>{w.newcomer}</h2>
      <p>{w.newcomerText}</p>
      <Form
        view={view}
        action={href(view, '/desk/people/help/newcomer')}
        submit={w.create}
        kind="secondary"
        shown={isNew ? shown : blank}
      >
        <TextField {...at(view, shown, 'name')} label={w.name} hint={w.nameHint} max={80} sensitive />
        <LanguageField view={view} shown={shown} value={view.lang} label={w.lang} />
        <DateField {...at(view, shown, 'childUntil')} label={w.childUntil} hint={w.childUntilHint} optional />
        <ConsentFields view={view} shown={shown} />
      </Form>
    </Page>
  )
}

const HelpingPage = ({ view, name, shown }: { view: View; name: string; shown: Shown }) => {
  const w = words(view).help
  const to = (path: string) => href(view, `/desk/people/help/${path}`)
  return (
    <Page view={view} title={w.helping(name)} lead={w.helpingLead} shown={shown} noindex>
      <ul>
        <li>
          <a href={href(view, '/me')}>{w.theirPage}</a>
        </li>
        <li>
          <a href={href(view, '/')}>{w.anyPage}</a>
        </li>
      </ul>
      <h2>{w.seen}</h2>
      <p>{w.seenText}</p>
      <Form view={view} action={to('seen')} submit={w.seenSubmit} kind="secondary" shown={shown}>
        <TextField {...at(view, shown, 'shown')} label={w.shown} hint={w.shownHint} optional sensitive />
      </Form>
      <h2>{w.slip}</h2>
      <p>{w.slipText}</p>
      <PostButton view={view} action={to('slip')} kind="secondary">
        {w.slipSubmit}
      </PostButton>
      <h2>{w.guardian}</h2>
      <Form view={view} action={to('guardian')} submit={w.guardianSubmit} kind="secondary">
        <Checkbox view={view} name="sure" label={w.guardianSure} />
      </Form>
      <h2>{w.end}</h2>
      <PostButton view={view} action={to('end')}>
        {w.endSubmit}
      </PostButton>
    </Page>
  )
}

/** To be printed and taken home; the code is shown this once. */
export const SlipPrintPage = (props: { view: View; name: string; code: string; address: string }) => {
  const { view, name, code, address } = props
  const w = words(view).slipPrint
  return (
    <Page view={view} title={w.title} lead={w.lead(name)} noindex>
      <p>
        {w.address} <code class="code">{`${address}/${view.lang}/sign-in/slip`}</code>
      </p>
      <p>
        {w.code} <code class="code">{code}</code>
      </p>
      <p>{w.keep}</p>
      <NotPrinted>
        <Notice view={view} kind="warning">
          {w.once}
        </Notice>
        <LinkButton href={href(view, '/desk/people/help')}>{w.done}</LinkButton>
      </NotPrinted>
    </Page>
  )
}

type Made = Awaited<ReturnType<typeof lettersBy>>

export const LettersPage = ({ view, made, shown = blank }: { view: View; made: Made; shown?: Shown }) => {
  const w = words(view).letterDesk
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <Form view={view} action={href(view, '/desk/people/letters')} submit={w.submit} shown={shown}>
        <TextArea {...at(view, shown, 'receivers')} label={w.receivers} hint={w.receiversHint} rows={8} sensitive />
      </Form>
      {made.length > 0 && (
        <Table
          view={view}
          caption={w.made}
          columns={[
            { key: 'at', label: w.at },
            { key: 'count', label: w.count, kind: 'number' },
            { key: 'used', label: w.used, kind: 'number' },
          ]}
          rows={made.map((each) => ({
            at: <Moment view={view} at={each.madeAt} />,
            count: String(each.count),
            used: String(each.used),
          }))}
        />
      )}
    </Page>
  )
}

export const PrintedLettersPage = (props: { view: View; letters: readonly { to: string; code: string }[]; address: string }) => {
  const { view, letters, address } = props
  const w = words(view).letterDesk
  return (
    <Page view={view} title={w.printTitle} noindex>
      <NotPrinted>
        <Notice view={view} kind="warning">
          {w.once}
        </Notice>
      </NotPrinted>
      {letters.map(({ to, code }) => (
        <section class="letter">
          <h2>{to}</h2>
          <p>{w.letter(say(view.cityName, view.lang, view.languages).text)}</p>
          <p>
            <code class="code">{code}</code>
          </p>
          <p>
            {w.where} <code class="code">{`${address}/${view.lang}/me/residency`}</code>
          </p>
        </section>
      ))}
    </Page>
  )
}

export const AttestPage = (props: { view: View; used: number; most: number; shown?: Shown }) => {
  const { view, used, most, shown = blank } = props
  const w = words(view).attest
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <p>{w.used(used, most)}</p>
      <Form view={view} action={href(view, '/desk/people/attest')} submit={w.submit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.code} hint={w.codeHint} />
        <Checkbox {...at(view, shown, 'sure')} label={w.sure} />
      </Form>
    </Page>
  )
}

export const OversightPage = (props: {
  view: View
  attestors: Awaited<ReturnType<typeof attestors>>
  objections: Awaited<ReturnType<typeof objections>>
  shown?: Shown
}) => {
  const { view, shown = blank } = props
  const w = words(view).oversight
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} wide noindex>
      <h2>{w.attestors}</h2>
      <StructuredList
        empty={<p class="muted">{w.none}</p>}
        items={props.attestors.map((each) => ({
          title: each.name,
          text: w.counts(each.all, each.thisMonth, each.withdrawn),
          meta: [each.body ?? ''],
          badges: (
            <Disclosure summary={w.withdraw}>
              <Form view={view} action={href(view, '/desk/people/oversight')} submit={w.withdrawSubmit} kind="danger">
                <DateField view={view} id={`since-${each.id}`} name="since" label={w.since} />
                <TextField view={view} id={`reason-${each.id}`} name="reason" label={w.reason} max={500} />
                <HiddenField name="attestor" value={String(each.id)} />
              </Form>
            </Disclosure>
          ),
        }))}
      />
      <h2>{w.objections}</h2>
      {props.objections.length === 0 && <p class="muted">{w.none}</p>}
      {props.objections.map((each) => (
        <PersonText
          text={each.objection ?? ''}
          lang={view.lang}
          by={
            <>
              {w.clerk(each.clerkName)} · <Moment view={view} at={each.startedAt} />
            </>
          }
        />
      ))}
    </Page>
  )
}
