/** By how they stand one may look at the promises of one's own bodies. */
export const shows = ['open', 'under-way', 'late', 'silent', 'unverified', 'kept', 'broken'] as const
export type Shows = (typeof shows)[number]

/** How many there are of each, and of all together. */
export type Mine = Record<Shows | 'all', number>
