import type { Child } from 'hono/jsx'
import type { District } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import type { Procedure } from '#kit/procedures.ts'
import type { Ref } from '#kit/ref.ts'
import type { Subjects } from '#kit/subjects.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { FollowBox, History, type How, type PublicEntry, type Receipt, ReceiptOf } from '#record/index.ts'
import { ErrorSummary } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { Disclosure, InPageNav } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText, PersonText, WithName } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { AnswersSection } from './answers.pages.tsx'
import { AuthorPart, type AuthorProps } from './author.pages.tsx'
import { Way } from './course.pages.tsx'
import type { Course as CourseOf } from './course.reads.ts'
import { Opinions, type OpinionsProps } from './opinions.pages.tsx'
import { bodyName, labelOf, nowOf, StateBadge, TitleOf, titleSaid } from './parts.tsx'
import { isSignable } from './petition.signing.ts'
import { type Petition, stateOf } from './petition.ts'
import { Support, type SupportProps } from './support.pages.tsx'
import { words as deskWords } from './words.desk.ts'
import { words } from './words.ts'

type PetitionProps = {
  view: View
  course: CourseOf
  procedure: Procedure
  subjects: Subjects
  districts: readonly District[]
  articles: readonly { about: Ref; title: Localized }[]
  support: Pick<SupportProps, 'thresholds' | 'paper' | 'part'>
  opinions: OpinionsProps['opinions']
  olderOpinions: string | undefined
  joined: readonly Petition[]
  target: Petition | undefined
  author: Pick<AuthorProps, 'steps' | 'told' | 'code'> | undefined
  how: How | undefined
  history: readonly PublicEntry[]
  receipt: Receipt | undefined
  shown: Shown
  quickExit: string | undefined
}

/** One voice, followed to its end. */
export const PetitionPage = (props: PetitionProps) => {
  const { view, course, author, history } = props
  const { petition } = course.whole
  const w = words(view)
  const parts = [
    ...(petition.signableUntil
      ? [{ id: 'support', label: w.support.title, is: <SupportPart {...props} /> }]
      : []),
    ...(petition.discussedFrom
      ? [{ id: 'opinions', label: w.opinions.title, is: <OpinionsPart {...props} /> }]
      : []),
    ...(props.joined.length > 0 ? [{ id: 'joined', label: w.page.others, is: <Joined {...props} /> }] : []),
  ]
  return (
    <Page
      view={view}
      current="petitions"
      kicker={`${plain(props.procedure.label, view)} · ${w.number(petition.id)}`}
      title={titleSaid(view, petition)}
      heading={<TitleOf view={view} of={petition} />}
      badges={<StateBadge view={view} state={stateOf(petition, view.at)} />}
      lead={nowOf(view, petition)}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      feed={{ href: href(view, '/record/feeds/petitions.atom'), title: w.title }}
      aside={<Aside {...props} nav={navOf(view, course, parts)} />}
      noindex={author?.code !== undefined}
      {...(props.quickExit && { quickExit: props.quickExit })}
    >
      <ErrorSummary view={view} problems={props.shown.problems} />
      <JustDone view={view} receipt={props.receipt} />
      <Target view={view} petition={petition} target={props.target} />
      <Text view={view} course={course} />
      {isSignable(petition, view.at) && !props.support.part.isAuthor && (
        <p class="not-printed">
          <a href="#support">{w.page.toSupport}</a>
        </p>
      )}
      <DescriptionList items={facts(props)} />
      {author ? (
        <AuthorPart view={view} petition={petition} {...author} />
      ) : (
        <Yours view={view} petition={petition} />
      )}
      <AnswersSection view={view} {...course} />
      {parts.map(({ id, label, is }) => (
        <section class="flow" id={id}>
          <h2>{label}</h2>
          {is}
        </section>
      ))}
      <Way view={view} {...course} />
      <section class="flow" id="history">
        <h2>{w.page.history}</h2>
        <History view={view} entries={history} />
      </section>
    </Page>
  )
}

type Place = { id: string; label: string }

const navOf = (view: View, { whole, limits }: CourseOf, parts: readonly Place[]): Place[] => {
  const w = deskWords(view).course
  return [
    ...(whole.answers.length > 0 ? [{ id: 'answer', label: w.answers }] : []),
    ...parts,
    ...(limits.length > 0 ? [{ id: 'clock', label: w.clock }] : []),
    { id: 'history', label: words(view).page.history },
  ]
}

const Aside = ({ view, course, how, nav }: PetitionProps & { nav: readonly Place[] }) => {
  const w = words(view).page
  const { id } = course.whole.petition
  return (
    <>
      <FollowBox view={view} about={`petitions/${id}`} how={how} />
      <InPageNav view={view} items={nav} />
      <section class="flow not-printed">
        <p>
          {w.share}: <bdi>{view.baseUrl + href(view, `/petitions/${id}`)}</bdi>
        </p>
        <button type="button" class="button secondary small" data-print="" hidden>
          {w.print}
        </button>
      </section>
    </>
  )
}

