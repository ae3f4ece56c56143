import { desc, eq, inArray } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import type { Matter } from './matter.ts'
import { handovers, reminders } from './tables.ts'

/** When bodies were last reminded of what, of some bodies or of all. */
export async function remindersOf(reads: Reads, bodies?: readonly string[]) {
  const rows = await reads
    .select()
    .from(reminders)
    .where(bodies && inArray(reminders.body, [...bodies]))
  const keyOf = (about: string, kind: string, body: string) => `${kind} ${body} ${about}`
  const known = new Map(rows.map(({ about, kind, body, at }) => [keyOf(about, kind, body), at]))
  return ({ about, kind }: Pick<Matter, 'about' | 'kind'>, body: string): Instant | undefined =>
    known.get(keyOf(about, kind, body))
}

/** What was last left to whoever sees to human rights in a body. */
export async function noteOf(reads: Reads, body: string) {
  const [row] = await reads
    .select({ text: handovers.text, lang: handovers.lang, at: handovers.at })
    .from(handovers)
    .where(eq(handovers.body, body))
    .orderBy(desc(handovers.at), desc(handovers.id))
    .limit(1)
  return row
}
