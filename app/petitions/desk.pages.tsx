import { day as dayText } from '#kit/dates.ts'
import type { Waiting } from '#kit/room.ts'
import { isBefore } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { LocalOf } from '#ui/trust.tsx'
import { crumbs } from './desk.parts.tsx'
import type { Owed } from './desk.reads.ts'
import { bodyName, daysLeft, lastDay, TitleOf } from './parts.tsx'
import { type Shows, shows } from './petition.handling.ts'
import { laneOf } from './petition.ts'
import { words } from './words.desk.ts'

type Props = {
  view: View
  show: Shows
  rows: readonly Owed[]
  older: string | undefined
  counts: Record<Shows, number>
  tasks: readonly Waiting[]
  /** Whose queue it is. */
  bodies: readonly string[]
  /** Bodies that take in what names none: their next step is to hand it on. */
  intakes: readonly string[]
}

/** Forty late items on a Monday morning: what is late first, then what is due soonest, one step for each. */
export const QueuePage = (props: Props) => {
  const { view, counts, tasks, bodies } = props
  const w = words(view).desk
  const owesAnswers = counts.all > 0
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      lead={w.lead}
      kicker={bodies.map((key) => bodyName(view, key)).join(' · ')}
      breadcrumbs={crumbs(view).slice(0, 1)}
      noindex
    >
      <SummaryCounts
        view={view}
        items={shows.map((each) => ({
          count: counts[each],
          label: w.shows[each],
          href: href(view, each === 'all' ? '/desk/petitions' : `/desk/petitions?show=${each}`),
          ...(each === 'late' && counts.late > 0 && { tone: 'late' as const }),
        }))}
      />
      {owesAnswers && <Answers {...props} />}
      {tasks.length > 0 && (
        <section class="flow">
          <h2>{w.tasks}</h2>
          <StructuredList items={tasks.map((each) => taskItem(view, each))} />
        </section>
      )}
      {!owesAnswers && <Answers {...props} />}
      <p>
        <a href={href(view, '/petitions/bodies')}>{w.compareBodies}</a>
      </p>
    </Page>
  )
}

const Answers = (props: Props) => {
  const w = words(props.view).desk
  return (
    <section class="flow">
      <h2>{w.shows[props.show]}</h2>
      <StructuredList
        items={props.rows.map((row) => owedItem(props, row))}
        empty={<EmptyState title={w.none} />}
      />
      <Pagination view={props.view} next={props.older} />
    </section>
  )
}

function taskItem(view: View, { title, of, href: to, dueAt }: Waiting) {
  const w = words(view).desk
  const late = dueAt && !isBefore(view.at, dueAt)
  return {
    title: <LocalOf view={view} text={title} of={of} />,
    href: href(view, to),
    meta: dueAt ? [w.dueOn(dayText(lastDay(dueAt, view.timeZone), view.lang))] : [],
    ...(late && { badges: <Badge tone="late">{w.shows.late}</Badge> }),
  }
}

function owedItem({ view, bodies, intakes }: Props, row: Owed) {
  const w = words(view).desk
  return {
    title: <TitleOf view={view} of={row} />,
    href: href(view, `/desk/petitions/${row.id}`),
    meta: [
      `${w.number} ${row.id}`,
      ...(row.dueAt ? [w.dueOn(dayText(lastDay(row.dueAt, view.timeZone), view.lang))] : []),
      ...(bodies.length > 1 ? [bodyName(view, row.body)] : []),
      w.next(w.steps[stepOf(view, intakes, row)]),
    ],
    badges: <Left view={view} row={row} />,
  }
}

const rests = ({ pausedFrom, pausedUntil }: Owed, { at }: View) =>
  pausedFrom !== null && !isBefore(at, pausedFrom) && (pausedUntil === null || isBefore(at, pausedUntil))

/** The one thing to do next. */
function stepOf(view: View, intakes: readonly string[], row: Owed) {
  if (intakes.includes(row.body)) return laneOf(row) === 'asked' ? 'lane' : 'sort'
  return rests(row, view) ? 'resume' : 'answer'
}

const Left = ({ view, row }: { view: View; row: Owed }) => {
  const tone = rests(row, view) || !row.dueAt ? 'stopped' : daysLeft(view, row.dueAt) < 0 ? 'late' : 'waiting'
  return <Badge tone={tone}>{standingText(view, row)}</Badge>
}

/** How one of them stands, in a word or two. */
export function standingText(view: View, row: Owed): string {
  const w = words(view).desk
  if (rests(row, view) || !row.dueAt) return w.paused
  const left = daysLeft(view, row.dueAt)
  return left < 0 ? w.late(-left) : w.left(left)
}
