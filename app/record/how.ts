/** How somebody wants to hear of what they follow. */
export const hows = ['at-once', 'daily', 'weekly', 'in-app'] as const

export type How = (typeof hows)[number]
