import type { Day } from '#kit/time.ts'
import type { Kind } from './commitment.ts'

/** What is counted of a body's promises, in the order in which its page shows it. */
export const figures = [
  'count',
  'open',
  'late',
  'silent',
  'broken',
  'done',
  'onTime',
  'verified',
  'contradicted',
  'medianDays',
  'oldestOpen',
  'underWay',
] as const

type Figure = (typeof figures)[number]

/** As many as fit beside each other; the page of a body has them all. */
export const compact = figures.filter(
  (each): each is Exclude<Figure, 'done' | 'underWay'> => each !== 'done' && each !== 'underWay',
)

/** How a body keeps what it promised; all but `underWay` of its new promises. */
export type Scorecard = {
  body: string
  /** All new promises. */
  count: number
  open: number
  late: number
  broken: number
  silent: number
  /** What was said to be done, how much of it by the day first promised, and how much was confirmed. */
  done: number
  onTime: number
  verified: number
  /** Of how many an independent check ever found otherwise. */
  contradicted: number
  /** Days between the day first promised and the day it was said to be done: below zero is early. */
  medianDays: number | null
  /** The day since which the oldest that is still open has been owed. */
  oldestOpen: Day | null
  /** What it was doing already. */
  underWay: number
}

/** Promises that are alike in their leads, their kind and how late they were said to be done. */
export type Tally = Pick<
  Scorecard,
  'count' | 'open' | 'late' | 'broken' | 'silent' | 'verified' | 'contradicted' | 'oldestOpen'
> & {
  kind: Kind
  /** Nothing while nobody says that they are done. */
  delay: number | null
}

export function cardOf(body: string, tallies: readonly Tally[]): Scorecard {
  const own = tallies.filter(({ kind }) => kind === 'new')
  const done = own.filter(({ delay }) => delay !== null)
  const sum = (of: readonly Tally[], figure: 'count' | (typeof summed)[number] = 'count') =>
    of.reduce((all, each) => all + each[figure], 0)
  const days = own.flatMap(({ oldestOpen }) => oldestOpen ?? [])
  return {
    body,
    count: sum(own),
    ...(Object.fromEntries(summed.map((key) => [key, sum(own, key)])) as Pick<
      Scorecard,
      (typeof summed)[number]
    >),
    done: sum(done),
    onTime: sum(done.filter(({ delay }) => delay! <= 0)),
    medianDays: medianOf(done),
    oldestOpen: days.toSorted(Temporal.PlainDate.compare)[0] ?? null,
    underWay: sum(tallies) - sum(own),
  }
}

const summed = ['open', 'late', 'broken', 'silent', 'verified', 'contradicted'] as const

/** What lies in the middle; between two, half way. */
function medianOf(done: readonly Tally[]): number | null {
  const days = done
    .toSorted((a, b) => a.delay! - b.delay!)
    .flatMap(({ delay, count }) => Array.from({ length: count }, () => delay!))
  const at = (place: number) => days[Math.floor(place)]!
  return days.length === 0 ? null : (at((days.length - 1) / 2) + at(days.length / 2)) / 2
}
