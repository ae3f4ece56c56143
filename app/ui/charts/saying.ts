import type { Seen } from '../words.ts'
import { type Break, comparable, type Point } from './period.ts'
import { words } from './words.ts'

/** A line in a sentence, from the first value that was measured as the newest: nothing is compared across a break. */
export function courseSaid(
  { name, points }: { name: string; points: readonly Point[] },
  breaks: readonly Break[],
  say: (value: number) => string,
  view: Seen,
): string {
  const w = words(view)
  const ends = comparable(points, breaks)
  if (!ends) return w.noLine(name)
  const { first, last } = ends
  return first === last
    ? w.point(name, last.period.name, say(last.value))
    : w.line(name, first.period.name, say(first.value), last.period.name, say(last.value))
}
