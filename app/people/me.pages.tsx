import type { Child } from 'hono/jsx'
import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton, PostButton } from '#ui/buttons.tsx'
import { HiddenField, Radios, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, DoorList, StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText, Moment } from '#ui/text.tsx'
import { type Purpose, purposes, version } from './consent.ts'
import type { Account, Security } from './me.reads.ts'
import type { Provider } from './means.ts'
import type { Level } from './person.ts'
import { CodeField, LanguageField, PasskeyPart } from './signing-in.pages.tsx'
import { words } from './words.ts'

/** A page under one's own, with the way back to it. */
const MyPage = (props: {
  view: View
  title: string
  lead?: Child
  shown?: Shown
  scripts?: readonly string[]
  children?: Child
}) => {
  const { view } = props
  const crumbs = [{ href: href(view, '/me'), label: words(view).me.title }]
  return <Page {...props} breadcrumbs={crumbs} noindex />
}

export const AccountPage = ({ view, person, level, roles, waitsForGuardian }: Account & { view: View }) => {
  const w = words(view).me
  const helping = view.viewer.kind === 'person' && view.viewer.actingFor
  const doors = Object.entries(w.doors).filter(
    ([key]) => !helping || ['profile', 'residency', 'consents', 'data'].includes(key),
  )
  return (
    <Page view={view} title={w.title} lead={person.name} noindex>
      {waitsForGuardian && (
        <Notice view={view} kind="warning" title={w.guardianMissing}>
          <a href={href(view, '/me/guardian')}>{w.guardianAsk}</a>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: w.email, is: person.email ?? w.noEmail },
          { term: w.level, is: <LevelText view={view} level={level} /> },
          { term: w.noticesTerm, is: w.notices[person.notices] },
          { term: w.since, is: <Moment view={view} at={person.joinedAt} /> },
        ]}
      />
      {roles.length > 0 && (
        <>
          <h2>{w.roles}</h2>
          <RoleList view={view} roles={roles} />
        </>
      )}
      <h2>{w.whatYouCanDo}</h2>
      <DoorList items={doors.map(([key, door]) => ({ href: href(view, `/me/${key}`), ...door }))} />
      <PostButton view={view} action={href(view, '/sign-out')} kind="secondary">
        {w.signOut}
      </PostButton>
    </Page>
  )
}

export const LevelText = ({ view, level }: { view: View; level: Level }) => {
  const w = words(view).levels[level]!
  return (
    <>
      <strong>{w.name}</strong> {w.text}
    </>
  )
}

const tones = { held: 'good', coming: 'info', ended: 'neutral', over: 'neutral' } as const

const RoleList = ({ view, roles }: { view: View; roles: Account['roles'] }) => {
  const w = words(view)
  return (
    <StructuredList
      items={roles.map((each) => ({
        title: w.roles[each.role as keyof typeof w.roles] ?? each.role,
        text: each.bodyName ? say(each.bodyName, view.lang, view.languages).text : each.body,
        meta: [<TermText view={view} {...each} />],
        badges: <Badge tone={tones[each.state]}>{w.terms[each.state]}</Badge>,
      }))}
    />
  )
}

export const TermText = (props: { view: View; from: Temporal.PlainDate; to: Temporal.PlainDate | null }) => (
  <>
    <DayText view={props.view} day={props.from} /> –{' '}
    {props.to ? <DayText view={props.view} day={props.to} /> : words(props.view).terms.open}
  </>
)

