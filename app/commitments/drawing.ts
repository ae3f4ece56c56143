import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Dated, Finding } from './commitment.ts'
import type { Milestone, Step } from './step.ts'

/** The life of a promise as it is drawn, from left to right in per cent of the width. */
export type Drawing = {
  today: number | undefined
  /** From the first day to the last as planned. */
  plan: Stretch
  /** How much of it has passed. */
  passed: Stretch | undefined
  /** What went beyond the last day. */
  over: Stretch | undefined
  /** Where the last day was first, and where it is now. */
  moved: Stretch | undefined
  milestones: { no: number; x: number; is: 'reached' | 'ahead' | 'missed' }[]
  heard: { x: number; is: 'report' | 'change' }[]
  done: number | undefined
  stopped: number | undefined
  check: { x: number; finding: Finding } | undefined
}

type Stretch = { x: number; width: number }

export type Drawn = Dated & { adoptedAt: Instant; startsOn: Day; dueOn: Day; firstDueOn: Day }

/** Lays out what was planned and what happened, as it stands at a moment. */
export function draw(
  it: Drawn,
  milestones: readonly Milestone[],
  steps: readonly Step[],
  at: Instant,
  timeZone: string,
  /** In per cent of the width, on each side. */
  margin = 3,
): Drawing {
  const on = (moment: Instant) => dayAt(moment, timeZone)
  const today = on(at)
  const ends = endOf(it, today, on)
  const days = [
    it.startsOn,
    it.dueOn,
    it.firstDueOn,
    on(it.adoptedAt),
    ends,
    ...steps.map((each) => on(each.at)),
  ]
  const first = days.reduce((a, b) => (isBefore(b, a) ? b : a))
  const last = days.reduce((a, b) => (isBefore(a, b) ? b : a))
  const whole = Math.max(first.until(last).days, 1)
  const x = (day: Day) =>
    round(margin + (Math.max(0, Math.min(first.until(day).days, whole)) / whole) * (100 - 2 * margin))
  const stretch = (from: Day, to: Day): Stretch | undefined =>
    isBefore(from, to) ? { x: x(from), width: round(x(to) - x(from)) } : undefined
  const dayOf = (kind: Step['kind']) => steps.findLast((each) => each.kind === kind)?.at
  const check = steps.findLast((each) => each.kind === 'check')
  return {
    today: isBefore(today, first) || isBefore(last, today) ? undefined : x(today),
    plan: stretch(it.startsOn, it.dueOn) ?? { x: x(it.startsOn), width: 1 },
    passed: stretch(it.startsOn, isBefore(ends, it.dueOn) ? ends : it.dueOn),
    over: stretch(it.dueOn, ends),
    moved: it.firstDueOn.equals(it.dueOn) ? undefined : between(x(it.firstDueOn), x(it.dueOn)),
    milestones: milestones
      .filter((each) => !each.droppedAt)
      .map(({ no, dueOn, reachedAt }) => ({
        no,
        x: x(dueOn),
        is: reachedAt ? 'reached' : isBefore(dueOn, today) ? 'missed' : 'ahead',
      })),
    heard: steps
      .filter((each) => each.kind !== 'check' && each.kind !== 'done' && each.kind !== 'stop')
      .map((each) => ({ x: x(on(each.at)), is: each.kind === 'change' ? 'change' : 'report' })),
    done: place(dayOf('done')),
    stopped: place(dayOf('stop')),
    check: check?.kind === 'check' ? { x: x(on(check.at)), finding: check.doc.finding } : undefined,
  }

  function place(moment: Instant | undefined) {
    return moment && x(on(moment))
  }
}

/** Until when its time ran: it stops with the word that it is done or given up. */
function endOf({ stoppedAt, doneAt, startsOn }: Drawn, today: Day, on: (at: Instant) => Day): Day {
  const over = stoppedAt ?? doneAt
  if (over) return on(over)
  return isBefore(startsOn, today) ? today : startsOn
}

const between = (a: number, b: number): Stretch => ({ x: Math.min(a, b), width: round(Math.abs(b - a)) })

const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0

const round = (percent: number): number => Math.round(percent * 100) / 100
