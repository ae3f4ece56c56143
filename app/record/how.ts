/** How somebody wants to hear of what they follow. */
export const hows = ['at-once', 'daily', 'weekly', 'in-app'] as const

export type How = (typeof hows)[number]

/** Why a letter stays unsent and nobody misses it: its reader has no address, or all it was to say was erased. */
export const needless: readonly string[] = ['no-address', 'nothing-left-to-say']
