import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Release } from './indicator.ts'
import { releases } from './tables.ts'

/** Without the accounts behind its steps, which are nobody's business but the rule's. */
const releaseColumns = {
  id: releases.id,
  indicator: releases.indicator,
  by: releases.by,
  way: releases.way,
  body: releases.body,
  note: releases.note,
  lang: releases.lang,
  rows: releases.rows,
  enteredAt: releases.enteredAt,
  checkedAt: releases.checkedAt,
  approvedAt: releases.approvedAt,
  publishedAt: releases.publishedAt,
  returnedAt: releases.returnedAt,
  returned: releases.returned,
}

/** What was published of an indicator, the newest first. */
export const releasesOf = (reads: Reads, key: string): Promise<Release[]> =>
  reads
    .select(releaseColumns)
    .from(releases)
    .where(and(eq(releases.indicator, key), isNotNull(releases.publishedAt)))
    .orderBy(desc(releases.id))

/** Everything that is on its way to the public, and whether somebody has taken a step of it already. */
export const openReleases = (reads: Reads, person: number): Promise<(Release & { took: boolean })[]> =>
  reads
    .select({
      ...releaseColumns,
      took: sql<boolean>`${person} in (coalesce(${releases.enteredBy}, 0), coalesce(${releases.checkedBy}, 0), coalesce(${releases.approvedBy}, 0))`,
    })
    .from(releases)
    .where(and(isNull(releases.publishedAt), isNull(releases.returnedAt)))
    .orderBy(asc(releases.enteredAt), asc(releases.id))

export async function releaseById(reads: Reads, id: number): Promise<Release | undefined> {
  const [row] = await reads.select(releaseColumns).from(releases).where(eq(releases.id, id))
  return row
}

/** What was given back to a body and not entered anew since. */
export const returnedReleases = (reads: Reads): Promise<Release[]> =>
  reads
    .select(releaseColumns)
    .from(releases)
    .where(
      and(
        isNotNull(releases.returnedAt),
        sql`not exists (select from ${releases} later where later.indicator = ${releases.indicator} and later.by = ${releases.by} and later.id > ${releases.id})`,
      ),
    )
    .orderBy(asc(releases.returnedAt))
