import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { Checkbox, Checkboxes, DateField, HiddenField, Radios, Select, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { languageName } from '#ui/text.tsx'
import { optionalPurposes } from './consent.ts'
import type { Provider } from './means.ts'
import { words } from './words.ts'

export const LanguageField = (props: { view: View; shown: Shown; value: string; label: string }) => (
  <Select
    {...at(props.view, props.shown, 'lang')}
    label={props.label}
    value={props.value}
    options={props.view.languages.map((lang) => ({ value: lang, label: languageName(lang), lang }))}
  />
)

type Way = { view: View; goTo: string; shown?: Shown; quickExit?: string | undefined }

const leaving = (address: string | undefined) => (address ? { quickExit: address } : {})

/** The door: by e-mail, and beside it the other ways. */
export const SignInPage = (props: Way & { providers: readonly Pick<Provider, 'key' | 'name'>[] }) => {
  const { view, goTo, shown = blank } = props
  const w = words(view).signIn
  const onward = `?${new URLSearchParams({ to: goTo })}`
  return (
    <Page
      view={view}
      title={w.title}
      lead={w.lead}
      shown={shown}
      scripts={['passkey.js']}
      noindex
      {...leaving(props.quickExit)}
    >
      {goTo !== href(view, '/me') && <p>{w.goOn}</p>}
      <Form view={view} action={href(view, '/sign-in')} submit={w.send} shown={shown}>
        <TextField
          {...at(view, shown, 'email')}
          label={w.email}
          hint={w.emailHint}
          type="email"
          autocomplete="username webauthn"
          sensitive
        />
        <HiddenField name="to" value={goTo} />
      </Form>
      <PasskeyPart view={view} goTo={goTo} label={w.passkey} />
      <h2>{w.otherWays}</h2>
      <ul>
        {props.providers.map((each) => (
          <li>
            <a href={href(view, `/sign-in/with/${each.key}${onward}`)}>
              {w.with(say(each.name, view.lang, view.languages).text)}
            </a>
          </li>
        ))}
        <li>
          <a href={href(view, `/sign-in/slip${onward}`)}>{w.bySlip}</a>
        </li>
        {view.demo && (
          <li>
            <a href={href(view, '/demo')}>{w.demo}</a>
          </li>
        )}
      </ul>
      <Disclosure summary={w.whatIsKept}>
        <p>{w.whatIsKeptText}</p>
      </Disclosure>
    </Page>
  )
}

/** Hidden until the script finds that this browser knows passkeys. */
export const PasskeyPart = (props: { view: View; goTo: string; label: string; adding?: boolean }) => {
  const { view } = props
  const w = words(view).passkeys
  const to = props.adding ? '/me/passkeys' : '/sign-in/passkey'
  return (
    <div
      hidden
      data-passkey={props.adding ? 'add' : 'use'}
      data-ask={href(view, `${to}/challenge`)}
      data-answer={href(view, to)}
      data-csrf={view.csrf}
      data-to={props.goTo}
      data-failed={w.failed}
    >
      <button type="button" class="button secondary">
        {props.label}
      </button>
      <p role="status"></p>
    </div>
  )
}

/** After the letter: the code from it, typed here. */
export const CodePage = ({
  view,
  shown = blank,
  action,
  back,
  title,
}: {
  view: View
  shown?: Shown
  action: string
  back: string
  title?: string
}) => {
  const w = words(view).code
  return (
    <Page view={view} title={title ?? w.title} lead={w.lead} shown={shown} noindex>
      <Form view={view} action={href(view, action)} submit={w.submit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.label} hint={w.hint} />
      </Form>
      <h2>{w.nothingCame}</h2>
      <ul>
        {w.nothingCameBecause.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <p>
        <a href={href(view, back)}>{w.again}</a>
      </p>
    </Page>
  )
}

export const CodeField = (props: { view: View; shown: Shown; label: string; hint: string }) => (
  <TextField
    {...at(props.view, props.shown, 'code')}
    label={props.label}
    hint={props.hint}
    width="medium"
    autocomplete="one-time-code"
    sensitive
  />
)

/** A mail reader opens links by itself, so nothing happens before somebody presses. */
export const LinkPage = ({ view, link }: { view: View; link: string }) => {
  const w = words(view).link
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex>
      <Form view={view} action={href(view, `/sign-in/link/${link}`)} submit={w.submit}>
        {null}
      </Form>
    </Page>
  )
}

export const LinkElsewherePage = ({ view }: { view: View }) => {
  const w = words(view).link
  return (
    <Page view={view} title={w.elsewhereTitle} lead={w.elsewhereLead} noindex>
      <p>{w.elsewhereText}</p>
      <p>{w.elsewhereOr}</p>
      <LinkButton href={href(view, '/sign-in')} kind="secondary">
        {w.again}
      </LinkButton>
    </Page>
  )
}

export const LinkOverPage = ({ view }: { view: View }) => {
  const w = words(view).link
  return (
    <Page view={view} title={w.overTitle} lead={w.overLead} noindex>
      <LinkButton href={href(view, '/sign-in')}>{w.again}</LinkButton>
    </Page>
  )
}

/** For who has proven an address and has no account yet. */
export const WelcomePage = ({ view, shown = blank }: { view: View; shown?: Shown }) => {
  const w = words(view).welcome
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <Form view={view} action={href(view, '/sign-in/welcome')} submit={w.submit} shown={shown}>
        <TextField
          {...at(view, shown, 'name')}
          label={w.name}
          hint={w.nameHint}
          autocomplete="nickname"
          max={80}
        />
        <LanguageField view={view} shown={shown} value={view.lang} label={w.lang} />
        <Radios
          {...at(view, shown, 'age')}
          label={w.age}
          hint={w.ageHint}
          options={[
            { value: 'older', label: w.older },
            { value: 'younger', label: w.younger },
          ]}
        />
        <DateField {...at(view, shown, 'childUntil')} label={w.childUntil} hint={w.childUntilHint} optional />
        <TextField
          {...at(view, shown, 'guardianEmail')}
          label={w.guardianEmail}
          hint={w.guardianEmailHint}
          type="email"
          optional
          sensitive
        />
        <ConsentFields view={view} shown={shown} />
      </Form>
    </Page>
  )
}

