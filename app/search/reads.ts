import { and, asc, countDistinct, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { soughtIn } from '#kit/korean.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Lang } from '#kit/words.ts'
import { dictionaryOf, looksForNothing, quoted, tsqueryOf } from './search.ts'
import { type Feature, featuresOf } from './similar.ts'
import { documents } from './tables.ts'

export type Result = {
  about: string
  room: string
  lang: Lang
  title: string
  text: string
  score: number
  length: number
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
  const score = sql<number>`(case when ${standsIn(documents.title, sought, asOneWord)} then 6
    when ${standsIn(whole, sought, asOneWord)} then 4
    when ${standsIn(documents.title, sought)} then 2 else 0 end
    + case when ${documents.lang} = ${lang} then 1 else 0 end)`
  const once = reads
    .selectDistinctOn([documents.about], {
      about: documents.about,
      room: documents.room,
      lang: documents.lang,
      title: documents.title,
      text: documents.text,
      score: score.as('score'),
      length: sql<number>`char_length(${documents.title})`.as('title_length'),
    })
    .from(documents)
    .where(met(sought, languages, room))
    .orderBy(asc(documents.about), desc(score))
    .as('once')
  const rows = await reads
    .select()
    .from(once)
    .where(
      after &&
        sql`(-${once.score}, ${once.length}, ${once.about}) > (${-numberAt(after, 0)}::bigint, ${numberAt(after, 1)}::bigint, ${String(after[2])}::text)`,
    )
    .orderBy(desc(once.score), asc(once.length), asc(once.about))
    .limit(limit + 1)
  return slice(rows, limit, (row) => [row.score, row.length, row.about])
}

/** How many things a search finds in all. */
export async function countFound(reads: Reads, { query, languages, room }: Asked): Promise<number> {
  const sought = soughtIn(query)
  if (looksForNothing(sought)) return 0
  const [row] = await reads
    .select({ count: countDistinct(documents.about) })
    .from(documents)
    .where(met(sought, languages, room))
  return row!.count
}

/** The numbers of a room's things in which everything sought stands, for a list of that room; nothing if nothing is. */
export function matching(reads: Reads, { query, languages, room }: Omit<Asked, 'lang'> & { room: string }) {
  const sought = soughtIn(query)
  if (looksForNothing(sought)) return undefined
  return reads
    .select({ id: sql<number>`split_part(${documents.about}, '/', 2)::int` })
    .from(documents)
    .where(met(sought, languages, room))
}

type Sought = ReturnType<typeof soughtIn>

const whole = sql`(${documents.title} || ' ' || ${documents.text})`

/** The words of other scripts are stemmed, so that their forms do not tell whether they stand in a text. */
const met = (sought: Sought, languages: readonly Lang[], room: string | undefined) =>
  and(
    ...meets(sought, languages),
    ...sought.patterns.map((each) => sql`${whole} ~ ${each}`),
    room ? eq(documents.room, room) : undefined,
  )

/** A pattern lets a space stand between syllables; initials of several words are seldom what was meant. */
const asOneWord = (pattern: string) => pattern.replaceAll('\\s?', '')

const standsIn = (text: SQL | typeof documents.title, sought: Sought, by = (pattern: string) => pattern) =>
  and(
    ...sought.patterns.map((each) => sql`${text} ~ ${by(each)}`),
    ...[...sought.words, ...sought.beginnings].map((each) => contains(text, each)),
  )

function meets(sought: Sought, languages: readonly Lang[]): SQL[] {
  const korean = tsqueryOf(sought)
  const dictionaries = [...new Set(['simple', ...languages.map(dictionaryOf)])]
  // A document was stemmed in its own language, and nobody knows in which the query was meant.
  const inAnyLanguage = (word: string) =>
    or(
      ...dictionaries.map((each) => sql`${documents.tokens} @@ plainto_tsquery(${each}::regconfig, ${word})`),
    )!
  return [
    ...(korean ? [sql`${documents.tokens} @@ ${korean}::tsquery`] : []),
    ...sought.words.map(inAnyLanguage),
  ]
}

const contains = (text: SQL | typeof documents.title, part: string) =>
  sql`position(lower(${part}) in lower(${text})) > 0`

/** How many things are looked at more closely, however many are alike. */
const looked = 1000

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
  const { about, lang: own, title, tokens } = documents
  const near = reads
    .select({ about, lang: own, title, tokens })
    .from(documents)
    .where(and(eq(documents.room, room), sql`${tokens} @@ (${met})`))
    .limit(looked)
    .as('near')
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
