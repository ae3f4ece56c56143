import { type Bodies, nameOf } from '#bodies/index.ts'
import { type Choices, PledgeFields } from '#commitments/index.ts'
import type { Calendar } from '#kit/calendar.ts'
import { todayOf } from '#kit/day-asked.ts'
import { explain } from '#kit/deadline.explained.ts'
import { type Deadline, derivation, dueOn, remaining } from '#kit/deadline.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { DateField, HiddenField, Radios, Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DeadlineNote } from '#ui/steps.tsx'
import { PersonText } from '#ui/text.tsx'
import { choices, Language } from './desk.parts.tsx'
import { listed } from './recommendation.parts.tsx'
import {
  type Answer,
  type Followed,
  answers as kinds,
  type Recommendation,
  reasons,
  refOfRecommendation,
} from './recommendation.ts'
import { words } from './words.ts'

/** What waits for an answer of the viewer's bodies, the oldest first. */
export const OwedPage = (props: { view: View; bodies: Bodies; rows: readonly Followed[] }) => {
  const { view, bodies, rows } = props
  const w = words(view).recommendations
  const today = todayOf(view)
  return (
    <Page view={view} title={w.desk.title} lead={w.desk.lead} noindex>
      <StructuredList
        level={2}
        empty={<EmptyState title={w.desk.none} />}
        items={rows.map((row) => ({
          ...listed(view, row, {
            committee: nameOf(view, bodies, row.committee, today),
            body: nameOf(view, bodies, row.body, dayAt(row.madeAt, view.timeZone)),
          }),
          href: href(view, `/desk/recommendations/${row.id}`),
        }))}
      />
      <p>
        <a href={href(view, '/committees/recommendations')}>{w.all}</a>
      </p>
    </Page>
  )
}

type AnswerProps = {
  view: View
  shown: Shown
  of: Recommendation
  committee: string
  /** As which body the viewer answers. */
  body: string
  answers: readonly Answer[]
  limit: Deadline | undefined
  calendar: Calendar
  choices: Choices
}

/** What is asked, and the form by which it is answered: with promises, or with reasons. */
export const AnswerPage = (props: AnswerProps) => {
  const { view, shown, of, committee, answers } = props
  const w = words(view).recommendations
  const settled = of.answer === 'accepted'
  return (
    <Page
      view={view}
      shown={shown}
      title={{ text: of.title, lang: of.lang, fallback: of.lang !== view.lang }}
      side={w.desk.side}
      kicker={w.one(committee)}
      breadcrumbs={[{ href: href(view, '/desk/recommendations'), label: w.desk.title }]}
      noindex
    >
      {of.text && <PersonText text={of.text} lang={of.lang} />}
      {of.decision && <PersonText text={of.decision} lang={of.lang} />}
      {answers.length === 0 && <Due {...props} />}
      {settled ? <Notice view={view} title={w.acceptances.accepted} /> : <AnswerForm {...props} />}
      <p>
        <a href={href(view, `/${refOfRecommendation(of)}`)}>{words(view).desk.public}</a>
      </p>
    </Page>
  )
}

const Due = ({ view, limit, calendar }: AnswerProps) =>
  limit ? (
    <DeadlineNote
      view={view}
      due={dueOn(limit, calendar)}
      {...remaining(limit, calendar, todayOf(view))}
      derivation={explain(derivation(limit, calendar), view)}
    />
  ) : null

const AnswerForm = ({ view, shown, of, body, answers, choices: named }: AnswerProps) => {
  const w = words(view).recommendations
  const path = `/desk/recommendations/${of.id}/answer`
  return (
    <Form
      view={view}
      shown={shown}
      action={href(view, path)}
      submit={w.desk.submit}
      draft={`answer-${of.id}`}
      cancel={{ href: href(view, '/desk/recommendations'), label: words(view).desk.cancelForm }}
    >
      <HiddenField name="seen" value={String(answers.length)} />
      <Radios {...at(view, shown, 'answer')} label={w.desk.answer} options={choices(kinds, w.desk.kinds)} />
      <TextArea
        {...at(view, shown, 'text')}
        label={w.desk.text}
        hint={w.desk.textHint}
        max={10_000}
        rows={6}
      />
      <Language view={view} shown={shown} name="lang" />
      <Select
        {...at(view, shown, 'reason')}
        label={w.reason}
        hint={w.desk.reasonHint}
        options={choices(reasons, w.reasons)}
        empty="–"
        optional
      />
      <TextArea {...at(view, shown, 'because')} label={w.desk.because} max={4000} rows={4} optional />
      <DateField {...at(view, shown, 'reviewOn')} label={w.desk.reviewOn} hint={w.desk.reviewHint} optional />
      <PledgeFields view={view} shown={shown} choices={named} start={{ lead: body }} />
    </Form>
  )
}
