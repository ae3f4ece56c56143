import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Reads, Tx } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { How } from './how.ts'
import { isOfKind, titles } from './reads.ts'
import { entries, follows, origins } from './tables.ts'

const mostFollows = 1000

/** What is followed: a thing, or a whole kind of things by its first part. */
export type Followed = Ref | string

/**
 * From now on somebody hears of what happens to a thing. A room calls it in the act by which somebody speaks,
 * so that whoever spoke is told of every later step.
 */
export async function follow(
  tx: Tx,
  person: number,
  about: Followed,
  at: Instant,
  how: How = 'at-once',
): Promise<void> {
  const count = await tx.$count(follows, eq(follows.person, person))
  if (count >= mostFollows) throw new Refusal('record.follows-too-much', { most: mostFollows })
  await tx
    .insert(follows)
    .values({ person, about, how, since: at })
    .onConflictDoUpdate({ target: [follows.person, follows.about], set: { how } })
}

export const unfollow = (tx: Tx, person: number, about: Followed) =>
  tx.delete(follows).where(and(eq(follows.person, person), eq(follows.about, about)))

/** Leaves everything followed, but sends no more letters: about one thing, or about anything. */
export const stopLetters = (tx: Tx, person: number, about?: Followed) =>
  tx
    .update(follows)
    .set({ how: 'in-app' })
    .where(and(eq(follows.person, person), about === undefined ? undefined : eq(follows.about, about)))

/** Says that a thing grew out of another: whoever follows that one hears of this one too. */
export const comesFrom = (tx: Tx, thing: Ref, origin: Ref) =>
  tx.insert(origins).values({ thing, origin }).onConflictDoNothing()

export async function followOf(reads: Reads, person: number, about: Followed): Promise<How | undefined> {
  const [row] = await reads
    .select({ how: follows.how })
    .from(follows)
    .where(and(eq(follows.person, person), eq(follows.about, about)))
  return row?.how
}

/** One's own desk, about which letters come by themselves; they are stopped there, or by the letter. */
export const ownDesk = 'desk'

/** What somebody follows, each by its last name. */
export function followsOf(reads: Reads, person: number) {
  const last = titles(reads, eq(entries.about, follows.about)).as('last')
  return reads
    .select({ about: follows.about, how: follows.how, title: last.title })
    .from(follows)
    .leftJoinLateral(last, sql`true`)
    .where(and(eq(follows.person, person), ne(follows.about, ownDesk)))
    .orderBy(asc(follows.about))
}

/** Whether the public can know of it, so that it can be followed by asking. */
export async function isKnown(reads: Reads, about: Followed): Promise<boolean> {
  const [row] = await reads
    .select({ number: entries.number })
    .from(entries)
    .where(
      and(eq(entries.visibility, 'public'), about.includes('/') ? eq(entries.about, about) : isOfKind(about)),
    )
    .limit(1)
  return row !== undefined
}
