import { type Bodies, nameOf } from '#bodies/index.ts'
import { Named, type Names } from '#charter/index.ts'
import {
  axisWords,
  type CommitmentLine,
  CommitmentLines,
  implementations,
  verifications,
} from '#commitments/index.ts'
import type { Calendar } from '#kit/calendar.ts'
import { todayOf } from '#kit/day-asked.ts'
import { explain } from '#kit/deadline.explained.ts'
import { type Deadline, derivation, dueOn, remaining } from '#kit/deadline.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { FollowBox, History, type How, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { Button } from '#ui/buttons.tsx'
import { Select } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, Pagination, StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DeadlineNote } from '#ui/steps.tsx'
import { DayText, PersonText } from '#ui/text.tsx'
import { JustDone } from './desk.parts.tsx'
import { axisItems, listed } from './recommendation.parts.tsx'
import {
  type Answer,
  acceptanceOf,
  acceptances,
  type Followed,
  refOfRecommendation,
} from './recommendation.ts'
import { words } from './words.ts'

/** What of the recommendations is shown, as the address says it. */
export type Chosen = Partial<
  Record<'acceptance' | 'implementation' | 'verification' | 'committee' | 'body', string>
>

type ListProps = {
  view: View
  bodies: Bodies
  rows: readonly Followed[]
  older: string | undefined
  chosen: Chosen
  choices: { bodies: readonly string[]; committees: readonly string[] }
}

/** Everything that committees recommended, and what became of it. */
export const RecommendationsPage = ({ view, bodies, rows, older, chosen, choices }: ListProps) => {
  const w = words(view)
  const query = new URLSearchParams(chosen).toString()
  const file = (path: string) => `${href(view, path)}${query && `?${query}`}`
  const on = todayOf(view)
  return (
    <Page
      view={view}
      current="committees"
      title={w.recommendations.title}
      lead={w.recommendations.lead}
      breadcrumbs={[{ href: href(view, '/committees'), label: w.title }]}
    >
      <Filter {...{ view, bodies, chosen, choices }} />
      <StructuredList
        level={2}
        empty={<EmptyState title={w.recommendations.none} />}
        items={rows.map((row) =>
          listed(view, row, {
            committee: nameOf(view, bodies, row.committee, on),
            body: nameOf(view, bodies, row.body, dayAt(row.madeAt, view.timeZone)),
          }),
        )}
      />
      <Pagination view={view} older={older} />
      <p class="not-printed">
        {w.downloads}: <a href={file('/committees/recommendations.csv')}>CSV</a> ·{' '}
        <a href={file('/committees/recommendations.json')}>JSON</a>
      </p>
    </Page>
  )
}

