import type { Child } from 'hono/jsx'
import { type Shown, typedIn } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import type { Subjects } from '#kit/subjects.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Checkbox, Checkboxes, HiddenField, Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { most, noArticle } from './filing.ts'
import { bodyName } from './parts.tsx'
import { SimilarOnes } from './similar.pages.tsx'
import type { Suggested, Suggestion } from './suggesting.ts'
import { words } from './words.ts'
import {
  AuthorFields,
  crumbs,
  draftOf,
  pathOf,
  Steps,
  TextFields,
  type WritingProps,
} from './writing.pages.tsx'

export type CheckProps = WritingProps & {
  subjects: Subjects
  articles: readonly { about: Ref; title: Localized }[]
  suggested: Suggested
  /** Who would answer, going by the text. */
  body: string
}

/** What the city takes a text to be about, to be put right by whoever wrote it, before anything is sent. */
export const CheckPage = (props: CheckProps) => {
  const { view, procedure, way, shown, similar, quickExit } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      kicker={plain(procedure.label, view)}
      title={w.check.title}
      lead={w.check.lead}
      breadcrumbs={crumbs(view)}
      shown={shown}
      {...(quickExit && way !== 'account' && { quickExit })}
      noindex
    >
      <Steps view={view} current={2} />
      {similar && similar.length > 0 && <SimilarOnes view={view} similar={similar} />}
      <Form
        view={view}
        action={pathOf(view, procedure, way)}
        submit={w.check.send}
        shown={shown}
        {...draftOf(procedure, way)}
      >
        <HiddenField name="form" value={typedIn(shown, 'form')} />
        <HiddenField name="checked" value="yes" />
        <Written {...props} />
        <Topic {...props} />
        <Articles {...props} />
        <Groups {...props} />
        {procedure.committee && <Lane {...props} />}
        <Disclosure summary={w.check.change} open={isWrong(shown)}>
          <TextFields {...props} />
          <AuthorFields {...props} />
        </Disclosure>
      </Form>
    </Page>
  )
}

/** What everybody is going to read, once more as it will stand there. */
const Written = ({ view, shown }: CheckProps) => (
  <section class="flow" aria-labelledby="written">
    <h2 id="written">{words(view).check.written}</h2>
    <PersonText
      text={`${typedIn(shown, 'title')}\n\n${typedIn(shown, 'text')}`}
      lang={typedIn(shown, 'lang')}
      by={words(view).page.by(typedIn(shown, 'shownAs') || words(view).page.resident)}
    />
  </section>
)

const isWrong = ({ problems }: Shown): boolean =>
  problems.some(({ field }) =>
    ['title', 'text', 'lang', 'district', 'shownAs', 'name', 'reach', 'age', 'agree'].includes(field),
  )

const Topic = ({ view, shown, subjects, body }: CheckProps): Child => {
  const w = words(view).check
  if (subjects.topics.length === 0) return null
  return (
    <Select
      {...at(view, shown, 'topic')}
      label={w.topic}
      hint={`${w.body(bodyName(view, body))} ${w.topicHint}`}
      empty={w.noTopic}
      options={subjects.topics.map(({ key, label }) => ({ value: key, label: plain(label, view) }))}
      optional
    />
  )
}

const Articles = ({ view, shown, articles, suggested }: CheckProps): Child => {
  const w = words(view).check
  const why = because(view, suggested.articles)
  const option = ({ about, title }: CheckProps['articles'][number]) => ({
    value: about,
    label: plain(title, view),
    ...(why.has(about) && { hint: why.get(about) }),
  })
  const likely = articles.filter(({ about }) => why.has(about))
  const others = articles.filter(({ about }) => !why.has(about))
  const ticked = [shown.typed.articles ?? []].flat()
  return (
    <>
      <Checkboxes
        {...at(view, shown, 'articles')}
        label={w.articles}
        options={[...likely.map(option), { value: noArticle, label: w.noArticle }]}
      />
      {others.length > 0 && (
        <Disclosure summary={w.moreArticles} open={others.some(({ about }) => ticked.includes(about))}>
          <Checkboxes
            view={view}
            name="articles"
            id="more-articles"
            label={w.moreArticles}
            typed={ticked}
            options={others.map(option)}
            optional
          />
        </Disclosure>
      )}
    </>
  )
}

const Groups = ({ view, shown, subjects, suggested }: CheckProps): Child => {
  const w = words(view).check
  if (subjects.groups.length === 0) return null
  const why = because(view, suggested.groups)
  const ticked = [shown.typed.groups ?? []].flat()
  const option = ({ key, label }: { key: string; label: Localized }) => ({
    value: key,
    label: plain(label, view),
    ...(why.has(key) && { hint: why.get(key) }),
  })
  const likely = subjects.groups.filter(({ key }) => why.has(key))
  const others = subjects.groups.filter(({ key }) => !why.has(key))
  return (
    <>
      {likely.length > 0 && (
        <Checkboxes {...at(view, shown, 'groups')} label={w.groups} options={likely.map(option)} optional />
      )}
      <Disclosure
        summary={likely.length > 0 ? w.moreGroups : w.groups}
        open={others.some(({ key }) => ticked.includes(key))}
      >
        <Checkboxes
          view={view}
          name="groups"
          id={likely.length > 0 ? 'more-groups' : 'groups'}
          label={likely.length > 0 ? w.moreGroups : w.groups}
          typed={ticked}
          options={others.map(option)}
          optional
        />
      </Disclosure>
    </>
  )
}

const Lane = ({ view, shown, subjects }: CheckProps): Child => {
  const w = words(view).check
  const ticked = [shown.typed.groups ?? []].flat()
  const small = subjects.groups.filter((each) => each.small && ticked.includes(each.key))
  const named = small.map(({ label }) => plain(label, view)).join(', ')
  return (
    <>
      <Checkbox
        {...at(view, shown, 'lane')}
        label={w.lane}
        hint={named ? w.laneFor(named) : w.laneHint}
        optional
      />
      <TextArea
        {...at(view, shown, 'laneReason')}
        label={w.laneReason}
        rows={3}
        max={most.laneReason}
        optional
      />
    </>
  )
}

function because(view: WritingProps['view'], all: readonly Suggestion[]): Map<string, string> {
  const w = words(view).check
  return new Map(
    all.map(({ key, told }) => [key, told.length > 0 ? w.because(told.slice(0, 4).join(', ')) : w.byTopic]),
  )
}