export const ConsentFields = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).consents
  return (
    <>
      <Checkbox {...at(view, shown, 'account')} label={w.of.account.label} hint={w.of.account.text} />
      <Checkboxes
        {...at(view, shown, 'also')}
        label={w.also}
        hint={w.alsoHint}
        optional
        options={optionalPurposes.map((value) => ({
          value,
          label: w.of[value].label,
          hint: w.of[value].text,
        }))}
      />
    </>
  )
}

export const SlipPage = ({ view, goTo, shown = blank, quickExit }: Way) => {
  const w = words(view).slip
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex {...leaving(quickExit)}>
      <Form view={view} action={href(view, '/sign-in/slip')} submit={w.submit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.label} hint={w.hint} />
        <HiddenField name="to" value={goTo} />
      </Form>
      <p>{w.lost}</p>
    </Page>
  )
}

/** The second of two: digits from an app, a recovery code, or a passkey. */
export const SecondFactorPage = (props: Way & { has: { app: boolean; passkeys: number } }) => {
  const { view, goTo, shown = blank, has } = props
  const w = words(view).secondFactor
  if (!has.app && has.passkeys === 0)
    return (
      <Page view={view} title={w.title} lead={w.noneYet} noindex>
        <LinkButton href={href(view, '/me/second-factor')}>{w.setUp}</LinkButton>
      </Page>
    )
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} scripts={['passkey.js']} noindex>
      {has.passkeys > 0 && <PasskeyPart view={view} goTo={goTo} label={w.passkey} />}
      {has.app ? (
        <Form view={view} action={href(view, '/sign-in/second-factor')} submit={w.submit} shown={shown}>
          <CodeField view={view} shown={shown} label={w.label} hint={w.hint} />
          <HiddenField name="to" value={goTo} />
        </Form>
      ) : (
        <Notice view={view}>{w.passkeyOnly}</Notice>
      )}
    </Page>
  )
}
