import { asc, eq, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Petition } from './petition.ts'
import { columns } from './reads.ts'
import { opinions, petitions, sheets, signatures } from './tables.ts'

/** Those that were joined to a petition: their authors are its authors too. */
export const joinedTo = (reads: Reads, id: number): Promise<Petition[]> =>
  reads.select(columns).from(petitions).where(eq(petitions.mergedInto, id)).orderBy(asc(petitions.id))

/** How many of its signatures stand on paper. */
export async function onPaper(reads: Reads, id: number): Promise<number> {
  const [row] = await reads
    .select({ count: sql<number>`coalesce(sum(${sheets.count}), 0)::int` })
    .from(sheets)
    .where(eq(sheets.petition, id))
  return row!.count
}

/** What somebody has to do with a petition. */
export type Part = {
  isAuthor: boolean
  signed: boolean
  spoke: boolean
  /** What they said of it, where it was hidden. */
  hidden: number | null
}

export const noPart: Part = { isAuthor: false, signed: false, spoke: false, hidden: null }

export async function partOf(reads: Reads, id: number, person: number): Promise<Part> {
  const isOf = (table: typeof signatures | typeof opinions) =>
    sql<boolean>`exists (select 1 from ${table} where ${table.petition} = ${id} and ${table.person} = ${person})`
  const [row] = await reads
    .select({
      isAuthor: sql<boolean>`coalesce(${petitions.person} = ${person}, false)`,
      signed: isOf(signatures),
      spoke: isOf(opinions),
      hidden: sql<number | null>`(select ${opinions.id} from ${opinions} where ${opinions.petition} = ${id}
        and ${opinions.person} = ${person} and ${opinions.hiddenAt} is not null)`,
    })
    .from(petitions)
    .where(eq(petitions.id, id))
  return row ?? noPart
}
