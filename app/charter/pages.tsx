import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { DayForm } from '#ui/day-form.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Disclosure, InPageNav } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { articleRef, countedUpTo, type Law, type Provision, shownOn } from './charter.ts'
import { words } from './words.ts'

type CharterProps = {
  view: View
  law: Law
  articles: readonly Provision[]
  counts: ReadonlyMap<string, number>
  on: Day
  /** The days on which anything of it changed. */
  changed: readonly string[]
  history: readonly PublicEntry[]
}

/** The whole charter, chapter by chapter, as it stood on a day. */
export const CharterPage = ({ view, law, articles, counts, on, changed, history }: CharterProps) => {
  const w = words(view)
  const { version, is } = shownOn(law.versions, on)
  return (
    <Page
      view={view}
      current="charter"
      title={w.title}
      lead={w.lead}
      feed={{ href: href(view, '/record.atom'), title: w.history }}
      aside={<Chapters view={view} law={law} />}
    >
      <div class="flow">
        <p>
          <strong>
            <Local view={view} text={law.title} />
          </strong>{' '}
          · {w.acted(w.acts[version.act], dayText(Temporal.PlainDate.from(version.from), view.lang))}
          {is !== 'in force' && <StandingBadge view={view} is={is} />}
        </p>
        {law.note && (
          <p>
            <Local view={view} text={law.note} />
          </p>
        )}
      </div>
      {law.preamble && <Preamble view={view} preamble={law.preamble} on={on} />}
      <DayForm view={view} on={on} today={todayOf(view)} changed={changed} />
      {law.chapters.map((chapter) => (
        <section class="flow" id={`chapter-${chapter.no}`}>
          <h2>
            <span class="muted">{w.chapter(chapter.no)}</span> <Local view={view} text={chapter.title} />
          </h2>
          <StructuredList
            items={articles
              .filter((each) => each.article.chapter === chapter.no)
              .map((each) => articleItem(view, each, on, Number(chapter.no), counts))}
          />
        </section>
      ))}
      <section class="flow">
        <h2>{w.history}</h2>
        <History view={view} entries={history} />
      </section>
      <Downloads view={view} path="/charter" />
    </Page>
  )
}

const Preamble = (props: { view: View; preamble: NonNullable<Law['preamble']>; on: Day }) => {
  const { view, preamble, on } = props
  const { version } = shownOn(preamble.versions, on)
  const text = version.text ?? version.note
  return (
    <Disclosure summary={words(view).preamble}>
      {text && (
        <p>
          <Local view={view} text={text} />
        </p>
      )}
      <Trust view={view} of={version} />
    </Disclosure>
  )
}

const Chapters = ({ view, law }: { view: View; law: Law }) => {
  const w = words(view)
  const items = law.chapters.map(({ no, title }) => ({
    id: `chapter-${no}`,
    label: `${w.chapter(no)} ${plain(title, view)}`,
  }))
  return (
    <>
      <nav class="flow" aria-label={w.further}>
        <h2>{w.further}</h2>
        <ul class="bare">
          <li>
            <a href={href(view, '/law')}>{w.law}</a>
          </li>
          <li>
            <a href={href(view, '/norms')}>{w.norms}</a>
          </li>
          <li>
            <a href={href(view, '/charter/unserved')}>{w.unserved}</a>
          </li>
        </ul>
      </nav>
      <InPageNav view={view} items={items} />
    </>
  )
}

export const NoCharterPage = ({ view }: { view: View }) => (
  <Page view={view} current="charter" title={words(view).title} lead={words(view).noCharter}>
    <p>
      <a href={href(view, '/law')}>{words(view).law}</a>
    </p>
  </Page>
)

/** An article as one line of a list. */
export function articleItem(
  view: View,
  { instrument, article, charter }: Provision,
  on: Day,
  chapter?: number,
  counts?: ReadonlyMap<string, number>,
) {
  const w = words(view)
  const about = articleRef(instrument, article.no, charter)
  const { version, is } = shownOn(article.versions, on)
  const count = counts?.get(about) ?? 0
  return {
    number: w.article(article.no),
    title: <Local view={view} text={version.title} />,
    href: href(view, `/${about}`),
    ...(version.gist && { text: <Local view={view} text={version.gist} /> }),
    ...(chapter && { chapter: asChapter(chapter) }),
    ...(is !== 'in force' && { badges: <StandingBadge view={view} is={is} /> }),
    ...(count > 0 && { meta: [count > countedUpTo ? w.servedByMore(countedUpTo) : w.servedBy(count)] }),
  }
}

export const asChapter = (no: number) => (((no - 1) % 5) + 1) as 1 | 2 | 3 | 4 | 5

export const StandingBadge = ({ view, is }: { view: View; is: ReturnType<typeof shownOn>['is'] }) => (
  <Badge tone={is === 'in force' ? 'good' : is === 'not yet in force' ? 'waiting' : 'stopped'}>
    {words(view).standing[is]}
  </Badge>
)

export const Downloads = ({ view, path }: { view: View; path: string }) => {
  const w = words(view)
  return (
    <p class="not-printed">
      <a href={href(view, `${path}.csv`)}>{w.csv}</a> · <a href={href(view, `${path}.json`)}>{w.json}</a>
    </p>
  )
}

export const UnservedPage = ({
  view,
  articles,
  on,
}: {
  view: View
  articles: readonly Provision[]
  on: Day
}) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="charter"
      title={w.unserved}
      lead={w.unservedLead}
      breadcrumbs={[{ href: href(view, '/charter'), label: w.title }]}
    >
      <StructuredList
        level={2}
        items={articles.map((each) => articleItem(view, each, on, Number(each.article.chapter ?? 1)))}
        empty={w.allServed}
      />
      <Downloads view={view} path="/charter/unserved" />
    </Page>
  )
}
