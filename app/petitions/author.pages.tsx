import type { Child } from 'hono/jsx'
import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { HiddenField, Radios, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Moment, PersonText } from '#ui/text.tsx'
import type { AuthorStep } from './author.ts'
import { type Petition, verdicts } from './petition.ts'
import type { remarks } from './tables.ts'
import { words as deskWords } from './words.desk.ts'
import { words } from './words.ts'

export const mostTold = 5000

export type AuthorProps = {
  view: View
  petition: Petition
  /** What its author may do now. */
  steps: readonly AuthorStep[]
  told: readonly (typeof remarks.$inferSelect)[]
  /** With which somebody without an account came back. */
  code: string | undefined
}

/** What only its author sees: what they told in confidence, and what they may do now. */
export const AuthorPart = ({ view, petition, steps, told, code }: AuthorProps) => {
  const w = words(view).author
  return (
    <section class="flow not-printed" id="author">
      <h2>{w.title}</h2>
      <p>{code ? w.byCode : w.lead}</p>
      {told.length > 0 && (
        <Disclosure summary={w.told}>
          <p class="muted">{w.onlyThem}</p>
          {told.map((each) => (
            <PersonText
              text={each.text}
              lang={each.lang}
              by={
                <>
                  {w.kinds[each.kind]} · <Moment view={view} at={each.at} />
                </>
              }
            />
          ))}
        </Disclosure>
      )}
      {steps.map((step) => (
        <Disclosure summary={titleOf(view, step)} id={`my-${step}`}>
          <StepForm view={view} id={petition.id} step={step} shown={blank} code={code} among />
        </Disclosure>
      ))}
    </section>
  )
}

type StepProps = {
  view: View
  id: number
  step: AuthorStep
  shown: Shown
  code: string | undefined
  /** What is appealed for, where it is not the petition itself. */
  opinion?: string | undefined
  /** Others stand on the same page, so that its fields need names of their own. */
  among?: boolean
}

/** One of its author's forms on a page of its own: for putting right what was typed. */
export const StepPage = (props: StepProps) => {
  const { view, id, step, shown } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={titleOf(view, step)}
      breadcrumbs={[
        { href: href(view, '/petitions'), label: w.title },
        { href: href(view, `/petitions/${id}`), label: w.number(id) },
      ]}
      shown={shown}
      noindex
    >
      <StepForm {...props} />
    </Page>
  )
}

const titleOf = (view: View, step: AuthorStep): string => {
  const w = words(view).author
  const titles: Record<AuthorStep, string> = {
    information: w.kinds.information,
    separation: w.kinds.separation,
    withdrawal: w.withdrawal,
    satisfaction: w.satisfaction,
    objection: w.objection,
    'lane-objection': w.laneObjection,
    appeal: w.appeal,
  }
  return titles[step]
}

export const StepForm = ({ view, id, step, shown, code, opinion, among }: StepProps) => {
  const w = words(view).author
  return (
    <Form
      view={view}
      action={href(view, `/petitions/${id}/${step}`)}
      submit={step === 'withdrawal' ? w.withdrawal : w.send}
      shown={shown}
      {...(step === 'withdrawal' && { kind: 'danger' })}
      {...(!code && step !== 'withdrawal' && { draft: `petition-${id}-${step}` })}
    >
      {code && <HiddenField name="code" value={code} />}
      {opinion && <HiddenField name="opinion" value={opinion} />}
      <HiddenField name="lang" value={view.lang} />
      <Fields view={view} step={step} shown={shown} {...(among && { prefix: `${step}-` })} />
    </Form>
  )
}

type FieldsProps = Pick<StepProps, 'view' | 'step' | 'shown'> & { prefix?: string }

const Fields = ({ view, step, shown, prefix = '' }: FieldsProps): Child => {
  const w = words(view).author
  const area = (label: string, more: { hint?: string; optional?: boolean } = {}) => (
    <TextArea
      {...at(view, shown, 'text')}
      id={`${prefix}text`}
      label={label}
      rows={5}
      max={mostTold}
      {...more}
    />
  )
  switch (step) {
    case 'withdrawal':
      return <p>{w.withdrawalText}</p>
    case 'information':
      return area(w.information, { hint: w.onlyThem })
    case 'separation':
      return area(w.separation, { hint: w.onlyThem })
    case 'satisfaction':
      return (
        <>
          <Radios
            {...at(view, shown, 'verdict')}
            id={`${prefix}verdict`}
            label={w.satisfaction}
            options={verdicts.map((each) => ({ value: each, label: deskWords(view).verdicts[each] }))}
            inline
          />
          {area(w.why, { hint: w.satisfactionText, optional: true })}
        </>
      )
    default:
      return area(w.why, { hint: w.objectionHint })
  }
}
