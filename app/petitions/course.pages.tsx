import type { Child } from 'hono/jsx'
import { nameOf } from '#bodies/index.ts'
import { Named } from '#charter/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { explain } from '#kit/deadline.explained.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { DeadlineNote, Timeline } from '#ui/steps.tsx'
import { DayText, Moment, PersonText } from '#ui/text.tsx'
import { AnswersSection } from './answers.pages.tsx'
import type { Course as CourseOf } from './course.reads.ts'
import { ModerationSection } from './moderation.pages.tsx'
import { laneOf } from './petition.ts'
import { words } from './words.desk.ts'

export type CourseProps = { view: View } & CourseOf

/** What the city owes a petition and what it did, for everybody: the answers, the clock, the way it took. */
export const Course = (props: CourseProps) => (
  <>
    <AnswersSection {...props} />
    <Way {...props} />
  </>
)

/** The same without the answers, where they stand further up. */
export const Way = (props: CourseProps) => (
  <>
    <ClockSection {...props} />
    <LaneSection {...props} />
    <CommitteeSection {...props} />
    <HearingsSection {...props} />
    <MediationSection {...props} />
    <RoutingsSection {...props} />
    <ModerationSection {...props} />
  </>
)

/** What a body was called on the day on which it did something. */
export const bodyAt =
  ({ view, bodies }: CourseProps) =>
  (body: string, at: Temporal.Instant): string =>
    nameOf(view, bodies, body, dayAt(at, view.timeZone))

export const Section = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class="flow" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Each time limit that runs with its arithmetic, the one that counts first, and every time it stood still. */
export const ClockSection = (props: CourseProps) => {
  const { view, limits, names } = props
  const w = words(view).course
  if (limits.length === 0) return null
  const provision = (key: string) => {
    const known = names.get(key.replace(/\/.*/, ''))
    return known ? plain(known.name, view) : key
  }
  return (
    <Section id="clock" title={w.clock}>
      {limits.length > 1 && <p>{w.limits(limits.length)}</p>}
      {limits.map(({ due, state, days, steps, norm, holds }) => (
        <div class="flow">
          <DeadlineNote
            view={view}
            due={due}
            state={state}
            days={days}
            derivation={explain(steps, view, provision)}
            basis={<Named view={view} provision={norm.provision} names={names} />}
          />
          {limits.length > 1 && <p class="muted">{holds ? w.holds : w.other}</p>}
        </div>
      ))}
      <Pauses {...props} />
    </Section>
  )
}

/** Every time it stood still, and its one extension: also of a clock that has been set anew since. */
const Pauses = (props: CourseProps) => {
  const { view, whole } = props
  const all = words(view)
  const w = all.course
  const { pauses, extension } = whole
  if (pauses.length === 0 && !extension) return null
  return (
    <>
      <h3>{w.pauses}</h3>
      <ul>
        {pauses.map(({ from, to, ground, reason, lang }) => (
          <li>
            <DayText view={view} day={from} /> ~ {to ? <DayText view={view} day={to} /> : w.open}:{' '}
            {all.pauseGrounds[ground]}. <span lang={lang}>{reason}</span>
          </li>
        ))}
        {extension && (
          <li>
            <DayText view={view} day={dayAt(extension.at, view.timeZone)} />:{' '}
            {w.extended(bodyAt(props)(extension.by, extension.at))}{' '}
            <span lang={extension.lang}>{extension.reason}</span>
          </li>
        )}
      </ul>
    </>
  )
}

const laneTones = { asked: 'waiting', granted: 'good', refused: 'stopped' } as const

const LaneSection = ({ view, whole }: CourseProps) => {
  const w = words(view).course
  const { petition } = whole
  const lane = laneOf(petition)
  if (lane === 'not asked') return null
  return (
    <Section id="lane" title={w.lane}>
      <p>{w.laneText}</p>
      <p>
        <Badge tone={laneTones[lane]}>{w.laneStates[lane]}</Badge>{' '}
        {petition.laneDecidedAt && <Moment view={view} at={petition.laneDecidedAt} />}
      </p>
      {petition.laneReason && !petition.hiddenAt && (
        <PersonText text={petition.laneReason} lang={petition.lang} by={w.laneAsked} />
      )}
      {petition.laneAnswer && (
        <PersonText
          text={petition.laneAnswer}
          lang={petition.laneAnswerLang ?? view.lang}
          by={w.laneAnswered}
        />
      )}
    </Section>
  )
}

