import type { Child } from 'hono/jsx'
import { dayInFull } from '#kit/dates.ts'
import type { Parts } from '#kit/deadline.explained.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge, type Tone } from './badges.tsx'
import type { Examples, Say } from './example.ts'
import { DayText, InParts, Moment } from './text.tsx'
import { type Seen, words } from './words.ts'

/** Where one stands in a procedure; `current` counts from 1, and one more than the last means all is done. */
export const StepIndicator = (props: {
  view: Seen
  steps: readonly { label: string; href?: string }[]
  current: number
}) => {
  const w = words(props.view).steps
  const { steps, current } = props
  return (
    <div class="steps">
      {current <= steps.length && <p class="steps-now">{w.of(current, steps.length)}</p>}
      <ol>
        {steps.map(({ label, href }, i) => {
          const [state, said] =
            i + 1 < current ? ['done', w.done] : i + 1 === current ? ['now', w.now] : ['ahead', undefined]
          return (
            <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span class="step-label">
                {href && state === 'done' ? <a href={href}>{label}</a> : label}
                {said && <span class="screen-only"> ({said})</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

export type Happening = {
  at: Instant | Day
  title: Child
  by?: Child
  children?: Child
  href?: string | undefined
  tone?: Tone | undefined
}

/** What happened to a thing, in the order given. */
export const Timeline = ({
  view,
  entries,
}: {
  view: Pick<View, 'lang' | 'timeZone'>
  entries: readonly Happening[]
}) => (
  <ol class="timeline">
    {entries.map(({ at, title, by, children, href, tone }) => (
      <li class={tone ?? 'neutral'}>
        <p class="timeline-when">
          {at instanceof Temporal.PlainDate ? (
            <DayText view={view} day={at} />
          ) : (
            <Moment view={view} at={at} />
          )}
          {by && <> · {by}</>}
        </p>
        <p class="timeline-title">{href ? <a href={href}>{title}</a> : title}</p>
        {children}
      </li>
    ))}
  </ol>
)

const tones = {
  running: 'waiting',
  'last-day': 'waiting',
  overdue: 'late',
  paused: 'stopped',
  met: 'good',
} as const

/**
 * By when something is owed, how things stand, and how the date was counted:
 * `<DeadlineNote due={dueOn(d, calendar)} {...remaining(d, calendar, today)} derivation={explain(…)} />`.
 */
export const DeadlineNote = (props: {
  view: Seen
  /** None while the clock is stopped. */
  due: Day | undefined
  state: keyof typeof tones
  /** Days left, or days late. */
  days: number
  derivation: readonly Parts[]
  basis?: Child
}) => {
  const w = words(props.view).deadline
  const { due, state, days } = props
  return (
    <div class="deadline">
      <p class="deadline-due">
        <span class="muted">{w.due}</span>{' '}
        {due && <time datetime={due.toString()}>{dayInFull(due, props.view.lang)}</time>}{' '}
        <Badge tone={tones[state]}>{w.states[state](days)}</Badge>
      </p>
      {props.derivation.length > 0 && (
        <details class="disclosure">
          <summary>{w.how}</summary>
          <ol>
            {props.derivation.map((line) => (
              <li>
                <InParts parts={line} />
              </li>
            ))}
          </ol>
          {props.basis && (
            <p>
              {w.basis} {props.basis}
            </p>
          )}
        </details>
      )}
    </div>
  )
}

const procedure = (s: Say) => [
  { label: s('제안', 'Proposal'), href: '#proposal' },
  { label: s('공감 모으기', 'Support'), href: '#support' },
  { label: s('부서 검토', 'Review') },
  { label: s('답변', 'Answer') },
  { label: s('이행', 'Fulfilment') },
]

const due = '2026-10-08'

const counted = (s: Say) => [
  [s('2026. 9. 14.에 접수', 'Received on 14 September 2026')],
  [s('근무일 14일', '14 working days')],
  [s('공휴일 2026. 9. 24. ~ 9. 26. 제외', 'without the holidays of 24 to 26 September')],
]

export const examples: Examples = {
  'step indicator': (view, s) => <StepIndicator view={view} steps={procedure(s)} current={3} />,
  'all steps done': (view, s) => <StepIndicator view={view} steps={procedure(s).slice(0, 3)} current={4} />,
  timeline: (view, s) => (
    <Timeline
      view={view}
      entries={[
        {
          at: Temporal.Instant.from('2026-11-02T01:12:00Z'),
          title: s('시장이 답했습니다', 'The mayor answered'),
          by: s('대중교통과', 'Transport'),
          href: '#answer',
          tone: 'good',
        },
        {
          at: Temporal.PlainDate.from('2026-09-30'),
          title: s('기한을 열흘 늘렸습니다', 'The deadline was extended by ten days'),
          by: s('하림', 'Harim'),
          tone: 'waiting',
          children: (
            <p>{s('현장 조사를 한 번 더 하기로 했습니다.', 'A second visit to the place is needed.')}</p>
          ),
        },
        {
          at: Temporal.PlainDate.from('2026-09-14'),
          title: s('유나 님이 제안했습니다', 'Yuna made the proposal'),
        },
      ]}
    />
  ),
  'deadline, open': (view, s) => (
    <DeadlineNote
      view={view}
      due={Temporal.PlainDate.from(due)}
      state="running"
      days={6}
      derivation={counted(s)}
      basis={s('조례 제34조제4항', 'Ordinance, article 34(4)')}
    />
  ),
  'deadline, late': (view, s) => (
    <DeadlineNote
      view={view}
      due={Temporal.PlainDate.from(due)}
      state="overdue"
      days={2}
      derivation={counted(s)}
    />
  ),
  'deadline, met and paused': (view) => (
    <>
      <DeadlineNote view={view} due={Temporal.PlainDate.from(due)} state="met" days={0} derivation={[]} />
      <DeadlineNote view={view} due={undefined} state="paused" days={9} derivation={[]} />
    </>
  ),
}
