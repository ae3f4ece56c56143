import type { Kind, Standing } from './commitment.ts'

export const sorts = ['newest', 'due'] as const
export type Sort = (typeof sorts)[number]

/** What of all commitments somebody wants to see. */
export type Wanted = {
  standing?: Standing | 'open' | 'silent' | undefined
  kind?: Kind | undefined
  /** A body with those whose duties came to it. */
  bodies?: readonly string[] | undefined
  article?: string | undefined
  group?: string | undefined
  district?: string | undefined
  origin?: string | undefined
  year?: number | undefined
  query?: string | undefined
  sort: Sort
}

/** A count of many says only that there are more. */
export const countedUpTo = 10_000

export type Counts = Record<Kind, Record<Standing, number> & { silent: number }>
