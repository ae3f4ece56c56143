import { and, eq, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { idOf, type Ref, roomOf } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Actor, act } from './act.ts'
import type { PublishedByKind } from './disclosing.ts'
import { entries } from './tables.ts'

/** Why an entry may be erased: what it says, not that it is inconvenient. */
export const reasons = ['personal-data', 'unlawful', 'court-order'] as const

export type Reason = (typeof reasons)[number]

/**
 * Erases what a public entry says, and the salt that ties it to its leaf. The log holds as before; that and why
 * something was erased is an entry itself, and can be neither erased nor hidden.
 */
export async function erase(
  city: City,
  by: Actor,
  number: number,
  reason: Reason,
  kinds: PublishedByKind,
): Promise<void> {
  await act(city, by, async (tx) => {
    await everyActDone(tx)
    const [entry] = await tx
      .select()
      .from(entries)
      .where(and(eq(entries.number, number), eq(entries.visibility, 'public')))
      .for('update')
    const { about, what, salt, shows } = await found(entry)
    if (!salt) throw new Refusal('record.already-erased')
    if (what === erased) throw new Refusal('record.erasure-stays')
    await tx.update(entries).set({ salt: null, facts: {}, title: null }).where(eq(entries.number, number))
    const thing = about as Ref
    return {
      entries: [
        {
          what: erased,
          about: thing,
          facts: { entry: number, reason },
          ...(shows && { shows: (await kinds[roomOf(thing)]?.(tx, idOf(thing))) ?? null }),
        },
      ],
    }
  })
}

/**
 * Waits for the acts that have written their entries, and lets the next write theirs only afterwards: else the form
 * computed here could be older than that of an entry before it, and a check would find the thing changed.
 */
const everyActDone = (tx: Tx) => tx.execute(sql`lock table ${entries} in share row exclusive mode`)

export const erased = 'record.entry-erased'
