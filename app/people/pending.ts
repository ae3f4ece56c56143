import { and, eq, gt, lt } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { forgettable } from '#record/index.ts'
import { spans } from './person.ts'
import type { Keys } from './seal.ts'
import { pending } from './tables.ts'

/** Names the browser at hand. Its form token serves: nobody else's pages hold it, and it lasts as long as the visit. */
export const visitKey = (c: Ctx, keys: Keys): string => keys.digest('visit', c.var.view.csrf)

/** Remembers what must come back from this visit within minutes: a passkey's challenge, the state of a journey. */
export async function remember(c: Ctx, keys: Keys, what: string, value: unknown): Promise<void> {
  const { city } = c.var
  const row = {
    sealed: keys.seal('pending', JSON.stringify(value)),
    expiresAt: city.clock.now().add(spans.arrival),
  }
  await forgettable(city, (tx) =>
    tx
      .insert(pending)
      .values({ key: keyOf(c, keys, what), ...row })
      .onConflictDoUpdate({ target: pending.key, set: row }),
  )
}

/** What was remembered, once. */
export async function recall<T>(c: Ctx, keys: Keys, what: string): Promise<T | undefined> {
  const { city } = c.var
  const [row] = await forgettable(city, (tx) =>
    tx
      .delete(pending)
      .where(and(eq(pending.key, keyOf(c, keys, what)), gt(pending.expiresAt, city.clock.now())))
      .returning(),
  )
  const text = row && keys.open('pending', row.sealed)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

export const forgetPending = (tx: Tx, at: Instant) => tx.delete(pending).where(lt(pending.expiresAt, at))

const keyOf = (c: Ctx, keys: Keys, what: string) => keys.digest('pending', `${what} ${visitKey(c, keys)}`)
