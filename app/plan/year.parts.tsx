import type { Child } from 'hono/jsx'
import { nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { WithName } from '#ui/text.tsx'
import type { ActionLine } from './action.reads.ts'
import { aboutAction } from './action.ts'
import type { Names } from './parts.tsx'
import { yearWords } from './words.year.ts'
import { lastReport } from './year.reads.ts'
import type { Reason } from './year.standing.ts'
import type { YearLine } from './year.ts'

export type BodyNames = Pick<Names, 'bodies' | 'on'>

const tones: Record<YearLine['standing'], Tone> = {
  silent: 'stopped',
  red: 'late',
  amber: 'waiting',
  green: 'good',
  done: 'info',
  proposed: 'neutral',
  stopped: 'late',
  withdrawn: 'neutral',
  none: 'stopped',
}
export const toneOf = (standing: YearLine['standing']): Tone => tones[standing]

export const StandingBadge = ({ view, standing }: { view: View; standing: YearLine['standing'] }) => (
  <Badge tone={tones[standing]}>{yearWords(view).colours[standing]}</Badge>
)

export const namesOf = (view: View, names: BodyNames, keys: readonly string[]): string =>
  keys.map((key) => nameOf(view, names.bodies, key, names.on)).join(', ')

export const dayOf = (view: View, day: string): string => dayText(Temporal.PlainDate.from(day), view.lang)

/** Why an action stands as it does, in words. `lang` is that of its own titles. */
export function reasonText(view: View, names: BodyNames, reason: Reason, lang: string): Child {
  const w = yearWords(view).reasons
  const day = (text: string) => dayOf(view, text)
  switch (reason.code) {
    case 'no-report':
      return w.noReport(reason.quarter, day(reason.dueOn))
    case 'missed-report':
      return w.missedReport(reason.quarter, day(reason.dueOn))
    case 'behind':
      return w.behind(reason.reached, reason.target, reason.should, day(reason.on))
    case 'on-course':
      return w.onCourse(reason.reached, reason.target, reason.should, day(reason.on))
    case 'day-passed':
      return w.dayPassed(day(reason.dueOn))
    case 'milestone-late':
      return (
        <WithName
          says={(title) => w.milestoneLate(title, day(reason.dueOn))}
          name={reason.title}
          lang={lang}
        />
      )
    case 'request-lifted':
      return w.requestLifted(reason.count)
    case 'first-report':
      return w.firstReport(reason.dueOn ? day(reason.dueOn) : undefined)
    case 'not-agreed':
      return w.notAgreed(namesOf(view, names, reason.bodies), reason.dueOn ? day(reason.dueOn) : undefined)
    case 'declined':
      return w.declined(namesOf(view, names, reason.bodies))
    default:
      return w[reason.code](day(reason.on))
  }
}

/** Every reason of a standing, under each other in one paragraph. */
export const Reasons = (props: {
  view: View
  names: BodyNames
  reasons: readonly Reason[]
  lang: string
}) => (
  <>
    {props.reasons.map((each, index) => (
      <>
        {index > 0 && ' '}
        {reasonText(props.view, props.names, each, props.lang)}
      </>
    ))}
  </>
)

/** An action in a list: what it is, how far, and why it stands so. */
export function actionItem(view: View, names: BodyNames, line: ActionLine, button?: Child): Listed {
  const w = yearWords(view)
  const { action, task, standing, quarters } = line
  const last = lastReport(quarters)
  return {
    title: <span lang={action.lang}>{action.title}</span>,
    href: href(view, `/${aboutAction(task, action.id)}`),
    text: <Reasons view={view} names={names} reasons={standing.reasons} lang={action.lang} />,
    meta: [
      namesOf(view, names, action.leads),
      last ? w.reachedOf(last.reached, action.target) : w.notReported,
      w.due(dayText(line.commitment?.dueOn ?? action.dueOn, view.lang)),
      ...(last && last.obstacle !== 'none' ? [`${w.obstacle}: ${w.obstacles[last.obstacle]}`] : []),
    ],
    badges: (
      <>
        <StandingBadge view={view} standing={standing.colour} />
        {button}
      </>
    ),
  }
}

/** What a task does each year, for its page. */
export const YearOfTask = (props: { view: View; names: BodyNames; lines: readonly ActionLine[] }) => {
  const { view, names, lines } = props
  const w = yearWords(view)
  if (lines.length === 0) return null
  return (
    <section class="flow" id="years">
      <h2>{w.years}</h2>
      {[...Map.groupBy(lines, ({ action }) => action.year)].map(([year, all]) => (
        <>
          <h3>
            <a href={href(view, `/plans/${all[0]!.task.plan}/years/${year}`)}>{w.ofYear(year)}</a>
          </h3>
          <StructuredList level={4} items={all.map((each) => actionItem(view, names, each))} />
        </>
      ))}
    </section>
  )
}

/** The years of a plan, for its page. */
export const YearsOfPlan = (props: { view: View; plan: string; years: readonly number[] }) => {
  const { view, plan, years } = props
  if (years.length === 0) return null
  const w = yearWords(view)
  return (
    <section class="flow" id="years">
      <h2>{w.years}</h2>
      <ul>
        {years.map((year) => (
          <li>
            <a href={href(view, `/plans/${plan}/years/${year}`)}>{w.year(year)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
