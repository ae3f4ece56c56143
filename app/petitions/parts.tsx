import { day as dayText } from '#kit/dates.ts'
import { keptLately, madeOnce } from '#kit/made-once.ts'
import { type Day, dayAt, daysBetween, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain, type Said } from '#kit/words.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import type { Listed } from './list.reads.ts'
import { type Petition, type State, stateOf } from './petition.ts'
import { words as deskWords } from './words.desk.ts'
import { words } from './words.ts'

const tones: Record<State, Tone> = {
  waiting: 'waiting',
  paused: 'stopped',
  overdue: 'late',
  answered: 'good',
  closed: 'good',
  objected: 'info',
  'objection-overdue': 'late',
  withdrawn: 'stopped',
  merged: 'neutral',
}

export const StateBadge = ({ view, state }: { view: View; state: State }) => (
  <Badge tone={tones[state]}>{words(view).states[state]}</Badge>
)

/** What a body is called, as the house names those who act: no page asks the database for it. */
export const bodyName = (view: View, key: string): string => view.tell(`actor.${key}`)

/** What a key of the city's files is called, or the key where the files no longer have it. */
export const labelOf = (
  view: View,
  all: readonly { key: string; label: Localized }[],
  key: string,
): string => {
  const known = all.find((each) => each.key === key)
  return known ? plain(known.label, view) : key
}

/** A petition's title, or what stands there while its words are hidden. */
export const TitleOf = ({
  view,
  of,
}: {
  view: View
  of: Pick<Petition, 'id' | 'title' | 'lang' | 'hiddenAt'>
}) => (of.hiddenAt ? words(view).hiddenTitle(of.id) : <span lang={of.lang}>{of.title}</span>)

export const plainTitle = (view: View, of: Pick<Petition, 'id' | 'title' | 'hiddenAt'>): string =>
  of.hiddenAt ? words(view).hiddenTitle(of.id) : of.title

/** The same, marked where it is in another language than the page and somebody has said in which. */
export const titleSaid = (view: View, of: Pick<Petition, 'id' | 'title' | 'lang' | 'hiddenAt'>): Said => {
  const lang = langOf(view, of)
  return { text: plainTitle(view, of), lang, fallback: lang !== view.lang && lang !== 'und' }
}

/** The language of what `plainTitle` gives. */
export const langOf = (view: View, of: Pick<Petition, 'lang' | 'hiddenAt'>): string =>
  of.hiddenAt ? view.lang : of.lang

/** The last day before a moment from which something is over. */
export const lastDay = (until: Instant, timeZone: string): Day => lastDays(timeZone)(until.epochMilliseconds)

// What is listed together is due on few days.
const lastDays = madeOnce((timeZone: string) =>
  keptLately((until: number) =>
    dayAt(Temporal.Instant.fromEpochMilliseconds(until), timeZone).subtract({ days: 1 }),
  ),
)

const today = (view: View) => dayAt(view.at, view.timeZone)

/** How many days are left of what is over from a moment on; negative once it is late. */
export const daysLeft = (view: View, until: Instant): number =>
  daysBetween(today(view), lastDay(until, view.timeZone))

type Standing = Pick<Petition, 'body' | 'outcome'> & Parameters<typeof stateOf>[0]

/** What happens now, by when, and whose turn it is. */
export function nowOf(view: View, petition: Standing): string {
  const w = words(view).now
  const state = stateOf(petition, view.at)
  const on = (at: Instant | null) => (at ? dayText(dayAt(at, view.timeZone), view.lang) : '')
  const by = (until: Instant | null) => (until ? dayText(lastDay(until, view.timeZone), view.lang) : '')
  const body = bodyName(view, petition.body)
  const outcome = petition.outcome ? deskWords(view).outcomes[petition.outcome] : ''
  const left = petition.dueAt ? daysLeft(view, petition.dueAt) : 0
  switch (state) {
    case 'waiting':
      return w.waiting({ body, day: by(petition.dueAt), left })
    case 'paused':
      return w.paused({ body, since: on(petition.pausedFrom), until: by(petition.pausedUntil) })
    case 'overdue':
      return w.overdue({ body, day: by(petition.dueAt), late: -left })
    case 'answered':
      return w.answered({ outcome, on: on(petition.answeredAt), until: by(petition.objectableUntil) })
    case 'closed':
      return w.closed({ outcome, on: on(petition.answeredAt) })
    case 'objected':
      return w.objected({ on: on(petition.objectedAt), due: by(petition.objectionDueAt) })
    case 'objection-overdue':
      return w['objection-overdue']({ due: by(petition.objectionDueAt) })
    case 'withdrawn':
      return w.withdrawn({ on: on(petition.withdrawnAt) })
    case 'merged':
      return w.merged({ on: on(petition.mergedAt) })
  }
}

/** The same in two or three words, for a list. */
export function dueIn(view: View, { dueAt }: Pick<Listed, 'dueAt'>, state: State): string | undefined {
  if (!dueAt || (state !== 'waiting' && state !== 'overdue')) return undefined
  const w = words(view).list
  const last = lastDay(dueAt, view.timeZone)
  const left = daysBetween(today(view), last)
  return state === 'overdue' ? w.lateBy(-left) : w.dueOn(dayText(last, view.lang), left)
}