export const ProfilePage = (props: Account & { view: View; shown?: Shown; saved?: boolean }) => {
  const { view, person, shown = blank } = props
  const w = words(view).profile
  return (
    <MyPage view={view} title={w.title} shown={shown}>
      {props.saved && (
        <Notice view={view} kind="success">
          {w.saved}
        </Notice>
      )}
      <Form view={view} action={href(view, '/me/profile')} submit={w.submit} shown={shown}>
        <TextField {...at(view, shown, 'name')} label={w.name} hint={w.nameHint} value={person.name} max={80} />
        <LanguageField view={view} shown={shown} value={person.lang} label={w.lang} />
        <Radios
          {...at(view, shown, 'notices')}
          label={w.notices}
          value={person.notices}
          options={(['each', 'daily', 'none'] as const).map((value) => ({ value, label: words(view).me.notices[value] }))}
        />
      </Form>
      <h2>{w.email}</h2>
      <p>{person.email ?? words(view).me.noEmail}</p>
      <LinkButton href={href(view, '/me/email')} kind="secondary">
        {person.email ? w.changeEmail : w.addEmail}
      </LinkButton>
    </MyPage>
  )
}

export const EmailPage = ({ view, shown = blank }: { view: View; shown?: Shown }) => {
  const w = words(view).newEmail
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <Form view={view} action={href(view, '/me/email')} submit={w.submit} shown={shown}>
        <TextField {...at(view, shown, 'email')} label={w.label} type="email" autocomplete="email" sensitive />
      </Form>
    </MyPage>
  )
}

