import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Checkboxes, DateField, Radios, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { languageName, PersonText } from '#ui/text.tsx'
import type { Choices, Desk } from './desk.data.ts'
import type { Doable, Step } from './desk.rights.ts'
import { grounds } from './moderation.ts'
import { pauseGrounds } from './petition.ts'
import { words } from './words.desk.ts'

export type FieldsProps = { view: View; shown: Shown; desk: Desk; choices: Choices; doable: Doable }

/** The fields of each step but the answer, which has a page of its own. */
export const Fields = (props: FieldsProps) => {
  const Form = all[props.doable.step as Exclude<Step, 'answer'>]
  return <Form {...props} />
}

export const choicesIn = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
  keys.map((value) => ({ value, label: labels[value] }))

/** What somebody writes is in the language of their page, unless they say otherwise. */
export const Language = ({ view, shown }: { view: View; shown: Shown }) => (
  <Select
    {...at(view, shown, 'lang')}
    label={words(view).desk.language}
    value={view.lang}
    options={view.languages.map((lang) => ({ value: lang, label: languageName(lang), lang }))}
  />
)

const Why = ({ view, shown }: FieldsProps) => (
  <>
    <TextArea {...at(view, shown, 'reason')} label={words(view).desk.why} rows={4} max={5000} />
    <Language view={view} shown={shown} />
  </>
)

const yesOrNo = ['yes', 'no'] as const

const Transfer = (props: FieldsProps) => {
  const { view, shown, choices, desk } = props
  const w = words(view).desk
  const { petition } = desk.course.whole
  return (
    <>
      <p>{w.transferHint}</p>
      <Select {...at(view, shown, 'body')} label={w.body} empty={w.choose} options={choices.bodies} />
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

const Lane = (props: FieldsProps) => {
  const { view, shown, desk } = props
  const w = words(view).desk
  const { petition } = desk.course.whole
  return (
    <>
      {petition.laneReason && (
        <>
          <h2>{w.laneAsked}</h2>
          <PersonText text={petition.laneReason} lang={petition.lang} />
        </>
      )}
      <Radios {...at(view, shown, 'granted')} label={w.laneLabel} options={choicesIn(yesOrNo, w.lanes)} />
      <Why {...props} />
    </>
  )
}

const Agenda = ({ view, shown, choices }: FieldsProps) => {
  const w = words(view).desk
  return choices.sittings.length === 0 ? (
    <p>{w.noSitting}</p>
  ) : (
    <Radios {...at(view, shown, 'sitting')} label={w.sitting} options={choices.sittings} />
  )
}

const Objection = ({ view, shown, desk, choices, doable }: FieldsProps) => {
  const w = words(view).desk
  const { petition, objections } = desk.course.whole
  const about = objections.find(({ id }) => id === doable.part)
  return (
    <>
      {about && <PersonText text={about.text} lang={about.lang} />}
      <Radios {...at(view, shown, 'upheld')} label={w.upheldLabel} options={choicesIn(yesOrNo, w.upheld)} />
      {about?.answer && (
        <Select
          {...at(view, shown, 'body')}
          label={w.upheldBody}
          value={petition.body}
          options={choices.bodies}
          optional
        />
      )}
      <TextArea {...at(view, shown, 'decision')} label={w.decision} rows={8} max={20_000} />
      <Language view={view} shown={shown} />
    </>
  )
}

const Review = ({ view, shown }: FieldsProps) => {
  const w = words(view).desk
  return (
    <>
      <Radios {...at(view, shown, 'stays')} label={w.reviewLabel} options={choicesIn(yesOrNo, w.stays)} />
      <DateField {...at(view, shown, 'reviewOn')} label={w.reviewOn} optional />
      <TextArea {...at(view, shown, 'text')} label={w.why} rows={6} max={20_000} />
      <Language view={view} shown={shown} />
    </>
  )
}

const Hiding = ({ view, shown, choices }: FieldsProps) => {
  const w = words(view)
  return (
    <>
      <p>{w.desk.hideHint}</p>
      <Radios
        {...at(view, shown, 'opinion')}
        label={w.desk.hideWhat}
        value=""
        options={[
          { value: '', label: w.desk.hideWhole },
          ...choices.opinions.map(({ id, text, lang }) => ({
            value: String(id),
            label: w.desk.hideOpinion(id, text.length > 80 ? `${text.slice(0, 80)}…` : text),
            lang,
          })),
        ]}
      />
      <Radios {...at(view, shown, 'ground')} label={w.desk.ground} options={choicesIn(grounds, w.grounds)} />
      <TextArea {...at(view, shown, 'statement')} label={w.desk.statement} rows={5} max={5000} />
      <Language view={view} shown={shown} />
    </>
  )
}

const Appeal = ({ view, shown, desk, choices, doable }: FieldsProps) => {
  const w = words(view)
  const about = desk.course.whole.moderations.find(({ id }) => id === doable.part)
  return (
    <>
      {choices.original && (
        <>
          <h2>{w.desk.original}</h2>
          <PersonText
            text={[choices.original.title, choices.original.text].filter(Boolean).join('\n\n')}
            lang={desk.course.whole.petition.lang}
          />
        </>
      )}
      {about && (
        <p>
          {w.grounds[about.ground]}. <span lang={about.lang}>{about.statement}</span>
        </p>
      )}
      {about?.appeal && (
        <>
          <h2>{w.course.appealed}</h2>
          <PersonText text={about.appeal} lang={about.appealLang ?? about.lang} />
        </>
      )}
      <Radios
        {...at(view, shown, 'restored')}
        label={w.desk.restoredLabel}
        options={choicesIn(yesOrNo, w.desk.restored)}
      />
      <TextArea {...at(view, shown, 'decision')} label={w.desk.decision} rows={8} max={20_000} />
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
