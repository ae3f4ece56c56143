import { eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Reads, Tx } from '#kit/db.ts'
import type { Day } from '#kit/time.ts'
import {
  type Counts,
  connected,
  countsOf,
  isTimeToCount,
  type Kept,
  type Shown,
  type Traits,
  toldOf,
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

/** What a member says from now on; whoever says nothing any more takes back what they said. */
export async function replaceTraits(tx: Tx, person: number, said: Traits): Promise<void> {
  await tx.delete(traits).where(eq(traits.person, person))
  await keepTraits(tx, person, said)
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
  const rows = await tx
    .select()
    .from(compositions)
    .where(eq(compositions.committee, committee))
    .orderBy(compositions.id)
  const earlier = connected(rows, people)
  const counts = [...earlier.map((each) => new Set(each.counted)), new Set(people)]
  if (!isTimeToCount(counts.slice(0, -1), counts.at(-1)!)) return undefined
  const said = await traitsOf(tx, [...new Set(counts.flatMap((each) => [...each]))])
  const before = earlier.at(-1)?.leftMixed ?? { sex: true, youth: true }
  const sex = toldOf(
    counts,
    ['woman', 'man', 'other', 'unsaid'],
    (each) => said.get(each)?.sex ?? 'unsaid',
    before.sex,
  )
  const youth = toldOf(counts, ['young', 'older', 'unsaid'], (each) => age(said.get(each)), before.youth)
  const row = { on, sex: sex.shown, youth: youth.shown, ...kept(await countTraits(tx, people)) }
  const leftMixed = { sex: sex.leftMixed, youth: youth.leftMixed }
  await tx.insert(compositions).values({ committee, counted: [...people], leftMixed, ...row })
  return { ...row, members: people.length }
}

const age = (said: Traits | undefined) => (said?.young == null ? 'unsaid' : said.young ? 'young' : 'older')

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
