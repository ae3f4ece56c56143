import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton, PostButton } from '#ui/buttons.tsx'
import { ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { QrCode } from '#ui/qr.tsx'
import { Moment } from '#ui/text.tsx'
import { MyPage } from './me.pages.tsx'
import type { Security } from './me.reads.ts'
import type { Provider } from './means.ts'
import { CodeField, PasskeyPart } from './signing-in.pages.tsx'
import { words } from './words.ts'

/** Devices and keys. */
export const SecurityPage = (props: Security & { view: View; shown?: Shown }) => {
  const { view, has, shown = blank } = props
  const w = words(view).security
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown} scripts={['passkey.js']}>
      <ErrorSummary view={view} problems={shown.problems} />
      <h2>{w.sessions}</h2>
      <StructuredList items={props.sessions.map((each) => sessionItem(view, each))} />
      {props.sessions.length > 1 && (
        <PostButton view={view} action={href(view, '/me/sessions/end')} kind="secondary">
          {w.endOthers}
        </PostButton>
      )}
      <h2>{w.passkeys}</h2>
      <p>{w.passkeysText}</p>
      <StructuredList
        empty={<p class="muted">{w.noPasskeys}</p>}
        items={props.passkeys.map((each) => ({
          title: each.device || w.unknownDevice,
          meta: [<Moment view={view} at={each.addedAt} />],
          badges: (
            <PostButton
              view={view}
              action={href(view, '/me/passkeys/removal')}
              kind="quiet"
              small
              fields={{ id: each.id }}
            >
              {w.remove}
            </PostButton>
          ),
        }))}
      />
      <PasskeyPart view={view} goTo="" label={w.addPasskey} adding />
      <h2>{w.app}</h2>
      {has.app ? (
        <>
          <p>{w.appStands(props.recovery)}</p>
          <PostButton view={view} action={href(view, '/me/recovery-codes')} kind="secondary">
            {w.newCodes}
          </PostButton>
          <PostButton view={view} action={href(view, '/me/second-factor/removal')} kind="quiet">
            {w.removeApp}
          </PostButton>
        </>
      ) : (
        <>
          <p>{w.appText}</p>
          <LinkButton href={href(view, '/me/second-factor')} kind="secondary">
            {w.setUpApp}
          </LinkButton>
        </>
      )}
      {props.providers.length > 0 && <Connections {...props} />}
    </MyPage>
  )
}

const sessionItem = (view: View, each: Security['sessions'][number]) => {
  const w = words(view).security
  return {
    title: each.device || w.unknownDevice,
    meta: [
      <>
        {w.lastSeen} <Moment view={view} at={each.seenAt} />
      </>,
    ],
    badges: each.isThis ? (
      <Badge tone="good">{w.thisOne}</Badge>
    ) : (
      <PostButton
        view={view}
        action={href(view, '/me/sessions/end')}
        kind="quiet"
        small
        fields={{ id: String(each.id) }}
      >
        {w.end}
      </PostButton>
    ),
  }
}

const Connections = ({ view, providers }: Security & { view: View }) => {
  const w = words(view).security
  return (
    <>
      <h2>{w.connections}</h2>
      <StructuredList
        items={providers.map((each) => ({
          title: say(each.name, view.lang, view.languages).text,
          badges: each.isConnected ? (
            <Badge tone="good">{w.connected}</Badge>
          ) : (
            <PostButton
              view={view}
              action={href(view, '/me/connections')}
              kind="secondary"
              small
              fields={{ provider: each.key }}
            >
              {w.connect}
            </PostButton>
          ),
        }))}
      />
    </>
  )
}

/** A link and not a redirect: the policy of our pages lets a form lead nowhere else. */
export const ConnectPage = ({ view, provider }: { view: View; provider: Pick<Provider, 'key' | 'name'> }) => {
  const w = words(view).security
  const name = say(provider.name, view.lang, view.languages).text
  return (
    <MyPage view={view} title={w.connectTitle(name)} lead={w.connectLead(name)}>
      <LinkButton href={href(view, `/sign-in/with/${provider.key}`)}>{w.goOn(name)}</LinkButton>
    </MyPage>
  )
}

export const AppPage = (props: { view: View; secret: string; address: string; shown?: Shown }) => {
  const { view, shown = blank } = props
  const w = words(view).app
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <ol class="flow">
        <li>{w.getOne}</li>
        <li>
          {w.scan}
          <QrCode text={props.address} label={w.picture} />
          {w.enter} <code class="code">{props.secret.replace(/.{4}(?=.)/g, '$& ')}</code> {w.or}{' '}
          <a href={props.address}>{w.open}</a>
        </li>
        <li>{w.type}</li>
      </ol>
      <Form view={view} action={href(view, '/me/second-factor')} submit={w.submit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.label} hint={w.hint} />
      </Form>
    </MyPage>
  )
}

/** Shown once: what is kept of them cannot be read back. */
export const RecoveryCodesPage = ({ view, codes }: { view: View; codes: readonly string[] }) => {
  const w = words(view).recovery
  return (
    <MyPage view={view} title={w.title} lead={w.lead}>
      <Notice view={view} kind="warning">
        {w.once}
      </Notice>
      <ol class="codes">
        {codes.map((each) => (
          <li>
            <code class="code">{each}</code>
          </li>
        ))}
      </ol>
      <LinkButton href={href(view, '/me/security')}>{w.done}</LinkButton>
    </MyPage>
  )
}
