import { and, desc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Petition } from './petition.ts'
import { columns } from './reads.ts'
import { petitions, signatures } from './tables.ts'

/** The newest are enough for a page; all of them are in what somebody can take away. */
const most = 100

export const filedBy = (reads: Reads, person: number): Promise<Petition[]> =>
  reads
    .select(columns)
    .from(petitions)
    .where(eq(petitions.person, person))
    .orderBy(desc(petitions.id))
    .limit(most)

/** What somebody signed that is not their own. */
export const signedBy = (reads: Reads, person: number): Promise<Petition[]> =>
  reads
    .select(columns)
    .from(petitions)
    .innerJoin(signatures, eq(signatures.petition, petitions.id))
    .where(and(eq(signatures.person, person), or(isNull(petitions.person), ne(petitions.person, person))))
    .orderBy(desc(petitions.id))
    .limit(most)
