/** Why words may be hidden; what is merely unwelcome may not. */
export const grounds = ['names-somebody', 'hatred', 'threat', 'advertising', 'unlawful'] as const
export type Ground = (typeof grounds)[number]

/** What of a petition can be hidden; the rest stays to be read. */
export const hideable = ['petition', 'opinion'] as const
