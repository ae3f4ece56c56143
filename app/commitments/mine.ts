/** By how they stand one may look at the promises of one's own bodies. */
export const shows = ['open', 'under-way', 'late', 'silent', 'unverified', 'kept', 'broken', 'all'] as const
export type Shows = (typeof shows)[number]

/** How many there are of each. */
export type Mine = Record<Shows, number>