const JustDone = ({ view, receipt }: Pick<PetitionProps, 'view' | 'receipt'>) => {
  const w = words(view).receipt
  if (!receipt) return null
  return (
    <Notice view={view} kind="success" title={w.done}>
      <Disclosure summary={w.signed}>
        <ReceiptOf view={view} receipt={receipt} />
      </Disclosure>
    </Notice>
  )
}

/** The way back for its author, for whom nothing else here is different. */
const Yours = ({ view, petition }: { view: View; petition: Petition }) => {
  const w = words(view).page
  if (view.viewer.kind === 'person' || petition.withdrawnAt) return null
  const byCode = petition.way === 'no-account' || petition.way === 'anonymous'
  const to = new URLSearchParams({ to: href(view, `/petitions/${petition.id}`) })
  return (
    <p class="not-printed">
      {w.isYours}{' '}
      <a href={href(view, byCode ? '/petitions/return' : `/sign-in?${to}`)}>
        {byCode ? w.byCode : w.bySignIn}
      </a>{' '}
      {w.yoursText}
    </p>
  )
}

/** Where it goes on, once it was joined to another. */
const Target = ({
  view,
  petition,
  target,
}: Pick<PetitionProps, 'view' | 'target'> & { petition: Petition }) => {
  const w = words(view).page
  if (!target) return null
  return (
    <Notice view={view} title={w.mergedInto}>
      <p>
        <a href={href(view, `/petitions/${target.id}`)}>
          {words(view).number(target.id)}: <TitleOf view={view} of={target} />
        </a>
      </p>
      {petition.mergeReason && (
        <p>
          {w.mergedWhy}: <span lang={petition.mergeLang ?? undefined}>{petition.mergeReason}</span>
        </p>
      )}
    </Notice>
  )
}

/** Whose it is, by the name they chose: a name is in the language of its owner's words. */
const By = ({ view, of }: { view: View; of: Pick<Petition, 'shownAs' | 'lang'> }) => {
  const w = words(view).page
  return of.shownAs ? <WithName says={w.by} name={of.shownAs} lang={of.lang} /> : w.by(w.resident)
}

/** What was asked for, in its author's own words; while they are hidden, why. */
const Text = ({ view, course }: Pick<PetitionProps, 'view' | 'course'>): Child => {
  const w = words(view).page
  const { petition, moderations } = course.whole
  if (!petition.hiddenAt)
    return <PersonText text={petition.text} lang={petition.lang} by={<By view={view} of={petition} />} />
  const hiding = moderations.findLast(({ what, restored }) => what === 'petition' && !restored)
  return (
    <Notice view={view} kind="warning" title={w.hidden}>
      <p>{w.hiddenText}</p>
      {hiding && (
        <p>
          {deskWords(view).grounds[hiding.ground]}: <span lang={hiding.lang}>{hiding.statement}</span>
        </p>
      )}
    </Notice>
  )
}

function facts({ view, course, procedure, subjects, districts, articles }: PetitionProps) {
  const w = words(view).page
  const { petition } = course.whole
  const district = districts.find(({ key }) => key === petition.district)
  const named = articles.filter(({ about }) => petition.articles.includes(about))
  return [
    { term: w.filed, is: <DayText view={view} day={dayAt(petition.filedAt, view.timeZone)} /> },
    {
      term: petition.answeredAt ? w.answerer : w.body,
      is: <a href={href(view, `/bodies/${petition.body}`)}>{bodyName(view, petition.body)}</a>,
    },
    ...(petition.topic ? [{ term: w.topic, is: labelOf(view, subjects.topics, petition.topic) }] : []),
    { term: w.district, is: district ? plain(district.name, view) : w.wholeCity },
    ...(petition.groups.length > 0
      ? [{ term: w.groups, is: petition.groups.map((key) => labelOf(view, subjects.groups, key)).join(', ') }]
      : []),
    { term: w.articles, is: named.length > 0 ? <Articles view={view} articles={named} /> : w.noArticles },
    { term: w.procedure, is: <Local view={view} text={procedure.label} /> },
    { term: w.way, is: w.ways[petition.way] },
  ]
}

const Articles = ({ view, articles }: Pick<PetitionProps, 'view' | 'articles'>) => (
  <>
    {articles.map(({ about, title }, i) => (
      <>
        {i > 0 && ', '}
        <a href={href(view, `/${about}`)}>{plain(title, view)}</a>
      </>
    ))}
  </>
)

const SupportPart = ({ view, course, support }: PetitionProps) => (
  <Support view={view} petition={course.whole.petition} {...support} />
)

const OpinionsPart = ({ view, course, opinions, olderOpinions, support }: PetitionProps) => (
  <Opinions
    view={view}
    petition={course.whole.petition}
    opinions={opinions}
    older={olderOpinions}
    part={support.part}
  />
)

/** Those that ask for the same, and their authors, who are authors of this one too. */
const Joined = ({ view, joined }: PetitionProps) => {
  const w = words(view).page
  return (
    <>
      <p>{w.othersText}</p>
      <StructuredList
        items={joined.map((each) => ({
          title: <TitleOf view={view} of={each} />,
          href: href(view, `/petitions/${each.id}`),
          meta: [
            words(view).number(each.id),
            <By view={view} of={each} />,
            dayText(dayAt(each.filedAt, view.timeZone), view.lang),
          ],
        }))}
      />
    </>
  )
}
