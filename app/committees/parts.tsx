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
