import { and, asc, desc, eq, gt, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { type Bodies, holdersOf } from '#bodies/index.ts'
import type { Reads } from '#kit/db.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { CommitmentLine } from './commitment.ts'
import { isIndependent, partiesOf } from './party.reads.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs } from './standing.reads.ts'
import { commitments as c, helps, steps } from './tables.ts'

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
  checks: CommitmentLine[]
}

/** What a body owes as lead: what is late, of what nobody has heard, what is due soon, and what others still check. */
export async function owedBy(reads: Reads, keys: readonly string[], at: Instant): Promise<Desk> {
  const none: CommitmentLine[] = []
  if (keys.length === 0) return { late: none, silent: none, due: none, checks: none }
  const of = (is: SQL | undefined, order: SQL = asc(c.dueAt)) =>
    reads
      .select(lineColumns)
      .from(c)
      .where(and(inArray(c.lead, [...keys]), is))
      .orderBy(order)
      .limit(most)
  const ahead = at.add({ hours: 24 * soon.days })
  return {
    late: await of(and(openIs, lte(c.dueAt, at))),
    silent: await of(and(silentIs(at), gt(c.dueAt, at)), asc(c.silentAt)),
    due: await of(and(openIs, gt(c.dueAt, at), lte(c.dueAt, ahead), notSilent(at))),
    checks: await of(awaitsCheck, asc(c.doneAt)),
  }
}

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
  const rows = await reads.select(lineColumns).from(c).where(awaitsCheck).orderBy(asc(c.id)).limit(most)
  return rows.filter((row) => {
    const { involved } = partiesOf(bodies, row, today)
    return own.some((body) => isIndependent(bodies, body, involved, today))
  })
}

export type HelpWanted = { line: CommitmentLine; asked: number; of: string; text: string; lang: string }

/** Help that was asked of these bodies and is not answered. */
export async function helpWantedFrom(reads: Reads, keys: readonly string[]): Promise<HelpWanted[]> {
  if (keys.length === 0) return []
  const rows = await reads
    .select({ line: lineColumns, asked: helps.asked, of: helps.of, text: steps.text, lang: steps.lang })
    .from(helps)
    .innerJoin(c, eq(c.id, helps.commitment))
    .innerJoin(steps, and(eq(steps.commitment, helps.commitment), eq(steps.no, helps.asked)))
    .where(and(isNull(helps.answered), inArray(helps.of, [...keys]), openIs))
    .orderBy(desc(helps.commitment))
    .limit(most)
  return rows
}
