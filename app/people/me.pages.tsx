import type { Child } from 'hono/jsx'
import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton, PostButton } from '#ui/buttons.tsx'
import { Radios, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, DoorList, StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText, Moment } from '#ui/text.tsx'
import type { Account } from './me.reads.ts'
import type { Level } from './person.ts'
import { CodeField, LanguageField } from './signing-in.pages.tsx'
import { words } from './words.ts'

/** A page under one's own, with the way back to it. */
export const MyPage = (props: {
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
        <TextField
          {...at(view, shown, 'name')}
          label={w.name}
          hint={w.nameHint}
          value={person.name}
          max={80}
        />
        <LanguageField view={view} shown={shown} value={person.lang} label={w.lang} />
        <Radios
          {...at(view, shown, 'notices')}
          label={w.notices}
          value={person.notices}
          options={(['each', 'daily', 'none'] as const).map((value) => ({
            value,
            label: words(view).me.notices[value],
          }))}
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
        <TextField
          {...at(view, shown, 'email')}
          label={w.label}
          type="email"
          autocomplete="email"
          sensitive
        />
      </Form>
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
        level={2}
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
