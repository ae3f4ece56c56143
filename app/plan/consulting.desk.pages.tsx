import type { Child } from 'hono/jsx'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { DateField, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { DayText, PersonText } from '#ui/text.tsx'
import { deskCrumbs } from './desk.pages.tsx'
import { deskOf } from './desk.ts'
import { findingKinds, type Hearing, outcomes, type Plan, type Remark, type Task } from './plan.ts'
import { words } from './words.ts'

type Props = { view: View; shown: Shown; plan: Plan }

const FormPage = (
  props: Props & {
    path: string
    title: string
    submit: string
    lead?: Child
    before?: Child
    children: Child
  },
) => {
  const { view, shown, plan } = props
  return (
    <Page
      view={view}
      current="desk"
      title={props.title}
      {...(props.lead && { lead: props.lead })}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      {props.before}
      <Form
        view={view}
        action={href(view, `${deskOf(plan.key)}/${props.path}`)}
        submit={props.submit}
        shown={shown}
      >
        {props.children}
      </Form>
    </Page>
  )
}

export const FindingPage = (props: Props) => {
  const { view, shown } = props
  const w = words(view)
  return (
    <FormPage {...props} path="findings/new" title={w.desk.findings.add} submit={w.desk.save}>
      <Select
        {...at(view, shown, 'kind')}
        label={w.desk.findings.kind}
        options={findingKinds.map((value) => ({ value, label: w.findingKinds[value] }))}
      />
      <TextArea {...at(view, shown, 'text')} label={w.desk.findings.text} rows={4} max={2000} />
      <DateField {...at(view, shown, 'on')} label={w.desk.findings.on} />
      <TextField {...at(view, shown, 'source')} label={w.desk.findings.source} max={300} />
    </FormPage>
  )
}

export const HearingPage = (props: Props) => {
  const { view, shown } = props
  const w = words(view).desk
  return (
    <FormPage {...props} path="hearings/new" title={w.hearings.announce} submit={w.hearings.announce}>
      <DateField {...at(view, shown, 'on')} label={w.hearings.on} />
      <TextField {...at(view, shown, 'place')} label={w.hearings.place} max={200} />
    </FormPage>
  )
}

export const MinutesPage = (props: Props & { hearing: Hearing }) => {
  const { view, shown, hearing } = props
  const w = words(view).desk
  return (
    <FormPage
      {...props}
      path={`hearings/${hearing.id}`}
      title={w.hearings.minute}
      lead={
        <>
          <DayText view={view} day={hearing.on} />, <bdi lang={hearing.lang}>{hearing.place}</bdi>
        </>
      }
      submit={w.hearings.minute}
    >
      <TextArea {...at(view, shown, 'text')} label={w.hearings.minutes} rows={12} max={20_000} />
    </FormPage>
  )
}

export const EnterPage = (props: Props) => {
  const { view, shown } = props
  const w = words(view)
  return (
    <FormPage {...props} path="remarks/new" title={w.desk.remarks.enter} submit={w.desk.add}>
      <Radios
        {...at(view, shown, 'way')}
        label={w.desk.remarks.way}
        options={(['hearing', 'letter'] as const).map((value) => ({
          value,
          label: w.consultation.ways[value],
        }))}
      />
      <TextArea {...at(view, shown, 'text')} label={w.desk.remarks.text} rows={6} max={4000} />
      <TextField {...at(view, shown, 'who')} label={w.desk.remarks.who} max={80} optional />
    </FormPage>
  )
}

export const AnswerPage = (props: Props & { remark: Remark; tasks: readonly Task[] }) => {
  const { view, shown, remark, tasks } = props
  const w = words(view)
  return (
    <FormPage
      {...props}
      path={`remarks/${remark.id}`}
      title={w.desk.remarks.answer}
      before={<PersonText text={remark.text} lang={remark.lang} />}
      submit={w.desk.remarks.answer}
    >
      <Radios
        {...at(view, shown, 'outcome')}
        label={w.desk.remarks.outcome}
        options={outcomes.map((value) => ({ value, label: w.consultation.outcomes[value] }))}
      />
      <TextArea {...at(view, shown, 'reason')} label={w.desk.remarks.reason} rows={6} max={4000} />
      <Select
        {...at(view, shown, 'task')}
        label={w.desk.remarks.task}
        empty={w.desk.remarks.taskNone}
        options={tasks.map((each) => ({ value: each.no, label: `${each.no} ${plain(each.title, view)}` }))}
        optional
      />
    </FormPage>
  )
}

export const HidingPage = (props: Props & { remark: Remark }) => {
  const { view, shown, remark } = props
  const w = words(view).desk.remarks
  return (
    <FormPage
      {...props}
      path={`remarks/${remark.id}/hiding`}
      title={w.hide}
      lead={w.hideLead}
      before={<PersonText text={remark.text} lang={remark.lang} />}
      submit={w.hide}
    >
      <TextArea {...at(view, shown, 'text')} label={w.hideWhy} rows={3} max={1000} />
    </FormPage>
  )
}
