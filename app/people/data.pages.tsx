import type { Child } from 'hono/jsx'
import type { Facts } from '#kit/refusal.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, Pagination } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { DayText, languageName, Moment } from '#ui/text.tsx'
import { MyPage } from './me.pages.tsx'
import { words } from './words.ts'

/** So many of a list stand on the page of everything; the rest have pages of their own. */
const few = 10
const unfolded = 2
const onePage = 50

/** Everything held about somebody, in words; as it is held it can be taken away. */
export const DataPage = ({ view, data }: { view: View; data: Record<string, unknown> }) => {
  const w = words(view).data
  return (
    <MyPage view={view} title={w.title} lead={w.lead}>
      <Download view={view} />
      <Held view={view} name="" value={data} level={2} at="" />
    </MyPage>
  )
}

const Download = ({ view }: { view: View }) => (
  <LinkButton href={href(view, '/me/data.json')} kind="secondary">
    {words(view).data.download}
  </LinkButton>
)

type ListProps = { view: View; at: string; rows: readonly unknown[]; from: number }

/** One long list of what is held about somebody, page after page. */
export const DataListPage = ({ view, at, rows, from }: ListProps) => {
  const w = words(view)
  const names = at.split('.')
  const name = names.at(-1)!
  const to = (from: number) => href(view, listAddress(at, from))
  return (
    <Page
      view={view}
      title={names.map((each) => labelOf(view, each)).join(': ')}
      lead={w.data.partOf({ from: from + 1, to: Math.min(from + onePage, rows.length), all: rows.length })}
      breadcrumbs={[
        { href: href(view, '/me'), label: w.me.title },
        { href: href(view, '/me/data'), label: w.data.title },
      ]}
      noindex
    >
      <Rows view={view} name={name} rows={rows.slice(from, from + onePage)} from={from} />
      <Pagination view={view} next={from + onePage < rows.length ? to(from + onePage) : undefined} />
      <Download view={view} />
    </Page>
  )
}

const listAddress = (at: string, from = 0): string =>
  `/me/data?${new URLSearchParams({ list: at, ...(from > 0 && { from: String(from) }) })}`

/** The list that lies somewhere in what is held, if one does. */
export function listAt(data: Record<string, unknown>, at: string): readonly unknown[] | undefined {
  const found = at
    .split('.')
    .reduce<unknown>((held, key) => (isPlain(held) && Object.hasOwn(held, key) ? held[key] : undefined), data)
  return Array.isArray(found) ? found : undefined
}

/** `lang` is what was kept as the language of what somebody wrote, `at` where it lies in the whole. */
type Part = { view: View; name: string; value: unknown; level: number; lang?: string; at?: string }

/** Whatever the rooms hand in. */
const Held = ({ view, name, value, level, lang, at }: Part): Child => {
  if (isNothing(value)) return <span class="muted">{words(view).data.nothing}</span>
  if (value instanceof Temporal.Instant) return <Moment view={view} at={value} />
  if (value instanceof Temporal.PlainDate) return <DayText view={view} day={value} />
  if (Array.isArray(value)) return <List view={view} name={name} rows={value} lang={lang} at={at} />
  return isPlain(value) ? (
    <HeldParts view={view} value={value} level={level} {...(at !== undefined && { at })} />
  ) : (
    said(view, name, value, lang)
  )
}

type ListedProps = Omit<RowsProps, 'from'> & { at?: string | undefined }

/** More than fit on a screen are folded; more than a page needs have pages of their own. */
const List = ({ at, ...props }: ListedProps): Child => {
  const { view, name, rows } = props
  const w = words(view).data
  if (at === undefined || rows.length <= unfolded) return <Rows {...props} />
  return (
    <Disclosure summary={w.count(rows.length)}>
      <Rows {...props} rows={rows.slice(0, few)} />
      {rows.length > few && (
        <p>
          <a href={href(view, listAddress(at))}>{w.all(labelOf(view, name), rows.length)}</a>
        </p>
      )}
    </Disclosure>
  )
}

type RowsProps = {
  view: View
  name: string
  rows: readonly unknown[]
  from?: number
  lang?: string | undefined
}

const Rows = ({ view, name, rows, from = 0, lang }: RowsProps) => (
  <ol start={from + 1}>
    {rows.map((each) => (
      <li>
        <Held view={view} name={name} value={each} level={4} {...(lang && { lang })} />
      </li>
    ))}
  </ol>
)

type HeldPartsProps = { view: View; value: Record<string, unknown>; level: number; at?: string }

const HeldParts = ({ view, value, level, at }: HeldPartsProps): Child => {
  const lang = typeof value.lang === 'string' ? { lang: value.lang } : {}
  const parts = Object.entries(value).map(([key, each]) => ({
    term: labelOf(view, key),
    is:
      key === 'what' ? (
        happened(view, value)
      ) : (
        <Held
          view={view}
          name={key}
          value={each}
          level={level + 1}
          {...lang}
          {...(at !== undefined && { at: at ? `${at}.${key}` : key })}
        />
      ),
    isNothing: isNothing(each) || (key === 'facts' && 'what' in value),
  }))
  if (level > 3 || Object.values(value).every((each) => !isPlain(each) && !Array.isArray(each)))
    return <DescriptionList items={parts.filter((each) => !each.isNothing)} />
  const Heading = `h${level}` as 'h2'
  return (
    <>
      {parts.map(({ term, is }) => (
        <section class="flow">
          <Heading>{term}</Heading>
          {is}
        </section>
      ))}
    </>
  )
}

/** What a field is called: here, or by the room that handed it in, as `held.<field>` or `room.<room>`. */
function labelOf(view: View, key: string): string {
  const labels: Record<string, string> = words(view).data.labels
  return labels[key] ?? told(view, `held.${key}`) ?? told(view, `room.${key}`) ?? key
}

/** What happened, as the record says it. */
const happened = (view: View, { what, facts }: Record<string, unknown>): string =>
  view.tell(String(what), (facts ?? {}) as Facts)

/** What a code stands for; what somebody wrote themselves, as they wrote it. */
function said(view: View, name: string, value: unknown, lang: string | undefined): Child {
  const text = String(value)
  if (name === 'about' || name === 'because') return thing(view, text)
  if (name === 'lang') return languageName(text, view.lang)
  if (name === 'body' || name === 'actor') return told(view, `actor.${text}`) ?? text
  return codesOf(view)[name]?.[text] ?? told(view, `${name}.${text}`) ?? <span lang={lang}>{text}</span>
}

/** What it is about, where that has a page: a person has none. */
function thing(view: View, about: string): Child {
  if (!about.includes('/')) return told(view, `room.${about}`) ?? about
  return about.startsWith('people/') ? about : <a href={href(view, `/${about}`)}>{about}</a>
}

/** The words for what is kept as a code, by the field it stands in. */
function codesOf(view: View): Record<string, Record<string, string>> {
  const w = words(view)
  const { account, notices, invitations } = w.consents.of
  return {
    role: w.roles,
    route: w.residency.routes,
    level: Object.fromEntries(w.levels.map(({ name }, level) => [level, name])),
    given: w.consents.by,
    purpose: { account: account.label, notices: notices.label, invitations: invitations.label },
    notices: w.me.notices,
    kind: w.data.kinds,
    onPaper: w.data.yesNo,
  }
}

function told(view: View, code: string): string | undefined {
  const sentence = view.tell(code)
  return sentence === code ? undefined : sentence
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !('toJSON' in value)

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
