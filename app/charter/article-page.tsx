import type { Child } from 'hono/jsx'
import type { Article, ArticleVersion } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { LawText } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { type Law, type Provision, renumbered, shownOn } from './charter.ts'
import { Named, type Names } from './named.tsx'
import { asChapter, StandingBadge } from './pages.tsx'
import type { Service } from './reads.ts'
import { words } from './words.ts'

type ArticleProps = {
  view: View
  law: Law
  provision: Provision
  on: Day
  services: readonly Service[]
  history: readonly PublicEntry[]
  names: Names
  follow: Child
}

/** One article: its wording, what protects the same right elsewhere, and everything in the city that serves it. */
export const ArticlePage = ({ view, law, provision, on, services, history, names, follow }: ArticleProps) => {
  const w = words(view)
  const { article, charter } = provision
  const { version, is } = shownOn(article.versions, on)
  const title = say(version.title, view.lang, view.languages)
  const chapter = law.chapters.find((each) => each.no === article.chapter)
  return (
    <Page
      view={view}
      current="charter"
      title={title}
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
      badges={
        <>
          <StandingBadge view={view} is={is} />
          <Trust view={view} of={version} />
        </>
      }
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
      {renumbered(law, article.no).map(({ version: then, had, wentTo }) => (
        <p class="muted">
          {had.length > 0 && w.hadNumbers(then, had.map(w.article).join(', '))}{' '}
          {wentTo.length > 0 && w.wentTo(then, w.article(article.no), wentTo.map(w.article).join(', '))}
        </p>
      ))}
      <Services view={view} services={services} />
      <References view={view} article={article} names={names} />
      {article.versions.length > 1 && <Versions view={view} article={article} />}
      <h2>{w.history}</h2>
      <History view={view} entries={history} />
      {follow}
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
    </>
  )
}

const Services = ({ view, services }: { view: View; services: readonly Service[] }) => {
  const w = words(view)
  return (
    <section class="flow">
      <h2>{w.serves}</h2>
      {services.length === 0 ? (
        <EmptyState title={w.nothingServes}>{w.servesWhy}</EmptyState>
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

const References = ({ view, article, names }: { view: View; article: Article; names: Names }) => {
  const w = words(view)
  if (article.refs.length === 0) return null
  return (
    <section class="flow">
      <h2>{w.references}</h2>
      <p>{w.referencesLead}</p>
      <ul class="flow">
        {article.refs.map((each) => (
          <li>
            <Named view={view} provision={each.to} names={names} />{' '}
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
