import { and, arrayOverlaps, asc, gt, inArray, isNull, lte, not, type SQL, sql } from 'drizzle-orm'
import { type Bodies, holdersOf } from '#bodies/index.ts'
import type { Reads } from '#kit/db.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { CommitmentLine } from './commitment.ts'
import { isIndependent, partiesOf } from './party.reads.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs } from './standing.reads.ts'
import { commitments as c } from './tables.ts'

/** At most so many of each sort lie on a desk; the tracker has all. */
const most = 50

/** How long ahead a day is worth a glance. */
export const soon = { days: 30 }

/** Every key by which something may have been promised that these bodies answer for today. */
export const keysOf = (bodies: Bodies, own: readonly string[], today: Day): string[] =>
  [...bodies.keys()].filter((key) => holdersOf(bodies, key, today).some((each) => own.includes(each.key)))

export type Desk = {
  late: CommitmentLine[]
  silent: CommitmentLine[]
  due: CommitmentLine[]
  sign: CommitmentLine[]
  checks: CommitmentLine[]
}

/**
 * What a body owes as lead: what is late, of what nobody has heard, what is due soon, what it has to sign,
 * and what others still check.
 */
export async function owedBy(reads: Reads, keys: readonly string[], at: Instant): Promise<Desk> {
  const none: CommitmentLine[] = []
  if (keys.length === 0) return { late: none, silent: none, due: none, sign: none, checks: none }
  const of = (is: SQL | undefined, by?: Moment) => ledBy(reads, keys, is, by)
  const ahead = at.add({ hours: 24 * soon.days })
  return {
    late: await of(and(openIs, lte(c.dueAt, at))),
    silent: await of(and(silentIs(at), gt(c.dueAt, at)), 'silentAt'),
    due: await of(and(openIs, gt(c.dueAt, at), lte(c.dueAt, ahead), notSilent(at))),
    sign: await of(and(openIs, not(arrayOverlaps(c.declaredBy, [...keys])), anySaid)),
    checks: await of(awaitsCheck, 'doneAt'),
  }
}

type Moment = 'dueAt' | 'silentAt' | 'doneAt'

/** As first lead and as one of several, each by its own index; they are few of the second kind. */
async function ledBy(
  reads: Reads,
  keys: readonly string[],
  is: SQL | undefined,
  by: Moment = 'dueAt',
): Promise<CommitmentLine[]> {
  const rows: CommitmentLine[] = []
  for (const leads of [inArray(c.lead, [...keys]), arrayOverlaps(c.joint, [...keys])])
    rows.push(
      ...(await reads.select(lineColumns).from(c).where(and(leads, is)).orderBy(asc(c[by])).limit(most)),
    )
  const inTurn = rows.toSorted((a, b) => Temporal.Instant.compare(a[by] ?? a.dueAt, b[by] ?? b.dueAt))
  return [...new Map(inTurn.map((each) => [each.id, each])).values()].slice(0, most)
}

/** One of its leads says that it is done. */
const anySaid = sql`${c.declaredBy} <> '{}'`

const notSilent = (at: Instant) =>
  sql`(${c.silentAt} is null or ${c.silentAt} > ${at.toString()}::timestamptz)`

const awaitsCheck = and(isNull(c.stoppedAt), isNull(c.finding), sql`${c.doneAt} is not null`)

/** What a body that stands apart may check, what was said first coming first. */
export async function checkableBy(
  reads: Reads,
  bodies: Bodies,
  own: readonly string[],
  today: Day,
): Promise<CommitmentLine[]> {
  if (own.length === 0) return []
  const rows = await reads
    .select(lineColumns)
    .from(c)
    .where(awaitsCheck)
    .orderBy(asc(c.doneAt), asc(c.id))
    .limit(most)
  return rows.filter((row) => {
    const { involved } = partiesOf(bodies, row, today)
    return own.some((body) => isIndependent(bodies, body, involved, today))
  })
}
