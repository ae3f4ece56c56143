import type { Ref } from '#kit/ref.ts'
import { type Day, daysBetween } from '#kit/time.ts'
import type { Lang, Localized } from '#kit/words.ts'

/** What a body can owe, in the order in which it is read. */
export const kinds = [
  'agreement',
  'report',
  'data',
  'petition',
  'promise',
  'silence',
  'recommendation',
  'request',
] as const
export type Kind = (typeof kinds)[number]

/** Something that a body owes, found in the room that keeps it: nothing of it is stored here. */
export type Matter = {
  kind: Kind
  /** What it is about: its page, and where the record speaks of it. */
  about: Ref
  title: Localized
  /** The language of a title that somebody wrote; nothing where it is the city's own text. */
  lang: Lang | undefined
  /** Who answers for it today; more than one where a body was split or leads together. */
  bodies: readonly string[]
  /** The last day on which it is in time; nothing where no day was set. */
  dueOn: Day | null
  /** Where whoever owes it does it. */
  form: string
  /** How often it is owed of the same thing: periods of one indicator. */
  count?: number
}

/** How long ahead a day is worth a glance. */
export const soonDays = 30

/** Whole days past the last day; nothing is late at zero. */
export const daysLate = ({ dueOn }: Pick<Matter, 'dueOn'>, today: Day): number =>
  dueOn ? Math.max(0, daysBetween(dueOn, today)) : 0

export const isLate = (matter: Pick<Matter, 'dueOn'>, today: Day): boolean => daysLate(matter, today) > 0

/** What is latest comes first, then what is due first; what has no day comes last. */
export const byUrgency = (a: Matter, b: Matter): number => {
  if (!a.dueOn || !b.dueOn) return Number(!a.dueOn) - Number(!b.dueOn)
  return Temporal.PlainDate.compare(a.dueOn, b.dueOn)
}

export const lateAmong = (matters: readonly Matter[], today: Day): Matter[] =>
  matters.filter((each) => isLate(each, today)).toSorted(byUrgency)

/** How much of each kind. */
export function countsOf(matters: readonly Matter[]): Record<Kind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const { kind } of matters) counts[kind] += 1
  return counts
}

/** How much a body is late with, and by how many days at most. */
export type LateBody = { body: string; count: number; most: number }

/** What each body owes late, and of how much; whoever owes most comes first. */
export function lateByBody(matters: readonly Matter[], today: Day): LateBody[] {
  const late = new Map<string, Matter[]>()
  for (const matter of lateAmong(matters, today))
    for (const body of matter.bodies) late.set(body, [...(late.get(body) ?? []), matter])
  return [...late]
    .map(([body, all]) => ({ body, count: all.length, most: daysLate(all[0]!, today) }))
    .toSorted((a, b) => b.count - a.count || b.most - a.most || (a.body < b.body ? -1 : 1))
}

/**
 * The latest of every kind and then the second of every kind, so that data which nobody has given for years hides
 * nothing else.
 */
export function latestOfEach(late: readonly Matter[], most: number): Matter[] {
  const nth = (place: number) =>
    kinds.flatMap((kind) => late.filter((each) => each.kind === kind)[place] ?? [])
  return [...nth(0), ...nth(1)].slice(0, most).toSorted(byUrgency)
}

/** A thing that somebody was reminded of is left alone for so long. */
export const remindedFor = { days: 7 }

/** The first and the last day of the quarter in which a day lies. */
export function quarterOf(day: Day): { from: Day; until: Day } {
  const from = day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 })
  return { from, until: from.add({ months: 3 }).subtract({ days: 1 }) }
}
