import { and, desc, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { stretches } from './stretch.ts'
import { documents } from './tables.ts'

/** How many documents are looked at closely, however many meet a query. */
export const most = 500

const { about, room, lang, title, text, tokens, place } = documents
const columns = { about, room, lang, title, text, tokens }

/**
 * Documents that meet a query: what stands in the city's files first, then the newest. Of very many only so many as
 * anybody may want to see, so that a common word takes no longer than a rare one.
 */
export function nearest(reads: Reads, query: SQL, others?: SQL) {
  const met = reads
    .select(columns)
    .from(documents)
    .where(and(sql`${tokens} @@ (${query} && stretch)`, others))
    .orderBy(desc(place))
    .limit(most)
    .as('met')
  return reads
    .select({
      about: met.about,
      room: met.room,
      lang: met.lang,
      title: met.title,
      text: met.text,
      tokens: met.tokens,
    })
    .from(stretches())
    .crossJoinLateral(met)
    .limit(most)
}
