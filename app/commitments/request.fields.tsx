import { type Bodies, nameOf } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import { type Shown, typedIn } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { DateField, HiddenField, Radios, Select } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { PersonText } from '#ui/text.tsx'
import { type RequestForm, requestFormNames, type Standing, turnsFor } from './desk.standing.ts'
import { RequestBadge } from './request.pages.tsx'
import { wordsFor } from './request.ts'
import type { RequestLine } from './requests.reads.ts'
import { words } from './words.ts'

type Props = Standing & {
  view: View
  shown: Shown
  name: RequestForm
  choices: readonly { value: string; label: string }[]
}

export const isOfRequest = (name: string): name is RequestForm =>
  (requestFormNames as readonly string[]).includes(name)

/** What the forms of a request ask besides their text: which request, and what is said of it. */
export const RequestFields = (props: Props) => {
  const { view, shown, name } = props
  const all = turnsFor(props, name).map(({ request }) => request)
  const wanted = typedIn(shown, 'asked') || (new URLSearchParams(view.query).get('asked') ?? '')
  const chosen = all.filter((each) => String(each.asked) === wanted)
  const meant = chosen.length > 0 ? chosen : all
  return (
    <>
      {meant.map((each) => (
        <Asked view={view} bodies={props.bodies} request={each} />
      ))}
      {meant.length === 1 ? (
        <HiddenField name="asked" value={String(meant[0]!.asked)} />
      ) : (
        <Radios
          {...at(view, shown, 'asked')}
          label={words(view).requests.desk.which}
          options={meant.map(({ asked, text, lang }) => ({
            value: String(asked),
            label: text.slice(0, 80),
            lang,
          }))}
        />
      )}
      <Said {...props} meant={meant} />
    </>
  )
}

const Asked = ({ view, bodies, request }: { view: View; bodies: Bodies; request: RequestLine }) => (
  <>
    <p>
      <RequestBadge view={view} of={request} />
    </p>
    <PersonText
      text={request.text}
      lang={request.lang}
      by={nameOf(view, bodies, request.asker, todayOf(view))}
    />
  </>
)

const Said = ({ view, shown, name, meant, choices }: Props & { meant: readonly RequestLine[] }) => {
  const w = words(view).desk
  const { desk } = words(view).requests
  switch (name) {
    case 'help-answers':
      return (
        <Radios
          {...at(view, shown, 'accepted')}
          label={w.willHelp}
          options={[
            { value: 'yes', label: w.helpYes, hint: w.helpYesHint },
            { value: 'no', label: w.helpNo },
          ]}
        />
      )
    case 'help-words':
      return (
        <Radios
          {...at(view, shown, 'word')}
          label={desk.word}
          options={[...new Set(meant.flatMap(wordsFor))].map((value) => ({
            value,
            label: desk.words[value],
            hint: desk.wordHints[value],
          }))}
        />
      )
    case 'help-decisions':
      return (
        <>
          <Radios
            {...at(view, shown, 'decides')}
            label={desk.decides}
            options={[
              { value: 'helps', label: desk.helps, hint: desk.helpsHint },
              { value: 'closes', label: desk.closes },
            ]}
          />
          <Select
            {...at(view, shown, 'of')}
            label={desk.of}
            options={choices}
            value={typedIn(shown, 'of') || (meant[0]?.helper ?? '')}
            optional
          />
          <DateField {...at(view, shown, 'dueOn')} label={desk.by} optional />
        </>
      )
    case 'help-results':
      return null
  }
}
