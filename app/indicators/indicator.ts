import type { IndicatorFile } from '#city/index.ts'
import { canonical } from '#kit/canonical.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Period } from './period.ts'

/** What is measured, as it stands in the city's files or was made at the desk. */
export type Indicator = Omit<IndicatorFile, 'values'>
export type Definition = Indicator['definitions'][number]
export type Target = Indicator['targets'][number]

/** Which category of each dimension a value is of; the whole where there is none. */
export type Of = Readonly<Record<string, string>>

/** Whose figures they are: the owner's, or somebody else's who observed the same. */
export const sides = ['owner', 'second'] as const
export type Side = (typeof sides)[number]

export const statuses = ['normal', 'provisional', 'estimate', 'missing'] as const
export type Status = (typeof statuses)[number]

/** Why a figure is not shown: it stands for too few people, or would betray one that does. */
export const hidings = ['small', 'complement'] as const
export type Hiding = (typeof hidings)[number]

/** A figure as everybody may see it: the newest that was published for its series and period. */
export type Value = {
  period: Period
  by: Side
  of: Of
  district: string | null
  unit: string | null
  /** Nothing where it is missing or hidden. */
  value: number | null
  status: Status
  hidden: Hiding | null
  /** Which of the indicator's definitions it was measured by, counted from 0. */
  definition: number
  /** How often it was corrected after it had first been published. */
  corrections: number
  release: number
  marks: Record<string, string> | null
}

/** The four hands a figure goes through, each another person's. */
export const releaseSteps = ['entered', 'checked', 'approved', 'published'] as const
export type ReleaseStep = (typeof releaseSteps)[number]

/** Some values of one indicator on their way to the public, or come there with the city's files. */
export type Release = {
  id: number
  indicator: string
  by: Side
  way: 'desk' | 'import' | 'files'
  body: string | null
  note: string
  lang: string
  enteredAt: Instant
  checkedAt: Instant | null
  approvedAt: Instant | null
  publishedAt: Instant | null
  /** Given back to whoever entered it, and why. */
  returnedAt: Instant | null
  returned: string | null
  rows: number
}

/** The step that a release waits for; none where it is published or was given back. */
export function nextStep(release: Release): Exclude<ReleaseStep, 'entered'> | undefined {
  if (release.publishedAt || release.returnedAt) return undefined
  return release.approvedAt ? 'published' : release.checkedAt ? 'approved' : 'checked'
}

/** What speaks for making an indicator one of a year's priorities. */
export const criteria = ['severity', 'number', 'reversibility', 'who-asks'] as const
export type Criterion = (typeof criteria)[number]

export const aboutIndicator = (key: string): Ref => ref('indicators', key)

export type SeriesOf = { of: Of; district?: string | null; unit?: string | null; nth?: number }

/** What tells a line of values from every other of the same indicator. */
export const seriesKey = ({ of, district, unit, nth = 1 }: SeriesOf): string =>
  canonical({
    ...of,
    ...(district != null && { '@district': district }),
    ...(unit != null && { '@unit': unit }),
    ...(nth > 1 && { '@nth': nth }),
  })

/** The line that stands for everybody. */
export const wholeKey: string = seriesKey({ of: {} })

/** Addresses of this room that no indicator may take. */
const taken = new Set(['areas', 'late', 'priorities', 'unlinked', 'rounds', 'new', 'releases', 'import'])

export const isFree = (key: string): boolean => !taken.has(key)

/** What a group of a dimension is called. */
export function groupOf({ dimensions }: Pick<Indicator, 'dimensions'>, of: Of): Localized[] {
  return Object.entries(of).map(([key, category]) => {
    const dimension = dimensions.find((each) => each.key === key)
    return dimension?.categories.find((each) => each.key === category)?.label ?? { en: category }
  })
}
