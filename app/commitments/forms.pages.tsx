import { nameOf } from '#bodies/index.ts'
import { FilesField } from '#files/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import { type Shown, typedIn } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { HiddenField, Radios, Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { findings, methods } from './commitment.ts'
import type { FormName } from './desk.answers.ts'
import { crumbs } from './desk.crumbs.ts'
import type { Standing } from './desk.standing.ts'
import { PlanFields } from './plan.pages.tsx'
import { isOfRequest, RequestFields } from './request.fields.tsx'
import { filesOfStep } from './step.ts'
import { Evidence } from './steps.pages.tsx'
import { words } from './words.ts'

export type FormProps = Standing & {
  view: View
  name: FormName
  shown: Shown
  choices: readonly { value: string; label: string }[]
}

/** One form of one commitment, with the least that somebody must know to fill it in. */
export const FormPage = (props: FormProps) => {
  const { view, name, shown, whole } = props
  const { commitment } = whole
  const w = words(view).desk
  const { title, lead, text, hint } = w.forms[name]
  const path = `/desk/commitments/${commitment.id}`
  return (
    <Page
      view={view}
      current="desk"
      shown={shown}
      title={title}
      kicker={<span lang={commitment.lang}>{commitment.title}</span>}
      lead={lead}
      breadcrumbs={[...crumbs(view), { href: href(view, path), label: w.this }]}
      noindex
    >
      <Form
        view={view}
        shown={shown}
        action={href(view, `${path}/${name}`)}
        submit={title}
        kind={name === 'end' ? 'danger' : 'primary'}
        draft={`commitments-${commitment.id}-${name}`}
        cancel={{ href: href(view, path), label: w.cancel }}
        upload
      >
        <HiddenField name="seen" value={typedIn(shown, 'seen') || String(commitment.steps)} />
        <Own {...props} />
        <TextArea {...at(view, shown, 'text')} label={text} hint={hint} max={5000} />
        {bringsEvidence.includes(name) && (
          <>
            <TextArea {...at(view, shown, 'links')} label={w.links} hint={w.linksHint} rows={2} optional />
            <FilesField view={view} shown={shown} />
          </>
        )}
      </Form>
    </Page>
  )
}

const bringsEvidence: readonly FormName[] = [
  'reports',
  'milestones',
  'help-results',
  'completion',
  'signatures',
  'checks',
]

/** What each form asks besides its text. */
const Own = (props: FormProps) => {
  const { view, shown, name, whole } = props
  const w = words(view)
  if (name === 'milestones') {
    const ahead = whole.milestones.filter((each) => !each.reachedAt && !each.droppedAt)
    return (
      <Radios
        {...at(view, shown, 'milestone')}
        label={w.desk.whichMilestone}
        value={String(ahead[0]?.no ?? '')}
        options={ahead.map((each) => ({
          value: String(each.no),
          label: each.title,
          lang: whole.commitment.lang,
        }))}
      />
    )
  }
  if (name === 'help')
    return <Select {...at(view, shown, 'of')} label={w.desk.helpOf} options={props.choices} />
  if (isOfRequest(name)) return <RequestFields {...props} name={name} />
  if (name === 'signatures') return <TheirWord {...props} />
  if (name === 'plan') return <PlanFields {...props} />
  if (name === 'checks') return <CheckFields {...props} />
  return null
}

/** What a lead said when it said that it was done, and which word of its is meant. */
const TheirWord = ({ view, shown, whole, bodies }: FormProps) => {
  const word = whole.steps.findLast((each) => each.kind === 'done')
  if (!word) return null
  return (
    <section class="flow">
      <h2>{words(view).desk.theirWord}</h2>
      <PersonText text={word.text} lang={word.lang} by={nameOf(view, bodies, word.body, todayOf(view))} />
      <Evidence
        view={view}
        links={word.links}
        files={filesOfStep(whole.files, whole.commitment.id, word.no)}
      />
      <HiddenField name="declared" value={typedIn(shown, 'declared') || String(word.no)} />
    </section>
  )
}

const CheckFields = (props: FormProps) => {
  const { view, shown } = props
  const w = words(view)
  return (
    <>
      <TheirWord {...props} />
      <Radios
        {...at(view, shown, 'finding')}
        label={w.desk.finding}
        options={findings.map((value) => ({
          value,
          label: w.steps.findings[value],
          hint: w.desk.findingHints[value],
        }))}
      />
      <Radios
        {...at(view, shown, 'method')}
        label={w.desk.method}
        options={methods.map((value) => ({ value, label: w.steps.methods[value] }))}
      />
    </>
  )
}
