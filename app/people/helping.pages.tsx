import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { LinkButton, PostButton } from '#ui/buttons.tsx'
import { Checkbox, DateField, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Moment, NotPrinted } from '#ui/text.tsx'
import type { lettersBy } from './desk.reads.ts'
import { CodeField, ConsentFields, LanguageField } from './signing-in.pages.tsx'
import { words } from './words.ts'

/** The counter: a clerk begins, and everything until the end is done for somebody else. */
export const HelpPage = (props: { view: View; actingFor: { name: string } | undefined; shown?: Shown }) => {
  const { view, actingFor, shown = blank } = props
  const w = words(view).help
  if (actingFor) return <HelpingPage view={view} name={actingFor.name} shown={shown} />
  const isNew = 'name' in shown.typed
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <h2>{w.known}</h2>
      <Form
        view={view}
        action={href(view, '/desk/people/help')}
        submit={w.begin}
        shown={isNew ? blank : shown}
      >
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
      <p>
        <a href={href(view, '/desk/people/letters')}>{w.letters}</a>
      </p>
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
        {w.address} <strong>{`${address}/${view.lang}/sign-in/slip`}</strong>
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
        <TextArea
          {...at(view, shown, 'receivers')}
          label={w.receivers}
          hint={w.receiversHint}
          rows={8}
          sensitive
        />
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

export const PrintedLettersPage = (props: {
  view: View
  letters: readonly { to: string; code: string }[]
  address: string
}) => {
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
