/** What is counted of a body's promises, in the order in which its page shows it. */
export const figures = [
  'count',
  'open',
  'late',
  'silent',
  'broken',
  'done',
  'onTime',
  'verified',
  'contradicted',
  'medianDays',
  'oldestOpen',
  'underWay',
] as const

type Figure = (typeof figures)[number]

/** As many as fit beside each other; the page of a body has them all. */
export const compact = figures.filter(
  (each): each is Exclude<Figure, 'done' | 'underWay'> => each !== 'done' && each !== 'underWay',
)
