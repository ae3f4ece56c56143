import type { Child } from 'hono/jsx'
import type { Article, ArticleVersion } from '#city/index.ts'
import { dayBy } from '#kit/dates.ts'
import type { Told } from '#kit/room.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain, say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Neighbours } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayBy, DayText, LawText } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import {
  addressOf,
  articleRef,
  countedUpTo,
  type Law,
  type Provision,
  renumbered,
  shownOn,
} from './charter.ts'
import { Named, type Names } from './named.tsx'
import { asChapter, StandingBadge } from './pages.tsx'
import type { Served } from './reads.ts'
import { words } from './words.ts'

type Props = {
  view: View
  law: Law
  provision: Provision
  /** Every article of the same instrument, in reading order. */
  siblings: readonly Provision[]
  on: Day
  /** What serves it, of the kinds that do not tell their own story. */
  services: readonly Served[]
  /** What became of the right, in the order in which it is read. */
  stories: readonly Told[]
  history: readonly PublicEntry[]
  names: Names
  /** Every article of every instrument, by its address. */
  articles: ReadonlyMap<string, Provision>
  follow: Child
  /** Whether somebody may ask the city for what this article is about. */
  takesPetitions: boolean
}

/** One article: its wording, what protects the same right elsewhere, and everything in the city that serves it. */
export const ArticlePage = (props: Props) => {
  const { view, law, provision, siblings, on, history } = props
  const w = words(view)
  const { article, charter } = provision
  const { version, is } = shownOn(article.versions, on)
  const chapter = law.chapters.find((each) => each.no === article.chapter)
  const at = siblings.findIndex((each) => each.article.no === article.no)
  const near = (place: number) => siblings[place] && linkTo(view, siblings[place], on)
  return (
    <Page
      view={view}
      current="charter"
      title={say(version.title, view.lang, view.languages)}
      kicker={
        <>
          <Local view={view} text={law.shortTitle ?? law.title} /> · {w.article(article.no)}
        </>
      }
      {...(version.gist && { lead: <Local view={view} text={version.gist} /> })}
      {...(charter && chapter && { chapter: asChapter(Number(chapter.no)) })}
      {...(is !== 'in force' && { badges: <StandingBadge view={view} is={is} /> })}
      breadcrumbs={[
        { href: href(view, '/charter'), label: w.title },
        ...(charter
          ? []
          : [{ href: href(view, `/law/${law.key}`), label: plain(law.shortTitle ?? law.title, view) }]),
      ]}
      aside={<Beside {...props} />}
    >
      <Wording view={view} article={article} version={version} />
      {renumbered(law, article.no).map(({ version: then, had, wentTo }) => (
        <p class="muted">
          {had.length > 0 && w.hadNumbers(versionName(view, law, then), had.map(w.article).join(', '))}{' '}
          {wentTo.length > 0 &&
            w.wentTo(versionName(view, law, then), w.article(article.no), wentTo.map(w.article).join(', '))}
        </p>
      ))}
      <Stories {...props} />
      <Services {...props} />
      <References {...props} />
      {article.versions.length > 1 && <Versions view={view} article={article} />}
      <section class="flow">
        <h2>{w.history}</h2>
        <History view={view} entries={history} />
      </section>
      <Neighbours view={view} before={near(at - 1)} after={near(at + 1)} />
    </Page>
  )
}

/** A version of an instrument as people call it: by its day. */
export function versionName(view: View, law: Law, key: string): string {
  const version = law.versions.find((each) => each.key === key)
  return version ? dayBy(Temporal.PlainDate.from(version.from), version.precision, view.lang) : key
}

function linkTo(view: View, { instrument, article, charter }: Provision, on: Day) {
  const title = plain(shownOn(article.versions, on).version.title, view)
  return {
    href: href(view, `/${articleRef(instrument, article.no, charter)}`),
    label: `${words(view).article(article.no)} ${title}`,
  }
}

const Wording = ({ view, article, version }: { view: View; article: Article; version: ArticleVersion }) => {
  const w = words(view)
  if (!version.text)
    return (
      <div class="muted">
        {version.gist ? w.gistOnly : w.titleOnly} <Trust view={view} of={version} />
      </div>
    )
  const { text, lang } = say(version.text, view.lang, view.languages)
  return (
    <>
      <LawText
        number={w.article(article.no)}
        title={plain(version.title, view)}
        lang={lang}
        paragraphs={text.split(/\n\s*\n/).map((paragraph) => ({ text: paragraph }))}
      />
      <Trust view={view} of={version} />
    </>
  )
}

