import { hit, type Limit } from '#kit/throttle.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx } from '#kit/web.ts'
import { forgettable } from '#record/index.ts'
import type { Means } from './means.ts'

/** How often each thing may be tried before one has to wait. */
export const limits = {
  /** Letters to one mailbox: enough for somebody who mistypes, too few to be a nuisance. */
  mailbox: { most: 5, minutes: 60 },
  /** A library or a shelter is one network, so its people share this. */
  network: { most: 60, minutes: 60 },
  codes: { most: 60, minutes: 60 },
  account: { most: 10, minutes: 60 },
} as const satisfies Record<string, Limit>

/** Counts a try from this network, and under one more name if there is one. */
export async function checkOften(
  c: Ctx,
  means: Means,
  what: 'network' | 'codes',
  also?: { limit: 'mailbox' | 'account'; name: string },
): Promise<void> {
  const { city } = c.var
  const at = city.clock.now()
  await forgettable(city, async (tx) => {
    await hit(tx, `${what} ${visitorKey(c, means.secret, at)}`, limits[what], at)
    if (also)
      await hit(tx, `${also.limit} ${means.keys.digest('throttle', also.name)}`, limits[also.limit], at)
  })
}
