import type { Committee, Seat } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { isInOffice, type Membership } from './membership.ts'

/** Somebody with a seat on a day, appointed or by their office. */
export type Member = {
  /** `m` and the number of the membership, or `x` and the seat. */
  ref: string
  seat: Seat
  /** As the member agreed to be shown, or as the city's files name the holder of an office. */
  name: Localized | string | null
  membership?: Membership
}

/** Everybody who is a member on a day, seat by seat. `holders` names those who sit by their office. */
export function membersOn(
  committee: Committee,
  memberships: readonly Membership[],
  holders: ReadonlyMap<string, Localized>,
  on: Day,
): Member[] {
  return committee.seats
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1))
    .flatMap((seat) =>
      seat.by === 'ex-officio' ? byOffice(seat, holders) : appointedTo(seat, memberships, on),
    )
}

/** Members by the names that only a secretary knows. */
export const knownBy = (names: ReadonlyMap<number, string>, members: readonly Member[]): Member[] =>
  members.map((each) => ({ ...each, name: names.get(each.membership?.person ?? 0) ?? each.name }))

function byOffice(seat: Seat, holders: ReadonlyMap<string, Localized>): Member[] {
  const places = seat.count ?? 1
  const name = holders.get(seat.post ?? '') ?? null
  return Array.from({ length: places }, (_, at) => {
    return { ref: places === 1 ? `x-${seat.key}` : `x-${seat.key}-${at + 1}`, seat, name }
  })
}

const appointedTo = (seat: Seat, memberships: readonly Membership[], on: Day): Member[] =>
  memberships
    .filter((each) => each.seat === seat.key && isInOffice(each, on))
    .map((membership) => ({ ref: refOf(membership), seat, name: membership.publishedAs, membership }))

export const refOf = ({ id }: Pick<Membership, 'id'>): string => `m${id}`
