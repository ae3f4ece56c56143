import { desc, eq, lt } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Cursor, type Slice, slice } from '#kit/list.ts'
import type { Garden } from './garden.ts'
import { gardens } from './tables.ts'

const columns = {
  id: gardens.id,
  title: gardens.title,
  lang: gardens.lang,
  beganAt: gardens.beganAt,
  closedAt: gardens.closedAt,
}

export async function newestGardens(
  reads: Reads,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<Slice<Garden>> {
  const rows = await reads
    .select(columns)
    .from(gardens)
    .where(after && lt(gardens.id, Number(after[0])))
    .orderBy(desc(gardens.id))
    .limit(limit + 1)
  return slice(rows, limit, (row) => [row.id])
}

export async function gardenById(reads: Reads, id: number): Promise<Garden | undefined> {
  const [row] = await reads.select(columns).from(gardens).where(eq(gardens.id, id))
  return row
}
