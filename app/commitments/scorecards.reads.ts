import { type SQL, sql } from 'drizzle-orm'
import { allBodies, holdersOf } from '#bodies/index.ts'
import type { Reads } from '#kit/db.ts'
import { madeOnce } from '#kit/made-once.ts'
import { reckoned } from '#kit/reckoned.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { cardOf, type Scorecard } from './scorecard.ts'
import { openIs, silentIs, standingIs } from './standing.reads.ts'
import { commitments as c, steps } from './tables.ts'

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
  const holders = Map.groupBy(await holdersToday(reads, dayAt(at, timeZone)), ({ lead }) => lead)
  const held = (await talliesOf(reads, at, timeZone)).flatMap(({ lead, joint, ...tally }) => {
    const bodies = [lead, ...joint].flatMap((each) => holders.get(each) ?? [])
    return [...new Set(bodies.map(({ holder }) => holder))].map((body) => ({ body, tally }))
  })
  return [...Map.groupBy(held, ({ body }) => body)]
    .map(([body, all]) =>
      cardOf(
        body,
        all.map(({ tally }) => tally),
      ),
    )
    .toSorted((a, b) => (a.body < b.body ? -1 : 1))
}

/** All promises there are, in one pass and without sorting them; what goes over them all is reckoned of this. */
async function talliesOf(reads: Reads, at: Instant, timeZone: string) {
  const count = (is: SQL) => sql<number>`(count(*) filter (where ${is}))::int`
  const rows = await reads
    .select({
      lead: c.lead,
      joint: c.joint,
      kind: c.kind,
      delay: sql<number | null>`(${c.doneAt} at time zone ${timeZone})::date - ${c.firstDueOn}`,
      count: sql<number>`count(*)::int`,
      open: count(openIs),
      late: count(standingIs('late', at)),
      broken: count(standingIs('broken', at)),
      silent: count(silentIs(at)),
      verified: count(standingIs('kept', at)),
      contradicted: count(sql`${c.id} in (select ${steps.commitment} from ${steps}
        where ${steps.kind} = 'check' and ${steps.doc}->>'finding' = 'not-confirmed')`),
      oldestOpen: sql<string | null>`min((${c.adoptedAt} at time zone ${timeZone})::date)
        filter (where ${openIs})::text`,
    })
    .from(c)
    .groupBy(sql`1, 2, 3, 4`)
  return rows.map(({ oldestOpen, ...row }) => ({
    ...row,
    oldestOpen: oldestOpen === null ? null : Temporal.PlainDate.from(oldestOpen),
  }))
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
