import { valueText } from '#charter/index.ts'
import type { Committee } from '#city/index.ts'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { DateField, Radios, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { choices, deskCrumbs, Language } from './desk.parts.tsx'
import type { Rules } from './rules.ts'
import { modes } from './sitting.ts'
import { words } from './words.ts'

type Props = { view: View; shown: Shown; committee: Committee; name: string; rules: Rules }

/** Calls a sitting in one form. */
export const CallPage = (props: Props) => {
  const { view, shown, committee } = props
  const w = words(view)
  return (
    <Page
      view={view}
      shown={shown}
      title={w.desk.call}
      lead={w.desk.callLead}
      breadcrumbs={deskCrumbs(view, committee.key, props.name)}
      noindex
    >
      <Form
        view={view}
        shown={shown}
        action={href(view, `/desk/committees/${committee.key}/sittings`)}
        submit={w.desk.call}
        draft={`call-${committee.key}`}
        cancel={{ href: href(view, `/desk/committees/${committee.key}`), label: w.desk.cancelForm }}
      >
        <WhenAndWhere {...props} />
        <TextArea
          {...at(view, shown, 'agenda')}
          label={w.desk.agendaLines}
          hint={w.desk.agendaHint}
          rows={5}
          optional
        />
        <Language view={view} shown={shown} name="lang" />
        <WhyNow {...props} />
      </Form>
    </Page>
  )
}

const WhenAndWhere = ({ view, shown }: Props) => {
  const w = words(view)
  return (
    <>
      <DateField {...at(view, shown, 'day')} label={w.desk.day} />
      <TextField
        {...at(view, shown, 'time')}
        label={w.desk.time}
        hint={w.desk.timeHint}
        value="14:00"
        width="short"
      />
      <TextField
        {...at(view, shown, 'minutes')}
        label={w.desk.lasts}
        value="120"
        inputmode="numeric"
        width="short"
      />
      <TextField {...at(view, shown, 'place')} label={w.desk.place} hint={w.desk.placeHint} max={200} />
      <Radios
        {...at(view, shown, 'mode')}
        label={w.desk.mode}
        value="in-person"
        options={choices(modes, w.modes)}
        inline
      />
    </>
  )
}

/** What kind of sitting, who asked for it, and why it cannot wait. */
const WhyNow = ({ view, shown, rules }: Props) => {
  const w = words(view)
  return (
    <>
      <Radios
        {...at(view, shown, 'kind')}
        label={w.desk.kind}
        value="regular"
        options={choices(['regular', 'extra'] as const, w.sittingKinds)}
        inline
      />
      <Radios
        {...at(view, shown, 'demandedBy')}
        label={w.desk.demandedBy}
        hint={w.desk.demandedByHint}
        options={choices(['chair', 'members'] as const, w.desk.demanders)}
        inline
        optional
      />
      <TextField
        {...at(view, shown, 'demands')}
        label={w.desk.demands}
        hint={rules.extraMeeting && valueText(view, rules.extraMeeting)}
        inputmode="numeric"
        width="short"
        optional
      />
      {rules.notice && (
        <TextArea
          {...at(view, shown, 'urgency')}
          label={w.desk.urgency}
          hint={w.desk.urgencyHint(valueText(view, rules.notice))}
          rows={2}
          max={500}
          optional
        />
      )}
    </>
  )
}
