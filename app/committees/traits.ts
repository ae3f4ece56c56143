import { eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Reads, Tx } from '#kit/db.ts'
import type { Day } from '#kit/time.ts'
import {
  type Counts,
  countsOf,
  groupsOf,
  isTimeToCount,
  type Kept,
  type Shown,
  shownOf,
  type Traits,
} from './composition.ts'
import { compositions, memberships, traits } from './tables.ts'

/** Keeps what a member chose to say. Whoever says nothing has no row. */
export async function keepTraits(tx: Tx, person: number, said: Traits): Promise<void> {
  if (said.sex === null && said.young === null) return
  await tx
    .insert(traits)
    .values({ person, ...said })
    .onConflictDoUpdate({ target: traits.person, set: said })
}

/** The members by what they said, and nothing that says who. */
export async function countTraits(reads: Reads, people: readonly number[]): Promise<Counts> {
  const said = await traitsOf(reads, people)
  return countsOf(people.map((each) => said.get(each) ?? { sex: null, young: null }))
}

async function traitsOf(reads: Reads, people: readonly number[]): Promise<Map<number, Traits>> {
  if (people.length === 0) return new Map()
  const rows = await reads
    .select()
    .from(traits)
    .where(inArray(traits.person, [...people]))
  return new Map(rows.map((row) => [row.person, row]))
}

export type Composition = {
  on: Day
  members: number
  sex: Shown | null
  youth: Shown | null
  genderCap: Kept | null
  youthShare: Kept | null
}

/** The last count of a committee, as far as it may be shown. */
export async function lastComposition(reads: Reads, committee: string): Promise<Composition | undefined> {
  const rows = await reads
    .select()
    .from(compositions)
    .where(eq(compositions.committee, committee))
    .orderBy(sql`${compositions.id} desc`)
    .limit(1)
  return rows.map(({ on, counted, sex, youth, genderCap, youthShare }) => {
    return { on, members: counted.length, sex, youth, genderCap, youthShare }
  })[0]
}

/** Counts a committee anew, if enough people came or went since the last time; the committee must be locked. */
export async function countAgain(
  tx: Tx,
  committee: string,
  on: Day,
  people: readonly number[],
  kept: (counts: Counts) => { genderCap: Kept | null; youthShare: Kept | null },
): Promise<Composition | undefined> {
  const earlier = await tx
    .select()
    .from(compositions)
    .where(eq(compositions.committee, committee))
    .orderBy(compositions.id)
  const counts = [...earlier.map((each) => new Set(each.counted)), new Set(people)]
  if (!isTimeToCount(counts.slice(0, -1), counts.at(-1)!)) return undefined
  const said = await traitsOf(tx, [...new Set(counts.flatMap((each) => [...each]))])
  const soFar = earlier.at(-1)?.leftMixed ?? { sex: true, youth: true }
  const sex = tell(
    counts,
    ['woman', 'man', 'other', 'unsaid'],
    (each) => said.get(each)?.sex ?? 'unsaid',
    soFar.sex,
  )
  const youth = tell(counts, ['young', 'older', 'unsaid'], (each) => ages(said.get(each)), soFar.youth)
  const row = { on, sex: sex.shown, youth: youth.shown, ...kept(await countTraits(tx, people)) }
  const leftMixed = { sex: sex.leftMixed, youth: youth.leftMixed }
  await tx.insert(compositions).values({ committee, counted: [...people], leftMixed, ...row })
  return { ...row, members: people.length }
}

const ages = (said: Traits | undefined) => (said?.young == null ? 'unsaid' : said.young ? 'young' : 'older')

/** Who has left is looked at once, while what they said is still kept; the answer is remembered instead. */
function tell(
  counts: readonly ReadonlySet<number>[],
  cells: readonly string[],
  cellOf: (person: number) => string,
  soFar: boolean,
): { shown: Shown | null; leftMixed: boolean } {
  const [before, now] = [counts.at(-2) ?? new Set<number>(), counts.at(-1)!]
  const justLeft = groupsOf(counts).filter((group) =>
    group.every((each) => before.has(each) && !now.has(each)),
  )
  const leftMixed = soFar && justLeft.every((group) => new Set(group.map(cellOf)).size > 1)
  const present = counts.map((each) => each.intersection(now))
  return { shown: leftMixed ? shownOf(present, cells, cellOf) : null, leftMixed }
}

/** Forgets what people said who have been on no committee since a day. */
export async function forgetTraits(tx: Tx, since: Day): Promise<void> {
  const still = tx
    .select({ person: memberships.person })
    .from(memberships)
    .where(
      sql`coalesce(${memberships.endedOn}, ${memberships.until}) >= ${since.toString()} and ${memberships.withdrawnAt} is null`,
    )
  await tx.delete(traits).where(notInArray(traits.person, still))
}
