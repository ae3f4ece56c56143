import type { Article, ArticleVersion } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { Button } from '#ui/buttons.tsx'
import { DateField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { LawText } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { articleRef, type Law, type Provision, pathOf, renumbered, shownOn } from './charter.ts'
import type { Service } from './reads.ts'
import { words } from './words.ts'

type CharterProps = {
  view: View
  law: Law
  articles: readonly Provision[]
  counts: ReadonlyMap<string, number>
  on: Day
  days: readonly Day[]
}

/** The whole charter, chapter by chapter, as it stood on a day. */
export const CharterPage = ({ view, law, articles, counts, on, days }: CharterProps) => {
  const w = words(view)
  const { version, is } = shownOn(law.versions, on)
  return (
    <Page
      view={view}
      current="charter"
      title={w.title}
      lead={w.lead}
      badges={<StandingBadge view={view} is={is} />}
      feed={{ href: href(view, '/record.atom'), title: w.history }}
    >
      <p>
        <strong>
          <Local view={view} text={law.title} />
        </strong>{' '}
        {version.number && <Local view={view} text={version.number} />}
      </p>
      <Trust view={view} of={law} />
      <DayForm view={view} on={on} days={days} />
      {law.chapters.map((chapter) => (
        <section class="flow" id={`chapter-${chapter.no}`}>
          <h2>
            {w.chapter(chapter.no)} <Local view={view} text={chapter.title} />
          </h2>
          <StructuredList
            items={articles
              .filter((each) => each.article.chapter === chapter.no)
              .map((each) => articleItem(view, each, on, Number(chapter.no), counts))}
          />
        </section>
      ))}
      <p>
        <a href={href(view, '/charter/unserved')}>{w.unserved}</a> · <a href={href(view, '/law')}>{w.law}</a>{' '}
        · <a href={href(view, '/norms')}>{w.norms}</a>
      </p>
      <Downloads view={view} path="/charter" />
    </Page>
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
    ...(counts && { meta: [count > 0 ? w.servedBy(count) : w.nothingServes] }),
  }
}

const asChapter = (no: number) => (((no - 1) % 5) + 1) as 1 | 2 | 3 | 4 | 5

export const StandingBadge = ({ view, is }: { view: View; is: ReturnType<typeof shownOn>['is'] }) => (
  <Badge tone={is === 'in force' ? 'good' : is === 'not yet in force' ? 'waiting' : 'stopped'}>
    {words(view).standing[is]}
  </Badge>
)

/** Steps to any day in a thing's history. */
export const DayForm = ({ view, on, days }: { view: View; on: Day; days: readonly Day[] }) => {
  const w = words(view)
  return (
    <form method="get" class="day-form not-printed">
      <DateField view={view} name="on" label={w.asOf} value={on.toString()} />
      <Button kind="secondary">{w.show}</Button>
      {days.length > 1 && (
        <p>
          {w.days}:{' '}
          {days.map((each, index) => (
            <>
              {index > 0 && ' · '}
              <a href={`?on=${each}`} aria-current={each.equals(on) ? 'date' : undefined}>
                {dayText(each, view.lang)}
              </a>
            </>
          ))}
        </p>
      )}
    </form>
  )
}

export const Downloads = ({ view, path }: { view: View; path: string }) => {
  const w = words(view)
  return (
    <p class="not-printed">
      <a href={href(view, `${path}.csv`)}>{w.csv}</a> · <a href={href(view, `${path}.json`)}>{w.json}</a>
    </p>
  )
}

type ArticleProps = {
  view: View
  law: Law
  provision: Provision
  on: Day
  services: readonly Service[]
  history: readonly PublicEntry[]
}

/** One article: its wording, what protects the same right elsewhere, and everything in the city that serves it. */
export const ArticlePage = ({ view, law, provision, on, services, history }: ArticleProps) => {
  const w = words(view)
  const { article, charter } = provision
  const { version, is } = shownOn(article.versions, on)
  const title = say(version.title, view.lang, view.languages)
  const chapter = law.chapters.find((each) => each.no === article.chapter)
  return (
    <Page
      view={view}
      current="charter"
      title={title.text}
      kicker={
        <>
          <Local view={view} text={law.shortTitle ?? law.title} /> · {w.article(article.no)}
        </>
      }
      {...(chapter && {
        lead: (
          <>
            {w.chapter(chapter.no)} <Local view={view} text={chapter.title} />
          </>
        ),
      })}
      {...(charter && chapter && { chapter: asChapter(Number(chapter.no)) })}
      badges={<StandingBadge view={view} is={is} />}
      breadcrumbs={[
        charter
          ? { href: href(view, '/charter'), label: w.title }
          : {
              href: href(view, `/law/${law.key}`),
              label: say(law.shortTitle ?? law.title, view.lang, view.languages).text,
            },
      ]}
    >
      <Wording view={view} article={article} version={version} />
      {renumbered(law, article.no).map((each) => (
        <p class="muted">{w.numberThen(each.version, each.numbers.map(w.article).join(', '))}</p>
      ))}
      <Services view={view} services={services} />
      <References view={view} article={article} />
      {article.versions.length > 1 && <Versions view={view} article={article} />}
      <h2>{w.history}</h2>
      <History view={view} entries={history} />
    </Page>
  )
}

const Wording = ({ view, article, version }: { view: View; article: Article; version: ArticleVersion }) => {
  const w = words(view)
  const text = version.text && say(version.text, view.lang, view.languages)
  const title = say(version.title, view.lang, view.languages)
  return (
    <>
      {text && (
        <LawText
          number={w.article(article.no)}
          title={title.text}
          lang={text.lang}
          paragraphs={text.text.split(/\n\s*\n/).map((paragraph) => ({ text: paragraph }))}
        />
      )}
      {!text && (
        <Notice view={view} kind="info">
          {version.gist ? w.gistOnly : w.nothingKnown}
        </Notice>
      )}
      {!text && version.gist && (
        <p class="lead">
          <Local view={view} text={version.gist} />
        </p>
      )}
      <Trust view={view} of={version} />
    </>
  )
}

const Services = ({ view, services }: { view: View; services: readonly Service[] }) => {
  const w = words(view)
  return (
    <section class="flow">
      <h2>{w.serves}</h2>
      {services.length === 0 ? (
        <EmptyState title={w.nothingServes}>{w.servesLead}</EmptyState>
      ) : (
        <StructuredList
          items={services.map((each) => ({
            title: <Local view={view} text={each.title} />,
            href: href(view, `/${each.thing}`),
          }))}
        />
      )}
    </section>
  )
}

const References = ({ view, article }: { view: View; article: Article }) => {
  const w = words(view)
  if (article.refs.length === 0) return null
  return (
    <section class="flow">
      <h2>{w.references}</h2>
      <p>{w.referencesLead}</p>
      <ul class="flow">
        {article.refs.map((each) => (
          <li>
            <a href={href(view, pathOf(each.to))}>{each.to}</a>{' '}
            {each.note && <Local view={view} text={each.note} />} <Trust view={view} of={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Versions = ({ view, article }: { view: View; article: Article }) => {
  const w = words(view)
  const said = (iso: string) => dayText(Temporal.PlainDate.from(iso), view.lang)
  return (
    <section class="flow">
      <h2>{w.versions}</h2>
      <ul>
        {article.versions.map((each) => (
          <li>
            <a href={`?on=${each.from}`}>{w.version(said(each.from), each.until && said(each.until))}</a>{' '}
            <Local view={view} text={each.title} />
          </li>
        ))}
      </ul>
    </section>
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
        items={articles.map((each) => articleItem(view, each, on, Number(each.article.chapter ?? 1)))}
        empty={w.allServed}
      />
      <Downloads view={view} path="/charter/unserved" />
    </Page>
  )
}