/** Devices and keys. */
export const SecurityPage = (props: Security & { view: View }) => {
  const { view, has } = props
  const w = words(view).security
  return (
    <MyPage view={view} title={w.title} lead={w.lead} scripts={['passkey.js']}>
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
            <PostButton view={view} action={href(view, '/me/passkeys/removal')} kind="quiet" small fields={{ id: each.id }}>
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
      <PostButton view={view} action={href(view, '/me/sessions/end')} kind="quiet" small fields={{ id: String(each.id) }}>
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
      <ol>
        <li>{w.getOne}</li>
        <li>
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

export const ResidencyPage = (props: Account & { view: View; shown?: Shown; hand?: string }) => {
  const { view, level, ways, shown = blank } = props
  const w = words(view).residency
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <p>
        <LevelText view={view} level={level} />
      </p>
      <StructuredList
        items={ways.map((each) => ({
          title: w.routes[each.route as keyof typeof w.routes] ?? w.openid,
          meta: [<Moment view={view} at={each.at} />],
        }))}
      />
      <h2>{w.letter}</h2>
      <p>{w.letterText}</p>
      <Form view={view} action={href(view, '/me/residency/letter')} submit={w.letterSubmit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.letterLabel} hint={w.letterHint} />
      </Form>
      <h2>{w.hand}</h2>
      <p>{w.handText}</p>
      {props.hand ? (
        <Notice view={view} title={<code class="code">{props.hand}</code>}>
          {w.handShown}
        </Notice>
      ) : (
        <PostButton view={view} action={href(view, '/me/residency/hand')} kind="secondary">
          {w.handSubmit}
        </PostButton>
      )}
      <h2>{w.notNeeded}</h2>
      <p>{w.notNeededText}</p>
    </MyPage>
  )
}

type Given = { purpose: string; version: string; given: string; givenAt: Temporal.Instant; withdrawnAt: Temporal.Instant | null }

export const ConsentsPage = ({ view, consents }: { view: View; consents: readonly Given[] }) => {
  const w = words(view).consents
  return (
    <MyPage view={view} title={w.title} lead={w.lead}>
      {purposes.map((purpose) => (
        <ConsentPart view={view} purpose={purpose} given={consents.filter((each) => each.purpose === purpose)} />
      ))}
    </MyPage>
  )
}

const ConsentPart = ({ view, purpose, given }: { view: View; purpose: Purpose; given: readonly Given[] }) => {
  const w = words(view).consents
  const stands = given.find((each) => !each.withdrawnAt && each.version === version)
  return (
    <section>
      <h2>{w.of[purpose].label}</h2>
      <p>{w.of[purpose].text}</p>
      <ul class="meta">
        {given.map((each) => (
          <li>
            {w.by[each.given as keyof typeof w.by]} · {w.version(each.version)} · <Moment view={view} at={each.givenAt} />
            {each.withdrawnAt && (
              <>
                {' '}
                · {w.withdrawn} <Moment view={view} at={each.withdrawnAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      {purpose === 'account' && stands ? (
        <p>
          <a href={href(view, '/me/closing')}>{w.closeInstead}</a>
        </p>
      ) : (
        <PostButton
          view={view}
          action={href(view, stands ? '/me/consents/withdrawal' : '/me/consents')}
          kind="secondary"
          fields={{ purpose }}
        >
          {stands ? w.withdraw : w.agree}
        </PostButton>
      )}
    </section>
  )
}

/** Everything held about somebody, as it is held. */
export const DataPage = ({ view, data }: { view: View; data: Record<string, unknown> }) => {
  const w = words(view).data
  return (
    <MyPage view={view} title={w.title} lead={w.lead}>
      <LinkButton href={href(view, '/me/data.json')} kind="secondary">
        {w.download}
      </LinkButton>
      <Held value={data} level={2} />
    </MyPage>
  )
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !('toJSON' in value)

const Held = ({ value, level }: { value: unknown; level: number }): Child => {
  if (value === null || value === undefined || value === '') return <span class="muted">–</span>
  if (Array.isArray(value)) {
    if (value.length === 0) return <span class="muted">–</span>
    return (
      <ol>
        {value.map((each) => (
          <li>
            <Held value={each} level={level} />
          </li>
        ))}
      </ol>
    )
  }
  if (!isPlain(value)) return <>{String(value)}</>
  if (level > 3)
    return <DescriptionList items={Object.entries(value).map(([term, each]) => ({ term, is: <Held value={each} level={level} /> }))} />
  const Heading = `h${level}` as 'h2'
  return (
    <>
      {Object.entries(value).map(([key, each]) => (
        <section>
          <Heading>{key}</Heading>
          <Held value={each} level={level + 1} />
        </section>
      ))}
    </>
  )
}

export const ClosingPage = ({ view, shown = blank }: { view: View; shown?: Shown }) => {
  const w = words(view).closing
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      <h2>{w.goes}</h2>
      <ul>
        {w.goesList.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>{w.stays}</h2>
      <ul>
        {w.staysList.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <Form
        view={view}
        action={href(view, '/me/closing')}
        submit={w.submit}
        kind="danger"
        shown={shown}
        cancel={{ href: href(view, '/me'), label: w.cancel }}
      >
        <TextField {...at(view, shown, 'sure')} label={w.sure(w.word)} width="medium" />
      </Form>
    </MyPage>
  )
}

type Helped = { id: number; startedAt: Temporal.Instant; endedAt: Temporal.Instant | null; objectedAt: Temporal.Instant | null; done: readonly { what: string; at: Temporal.Instant }[] }

/** What clerks did in one's name. */
export const AssistancePage = (props: { view: View; assistances: readonly Helped[]; shown?: Shown }) => {
  const { view, shown = blank } = props
  const w = words(view).assistance
  return (
    <MyPage view={view} title={w.title} lead={w.lead} shown={shown}>
      {props.assistances.length === 0 && <p class="muted">{w.none}</p>}
      {props.assistances.map((each) => (
        <section>
          <h2>
            <Moment view={view} at={each.startedAt} />
          </h2>
          <StructuredList
            level={3}
            empty={<p class="muted">{w.nothingDone}</p>}
            items={each.done.map(({ what, at }) => ({ title: view.tell(what), meta: [<Moment view={view} at={at} />] }))}
          />
          {each.objectedAt ? (
            <p>
              {w.objected} <Moment view={view} at={each.objectedAt} />
            </p>
          ) : (
            <Form view={view} action={href(view, '/me/assistance/objection')} submit={w.object} kind="secondary" shown={shown}>
              <TextArea {...at(view, shown, 'text')} id={`text-${each.id}`} label={w.objection} hint={w.objectionHint} max={2000} />
              <HiddenField name="id" value={String(each.id)} />
            </Form>
          )}
        </section>
      ))}
    </MyPage>
  )
}
