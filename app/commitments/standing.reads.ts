import { and, eq, gt, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#kit/time.ts'
import type { Standing } from './commitment.ts'
import { commitments as c } from './tables.ts'

const all = (...conditions: SQL[]): SQL => and(...conditions) ?? sql`true`
const either = (...conditions: SQL[]): SQL => or(...conditions) ?? sql`false`

/** `isOpen(it)`, for the database. */
export const openIs: SQL = all(isNull(c.doneAt), isNull(c.stoppedAt))

const declared: SQL = all(isNull(c.stoppedAt), isNotNull(c.doneAt))

/** `standingOf(it, at) === standing`, for the database; a property test holds the two together. */
export function standingIs(standing: Standing, at: Instant): SQL {
  const notBroken = either(isNull(c.brokenAt), gt(c.brokenAt, at))
  const is: Record<Standing, SQL> = {
    kept: all(declared, eq(c.finding, 'confirmed')),
    unverified: all(declared, either(isNull(c.finding), ne(c.finding, 'confirmed'))),
    'under-way': all(openIs, notBroken, gt(c.dueAt, at)),
    late: all(openIs, notBroken, lte(c.dueAt, at)),
    broken: either(isNotNull(c.stoppedAt), all(openIs, lte(c.brokenAt, at))),
  }
  return is[standing]
}

/** `isSilent(it, at)`, for the database. */
export const silentIs = (at: Instant): SQL => all(openIs, lte(c.silentAt, at))
