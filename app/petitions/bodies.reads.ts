import { and, count, eq, gt, isNull, min, or, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Instant } from '#kit/time.ts'
import { type Verdict, verdicts } from './petition.ts'
import { stateIs } from './reads.ts'
import { answers, petitions, satisfactions } from './tables.ts'

/** How a body does with what people ask of it: of a year’s answers, and of what is open today. */
export type Answering = {
  body: string
  answered: number
  /** In how many days half of them were answered. */
  median: number | null
  inTime: number
  /** What authors said of the answers. */
  helped: Record<Verdict, number>
  open: number
  late: number
  oldest: Instant | null
}

/** Of every body that answered within a year, or owes an answer. */
export const answeringOf = reckoned(
  (reads, at) => reckon(reads, at),
  (rows) => rows.reduce((sum, { answered, open }) => sum + answered + open, 0) > 10_000,
)

const none = { yes: 0, partly: 0, no: 0 }

const aYear = { hours: 24 * 365 }

async function reckon(reads: Reads, at: Instant): Promise<Answering[]> {
  const days = sql`extract(epoch from ${answers.at} - coalesce(${petitions.reopenedAt}, ${petitions.filedAt})) / 86400`
  const said = Object.fromEntries(
    verdicts.map((each) => [
      each,
      sql<number>`count(*) filter (where ${satisfactions.verdict} = ${each})`.mapWith(Number),
    ]),
  ) as Record<Verdict, SQL<number>>
  const given = await reads
    .select({
      ...said,
      body: answers.body,
      answered: count(),
      median: sql<number>`percentile_cont(0.5) within group (order by ${days})`.mapWith(Number),
      inTime:
        sql<number>`count(*) filter (where ${or(isNull(answers.dueAt), gt(answers.dueAt, answers.at))})`.mapWith(
          Number,
        ),
    })
    .from(answers)
    .innerJoin(petitions, eq(petitions.id, answers.petition))
    .leftJoin(satisfactions, eq(satisfactions.answer, answers.id))
    .where(gt(answers.at, at.subtract(aYear)))
    .groupBy(answers.body)
  const owed = await reads
    .select({
      body: petitions.body,
      open: count(),
      late: sql<number>`count(*) filter (where ${stateIs('overdue', at)})`.mapWith(Number),
      oldest: min(petitions.filedAt),
    })
    .from(petitions)
    .where(and(isNull(petitions.answeredAt), isNull(petitions.withdrawnAt), isNull(petitions.mergedAt)))
    .groupBy(petitions.body)
  const all = new Map<string, Answering>()
  const of = (body: string) =>
    all.get(body) ?? {
      body,
      answered: 0,
      median: null,
      inTime: 0,
      helped: none,
      open: 0,
      late: 0,
      oldest: null,
    }
  for (const { yes, partly, no, ...row } of given)
    all.set(row.body, { ...of(row.body), ...row, helped: { yes, partly, no } })
  for (const row of owed) all.set(row.body, { ...of(row.body), ...row })
  return [...all.values()]
}
