import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Checkbox, DateField, HiddenField, TextArea, TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Moment, PersonText } from '#ui/text.tsx'
import type { attestors, objections } from './desk.reads.ts'
import { CodeField } from './signing-in.pages.tsx'
import { words } from './words.ts'

export const AttestPage = (props: { view: View; used: number; most: number; shown?: Shown }) => {
  const { view, used, most, shown = blank } = props
  const w = words(view).attest
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} noindex>
      <p>{w.used(used, most)}</p>
      <Form view={view} action={href(view, '/desk/people/attest')} submit={w.submit} shown={shown}>
        <CodeField view={view} shown={shown} label={w.code} hint={w.codeHint} />
        <Checkbox {...at(view, shown, 'sure')} label={w.sure} />
      </Form>
    </Page>
  )
}

export const OversightPage = (props: {
  view: View
  attestors: Awaited<ReturnType<typeof attestors>>
  objections: Awaited<ReturnType<typeof objections>>
  shown?: Shown
}) => {
  const { view, shown = blank } = props
  const w = words(view).oversight
  return (
    <Page view={view} title={w.title} lead={w.lead} shown={shown} wide noindex>
      <ErrorSummary view={view} problems={shown.problems} />
      <h2>{w.attestors}</h2>
      <StructuredList
        empty={<p class="muted">{w.none}</p>}
        items={props.attestors.map((each) => ({
          title: each.name,
          text: w.counts(each.all, each.thisMonth, each.withdrawn),
          meta: each.body ? [each.body] : [],
          badges: (
            <Disclosure summary={w.withdraw}>
              <Form
                view={view}
                action={href(view, '/desk/people/oversight')}
                submit={w.withdrawSubmit}
                kind="danger"
              >
                <DateField view={view} id={`since-${each.id}`} name="since" label={w.since} />
                <TextField view={view} id={`reason-${each.id}`} name="reason" label={w.reason} max={500} />
                <HiddenField name="attestor" value={String(each.id)} />
              </Form>
            </Disclosure>
          ),
        }))}
      />
      <h2>{w.objections}</h2>
      {props.objections.length === 0 && <p class="muted">{w.none}</p>}
      {props.objections.map((each) => (
        <Objection view={view} each={each} />
      ))}
    </Page>
  )
}

const Objection = ({ view, each }: { view: View; each: Awaited<ReturnType<typeof objections>>[number] }) => {
  const w = words(view).oversight
  return (
    <section>
      <PersonText
        text={each.objection ?? ''}
        lang={each.lang}
        by={
          <>
            {w.clerk(each.clerkName)} · <Moment view={view} at={each.startedAt} />
          </>
        }
      />
      {each.answeredAt ? (
        <p>
          {w.answered} <Moment view={view} at={each.answeredAt} />
        </p>
      ) : (
        <Form
          view={view}
          action={href(view, '/desk/people/oversight/answers')}
          submit={w.send}
          kind="secondary"
        >
          <TextArea
            view={view}
            id={`text-${each.id}`}
            name="text"
            label={w.answer}
            hint={w.answerHint}
            max={2000}
          />
          <HiddenField name="id" value={String(each.id)} />
        </Form>
      )}
    </section>
  )
}
