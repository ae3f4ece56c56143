import { and, asc, eq, inArray, like } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import { contents, files } from './tables.ts'

/** A file as lists show it. */
export type Attached = {
  id: number
  about: Ref
  name: string
  type: string
  size: number
  digest: string
  at: Instant
}

const attached = (reads: Reads) =>
  reads
    .select({
      id: files.id,
      about: files.about,
      name: files.name,
      type: contents.type,
      size: contents.size,
      digest: files.digest,
      at: files.at,
    })
    .from(files)
    .innerJoin(contents, eq(contents.digest, files.digest))
    .orderBy(asc(files.id))

/** The files attached to things, in the order in which they came. */
export const filesOf = async (reads: Reads, ...about: readonly Ref[]): Promise<Attached[]> =>
  about.length === 0 ? [] : ((await attached(reads).where(inArray(files.about, [...about]))) as Attached[])

/** The files attached to any part of a thing: of `commitments/12`, those of all its steps. */
export const filesBelow = async (reads: Reads, about: Ref): Promise<Attached[]> =>
  (await attached(reads).where(like(files.about, `${about}/%`))) as Attached[]

export async function fileById(reads: Reads, id: number, name: string) {
  const [row] = await reads
    .select({ type: contents.type, digest: contents.digest, bytes: contents.bytes })
    .from(files)
    .innerJoin(contents, eq(contents.digest, files.digest))
    .where(and(eq(files.id, id), eq(files.name, name)))
  return row
}
