import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Cursor, numberAt, type Slice, slice } from '#kit/list.ts'
import { idOf, type Ref } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import { similar } from '#search/index.ts'
import type { Shows } from './petition.handling.ts'
import type { Outcome } from './petition.ts'
import { columns, stateIs } from './reads.ts'
import { contacts, petitions, remarks } from './tables.ts'

/** What is due within these many days is due soon. */
const soonDays = 7

const isOwed = and(isNull(petitions.answeredAt), isNull(petitions.withdrawnAt), isNull(petitions.mergedAt))

const which = (at: Instant): Record<Shows, SQL | undefined> => ({
  all: undefined,
  late: stateIs('overdue', at),
  soon: and(stateIs('waiting', at), lte(petitions.dueAt, at.add({ hours: 24 * soonDays }))),
  paused: stateIs('paused', at),
})

const { id, title, lang, procedure, body, filedAt, signatures, hiddenAt } = columns
const { dueAt, pausedFrom, pausedUntil, laneAskedAt, laneDecidedAt, laneGranted } = columns
const listed = {
  ...{ id, title, lang, procedure, body, filedAt, signatures, hiddenAt },
  ...{ dueAt, pausedFrom, pausedUntil, laneAskedAt, laneDecidedAt, laneGranted },
}

/** A petition as the queue of whoever owes the answer shows it. */
export type Owed = Awaited<ReturnType<typeof earliest>>[number]

type Asked = { show: Shows; at: Instant; after: Cursor | undefined; limit: number }

/** What bodies owe, by the day on which it is or was due; what stands still until further notice comes last. */
export async function owedBy(reads: Reads, bodies: readonly string[], asked: Asked): Promise<Slice<Owed>> {
  if (bodies.length === 0) return { rows: [], next: undefined }
  const limit = asked.limit + 1
  const isResting = asked.after && !asked.after[0]
  const dated = isResting ? [] : await earliest(reads, bodies, { ...asked, limit }, datedAfter(asked.after))
  const rest = limit - dated.length
  const resting =
    rest > 0
      ? await earliest(
          reads,
          bodies,
          { ...asked, limit: rest },
          restingAfter(isResting ? asked.after : undefined),
        )
      : []
  return slice([...dated, ...resting], asked.limit, (row) => [row.dueAt?.toString() ?? '', row.id])
}

function datedAfter(after: Cursor | undefined): SQL | undefined {
  if (!after) return isNotNull(petitions.dueAt)
  return sql`(${petitions.dueAt}, ${petitions.id}) > (${String(after[0])}::timestamptz, ${numberAt(after, 1)}::int)`
}

const restingAfter = (after: Cursor | undefined): SQL | undefined =>
  and(isNull(petitions.dueAt), after && gt(petitions.id, numberAt(after, 1)))

/** Reads the first few of each body by its own index, however many there are, and then the first of those. */
function earliest(
  reads: Reads,
  bodies: readonly string[],
  { show, at, limit }: Asked,
  place: SQL | undefined,
) {
  const each = reads
    .select(listed)
    .from(petitions)
    .where(and(eq(petitions.body, sql`owed.body`), isOwed, which(at)[show], place))
    .orderBy(asc(petitions.dueAt), asc(petitions.id))
    .limit(limit)
    .as('earliest')
  const owed = sql`unnest(array[${sql.join(
    bodies.map((key) => sql`${key}`),
    sql`, `,
  )}]::text[]) as owed(body)`
  return reads
    .select({
      ...{ id: each.id, title: each.title, lang: each.lang, procedure: each.procedure, body: each.body },
      ...{ filedAt: each.filedAt, signatures: each.signatures, hiddenAt: each.hiddenAt, dueAt: each.dueAt },
      ...{ pausedFrom: each.pausedFrom, pausedUntil: each.pausedUntil, laneGranted: each.laneGranted },
      ...{ laneAskedAt: each.laneAskedAt, laneDecidedAt: each.laneDecidedAt },
    })
    .from(owed)
    .crossJoinLateral(each)
    .orderBy(asc(each.dueAt), asc(each.id))
    .limit(limit)
}

/** How much of it there is. */
export async function countsOf(
  reads: Reads,
  bodies: readonly string[],
  at: Instant,
): Promise<Record<Shows, number>> {
  const { late, soon, paused } = which(at)
  const counted = (where: SQL | undefined) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  const [row] = await reads
    .select({ all: count(), late: counted(late), soon: counted(soon), paused: counted(paused) })
    .from(petitions)
    .where(and(inArray(petitions.body, [...bodies]), isOwed))
  return row!
}

export type AnsweredAlike = {
  id: number
  title: string
  lang: string
  outcome: Outcome
  answeredAt: Instant
}

type Told = { id: number; title: string; text: string; lang: string }

/** What was answered to petitions like one, nearest first. */
export async function answeredAlike(reads: Reads, of: Told): Promise<AnsweredAlike[]> {
  const rows = await alikeTo(reads, of, isNotNull(petitions.answeredAt))
  return rows.flatMap(({ outcome, answeredAt, ...row }) =>
    outcome && answeredAt ? [{ ...row, outcome, answeredAt }] : [],
  )
}

/** Petitions like one that wait for an answer too, nearest first. */
export const openAlike = (reads: Reads, of: Told) => alikeTo(reads, of, isOwed)

async function alikeTo(reads: Reads, of: Told, where: SQL | undefined) {
  const alike = await similar(reads, of, { lang: of.lang, room: 'petitions', limit: 20 })
  const ids = alike.map(({ about }) => Number(idOf(about as Ref))).filter((each) => each !== of.id)
  if (ids.length === 0) return []
  const rows = await reads
    .select({ id, title, lang, outcome: columns.outcome, answeredAt: columns.answeredAt })
    .from(petitions)
    .where(and(inArray(petitions.id, ids), isNull(petitions.hiddenAt), where))
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).slice(0, 5)
}

/** How to reach the author, and what they told those who answer. Never for the public. */
export async function authorOf(reads: Reads, petition: number) {
  const [contact] = await reads
    .select({ name: contacts.name, reach: contacts.reach })
    .from(contacts)
    .where(eq(contacts.petition, petition))
  const told = await reads
    .select()
    .from(remarks)
    .where(eq(remarks.petition, petition))
    .orderBy(asc(remarks.id))
  const [account] = await reads
    .select({ id: petitions.id })
    .from(petitions)
    .where(and(eq(petitions.id, petition), isNotNull(petitions.person)))
  return { contact, told, hasAccount: account !== undefined }
}
