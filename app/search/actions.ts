import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { koreanTokens } from '#kit/korean.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import { dictionaryOf } from './search.ts'
import { documents } from './tables.ts'

/** Lets a public thing be found by what it says now, in place of what it said; inside the act that changes it. */
export async function indexThing(tx: Tx, findables: readonly Findable[]): Promise<void> {
  for (const about of new Set(findables.map((each) => each.about))) await unindexThing(tx, about as Ref)
  if (findables.length > 0) await tx.insert(documents).values(findables.map(row))
}

/** Lets a thing be found no more. */
export async function unindexThing(tx: Tx, about: Ref): Promise<void> {
  await tx.delete(documents).where(eq(documents.about, about))
}

function row({ about, lang, title, text }: Findable) {
  const said = `${title}\n${text}`
  return {
    about,
    lang,
    room: roomOf(about as Ref),
    title,
    text,
    tokens: sql`array_to_tsvector(${sql.param(koreanTokens(said))}::text[]) || to_tsvector(${dictionaryOf(lang)}::regconfig, ${said})`,
    length: said.length,
  }
}
