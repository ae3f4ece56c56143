import type { IndicatorFile } from '#city/index.ts'
import type { Instant } from '#kit/time.ts'
import type { Period } from './period.ts'

/** What is measured, as it stands in the city's files or was made at the desk. */
export type Indicator = Omit<IndicatorFile, 'values'>
export type Definition = Indicator['definitions'][number]
export type Target = Indicator['targets'][number]

/** Which category of each dimension a value is of; the whole where there is none. */
export type Of = Readonly<Record<string, string>>

export const statuses = ['normal', 'provisional', 'estimate', 'missing'] as const
export type Status = (typeof statuses)[number]

/** Why a figure is not shown: it stands for too few people, or would betray one that does. */
export const hidings = ['small', 'complement'] as const
export type Hiding = (typeof hidings)[number]

/** A figure as everybody may see it: the newest that was published for its series and period. */
export type Value = {
  period: Period
  of: Of
  district: string | null
  /** Nothing where it is missing or hidden. */
  value: number | null
  status: Status
  hidden: Hiding | null
  /** Which of the indicator's definitions it was measured by, counted from 0. */
  definition: number
  /** How often it was corrected after it had first been published. */
  corrections: number
  release: number
}

/** The four hands a figure goes through, each another person's. */
export const releaseSteps = ['entered', 'checked', 'approved', 'published'] as const
export type ReleaseStep = (typeof releaseSteps)[number]

/** Some values of one indicator on their way to the public, or come there with the city's files. */
export type Release = {
  id: number
  indicator: string
  /** Whose figures they are: the owner's, or somebody else's who observed the same. */
  by: 'owner' | 'second'
  way: 'desk' | 'import' | 'files'
  enteredAt: Instant
  checkedAt: Instant | null
  approvedAt: Instant | null
  publishedAt: Instant | null
  /** Given back to whoever entered it, and why. */
  returnedAt: Instant | null
  rows: number
}
