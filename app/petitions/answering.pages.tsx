import { type Choices, PledgeFields } from '#commitments/index.ts'
import { type Shown, typedIn } from '#kit/form.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Checkbox, DateField, HiddenField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DoorList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { ClockSection } from './course.pages.tsx'
import type { Desk } from './desk.data.ts'
import { choicesIn, Language } from './desk.fields.parts.tsx'
import { Again, crumbs } from './desk.parts.tsx'
import { isNo } from './petition.handling.ts'
import { type Outcome, outcomes, reasons } from './petition.ts'
import { words } from './words.desk.ts'

type Props = { view: View; shown: Shown; desk: Desk; pledges: Choices }

/** Which answer is being written: what was sent, or what the address says. */
function outcomeIn({ view, shown }: Props): Outcome | undefined {
  const said = typedIn(shown, 'outcome') || new URLSearchParams(view.query).get('outcome')
  return outcomes.find((each) => each === said)
}

/** First which answer it is, and then a form that asks for nothing but what such an answer needs. */
export const AnswerPage = (props: Props) => {
  const { view, shown, desk } = props
  const all = words(view)
  const w = all.desk.answering
  const outcome = outcomeIn(props)
  const path = `/desk/petitions/${desk.id}/answer`
  return (
    <Page
      view={view}
      current="desk"
      shown={shown}
      title={outcome ? w.of(all.outcomes[outcome]) : w.outcome}
      breadcrumbs={crumbs(view, desk)}
      {...(outcome && { lead: all.outcomeHints[outcome] })}
      noindex
    >
      {outcome && (
        <p>
          <a href={href(view, path)}>{w.other}</a>
        </p>
      )}
      <Again view={view} desk={desk} />
      <ClockSection view={view} {...desk.course} />
      {outcome ? (
        <Form
          view={view}
          action={href(view, path)}
          submit={w.send}
          shown={shown}
          draft={`petition-${desk.id}-${outcome}`}
        >
          <HiddenField name="outcome" value={outcome} />
          <TextArea {...at(view, shown, 'text')} label={w.text} hint={w.textHint} rows={10} max={20_000} />
          <Language view={view} shown={shown} />
          <Needed {...props} outcome={outcome} />
        </Form>
      ) : (
        <DoorList
          items={outcomes.map((each) => ({
            href: href(view, `${path}?outcome=${each}`),
            title: all.outcomes[each],
            text: all.outcomeHints[each],
          }))}
        />
      )}
    </Page>
  )
}

/** What an answer of its kind needs besides words. */
const Needed = (props: Props & { outcome: Outcome }) => {
  const { view, shown, desk, pledges, outcome } = props
  const { petition } = desk.course.whole
  return (
    <>
      {isNo(outcome) && <No view={view} shown={shown} />}
      {outcome === 'referred' && <Referred view={view} shown={shown} />}
      {outcome !== 'declined' && outcome !== 'referred' && (
        <PledgeFields
          view={view}
          shown={shown}
          choices={pledges}
          needed
          start={{
            kind: outcome === 'under-way' ? 'under-way' : 'new',
            lead: petition.body,
            startsOn: dayAt(view.at, view.timeZone).toString(),
            articles: petition.articles,
            groups: petition.groups,
            ...(petition.district && { districts: [petition.district] }),
          }}
        />
      )}
    </>
  )
}

const No = ({ view, shown }: { view: View; shown: Shown }) => {
  const all = words(view)
  const w = all.desk.answering
  return (
    <>
      <Select
        {...at(view, shown, 'reason')}
        label={w.reason}
        empty={all.desk.choose}
        options={choicesIn(reasons, all.reasons)}
      />
      <TextArea {...at(view, shown, 'because')} label={w.because} rows={4} max={5000} />
      <DateField {...at(view, shown, 'reviewOn')} label={w.reviewOn} hint={w.reviewHint} />
    </>
  )
}

const Referred = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).desk.answering
  return (
    <>
      <TextField {...at(view, shown, 'referredTo')} label={w.referredTo} max={200} />
      <TextField {...at(view, shown, 'referredReach')} label={w.reach} max={300} />
      <Checkbox {...at(view, shown, 'consented')} label={w.consented} optional />
    </>
  )
}
