/** What a report says in numbers, always in this order. */
export const figures = [
  'tasks',
  'bodies',
  'begunWith',
  'dropped',
  'unlinked',
  'promised',
  'kept',
  'unverified',
  'under-way',
  'late',
  'broken',
] as const
export type Figure = (typeof figures)[number]
