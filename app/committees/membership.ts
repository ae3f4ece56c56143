import type { Committee, Seat } from '#city/index.ts'
import { type Day, holdsOn, type Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'

export const grounds = ['resigned', 'unable', 'misconduct', 'secrecy', 'inactive', 'seat-ended'] as const
export type Ground = (typeof grounds)[number]

/** One person on one seat for one term: proposed, then appointed or withdrawn. */
export type Membership = {
  id: number
  committee: string
  seat: string
  person: number
  /** The name under which the member agreed to be shown; without one, by the seat only. */
  publishedAs: string | null
  from: Day
  /** The last day of the term. */
  until: Day
  appointedAt: Instant | null
  withdrawnAt: Instant | null
  /** The last day, where the membership ended before its term. */
  endedOn: Day | null
  ground: Ground | null
}

export type State = 'proposed' | 'withdrawn' | 'to come' | 'in office' | 'term ended' | 'left early'

export function stateOf(membership: Membership, on: Day): State {
  const { appointedAt, withdrawnAt, from, until, endedOn } = membership
  if (withdrawnAt) return 'withdrawn'
  if (!appointedAt) return 'proposed'
  if (endedOn && isBefore(endedOn, on)) return 'left early'
  if (isBefore(until, on)) return 'term ended'
  return isBefore(on, from) ? 'to come' : 'in office'
}

export const isInOffice = (membership: Membership, on: Day): boolean =>
  stateOf(membership, on) === 'in office'

/** The last day of a membership, whichever way it ends. */
export const lastDay = ({ until, endedOn }: Membership): Day => endedOn ?? until

/** Whether two memberships share a day. */
export const overlaps = (a: Membership, b: { from: Day; until: Day }): boolean =>
  !isBefore(b.until, a.from) && !isBefore(lastDay(a), b.from)

const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0

/** How often a person was appointed again without a break before a term that begins on a day. */
export function renewalsBefore(memberships: readonly Membership[], person: number, from: Day): number {
  const eve = from.subtract({ days: 1 })
  const before = memberships.find(
    (each) =>
      each.person === person &&
      each.appointedAt &&
      !each.withdrawnAt &&
      holdsOn(eve, each.from, lastDay(each)),
  )
  return before ? 1 + renewalsBefore(memberships, person, before.from) : 0
}

export type SeatOn = { seat: Seat; members: Membership[]; vacant: number; holder?: Localized }

/** Each seat of a committee on a day, who is on it, and how many places on it are empty. */
export function seatsOn(committee: Committee, memberships: readonly Membership[], on: Day): SeatOn[] {
  return committee.seats
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1))
    .map((seat) => {
      const members = memberships.filter((each) => each.seat === seat.key && isInOffice(each, on))
      const filled = seat.by === 'ex-officio' ? places(seat) : members.length
      return { seat, members, vacant: Math.max(0, places(seat) - filled) }
    })
}

/** How many places a seat has; where the files do not say, an office is one and the others have as many as are filled. */
const places = ({ count, by }: Seat): number => count ?? (by === 'ex-officio' ? 1 : 0)

/** How many sit on a committee by their office. */
export const exOfficio = (committee: Committee): number =>
  committee.seats.filter((each) => each.by === 'ex-officio').reduce((sum, each) => sum + places(each), 0)

/** Who was appointed and is in office on a day, and how many members there are with those who sit by their office. */
export function inOffice(committee: Committee, memberships: readonly Membership[], on: Day) {
  const appointed = memberships.filter((each) => isInOffice(each, on))
  return { appointed, members: appointed.length + exOfficio(committee) }
}

/** How many more could be appointed: by the seats where the files count them all, else up to the greatest size. */
export function roomLeft(committee: Committee, appointed: number, size: number | undefined): number {
  const seats = committee.seats.filter((each) => each.by !== 'ex-officio')
  const counted = seats.every((each) => each.count !== undefined)
  const most = counted
    ? seats.reduce((sum, each) => sum + (each.count ?? 0), 0)
    : size === undefined
      ? appointed
      : size - exOfficio(committee)
  return Math.max(0, most - appointed)
}
