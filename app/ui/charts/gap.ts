import type { Seen } from '../words.ts'
import { words } from './words.ts'

/** Whether more is better, less is, or neither. */
export type Direction = 'up' | 'down' | 'context'
type Verdict = 'worse' | 'same' | 'better' | 'context'

export function verdictOn(gap: number, direction: Direction): Verdict {
  if (direction === 'context') return 'context'
  if (gap === 0) return 'same'
  return gap > 0 === (direction === 'up') ? 'better' : 'worse'
}

/** What is worse stands before what is better, the greatest first; what nobody judges by its size. */
export const urgency = (gap: number, direction: Direction): number =>
  verdictOn(gap, direction) === 'better' ? -Math.abs(gap) : Math.abs(gap)

/** Of decimals, without the dust of binary fractions. */
export function gapOf(from: number, to: number): number {
  const dust = Math.max(Math.abs(from), Math.abs(to)) * 1e-9
  return Math.abs(to - from) <= dust ? 0 : Number((to - from).toPrecision(12))
}

/** `+3.2%p`, as values are said; the distance of two shares is one in points. */
export function gapSaid(gap: number, say: (value: number) => string, view: Seen): string {
  const sign = gap > 0 ? '+' : gap < 0 ? '−' : ''
  return sign + say(Math.abs(gap)).replace(/%$/, words(view).points)
}
