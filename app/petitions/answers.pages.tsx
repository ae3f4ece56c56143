import { CommitmentLines } from '#commitments/index.ts'
import { dayAt, isBefore } from '#kit/time.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { DescriptionList } from '#ui/lists.tsx'
import { DayText, Moment, PersonText } from '#ui/text.tsx'
import { bodyAt, type CourseProps, dayOf, Section } from './course.pages.tsx'
import { daysLate } from './petition.handling.ts'
import { type Outcome, stateOf } from './petition.ts'
import { words } from './words.desk.ts'

type Whole = CourseProps['whole']
type Answer = Whole['answers'][number]
type Objection = Whole['objections'][number]

const tones: Record<Outcome, Tone> = {
  accepted: 'good',
  'in-part': 'info',
  'under-way': 'info',
  declined: 'stopped',
  referred: 'neutral',
}

/** Every answer, the newest first, with what came of it: promises, second looks, objections, and whether it helped. */
export const AnswersSection = (props: CourseProps) => {
  const { view, whole } = props
  const w = words(view).course
  const { petition, answers } = whole
  const laneObjections = whole.objections.filter((each) => each.answer === null)
  if (answers.length === 0 && laneObjections.length === 0) return null
  const newest = answers.at(-1)
  return (
    <>
      {newest && (
        <Section id="answer" title={w.answers}>
          {!petition.answeredAt && <p>{w.noAnswer}</p>}
          {answers.toReversed().map((answer) => (
            <AnswerOf {...props} answer={answer} stands={answer === newest && petition.answeredAt !== null} />
          ))}
        </Section>
      )}
      {laneObjections.length > 0 && (
        <Section id="lane-objection" title={w.laneObjection}>
          {laneObjections.map((each) => (
            <ObjectionOf {...props} objection={each} />
          ))}
        </Section>
      )}
    </>
  )
}

const AnswerOf = (props: CourseProps & { answer: Answer; stands: boolean }) => {
  const { view, whole, answer, stands, commitments } = props
  const all = words(view)
  const w = all.course
  const { petition } = whole
  const late = daysLate(answer.dueAt, dayAt(answer.at, view.timeZone), view.timeZone)
  const promised = commitments.filter(({ id }) => answer.commitments.includes(`commitments/${id}`))
  const open = stands && stateOf(petition, view.at) === 'answered' && petition.objectableUntil
  return (
    <article class="flow" id={`answer-${answer.id}`}>
      {!stands && <h3>{w.earlierAnswer}</h3>}
      <p class="badges">
        <Badge tone={tones[answer.outcome]}>{all.outcomes[answer.outcome]}</Badge>
        <Badge tone={late > 0 ? 'late' : 'good'}>{late > 0 ? w.answeredLate(late) : w.answeredIn}</Badge>
      </p>
      <PersonText
        text={answer.text}
        lang={answer.lang}
        by={
          <>
            {w.answeredBy(bodyAt(props)(answer.body, answer.at))} · <Moment view={view} at={answer.at} />
          </>
        }
      />
      <Why {...props} />
      {promised.length > 0 && (
        <>
          <h3>{w.promises}</h3>
          <CommitmentLines
            view={view}
            lines={promised}
            level={4}
            nameOf={(body) => bodyAt(props)(body, view.at)}
          />
        </>
      )}
      {whole.reviews
        .filter((each) => each.answer === answer.id)
        .map(({ at, stays, text, lang }) => (
          <PersonText
            text={text}
            lang={lang}
            by={
              <>
                {stays ? w.stays : w.opened} · <Moment view={view} at={at} />
              </>
            }
          />
        ))}
      {open && <p class="muted">{w.objectUntil(dayOf(view, open))}</p>}
      {whole.objections
        .filter((each) => each.answer === answer.id)
        .map((objection) => (
          <ObjectionOf {...props} objection={objection} />
        ))}
      <Satisfied {...props} />
    </article>
  )
}

/** The reason of a no with the day to look again, or to whom it was referred. */
const Why = ({ view, answer }: CourseProps & { answer: Answer }) => {
  const all = words(view)
  const w = all.course
  const { reason, because, reviewOn, reviewedAt, referredTo, referredReach, consented, lang } = answer
  const items = [
    ...(reason
      ? [
          {
            term: w.reason,
            is: (
              <>
                {all.reasons[reason]}. <span lang={lang}>{because}</span>
              </>
            ),
          },
        ]
      : []),
    ...(reviewOn && !reviewedAt ? [{ term: w.reviewOn, is: <DayText view={view} day={reviewOn} /> }] : []),
    ...(referredTo
      ? [
          { term: w.referredTo, is: <span lang={lang}>{referredTo}</span> },
          { term: w.reach, is: <span lang={lang}>{referredReach}</span> },
        ]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <DescriptionList items={items} />
      {referredTo && <p class="muted">{consented ? w.consented : w.notConsented}</p>}
    </>
  )
}

const Satisfied = ({ view, whole, answer }: CourseProps & { answer: Answer }) => {
  const all = words(view)
  const said = whole.satisfactions.find((each) => each.answer === answer.id)
  if (!said) return null
  return (
    <>
      <p>
        {all.course.satisfied} <strong>{all.verdicts[said.verdict]}</strong>
      </p>
      {said.text && <PersonText text={said.text} lang={said.lang ?? view.lang} />}
    </>
  )
}

const ObjectionOf = (props: CourseProps & { objection: Objection }) => {
  const { view, objection } = props
  const w = words(view).course
  const { at, text, lang, to, dueAt, decidedAt, upheld, decision, decisionLang, answer } = objection
  const named = bodyAt(props)
  const outcome = answer === null ? [w.laneUpheld, w.laneRejected] : [w.upheld, w.rejected]
  return (
    <section class="flow">
      <h3>{answer === null ? w.laneObjection : w.objection}</h3>
      <PersonText text={text} lang={lang} by={<Moment view={view} at={at} />} />
      <p class="muted">{w.hearer(named(to, at))}</p>
      {!decidedAt && dueAt && (
        <p>
          {w.dueBy} {dayOf(view, dueAt)}{' '}
          {!isBefore(view.at, dueAt) && <Badge tone="late">{w.objectionLate}</Badge>}
        </p>
      )}
      {decidedAt && decision && (
        <PersonText
          text={decision}
          lang={decisionLang ?? lang}
          by={
            <>
              <strong>{upheld ? outcome[0] : outcome[1]}</strong> · <Moment view={view} at={decidedAt} />
            </>
          }
        />
      )}
    </section>
  )
}