const CommitteeSection = (props: CourseProps) => {
  const { view, whole, sitting } = props
  const w = words(view).course
  const { petition } = whole
  if (!petition.reviewedFrom) return null
  const about = `petitions/${petition.id}`
  const item = sitting?.items.find((each) => each.about === about)
  return (
    <Section id="committee" title={w.committee}>
      {sitting && item ? (
        <DescriptionList
          items={[
            {
              term: w.onAgenda,
              is: (
                <a href={href(view, `/${petition.reviewIn}#item-${item.no}`)}>
                  {bodyAt(props)(sitting.committee, sitting.startsAt)},{' '}
                  <Moment view={view} at={sitting.startsAt} />
                </a>
              ),
            },
            {
              term: w.decision,
              is: item.decision && !item.closed ? <span lang={item.lang}>{item.decision}</span> : w.undecided,
            },
            ...(item.recommendedTo && item.decidedAt
              ? [{ term: '', is: w.recommended(bodyAt(props)(item.recommendedTo, item.decidedAt)) }]
              : []),
          ]}
        />
      ) : (
        <p>{petition.answeredAt ? w.answeredFirst : w.awaitsAgenda}</p>
      )}
    </Section>
  )
}

const HearingsSection = ({ view, whole }: CourseProps) => {
  const w = words(view).course
  if (whole.hearings.length === 0) return null
  return (
    <Section id="hearings" title={w.hearings}>
      {whole.hearings.map(({ startsAt, place, access, lang, ...more }) => (
        <article class="flow">
          <DescriptionList
            items={[
              { term: w.hearingAt, is: <Moment view={view} at={startsAt} /> },
              { term: w.place, is: <span lang={lang}>{place}</span> },
              { term: w.access, is: <span lang={lang}>{access}</span> },
              ...(more.cancelledFor
                ? [{ term: w.calledOff, is: <span lang={lang}>{more.cancelledFor}</span> }]
                : []),
            ]}
          />
          {more.report ? (
            <>
              <h3>{w.heard}</h3>
              <PersonText text={more.report} lang={more.reportLang ?? lang} />
            </>
          ) : (
            !more.cancelledAt &&
            Temporal.Instant.compare(startsAt, view.at) < 0 && <p class="muted">{w.reportWaits}</p>
          )}
        </article>
      ))}
    </Section>
  )
}

const MediationSection = ({ view, whole }: CourseProps) => {
  const w = words(view).course
  if (whole.mediations.length === 0) return null
  return (
    <Section id="mediation" title={w.mediation}>
      {whole.mediations.map(({ openedAt, proposal, lang, closedAt, agreed, result, resultLang }) => (
        <article class="flow">
          <p>
            <Moment view={view} at={openedAt} />{' '}
            <Badge tone={closedAt ? (agreed ? 'good' : 'stopped') : 'waiting'}>
              {closedAt ? (agreed ? w.agreed : w.failed) : w.running}
            </Badge>
          </p>
          <h3>{w.proposal}</h3>
          <PersonText text={proposal} lang={lang} />
          {result && <PersonText text={result} lang={resultLang ?? lang} />}
        </article>
      ))}
    </Section>
  )
}

const RoutingsSection = (props: CourseProps) => {
  const { view, whole } = props
  const w = words(view).course
  const named = bodyAt(props)
  if (whole.routings.length < 2) return null
  return (
    <Section id="routings" title={w.routings}>
      <Timeline
        view={view}
        entries={whole.routings.map(({ at, body, reason, lang, ...more }, index) => ({
          at,
          title: named(body, at),
          by: more.by ? w.came[cameBy(whole, index)](named(more.by, at)) : w.first,
          ...(index === whole.routings.length - 1 && { tone: 'info' as const }),
          ...(reason && { children: <p lang={lang ?? undefined}>{reason}</p> }),
        }))}
      />
    </Section>
  )
}

/** Why it lies with a body from then on: it was passed on, is handled there in another way, or was opened again. */
function cameBy({ routings, objections, reviews }: CourseOf['whole'], index: number) {
  const { at, body } = routings[index]!
  const isHere = (moment: Temporal.Instant | null) => moment?.equals(at) ?? false
  const isOpened =
    objections.some(({ upheld, decidedAt }) => upheld && isHere(decidedAt)) ||
    reviews.some(({ stays, at }) => !stays && isHere(at))
  const stays = routings[index - 1]?.body === body
  if (isOpened) return stays ? 'openedAgain' : 'openedElsewhere'
  return stays ? 'otherwise' : 'passedOn'
}

export const dayOf = (view: View, late: Temporal.Instant): string =>
  dayText(dayAt(late.subtract({ nanoseconds: 1 }), view.timeZone), view.lang)
