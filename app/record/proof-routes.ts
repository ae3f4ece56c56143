import type { Reads } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import type { Ctx } from '#kit/web.ts'
import type { Keys, LogKeys } from './keys.ts'
import type { Proof } from './pages.tsx'
import { proofFile, proofOf } from './proving.ts'
import { type EntryWithLeaf, sealedAt } from './reads.ts'

/** Where an entry stands in the log, as a page shows it; nothing as long as it is not sealed. */
export async function placeOf(reads: Reads, keys: LogKeys, entry: EntryWithLeaf): Promise<Proof | undefined> {
  const proof = await proofOf(reads, keys, entry)
  if (!proof) return undefined
  const { index, size, hashes } = proof
  const sealed = await sealedAt(reads, index)
  return {
    index,
    sealedAt: sealed!.at,
    size,
    hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')),
  }
}

export async function proofDownload(c: Ctx, keys: Keys, entry: EntryWithLeaf): Promise<Response> {
  const proof = await found(proofOf(c.var.city.reads, keys.log, entry))
  return c.body(proofFile(entry, proof), 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="entry-${entry.number}.tlog-proof"`,
  })
}
