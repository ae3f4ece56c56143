import { plain } from '#kit/words.ts'
import { Checkboxes, DateField, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Agenda, Appeal, Hiding, Lane, Objection, Review } from './desk.deciding.fields.tsx'
import { choicesIn, type FieldsProps, Language, Why, yesOrNo } from './desk.fields.parts.tsx'
import type { Step } from './desk.rights.ts'
import { pauseGrounds } from './petition.ts'
import { words } from './words.desk.ts'

/** The fields of each step but the answer, which has a page of its own. */
export const Fields = (props: FieldsProps) => {
  const Form = all[props.doable.step as Exclude<Step, 'answer'>]
  return <Form {...props} />
}

const Transfer = (props: FieldsProps) => {
  const { view, shown, choices, desk } = props
  const w = words(view).desk
  const { petition } = desk.course.whole
  const { topics } = desk.facts.subjects
  const suggested = topics.find(({ key }) => key === petition.topic)?.body
  return (
    <>
      <p>{w.transferHint}</p>
      <Select
        {...at(view, shown, 'body')}
        label={w.body}
        empty={w.choose}
        options={choices.bodies}
        {...(suggested && suggested !== petition.body && { value: suggested })}
      />
      <Radios
        {...at(view, shown, 'procedure')}
        label={w.procedure}
        value={petition.procedure}
        options={choices.procedures}
      />
      <Why {...props} />
    </>
  )
}

const Merger = (props: FieldsProps) => {
  const { view, shown, choices } = props
  const w = words(view).desk
  return (
    <>
      <p>{w.mergeHint}</p>
      {choices.alike.length > 0 && (
        <>
          <h2>{w.mergeAlike}</h2>
          <ul>
            {choices.alike.map(({ id, title, lang }) => (
              <li>
                {id}:{' '}
                <a href={href(view, `/petitions/${id}`)} lang={lang}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField {...at(view, shown, 'into')} label={w.mergeInto} inputmode="numeric" width="short" />
      <Why {...props} />
    </>
  )
}

const Subjects = ({ view, shown, choices, desk }: FieldsProps) => {
  const w = words(view).desk
  const { petition } = desk.course.whole
  const { groups, topics } = desk.facts.subjects
  const named = (each: (typeof topics | typeof groups)[number]) => ({
    value: each.key,
    label: plain(each.label, view),
  })
  return (
    <>
      <Select
        {...at(view, shown, 'topic')}
        label={w.topic}
        value={petition.topic ?? ''}
        empty={w.noTopic}
        options={topics.map(named)}
        optional
      />
      <Checkboxes
        {...at(view, shown, 'articles')}
        label={w.articles}
        value={[...petition.articles]}
        options={choices.articles}
        optional
      />
      <Checkboxes
        {...at(view, shown, 'groups')}
        label={w.groups}
        value={[...petition.groups]}
        options={groups.map(named)}
        optional
      />
    </>
  )
}

const Pause = (props: FieldsProps) => {
  const { view, shown } = props
  const w = words(view)
  return (
    <>
      <p>{w.desk.pauseHint}</p>
      <Radios
        {...at(view, shown, 'ground')}
        label={w.desk.ground}
        options={choicesIn(pauseGrounds, w.pauseGrounds)}
      />
      <DateField {...at(view, shown, 'to')} label={w.desk.pauseTo} hint={w.desk.pauseToHint} optional />
      <Why {...props} />
    </>
  )
}

const Extension = (props: FieldsProps) => {
  const w = words(props.view).desk
  const { extension } = props.choices
  return (
    <>
      {extension && <p>{w.extendHint(extension.length, extension.provision)}</p>}
      <Why {...props} />
    </>
  )
}

const Hearing = ({ view, shown }: FieldsProps) => {
  const w = words(view).desk
  return (
    <>
      <DateField {...at(view, shown, 'day')} label={w.day} />
      <TextField {...at(view, shown, 'time')} label={w.time} width="short" />
      <TextField {...at(view, shown, 'place')} label={w.place} max={300} />
      <TextArea {...at(view, shown, 'access')} label={w.access} hint={w.accessHint} rows={3} max={2000} />
      <Language view={view} shown={shown} />
    </>
  )
}

const Cancellation = ({ view, shown }: FieldsProps) => (
  <TextArea {...at(view, shown, 'reason')} label={words(view).desk.why} rows={3} max={5000} />
)

const Report = ({ view, shown }: FieldsProps) => (
  <>
    <TextArea {...at(view, shown, 'text')} label={words(view).desk.reportText} rows={12} max={50_000} />
    <Language view={view} shown={shown} />
  </>
)

const Mediation = ({ view, shown }: FieldsProps) => (
  <>
    <TextArea {...at(view, shown, 'proposal')} label={words(view).desk.proposal} rows={6} max={10_000} />
    <Language view={view} shown={shown} />
  </>
)

const Agreement = ({ view, shown }: FieldsProps) => {
  const w = words(view).desk
  return (
    <>
      <Radios {...at(view, shown, 'agreed')} label={w.agreedLabel} options={choicesIn(yesOrNo, w.agreed)} />
      <TextArea {...at(view, shown, 'result')} label={w.result} rows={6} max={10_000} />
      <Language view={view} shown={shown} />
    </>
  )
}

const Resumption = ({ view }: FieldsProps) => <p>{words(view).desk.resumeHint}</p>

const all = {
  transfer: Transfer,
  merger: Merger,
  subjects: Subjects,
  pause: Pause,
  resumption: Resumption,
  extension: Extension,
  hearing: Hearing,
  cancellation: Cancellation,
  report: Report,
  mediation: Mediation,
  agreement: Agreement,
  lane: Lane,
  agenda: Agenda,
  objection: Objection,
  review: Review,
  hiding: Hiding,
  appeal: Appeal,
} satisfies Record<Exclude<Step, 'answer'>, (props: FieldsProps) => unknown>
