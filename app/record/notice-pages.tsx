import { instant } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import type { Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { Button, PostButton } from '#ui/buttons.tsx'
import { HiddenField, Radios, Select } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Moment } from '#ui/text.tsx'
import { NewsOf } from './history.tsx'
import { type How, hows, needless } from './how.ts'
import type { Notice } from './notice-reads.ts'
import { thingName, words } from './words.ts'

type Follow = { about: string; how: How; title: Localized | null }

type NoticesProps = {
  view: View
  notices: readonly Notice[]
  older: string | undefined
  follows: readonly Follow[]
}

export const NoticesPage = ({ view, notices, older, follows }: NoticesProps) => {
  const w = words(view).notices
  const newest = notices[0]
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex>
      {newest && notices.some((each) => !each.readAt) && (
        <PostButton
          view={view}
          action={href(view, '/notices/read')}
          fields={{ upTo: String(newest.number) }}
          kind="secondary"
          small
        >
          {w.markRead}
        </PostButton>
      )}
      <StructuredList
        level={2}
        items={notices.map((notice) => ({
          title: <SaysOf view={view} notice={notice} />,
          href: href(view, `/${notice.about}`),
          meta: [<Moment view={view} at={notice.at} />, ...(isMissed(notice) ? [w.notSent] : [])],
          badges: !notice.readAt && <Badge tone="info">{w.unread}</Badge>,
        }))}
        empty={<EmptyState title={w.none}>{w.noneHow}</EmptyState>}
      />
      <Pagination view={view} older={older} />
      <section class="flow" aria-labelledby="followed">
        <h2 id="followed">{w.followed}</h2>
        {follows.length === 0 && <p>{w.followsNothing}</p>}
        {follows.map((each) => (
          <FollowedThing view={view} follow={each} />
        ))}
      </section>
    </Page>
  )
}

const isMissed = ({ problem }: Notice): boolean => problem !== null && !needless.includes(problem)

const SaysOf = ({ view, notice: { says } }: { view: View; notice: Notice }) => {
  if (says === 'news') return words(view).notices.news
  return says === 'erased' ? words(view).erased : <NewsOf view={view} entry={{ ...says, erased: false }} />
}

const FollowedThing = ({ view, follow }: { view: View; follow: Follow }) => {
  const w = words(view).follow
  const { about, how, title } = follow
  const name = thingName(view, about, title)
  const lang = title ? say(title, view.lang, view.languages).lang : view.lang
  return (
    <div class="columns">
      <form method="post" action={href(view, '/follow')} class="filters">
        <input type="hidden" name="_csrf" value={view.csrf} />
        <HiddenField name="about" value={about} />
        <HiddenField name="back" value="notices" />
        <Select
          view={view}
          name="how"
          id={`how-${about}`}
          label={name}
          labelLang={lang}
          value={how}
          options={choices(view)}
        />
        <Button kind="secondary" small>
          {w.change}
        </Button>
      </form>
      <FollowButton view={view} about={about} how={how} />
    </div>
  )
}

const choices = (view: View) =>
  hows.map((how) => ({ value: how, label: words(view).follow.hows[how] ?? how }))

/** Follows a thing, or a kind of things; or stops following it. */
export const FollowButton = ({ view, about, how }: { view: View; about: string; how: How | undefined }) => {
  const w = words(view).follow
  return (
    <PostButton
      view={view}
      action={href(view, how ? '/unfollow' : '/follow')}
      fields={{ about }}
      kind="secondary"
      small
    >
      {how ? w.stop : w.button}
    </PostButton>
  )
}

/** The same beside a thing, with what it does. */
export const FollowBox = (props: { view: View; about: string; how: How | undefined }) => {
  const w = words(props.view).follow
  return (
    <section class="flow not-printed">
      <p>{props.how ? w.following : w.why}</p>
      <FollowButton {...props} />
    </section>
  )
}

type FollowProps = { view: View; about: string; title: Localized | undefined; shown: Shown }

export const FollowPage = ({ view, about, title, shown }: FollowProps) => {
  const w = words(view).follow
  return (
    <Page view={view} title={w.title} lead={w.lead(thingName(view, about, title))} shown={shown} noindex>
      <Form view={view} action={href(view, '/follow')} submit={w.button} shown={shown}>
        <HiddenField name="about" value={about} />
        <Radios {...at(view, shown, 'how')} label={w.how} value="at-once" options={choices(view)} />
      </Form>
    </Page>
  )
}

type UnsubscribeProps = { view: View; token: string; about: string | undefined; shown: Shown }

export const UnsubscribePage = ({ view, token, about, shown }: UnsubscribeProps) => {
  const w = words(view).unsubscribe
  const options = [
    ...(about ? [{ value: 'this', label: w.this(thingName(view, about)) }] : []),
    { value: 'all', label: w.all },
  ]
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <Form view={view} action={href(view, '/unsubscribe')} submit={w.submit} shown={shown}>
        <HiddenField name="token" value={token} />
        <Radios {...at(view, shown, 'which')} label={w.which} value={options[0]!.value} options={options} />
      </Form>
    </Page>
  )
}

export const UnsubscribedPage = ({ view }: { view: View }) => {
  const w = words(view).unsubscribe
  return <Page view={view} title={w.done} lead={w.doneLead} noindex />
}

export type Undelivered = {
  key: string
  kind: string
  madeAt: Instant
  attempts: number
  problem: string | null
  tryAt: Instant | null
}

export const UndeliveredPage = ({ view, letters }: { view: View; letters: readonly Undelivered[] }) => {
  const w = words(view).undelivered
  const hows = words(view).follow.hows
  const when = (at: Instant) => instant(at, view.lang, view.timeZone)
  return (
    <Page view={view} title={w.title} lead={w.lead} wide noindex>
      {letters.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <Table
          view={view}
          caption={w.title}
          columns={[
            { key: 'key', label: w.letter },
            { key: 'kind', label: w.kind },
            { key: 'made', label: w.made, kind: 'date' },
            { key: 'attempts', label: w.attempts, kind: 'number' },
            { key: 'problem', label: w.problem },
            { key: 'next', label: w.next, kind: 'date' },
          ]}
          rows={letters.map((each) => ({
            key: each.key,
            kind: hows[each.kind] ?? each.kind,
            made: when(each.madeAt),
            attempts: String(each.attempts),
            problem: w.problems[each.problem ?? ''] ?? w.server(each.problem ?? ''),
            next: each.tryAt ? when(each.tryAt) : w.givenUp,
          }))}
        />
      )}
    </Page>
  )
}
