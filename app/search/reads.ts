import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { soughtIn } from '#kit/korean.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Lang } from '#kit/words.ts'
import { most, nearest } from './near.ts'
import { dictionaryOf, looksForNothing, quoted, tsqueryOf } from './search.ts'
import { type Feature, featuresOf } from './similar.ts'
import { inRoom } from './stretch.ts'
import { documents } from './tables.ts'

export type Result = {
  about: string
  room: string
  lang: Lang
  title: string
  text: string
  score: number
  length: number
  /** How many were found, and whether there are more that nobody looked at. */
  count: number
  more: boolean
}

export type Asked = { query: string; lang: Lang; languages: readonly Lang[]; room?: string | undefined }

/**
 * Public things in which everything sought stands: those with it in their title first, then those that have it in
 * one word, then the reader's language, then the shorter title. A thing known in several languages comes once, in
 * the reader's if it is met there.
 */
export async function search(
  reads: Reads,
  { query, lang, languages, room }: Asked,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Result>> {
  const sought = soughtIn(query)
  if (looksForNothing(sought)) return { rows: [], next: undefined }
  const near = reads.$with('near').as(nearest(reads, queryFor(sought, languages, room), meets(sought)))
  const said = sql`(${near.title} || ' ' || ${near.text})`
  const score = sql<number>`(case when ${standsIn(sql`${near.title}`, sought, asOneWord)} then 6
    when ${standsIn(said, sought, asOneWord)} then 4
    when ${standsIn(sql`${near.title}`, sought)} then 2 else 0 end
    + case when ${near.lang} = ${lang} then 1 else 0 end)`
  const once = reads.$with('once').as(
    reads
      .selectDistinctOn([near.about], {
        about: near.about,
        room: near.room,
        lang: near.lang,
        title: near.title,
        text: near.text,
        score: score.as('score'),
        length: sql<number>`char_length(${near.title})`.as('title_length'),
      })
      .from(near)
      .orderBy(asc(near.about), desc(score)),
  )
  const rows = await reads
    .with(near, once)
    .select({
      about: once.about,
      room: once.room,
      lang: once.lang,
      title: once.title,
      text: once.text,
      score: once.score,
      length: once.length,
      count: sql<number>`(select count(*)::int from ${once})`,
      more: sql<boolean>`(select count(*) = ${most} from ${near})`,
    })
    .from(once)
    .where(
      after &&
        sql`(-${once.score}, ${once.length}, ${once.about}) > (${-numberAt(after, 0)}::bigint, ${numberAt(after, 1)}::bigint, ${String(after[2])}::text)`,
    )
    .orderBy(desc(once.score), asc(once.length), asc(once.about))
    .limit(limit + 1)
  return slice(rows, limit, (row) => [row.score, row.length, row.about])
}

/**
 * The numbers of a room's things in which everything sought stands, for a list of that room; nothing if nothing is.
 * Of very many they are the newest.
 */
export function matching(reads: Reads, { query, languages, room }: Omit<Asked, 'lang'> & { room: string }) {
  const sought = soughtIn(query)
  if (looksForNothing(sought)) return undefined
  const near = nearest(reads, queryFor(sought, languages, room), meets(sought)).as('near')
  return reads.select({ id: sql<number>`split_part(${near.about}, '/', 2)::int` }).from(near)
}

type Sought = ReturnType<typeof soughtIn>

/** Pairs of syllables may lie apart in a text where a word must not. */
const meets = ({ patterns }: Sought) =>
  and(...patterns.map((each) => sql`(${documents.title} || ' ' || ${documents.text}) ~ ${each}`))

/** A pattern lets a space stand between syllables; initials of several words are seldom what was meant. */
const asOneWord = (pattern: string) => pattern.replaceAll('\\s?', '')

const standsIn = (text: SQL, sought: Sought, by = (pattern: string) => pattern) =>
  and(
    ...sought.patterns.map((each) => sql`${text} ~ ${by(each)}`),
    ...[...sought.words, ...sought.beginnings].map((each) => contains(text, each)),
  )

/** What is sought, as the index is asked for it. */
function queryFor(sought: Sought, languages: readonly Lang[], room: string | undefined): SQL {
  const korean = [tsqueryOf(sought), room === undefined ? '' : quoted(inRoom(room))]
    .filter(Boolean)
    .join(' & ')
  const dictionaries = [...new Set(['simple', ...languages.map(dictionaryOf)])]
  // A document was stemmed in its own language, and nobody knows in which the query was meant.
  const inAnyLanguage = (word: string) =>
    sql`(${sql.join(
      dictionaries.map((each) => sql`plainto_tsquery(${each}::regconfig, ${word})`),
      sql` || `,
    )})`
  const parts = [...(korean ? [sql`${korean}::tsquery`] : []), ...sought.words.map(inAnyLanguage)]
  return sql`(${sql.join(parts, sql` && `)})`
}

const contains = (text: SQL, part: string) => sql`position(lower(${part}) in lower(${text})) > 0`

export type Similar = { about: string; lang: Lang; title: string }

/** Things of a room that have at least two telling words in common with a text, or its one: the most alike first. */
export async function similar(
  reads: Reads,
  said: { title: string; text: string },
  { lang, room, limit }: { lang: Lang; room: string; limit: number },
): Promise<Similar[]> {
  const features = featuresOf(said.title, said.text).map((each) => queryOf(each, lang))
  if (features.length === 0) return []
  const pairs = features.flatMap((a, i) => features.slice(i + 1).map((b) => sql`(${a} && ${b})`))
  const met = sql.join(pairs.length > 0 ? pairs : features, sql` || `)
  const near = nearest(reads, sql`(${quoted(inRoom(room))}::tsquery && (${met}))`).as('near')
  const common = sql.join(
    features.map((each) => sql`(${near.tokens} @@ ${each})::int`),
    sql` + `,
  )
  return reads
    .select({ about: near.about, lang: near.lang, title: near.title })
    .from(near)
    .orderBy(desc(sql`(${common})`), desc(near.about))
    .limit(limit)
}

const queryOf = (feature: Feature, lang: Lang): SQL =>
  'korean' in feature
    ? sql`${quoted(feature.korean)}::tsquery`
    : sql`plainto_tsquery(${dictionaryOf(lang)}::regconfig, ${feature.word})`
