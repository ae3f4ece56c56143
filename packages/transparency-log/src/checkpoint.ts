import { base64, equal, fromBase64, fromDecimal } from './bytes.ts'
import { CheckpointError } from './errors.ts'
import { emptyRoot, hashBytes } from './leaf.ts'
import type { Tree } from './tree.ts'

/** What a log says of itself at one moment: who it is, how many entries it has, and their root. */
export type Checkpoint = Tree & { readonly origin: string; readonly extensions?: readonly string[] }

/** Where a tiled log serves its checkpoint (c2sp.org/tlog-tiles). @example await fetch(checkpointPath) */
export const checkpointPath = 'checkpoint'

/**
 * The text of a checkpoint, to be signed (c2sp.org/tlog-checkpoint, note text).
 * @example formatCheckpoint({ origin: 'example.com/log', size: 0, root: emptyRoot })
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint
  const text = [origin, size, base64(root), ...extensions, ''].join('\n')
  const parsed = parseCheckpoint(text)
  if (parsed.origin !== origin || parsed.extensions?.length !== extensions.length) throw malformed('line')
  return text
}

/**
 * Reads the text of a checkpoint, without signatures (c2sp.org/tlog-checkpoint, note text). Sizes above 2^53 - 1
 * are refused.
 * @example const { size, root } = parseCheckpoint(note.text)
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) throw malformed('lines')
  const [origin, decimal, hash, ...extensions] = lines as [string, string, string, ...string[]]
  const size = fromDecimal(decimal)
  if (size === undefined) throw malformed('size')
  const root = fromBase64(hash)
  if (root?.length !== hashBytes) throw malformed('root')
  if (size === 0 && !equal(root, emptyRoot)) throw malformed('root')
  return { origin, size, root, extensions }
}

const malformed = (part: 'lines' | 'line' | 'size' | 'root') =>
  new CheckpointError('checkpoint.malformed', { part })
