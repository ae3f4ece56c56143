import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { koreanTokens } from '#kit/korean.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import { dictionaryOf } from './search.ts'
import { marksOf, placesName } from './stretch.ts'
import { documents } from './tables.ts'

/** Lets a public thing be found by what it says now, in place of what it said; inside the act that changes it. */
export async function indexThing(tx: Tx, findables: readonly Findable[]): Promise<void> {
  for (const about of new Set(findables.map((each) => each.about))) await unindexThing(tx, about as Ref)
  if (findables.length === 0) return
  const places = await tx
    .select({ place: sql<number>`nextval(${placesName})`.mapWith(Number) })
    .from(sql`generate_series(1, ${findables.length}::int)`)
  await tx.insert(documents).values(findables.map((each, index) => row(each, places[index]!.place)))
}

/** Lets a thing be found no more. */
export async function unindexThing(tx: Tx, about: Ref): Promise<void> {
  await tx.delete(documents).where(eq(documents.about, about))
}

function row({ about, lang, title, text, lasting = false }: Findable, place: number) {
  const said = `${title}\n${text}`
  const room = roomOf(about as Ref)
  const tokens = [...koreanTokens(said), ...marksOf({ room, place, lasting })]
  return {
    about,
    lang,
    room,
    title,
    text,
    place,
    tokens: sql`array_to_tsvector(${sql.param(tokens)}::text[]) || to_tsvector(${dictionaryOf(lang)}::regconfig, ${said})`,
    length: said.length,
  }
}
