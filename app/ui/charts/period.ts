import { type Day, noonOf } from '#kit/time.ts'

/** A stretch of time by the name its source gave it. */
export type Period = { name: string; from: Day; until: Day }

export type Point = {
  period: Period
  /** Nothing where it is missing or hidden: the line breaks there. */
  value: number | null
  provisional?: boolean
  /** What the table says beside the value, or in the place of a missing one: why it is hidden, that it was corrected. */
  note?: string
}

/** From this day on something else was measured: nothing is compared across it. */
export type Break = { at: Day; label: string }

/** A stretch stands in its middle. */
export const momentOf = ({ from, until }: Period): number => (noonOf(from) + noonOf(until)) / 2

export const inOrder = (points: readonly Point[]): readonly Point[] =>
  points.toSorted((a, b) => momentOf(a.period) - momentOf(b.period))

type Known = Point & { value: number }
const isKnown = (point: Point): point is Known => point.value !== null

export const known = (points: readonly Point[]): readonly Known[] => points.filter(isKnown)

/** What may be joined by a line: neighbours that are known and measured alike. */
export function stretches(points: readonly Point[], breaks: readonly Break[]): readonly (readonly Known[])[] {
  const found: Known[][] = []
  let last: Point | undefined
  for (const point of inOrder(points)) {
    if (isKnown(point)) {
      const joined = last && isKnown(last) && !breaks.some((each) => liesBetween(each, last!, point))
      if (joined) found.at(-1)!.push(point)
      else found.push([point])
    }
    last = point
  }
  return found
}

export const liesBetween = ({ at }: Break, a: { period: Period }, b: { period: Period }): boolean =>
  Temporal.PlainDate.compare(a.period.from, at) < 0 && Temporal.PlainDate.compare(at, b.period.from) <= 0

/** The first and the last value that were measured alike as the newest. */
export function comparable(
  points: readonly Point[],
  breaks: readonly Break[],
): { first: Known; last: Known } | undefined {
  const all = known(inOrder(points))
  const last = all.at(-1)
  const first = all.find((each) => !breaks.some((one) => liesBetween(one, each, last!)))
  return last && first && { first, last }
}
