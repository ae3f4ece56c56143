import { type Choices, PledgeFields } from '#commitments/index.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Checkbox, DateField, Fieldset, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { ClockSection } from './course.pages.tsx'
import type { Desk } from './desk.data.ts'
import { choicesIn, Language } from './desk.fields.tsx'
import { Again, crumbs } from './desk.parts.tsx'
import { outcomes, reasons } from './petition.ts'
import { words } from './words.desk.ts'

type Props = { view: View; shown: Shown; desk: Desk; pledges: Choices }

/** The answer: one outcome, plain words, and what it promises or leaves undone. */
export const AnswerPage = (props: Props) => {
  const { view, shown, desk, pledges } = props
  const all = words(view)
  const w = all.desk.answering
  const { petition } = desk.course.whole
  return (
    <Page view={view} shown={shown} title={w.title} breadcrumbs={crumbs(view, desk)} noindex>
      <Again view={view} desk={desk} />
      <ClockSection view={view} {...desk.course} />
      <Form
        view={view}
        shown={shown}
        action={href(view, `/desk/petitions/${desk.id}/answer`)}
        submit={w.send}
        draft={`petition-${desk.id}-answer`}
      >
        <Radios
          {...at(view, shown, 'outcome')}
          label={w.outcome}
          options={outcomes.map((value) => ({
            value,
            label: all.outcomes[value],
            hint: all.outcomeHints[value],
          }))}
        />
        <TextArea {...at(view, shown, 'text')} label={w.text} hint={w.textHint} rows={10} max={20_000} />
        <Language view={view} shown={shown} />
        <No view={view} shown={shown} />
        <Referred view={view} shown={shown} />
        <PledgeFields
          view={view}
          shown={shown}
          choices={pledges}
          start={{
            lead: petition.body,
            startsOn: dayAt(view.at, view.timeZone).toString(),
            articles: petition.articles,
            groups: petition.groups,
            ...(petition.district && { districts: [petition.district] }),
          }}
        />
      </Form>
    </Page>
  )
}

const No = ({ view, shown }: { view: View; shown: Shown }) => {
  const all = words(view)
  const w = all.desk.answering
  return (
    <Fieldset legend={w.no} hint={w.noHint}>
      <Select
        {...at(view, shown, 'reason')}
        label={w.reason}
        empty={all.desk.choose}
        options={choicesIn(reasons, all.reasons)}
        optional
      />
      <TextArea {...at(view, shown, 'because')} label={w.because} rows={4} max={5000} optional />
      <DateField {...at(view, shown, 'reviewOn')} label={w.reviewOn} hint={w.reviewHint} optional />
    </Fieldset>
  )
}

const Referred = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).desk.answering
  return (
    <Fieldset legend={w.referred} hint={w.noHint}>
      <TextField {...at(view, shown, 'referredTo')} label={w.referredTo} max={200} optional />
      <TextField {...at(view, shown, 'referredReach')} label={w.reach} max={300} optional />
      <Checkbox {...at(view, shown, 'consented')} label={w.consented} optional />
    </Fieldset>
  )
}
