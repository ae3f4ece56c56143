/** What somebody may agree to, each for itself (Personal Information Protection Act, art. 22). */
export const purposes = ['account', 'notices', 'invitations'] as const
export type Purpose = (typeof purposes)[number]

/** Without this there can be no account; to withdraw it is to close the account. */
export const required: Purpose = 'account'

/** What is asked beside it and may be left. */
export const optionalPurposes = ['notices', 'invitations'] as const satisfies Purpose[]

/** Who wants no letters gets none. */
export const noticesFor = (given: readonly Purpose[]): 'each' | 'none' =>
  given.includes('notices') ? 'each' : 'none'

/** Of the words that are agreed to; raise it when they change, and everybody is asked again. */
export const version = '2026-11-21'