/** How it goes with the right: what is measured, planned, promised, asked for and recommended. */
const Stories = ({ view, stories }: Props) =>
  stories.length > 0 && (
    <div class="abreast">
      {stories.map(({ title, shows }) => (
        <section class="flow">
          <h2>
            <Local view={view} text={title} />
          </h2>
          {shows}
        </section>
      ))}
    </div>
  )

const Services = ({ view, provision, services, stories }: Props) => {
  const w = words(view)
  if (services.length === 0 && stories.length > 0) return null
  const about = articleRef(provision.instrument, provision.article.no, provision.charter)
  return (
    <section class="flow">
      <h2>{provision.charter ? w.serves : w.tied}</h2>
      {services.length === 0 ? (
        <EmptyState
          title={w.nothingServes}
          action={provision.charter && <a href={href(view, '/charter/unserved')}>{w.unserved}</a>}
        >
          {w.servesWhy}
        </EmptyState>
      ) : (
        services.map(({ kind, count, newest }) => (
          <>
            <h3>{view.tell(`room.${kind}`)}</h3>
            <StructuredList
              level={4}
              items={newest.map(({ thing, title, since }) => ({
                title: <Local view={view} text={title} />,
                href: href(view, `/${thing}`),
                meta: [<DayText view={view} day={dayAt(since, view.timeZone)} />],
              }))}
            />
            {count > newest.length && (
              <p>
                <a href={href(view, `/${kind}?article=${about}`)}>
                  {count > countedUpTo ? w.moreServing(countedUpTo) : w.allServing(count)}
                </a>
              </p>
            )}
          </>
        ))
      )}
    </section>
  )
}

const References = ({ view, provision, names, articles }: Props) => {
  const w = words(view)
  const { refs } = provision.article
  if (refs.length === 0) return null
  const [first] = refs
  const alike = refs.every((each) => each.verification === first?.verification)
  return (
    <section class="flow">
      <h2>{w.references}</h2>
      <div>
        {w.referencesLead} {alike && first && <Trust view={view} of={first} />}
      </div>
      <StructuredList
        items={refs.map((each) => {
          const title = each.note ?? articles.get(addressOf(each.to))?.article.versions.at(-1)?.title
          return {
            title: <Named view={view} provision={each.to} names={names} />,
            ...(title && { text: <Local view={view} text={title} /> }),
            ...(!alike && { badges: <Trust view={view} of={each} /> }),
          }
        })}
      />
    </section>
  )
}

const Versions = ({ view, article }: { view: View; article: Article }) => {
  const w = words(view)
  return (
    <section class="flow">
      <h2>{w.versions}</h2>
      <ul>
        {article.versions.map(({ from, until, precision, title }) => (
          <li>
            <a href={`?on=${from}`}>
              <DayBy view={view} on={from} precision={precision} /> ~{' '}
              {until && <DayBy view={view} on={until} precision="day" />}
            </a>{' '}
            <Local view={view} text={title} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a reader may want next: to hear more, to speak up, the rights around this one. */
const Beside = (props: Props) => {
  const { view, law, provision, siblings, on, follow } = props
  const w = words(view)
  const { article } = provision
  const about = articleRef(provision.instrument, article.no, provision.charter)
  const chapter = law.chapters.find((each) => each.no === article.chapter)
  return (
    <>
      {follow}
      {provision.charter && (
        <section class="flow not-printed">
          <h2>{w.speakUp}</h2>
          {props.takesPetitions ? (
            <LinkButton href={href(view, `/petitions/new?article=${about}`)} kind="secondary">
              {w.askForIt}
            </LinkButton>
          ) : (
            <p>
              <a href={href(view, '/contact')}>{w.whereToSpeak}</a>
            </p>
          )}
        </section>
      )}
      {chapter && (
        <nav class="flow" aria-labelledby="chapter">
          <h2 id="chapter">
            {w.chapter(chapter.no)} <Local view={view} text={chapter.title} />
          </h2>
          <ul class="bare">
            {siblings
              .filter((each) => each.article.chapter === chapter.no)
              .map((each) => {
                const { href, label } = linkTo(view, each, on)
                return (
                  <li>
                    {each.article.no === article.no ? <strong>{label}</strong> : <a href={href}>{label}</a>}
                  </li>
                )
              })}
          </ul>
        </nav>
      )}
    </>
  )
}
