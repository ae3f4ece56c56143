import type { NormInForce } from '#kit/city.ts'
import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import type { Member } from './members.ts'
import type { State } from './sitting.ts'
import { words } from './words.ts'

type Reader = Pick<View, 'lang' | 'languages'>

/** A member as the public sees them: by the name they agreed to, else by their seat and a number on it. */
export function labelsOf(view: Reader, members: readonly Member[]): Map<string, string> {
  const seen = new Map<string, number>()
  return new Map(
    members.map(({ ref, seat, name }) => {
      const no = (seen.get(seat.key) ?? 0) + 1
      seen.set(seat.key, no)
      const seatName = say(seat.name, view.lang, view.languages).text
      if (typeof name === 'string') return [ref, name]
      return [ref, name ? say(name, view.lang, view.languages).text : words(view).memberBySeat(seatName, no)]
    }),
  )
}

/** A norm's number in words: `more than 1/2 of the members present`, `60 %`, `20 days`. */
export function valueText(view: Reader, { value, unit, above, of }: NormInForce): string {
  const w = words(view)
  const counted = w.units[unit]
  if (unit === 'share') {
    const amount = typeof value === 'number' ? `${Math.round(value * 100)} %` : value
    const base = of && w.of[of]
    const share = base ? (view.lang === 'ko' ? `${base} ${amount}` : `${amount} ${base}`) : amount
    return above ? w.more(share) : share
  }
  if (unit === 'date')
    return dayText(Temporal.PlainDate.from(`2024-${value}`), view.lang).replace(/\s*2024\.?\s*/, '')
  return counted ? counted(Number(value)) : String(value)
}

const tones: Record<State, Tone> = {
  cancelled: 'stopped',
  called: 'info',
  'waiting for its record': 'waiting',
  'without a quorum': 'stopped',
  'waiting for its minutes': 'waiting',
  'minutes overdue': 'late',
  'minutes published': 'good',
}

export const StateBadge = ({ view, state }: { view: View; state: State }) => (
  <Badge tone={tones[state]}>{words(view).sittingStates[state]}</Badge>
)
