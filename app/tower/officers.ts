import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'

/** For how long somebody was charged with a task in a body; whose term it was is nobody's business here. */
export type Charge = { body: string; from: Day; until: Day | null }

/** Whether a body has somebody who sees to human rights, since when, or since when nobody does. */
export type Seat = {
  body: string
  name: Localized
  state: 'filled' | 'ending' | 'vacant'
  /** Since when it is filled, or vacant; nothing where nobody ever was named. */
  since: Day | null
  /** The last day of whoever leaves last. */
  until: Day | null
}

/** So long before its end a term wants a successor. */
export const endingDays = 60

const { compare } = Temporal.PlainDate

/** One seat for every body that is to have one. */
export const seatsOn = (
  bodies: readonly Pick<Seat, 'body' | 'name'>[],
  charges: readonly Charge[],
  today: Day,
): Seat[] =>
  bodies.map(({ body, name }) => {
    const own = charges.filter((each) => each.body === body)
    return { body, name, ...standing(own, today) }
  })

function standing(own: readonly Charge[], today: Day): Pick<Seat, 'state' | 'since' | 'until'> {
  const held = own.filter(
    ({ from, until }) => compare(from, today) <= 0 && (!until || compare(today, until) <= 0),
  )
  if (held.length === 0) {
    const ends = own.flatMap(({ until }) => (until && compare(until, today) < 0 ? [until] : [])).sort(compare)
    return { state: 'vacant', since: ends.at(-1)?.add({ days: 1 }) ?? null, until: null }
  }
  const since = held.map(({ from }) => from).sort(compare)[0]!
  const open = held.some(({ until }) => until === null)
  const until = open
    ? null
    : held
        .map((each) => each.until!)
        .sort(compare)
        .at(-1)!
  const ending = until !== null && compare(until, today.add({ days: endingDays })) <= 0
  return { state: ending ? 'ending' : 'filled', since, until }
}
