import { and, asc, eq } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { entries } from './tables.ts'

/** What everybody may see of an entry. */
export const publicColumns = {
  number: entries.number,
  at: entries.at,
  actor: entries.actor,
  what: entries.what,
  about: entries.about,
  facts: entries.facts,
}

/** The public history of one thing, oldest first. */
export function historyOf(reads: Reads, about: Ref) {
  return reads
    .select(publicColumns)
    .from(entries)
    .where(and(eq(entries.about, about), eq(entries.visibility, 'public')))
    .orderBy(asc(entries.number))
}

export type PublicEntry = Awaited<ReturnType<typeof historyOf>>[number]
