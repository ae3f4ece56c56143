import { formatTlogProof, LogReader, openCheckpoint } from '@madang/transparency-log'
import { canonical } from '#kit/canonical.ts'
import type { Reads } from '#kit/db.ts'
import { formOf, givenHalf, leafOf } from './commitment.ts'
import type { LogKeys } from './keys.ts'
import { lastCheckpoint, tileAt } from './log.ts'
import type { EntryWithLeaf } from './reads.ts'

/** That an entry is in the log as it was last signed; nothing as long as it is not. */
export async function proofOf(reads: Reads, keys: LogKeys, { index }: EntryWithLeaf) {
  const last = await lastCheckpoint(reads)
  if (index === null || !last || index >= last.size) return undefined
  const { checkpoint } = await openCheckpoint(last.note, { vkey: keys.vkey })
  const log = new LogReader((path) => tileAt(reads, path), checkpoint)
  return { index, size: last.size, checkpoint: last.note, hashes: await log.inclusionProof(index) }
}

/** The proof as a file that stands alone: with what is needed to compute the leaf, or the leaf where that is all there is to see. */
export function proofFile(
  entry: EntryWithLeaf,
  proof: NonNullable<Awaited<ReturnType<typeof proofOf>>>,
): string {
  const { index, checkpoint, hashes } = proof
  const given =
    entry.salt && entry.row.visibility === 'public'
      ? {
          entry: entry.number,
          form: formOf(entry.row, entry.salt),
          salt: Buffer.from(givenHalf(entry.salt)).toString('hex'),
        }
      : { entry: entry.number, leaf: leafOf(entry.row) }
  return formatTlogProof({
    index,
    checkpoint,
    proof: hashes,
    extra: new TextEncoder().encode(canonical(given)),
  })
}
