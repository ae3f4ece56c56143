import type { Child } from 'hono/jsx'
import type { Facts } from '#kit/refusal.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { DayText, languageName, Moment } from '#ui/text.tsx'
import { MyPage } from './me.pages.tsx'
import { words } from './words.ts'

/** Everything held about somebody, in words; as it is held it can be taken away. */
export const DataPage = ({ view, data }: { view: View; data: Record<string, unknown> }) => {
  const w = words(view).data
  return (
    <MyPage view={view} title={w.title} lead={w.lead}>
      <LinkButton href={href(view, '/me/data.json')} kind="secondary">
        {w.download}
      </LinkButton>
      <Held view={view} name="" value={data} level={2} />
    </MyPage>
  )
}

/** `lang` is what was kept as the language of what somebody wrote. */
type Part = { view: View; name: string; value: unknown; level: number; lang?: string }

/** Whatever the rooms hand in. */
const Held = ({ view, name, value, level, lang }: Part): Child => {
  if (isNothing(value)) return <span class="muted">{words(view).data.nothing}</span>
  if (value instanceof Temporal.Instant) return <Moment view={view} at={value} />
  if (value instanceof Temporal.PlainDate) return <DayText view={view} day={value} />
  if (Array.isArray(value))
    return (
      <ol>
        {value.map((each) => (
          <li>
            <Held view={view} name={name} value={each} level={4} {...(lang && { lang })} />
          </li>
        ))}
      </ol>
    )
  return isPlain(value) ? (
    <HeldParts view={view} value={value} level={level} />
  ) : (
    said(view, name, value, lang)
  )
}

const HeldParts = (props: { view: View; value: Record<string, unknown>; level: number }): Child => {
  const { view, value, level } = props
  const lang = typeof value.lang === 'string' ? { lang: value.lang } : {}
  const parts = Object.entries(value).map(([key, each]) => ({
    term: labelOf(view, key),
    is:
      key === 'what' ? (
        happened(view, value)
      ) : (
        <Held view={view} name={key} value={each} level={level + 1} {...lang} />
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
