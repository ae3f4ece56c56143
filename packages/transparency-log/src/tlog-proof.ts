import { base64, fromBase64, fromDecimal, textOf } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { TlogProofError } from './errors.ts'
import { type Hash, hashBytes, leafHash } from './leaf.ts'
import { parseNote } from './note.ts'
import { checkInclusion } from './proof.ts'
import { type Cosignature, openCheckpoint, type Trust } from './signed-checkpoint.ts'

/** All that is needed, besides the entry and the log's key, to know offline that the entry is in the log. */
export type TlogProof = {
  index: number
  proof: readonly Hash[]
  /** The checkpoint with its signatures, as the log serves it. */
  checkpoint: string
  /** Bytes for the application; nothing vouches for them. */
  extra?: Uint8Array
}

const header = 'c2sp.org/tlog-proof@v1'
const maxHashes = 63

/**
 * Writes a proof, to be kept as a file `.tlog-proof` (c2sp.org/tlog-proof, format).
 * @example formatTlogProof({ index: 17, proof: await reader.inclusionProof(17), checkpoint: message })
 */
export function formatTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const head = [header, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...proof.map(base64)]
  const text = `${head.join('\n')}\n\n${checkpoint}`
  parseTlogProof(text)
  return text
}

/**
 * Reads a proof without trusting it (c2sp.org/tlog-proof, format).
 * @example parseTlogProof(text).index
 */
export function parseTlogProof(text: string | Uint8Array): TlogProof {
  const all = typeof text === 'string' ? text : textOf(text)
  const blank = all?.indexOf('\n\n') ?? -1
  if (!all || blank < 0) throw malformed('lines')
  const lines = all.slice(0, blank).split('\n')
  if (lines.shift() !== header) throw malformed('header')
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice(6)) : null
  if (extra === undefined || extra?.length === 0) throw malformed('extra')
  const [, decimal] = /^index (.+)$/.exec(lines.shift() ?? '') ?? []
  const index = fromDecimal(decimal ?? '')
  if (index === undefined) throw malformed('index')
  const proof = lines.map(fromBase64)
  if (proof.length > maxHashes || !proof.every((hash) => hash?.length === hashBytes))
    throw malformed('hashes')
  const checkpoint = all.slice(blank + 2)
  parseNote(checkpoint)
  return { index, proof: proof as Hash[], checkpoint, ...(extra && { extra }) }
}

/**
 * Reads a proof and throws unless it shows that the entry is in the log whose key is given (c2sp.org/tlog-proof).
 * @example const { index, checkpoint } = await openTlogProof(text, entry, { vkey })
 */
export async function openTlogProof(
  text: string | Uint8Array,
  entry: Uint8Array,
  trust: Trust,
): Promise<{ index: number; checkpoint: Checkpoint; cosignatures: Cosignature[]; extra?: Uint8Array }> {
  const { index, proof, checkpoint: message, extra } = parseTlogProof(text)
  const { checkpoint, cosignatures } = await openCheckpoint(message, trust)
  checkInclusion({ leaf: leafHash(entry), index, proof, ...checkpoint })
  return { index, checkpoint, cosignatures, ...(extra && { extra }) }
}

const malformed = (part: 'lines' | 'header' | 'extra' | 'index' | 'hashes') =>
  new TlogProofError('tlog-proof.malformed', { part })
