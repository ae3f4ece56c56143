import { type SQL, sql } from 'drizzle-orm'

/** The sequence that counts documents. */
export const placesName = 'search_documents_place_seq'

/** Documents share a mark with so many that were written beside them, each size eight times the one before. */
const sizes = [2 ** 11, 2 ** 14, 2 ** 17]

/**
 * Tokens that no text has and nobody can type. With them a word that half of a million documents have is looked for
 * among the newest of these first, and the index need not count the others.
 */
export const marksOf = (document: { room: string; place: number; lasting: boolean }): string[] => [
  inRoom(document.room),
  ...sizes.map((size) => `#${size} ${Math.floor(document.place / size)}`),
  ...(document.lasting ? [lasting] : []),
]

export const inRoom = (room: string): string => `#in ${room}`

const lasting = '#lasting'

/** Where to look first, and where then: each a `tsquery` and no two meet; the last is everywhere else. */
export function stretches(): SQL {
  const marked = (size: number, back: number) =>
    `('''#${size} ' || newest / ${size} - ${back} || '''')::tsquery`
  const near = sizes.flatMap((size) => [marked(size, 0), marked(size, 1)])
  const all = [`'''${lasting}'''::tsquery`, ...near]
  const none = (before: readonly string[]) => `!!(${before.join(' || ')})`
  const apart = all.map((each, i) => (i === 0 ? each : `${each} && ${none(all.slice(0, i))}`))
  return sql.raw(`(select last_value as newest from ${placesName}) as last,
    unnest(array[${[...apart, none(all)].join(', ')}]) as stretch`)
}
