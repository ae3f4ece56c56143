import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { leadsOf } from './commitment.ts'
import { type commitments, facets, marks } from './tables.ts'

type Row = typeof commitments.$inferSelect

/** Lets a commitment be found by its bodies, articles, groups, districts, origin and year, as they are now. */
export async function mark(tx: Tx, row: Row): Promise<void> {
  const own = [
    ...keyed('body', [...leadsOf(row), ...row.supporting]),
    ...keyed('article', row.articles),
    ...keyed('group', row.groups),
    ...keyed('district', row.districts),
  ]
  await tx.delete(marks).where(eq(marks.commitment, row.id))
  await tx.insert(marks).values(own.map((each) => ({ ...each, commitment: row.id, dueOn: row.dueOn })))
  const offered = [
    ...own.filter((each) => each.facet !== 'body'),
    ...keyed('lead', leadsOf(row)),
    { facet: 'origin' as const, key: row.originKind },
    { facet: 'year' as const, key: String(row.dueOn.year) },
  ]
  await tx.insert(facets).values(offered).onConflictDoNothing()
}

const keyed = <F extends string>(facet: F, keys: readonly string[]) =>
  [...new Set(keys)].map((key) => ({ facet, key }))