const Filter = ({ view, bodies, chosen, choices }: Omit<ListProps, 'rows' | 'older'>) => {
  const w = words(view).recommendations
  const axes = axisWords(view)
  const labelled = <K extends string>(all: readonly K[], labels: Record<K, string>) =>
    all.map((value) => ({ value, label: labels[value] }))
  const named = (keys: readonly string[]) =>
    keys.map((value) => ({ value, label: nameOf(view, bodies, value, todayOf(view)) }))
  const select = (
    name: keyof Chosen,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => <Select view={view} {...{ name, label, options }} value={chosen[name] ?? ''} empty={w.any} optional />
  return (
    <form method="get" class="filters not-printed" aria-label={w.filter}>
      {select('acceptance', w.axes.acceptance, labelled(acceptances, w.acceptances))}
      {select('implementation', w.axes.implementation, labelled(implementations, axes.implementations))}
      {select('verification', w.axes.verification, labelled(verifications, axes.verifications))}
      {select('committee', w.committee, named(choices.committees))}
      {select('body', w.body, named(choices.bodies))}
      <Button kind="secondary">{w.show}</Button>
    </form>
  )
}

export type RecommendationProps = {
  view: View
  bodies: Bodies
  laws: Names
  of: Followed
  /** Who answers for it today, where that is not the body that was asked. */
  now: readonly string[]
  answers: readonly Answer[]
  limit: Deadline | undefined
  calendar: Calendar
  lines: readonly CommitmentLine[]
  how: How | undefined
  history: readonly PublicEntry[]
}

/** One recommendation: what it asks, what was answered and by when, what was promised, and how that goes. */
export const RecommendationPage = (props: RecommendationProps) => {
  const { view, bodies, of } = props
  const w = words(view)
  const on = dayAt(of.madeAt, view.timeZone)
  const committee = nameOf(view, bodies, of.committee, on)
  return (
    <Page
      view={view}
      current="committees"
      title={{ text: of.title, lang: of.lang, fallback: of.lang !== view.lang }}
      side={w.recommendations.named}
      kicker={w.recommendations.one(committee)}
      breadcrumbs={[
        { href: href(view, '/committees'), label: w.title },
        { href: href(view, '/committees/recommendations'), label: w.recommendations.title },
      ]}
      aside={<FollowBox view={view} about={refOfRecommendation(of)} how={props.how} />}
    >
      <JustDone view={view} />
      <Facts {...props} />
      {(of.text || of.decision) && (
        <section class="flow">
          <h2>{w.recommendations.asks}</h2>
          {of.text && <PersonText text={of.text} lang={of.lang} />}
          {of.decision && <PersonText text={of.decision} lang={of.lang} />}
        </section>
      )}
      <Answers {...props} />
      {props.lines.length > 0 && (
        <section class="flow">
          <h2>{w.recommendations.commitments}</h2>
          <CommitmentLines
            view={view}
            lines={props.lines}
            nameOf={(body) => nameOf(view, bodies, body, todayOf(view))}
          />
        </section>
      )}
      <section class="flow">
        <h2>{w.history}</h2>
        <History view={view} entries={props.history} />
      </section>
    </Page>
  )
}

/** Its three axes, and whom it asks. */
const Facts = ({ view, bodies, of, now }: RecommendationProps) => {
  const w = words(view)
  const on = dayAt(of.madeAt, view.timeZone)
  const today = todayOf(view)
  const sitting = `/committees/${of.committee}/sittings/${of.sitting}`
  return (
    <DescriptionList
      items={[
        ...axisItems(view, of),
        {
          term: w.recommendations.to,
          is: <a href={href(view, `/bodies/${of.body}`)}>{nameOf(view, bodies, of.body, on)}</a>,
        },
        ...now.map((key) => ({
          term: w.recommendations.now,
          is: <a href={href(view, `/bodies/${key}`)}>{nameOf(view, bodies, key, today)}</a>,
        })),
        { term: w.recommendations.made, is: <DayText view={view} day={on} /> },
        {
          term: w.recommendations.sitting,
          is: (
            <a href={`${href(view, sitting)}#item-${of.item}`}>
              {w.sittingNo(of.sitting)}, {w.item(of.item)}
            </a>
          ),
        },
      ]}
    />
  )
}

const Answers = (props: RecommendationProps) => {
  const { view, of, answers } = props
  const w = words(view).recommendations
  const [newest, ...earlier] = answers
  return (
    <section class="flow" id="answer">
      <h2>{w.answer}</h2>
      <Due {...props} />
      {newest && <AnswerText {...props} answer={newest} />}
      {acceptanceOf(of, view.at) === 'waiting' && <p>{w.acceptances.waiting}</p>}
      {earlier.length > 0 && (
        <Disclosure summary={w.earlier}>
          {earlier.map((answer) => (
            <AnswerText {...props} answer={answer} />
          ))}
        </Disclosure>
      )}
    </section>
  )
}

/** By when an answer was owed, how that was counted, and that nobody kept to it. */
const Due = ({ view, laws, of, answers, limit, calendar }: RecommendationProps) => {
  const w = words(view).recommendations
  if (!limit) return <p class="muted">{w.noDate}</p>
  const first = answers.at(-1)
  const due = dueOn(limit, calendar)
  const until = first ? dayAt(first.at, view.timeZone) : todayOf(view)
  const { state, days } = remaining(limit, calendar, until)
  return (
    <>
      {acceptanceOf(of, view.at) === 'overdue' && (
        <Notice view={view} kind="warning" title={w.silence}>
          <p>{w.silent(days)}</p>
        </Notice>
      )}
      <DeadlineNote
        view={view}
        due={due}
        state={first ? 'met' : state}
        days={days}
        derivation={explain(derivation(limit, calendar), view)}
        basis={limit.norm.provision && <Named view={view} provision={limit.norm.provision} names={laws} />}
      />
      {first && state === 'overdue' && (
        <p>
          <Badge tone="late">{w.late(days)}</Badge>
        </p>
      )}
    </>
  )
}

const AnswerText = ({ view, bodies, answer }: RecommendationProps & { answer: Answer }) => {
  const w = words(view).recommendations
  const on = dayAt(answer.at, view.timeZone)
  return (
    <article class="flow">
      <p>
        <strong>{w.acceptances[answer.answer]}</strong> · {nameOf(view, bodies, answer.body, on)} ·{' '}
        <DayText view={view} day={on} />
      </p>
      <PersonText text={answer.text} lang={answer.lang} />
      {answer.reason && (
        <DescriptionList
          items={[
            {
              term: w.reason,
              is: (
                <>
                  {w.reasons[answer.reason]}
                  {answer.because && <PersonText text={answer.because} lang={answer.lang} />}
                </>
              ),
            },
            ...(answer.reviewOn
              ? [{ term: w.review, is: <DayText view={view} day={answer.reviewOn} /> }]
              : []),
          ]}
        />
      )}
    </article>
  )
}
