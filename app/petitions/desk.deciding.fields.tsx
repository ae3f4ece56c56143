import { DateField, Radios, Select, TextArea } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { PersonText } from '#ui/text.tsx'
import { choicesIn, type FieldsProps, Language, Why, yesOrNo } from './desk.fields.parts.tsx'
import { grounds } from './moderation.ts'
import { words } from './words.desk.ts'

export const Lane = (props: FieldsProps) => {
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

export const Agenda = ({ view, shown, choices }: FieldsProps) => {
  const w = words(view).desk
  return choices.sittings.length === 0 ? (
    <p>{w.noSitting}</p>
  ) : (
    <Radios {...at(view, shown, 'sitting')} label={w.sitting} options={choices.sittings} />
  )
}

export const Objection = ({ view, shown, desk, choices, doable }: FieldsProps) => {
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

export const Review = ({ view, shown }: FieldsProps) => {
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

export const Hiding = ({ view, shown, choices }: FieldsProps) => {
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

export const Appeal = ({ view, shown, desk, choices, doable }: FieldsProps) => {
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
