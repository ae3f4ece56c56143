import { type SQL, sql } from 'drizzle-orm'
import { allBodies, holdersOf } from '#bodies/index.ts'
import type { Reads } from '#kit/db.ts'
import { madeOnce } from '#kit/made-once.ts'
import { reckoned } from '#kit/reckoned.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { openIs, silentIs, standingIs } from './standing.reads.ts'
import { commitments as c, steps } from './tables.ts'

/** How a body keeps what it promised; all but `underWay` and `supporting` of its new promises as their lead alone. */
export type Scorecard = {
  body: string
  /** All new promises. */
  count: number
  open: number
  late: number
  broken: number
  silent: number
  /** What was said to be done, how much of it by the day first promised, and how much was confirmed. */
  done: number
  onTime: number
  verified: number
  /** Of how many an independent check ever found otherwise. */
  contradicted: number
  /** Days between the day first promised and the day it was said to be done: below zero is early. */
  medianDays: number | null
  /** The day since which the oldest that is still open has been owed. */
  oldestOpen: Day | null
  /** What it was doing already. */
  underWay: number
}

/** From how many promises on the cards may be some seconds old. */
const many = 10_000

/** One card for each body that answers today for anything that was ever promised; in no order of merit. */
export const scorecards = (reads: Reads, { at, timeZone }: { at: Instant; timeZone: string }) =>
  cardsIn(timeZone)(reads, at)

const cardsIn = madeOnce((timeZone: string) =>
  reckoned(
    (reads, at) => reckonCards(reads, at, timeZone),
    (cards) => cards.reduce((sum, { count, underWay }) => sum + count + underWay, 0) > many,
  ),
)

async function reckonCards(reads: Reads, at: Instant, timeZone: string): Promise<Scorecard[]> {
  const holders = await holdersToday(reads, dayAt(at, timeZone))
  if (holders.length === 0) return []
  const rows = await reads
    .select({ body: sql<string>`holder`, ...figures(at, timeZone) })
    .from(ledBy(holders))
    .groupBy(sql`holder`)
    .orderBy(sql`holder`)
  return rows.map(({ oldestOpen, medianDays, ...row }) => ({
    ...row,
    medianDays: medianDays === null ? null : Number(medianDays),
    oldestOpen: oldestOpen === null ? null : Temporal.PlainDate.from(oldestOpen),
  }))
}

/** Each commitment once for each body that answers today for one of its leads, under its table's own name. */
function ledBy(holders: readonly { lead: string; holder: string }[]): SQL {
  const h = sql`(values ${sql.join(
    holders.map(({ lead, holder }) => sql`(${lead}::text, ${holder}::text)`),
    sql`, `,
  )}) as h(lead, holder)`
  return sql`(
    select h.holder, c.* from ${c} as c join ${h} on h.lead = c.lead
    union all
    select o.holder, c.* from ${c} as c cross join lateral (
      select holder from ${h} where h.lead = any(c.joint) except select holder from ${h} where h.lead = c.lead
    ) as o where c.joint <> '{}'
  ) as ${c}`
}

function figures(at: Instant, timeZone: string) {
  const isNew = sql`${c.kind} = 'new'`
  const count = (is: SQL) => sql<number>`(count(*) filter (where ${isNew} and ${is}))::int`
  const doneOn = sql`(${c.doneAt} at time zone ${timeZone})::date`
  const isDone = sql`${c.doneAt} is not null`
  return {
    count: count(sql`true`),
    open: count(openIs),
    late: count(standingIs('late', at)),
    broken: count(standingIs('broken', at)),
    silent: count(silentIs(at)),
    done: count(isDone),
    onTime: count(sql`${isDone} and ${doneOn} <= ${c.firstDueOn}`),
    verified: count(standingIs('kept', at)),
    contradicted: count(sql`${c.id} in (select ${steps.commitment} from ${steps}
      where ${steps.kind} = 'check' and ${steps.doc}->>'finding' = 'not-confirmed')`),
    medianDays: sql<number | null>`percentile_cont(0.5) within group (order by ${doneOn} - ${c.firstDueOn})
      filter (where ${isNew} and ${isDone})`,
    oldestOpen: sql<string | null>`min((${c.adoptedAt} at time zone ${timeZone})::date)
      filter (where ${isNew} and ${openIs})::text`,
    underWay: sql<number>`(count(*) filter (where not ${isNew}))::int`,
  }
}

/** Every body that was named as lead, with who answers for it today. */
async function holdersToday(reads: Reads, today: Day): Promise<{ lead: string; holder: string }[]> {
  const bodies = await allBodies(reads)
  return [...bodies.keys()].flatMap((lead) =>
    holdersOf(bodies, lead, today).map(({ key: holder }) => ({ lead, holder })),
  )
}

/** A body with all those whose duties came to it: by these keys what it answers for was promised. */
export async function answersFor(reads: Reads, body: string, today: Day): Promise<string[]> {
  const holders = await holdersToday(reads, today)
  const own = holders.filter(({ holder }) => holder === body).map(({ lead }) => lead)
  return [...new Set([body, ...own])]
}
