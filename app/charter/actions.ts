import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { services } from './tables.ts'

/** Ties a thing to the articles it serves, in place of those it was tied to; for use inside the act that makes it. */
export async function serve(
  tx: Tx,
  thing: { about: Ref; title: Localized },
  articles: readonly Ref[],
  at: Instant,
): Promise<void> {
  await tx.delete(services).where(eq(services.thing, thing.about))
  const rows = [...new Set(articles)].map((article) => ({
    article,
    thing: thing.about,
    kind: roomOf(thing.about),
    title: thing.title,
    since: at,
  }))
  if (rows.length > 0) await tx.insert(services).values(rows)
}
