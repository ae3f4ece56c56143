import { and, asc, count, desc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Reads, Tx } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { half } from './commitment.ts'
import { entries, follows, letters, notices } from './tables.ts'

/** What a person is told in the app. Of what is not public it holds only where to look. */
export type Notice = {
  number: number
  at: Instant
  readAt: Instant | null
  about: string
  says: { what: string; facts: Facts; title: Localized | null } | 'news' | 'erased'
  /** Why it could not be sent. */
  problem: string | null
}

export async function noticesOf(
  reads: Reads,
  person: number,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Notice>> {
  const rows = await reads
    .select({ notice: notices, entry: entries, problem: letters.problem })
    .from(notices)
    .innerJoin(entries, eq(entries.number, notices.entry))
    .leftJoin(letters, eq(letters.key, notices.letter))
    .where(and(eq(notices.person, person), after && lt(notices.number, numberAt(after, 0))))
    .orderBy(desc(notices.number))
    .limit(limit + 1)
  const told = rows.map(({ notice, entry, problem }) => ({
    number: notice.number,
    at: entry.at,
    readAt: notice.readAt,
    about: entry.about,
    says: saysOf(entry),
    problem,
  }))
  return slice(told, limit, (row) => [row.number])
}

function saysOf({ what, facts, title, visibility, salt }: typeof entries.$inferSelect): Notice['says'] {
  if (visibility !== 'public') return 'news'
  return salt ? { what, facts, title } : 'erased'
}

/** How many notices a person has not read. */
export async function unreadOf(reads: Reads, person: number): Promise<number> {
  const [row] = await reads
    .select({ count: count() })
    .from(notices)
    .where(and(eq(notices.person, person), isNull(notices.readAt)))
  return row!.count
}

/** Everything up to the newest notice that was shown is read. */
export const markRead = (tx: Tx, person: number, upTo: number, at: Instant) =>
  tx
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.person, person), lte(notices.number, upTo), isNull(notices.readAt)))

/** What the record keeps about a person and can give back or forget. What they did stays, without their name. */
export const recordHolding = {
  room: 'record',
  held: async (reads: Reads, person: number) => ({
    entries: await reads
      .select({
        at: entries.at,
        what: entries.what,
        facts: entries.facts,
        about: entries.about,
        actor: entries.actor,
      })
      .from(entries)
      .where(eq(entries.person, person))
      .orderBy(asc(entries.number)),
    follows: await reads.select().from(follows).where(eq(follows.person, person)),
    notices: await reads.select().from(notices).where(eq(notices.person, person)),
  }),
  async unlink(tx: Tx, person: number): Promise<void> {
    // Without its half of the salt the digest of the account leads nowhere, and the log verifies as before.
    const salt = sql`substring(${entries.salt} for ${sql.raw(String(half))})`
    await tx.update(entries).set({ person: null, salt }).where(eq(entries.person, person))
    for (const table of [follows, notices, letters]) await tx.delete(table).where(eq(table.person, person))
  },
}
