import { eq, lt } from 'drizzle-orm'
import type { Tx } from './db.ts'
import { Refusal } from './refusal.ts'
import { throttles } from './tables.ts'
import type { Instant } from './time.ts'

/** So many times in a window that slides. */
export type Limit = { most: number; minutes: number }

export type Window = { startedAt: Instant; count: number; before: number }

/** The windows after one more use at this moment, or the minutes to wait if there were too many. */
export function slide(window: Window | undefined, limit: Limit, at: Instant): Window | { minutes: number } {
  const now = window && turned(window, limit, at)
  if (!now) return { startedAt: at, count: 1, before: 0 }
  const passed = minutesBetween(now.startedAt, at) / limit.minutes
  if (now.count + now.before * (1 - passed) + 1 > limit.most) return { minutes: wait(now, limit, at) }
  return { ...now, count: now.count + 1 }
}

/** Counts one use under a key, or refuses it and says how long to wait. Keys are digests: no address is stored. */
export async function hit(tx: Tx, key: string, limit: Limit, at: Instant): Promise<void> {
  const forgetAt = at.add({ minutes: 2 * limit.minutes })
  // A row to wait for, so that of those who come first at once each is counted.
  await tx
    .insert(throttles)
    .values({ key, startedAt: at, count: 0, before: 0, forgetAt })
    .onConflictDoNothing()
  const [known] = await tx.select().from(throttles).where(eq(throttles.key, key)).for('update')
  const next = slide(known, limit, at)
  if ('minutes' in next) throw new Refusal('site.too-often', next)
  await tx
    .update(throttles)
    .set({ ...next, forgetAt })
    .where(eq(throttles.key, key))
}

/** Removes what no limit looks at any more. */
export const forgetThrottles = (tx: Tx, at: Instant) => tx.delete(throttles).where(lt(throttles.forgetAt, at))

function turned(window: Window, limit: Limit, at: Instant): Window | undefined {
  const passed = Math.floor(minutesBetween(window.startedAt, at) / limit.minutes)
  if (passed > 1) return undefined
  if (passed < 1) return window
  return { startedAt: window.startedAt.add({ minutes: limit.minutes }), count: 0, before: window.count }
}

/** Until the share of the earlier uses has shrunk enough for one more. */
function wait({ startedAt, count, before }: Window, { most, minutes }: Limit, at: Instant): number {
  const spent = minutesBetween(startedAt, at)
  const room = most - 1 - count
  const thisWindow = minutes * (1 - room / before) - spent
  const nextWindow = minutes - spent + minutes * (1 - (most - 1) / count)
  return Math.max(1, Math.ceil(room >= 0 ? thisWindow : nextWindow))
}

const minutesBetween = (a: Instant, b: Instant): number => a.until(b).total('minutes')
