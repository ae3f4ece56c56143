import { atLeast, atMost } from '#kit/share.ts'

export const sexes = ['woman', 'man', 'other'] as const
export type Sex = (typeof sexes)[number]

/** What a member chose to say; nobody has to say anything. */
export type Traits = { sex: Sex | null; young: boolean | null }

/** Appointed members by what they said. */
export type Counts = {
  members: number
  women: number
  men: number
  other: number
  sexUnsaid: number
  young: number
  notYoung: number
  youthUnsaid: number
}

export function countsOf(all: readonly Traits[]): Counts {
  const count = (is: (each: Traits) => boolean) => all.filter(is).length
  return {
    members: all.length,
    women: count((each) => each.sex === 'woman'),
    men: count((each) => each.sex === 'man'),
    other: count((each) => each.sex === 'other'),
    sexUnsaid: count((each) => each.sex === null),
    young: count((each) => each.young === true),
    notYoung: count((each) => each.young === false),
    youthUnsaid: count((each) => each.young === null),
  }
}

/** `open`: not kept, or not known to be, but places still to be filled or said could make it so. */
export type Kept = 'kept' | 'open' | 'breached'

/** Whether no gender has more than its share of the appointed members. */
export function genderKept(counts: Counts, room: number, cap: number | string): Kept {
  const most = Math.max(counts.women, counts.men, counts.other)
  if (most + counts.sexUnsaid <= atMost(cap, counts.members)) return 'kept'
  return most > atMost(cap, counts.members + room) ? 'breached' : 'open'
}

/** Whether young people have at least their share of the members. */
export function youthKept(counts: Counts, room: number, share: number | string): Kept {
  const needed = (base: number) => atLeast({ value: share, above: false }, base)
  if (counts.young >= needed(counts.members)) return 'kept'
  const possible = counts.young + counts.youthUnsaid + room
  return possible < needed(counts.members + room) ? 'breached' : 'open'
}

/** No group smaller than this is ever counted apart, and no smaller number shown. */
export const least = 3

/** The people who were counted in exactly the same counts, in groups. */
export function groupsOf(counts: readonly ReadonlySet<number>[]): number[][] {
  const people = new Set(counts.flatMap((each) => [...each]))
  const group = (person: number) => counts.map((each) => (each.has(person) ? '1' : '0')).join('')
  return [...Map.groupBy(people, group).values()]
}

/**
 * Whether to count again, from nothing but who came and went: whoever came since the last count, and whoever left,
 * must be enough that they are not counted alone.
 */
export function isTimeToCount(earlier: readonly ReadonlySet<number>[], now: ReadonlySet<number>): boolean {
  const last = earlier.at(-1)
  if (now.size < least || (last && last.size === now.size && last.isSubsetOf(now))) return false
  return groupsOf([...earlier, now]).every((each) => each.length >= least)
}

export type Shown = Record<string, number | null>

/** The counts that share somebody with the people of now, over any number of steps: no others can tell on them. */
export function connected<C extends { counted: readonly number[] }>(
  earlier: readonly C[],
  now: Iterable<number>,
): C[] {
  const people = new Set(now)
  let found: C[] = []
  for (let known = -1; known < people.size; ) {
    known = people.size
    found = earlier.filter((each) => each.counted.some((person) => people.has(person)))
    for (const person of found.flatMap((each) => each.counted)) people.add(person)
  }
  return found
}

/**
 * What may be shown of the last of several counts.
 *
 * Nothing where people who were always counted together all said the same, since one count less another would then
 * tell on them. Those who have left are looked at when they leave, while what they said is still kept: `leftMixed`
 * remembers the answer.
 */
export function toldOf(
  counts: readonly ReadonlySet<number>[],
  cells: readonly string[],
  cellOf: (person: number) => string,
  leftMixedBefore: boolean,
): { shown: Shown | null; leftMixed: boolean } {
  const now = counts.at(-1) ?? new Set()
  const groups = groupsOf(counts)
  const isMixed = (group: readonly number[]) => new Set(group.map(cellOf)).size > 1
  const leftMixed = leftMixedBefore && apartFrom(counts, groups).every(isMixed)
  const allMixed = leftMixed && groups.filter((group) => group.some((each) => now.has(each))).every(isMixed)
  const people = [...now].map(cellOf)
  const table = cells.map((cell) => [cell, people.filter((each) => each === cell).length])
  return { shown: allMixed ? suppressed(Object.fromEntries(table)) : null, leftMixed }
}

/** The groups that left with this count, or that it split from others who have not. */
function apartFrom(counts: readonly ReadonlySet<number>[], groups: readonly number[][]): number[][] {
  const now = counts.at(-1) ?? new Set()
  const before = counts.at(-2) ?? new Set()
  const parents = groupsOf(counts.slice(0, -1))
  const wasSplit = (group: readonly number[]) =>
    parents.some((parent) => parent.includes(group[0]!) && parent.some((each) => now.has(each)))
  return groups.filter((group) => !now.has(group[0]!) && (before.has(group[0]!) || wasSplit(group)))
}

/** Hides every number from one to below the least, and with them the smallest of the others, so that no total gives them away. */
export function suppressed(cells: Readonly<Record<string, number>>): Shown | null {
  const counted = Object.keys(cells)
    .filter((cell) => cells[cell]! > 0)
    .sort((a, b) => cells[a]! - cells[b]!)
  const small = counted.filter((cell) => cells[cell]! < least)
  if (small.length === 0) return { ...cells }
  const hidden = counted.slice(0, small.length + 1)
  if (hidden.length === counted.length) return null
  return Object.fromEntries(
    Object.entries(cells).map(([cell, count]) => [cell, hidden.includes(cell) ? null : count]),
  )
}
