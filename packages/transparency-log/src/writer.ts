import { equal } from './bytes.ts'
import { StorageError } from './errors.ts'
import { leafHash } from './leaf.ts'
import { type Fetch, fetchBundle, openEdge } from './reader.ts'
import {
  bundlePath,
  checkEntries,
  formatBundle,
  parseBundle,
  parseTile,
  tilePath,
  tileWidth,
} from './tile.ts'
import type { TileBytes } from './tile-builder.ts'
import type { Tree } from './tree.ts'

/** Where a log's files are kept. A write must be there for the next read, and replaces what stood at its path. */
export type Storage = { read: Fetch; write(path: string, bytes: Uint8Array): Promise<void> }

/**
 * Adds entries to a log and returns its new tree; the checkpoint over it is the caller's to sign and to write
 * afterwards, so a crash between leaves a log that still holds (c2sp.org/tlog-tiles). Only one writer may run at a
 * time. What stands at the right edge is checked against the tree first: a damaged log is never extended.
 * `filled` are the tiles and bundles now complete, whose partial ones (`${path}.p/`) may be deleted.
 * @example const tree = await appendEntries(storage, { size: 0, root: emptyRoot }, entries)
 */
export async function appendEntries(
  storage: Storage,
  tree: Tree,
  entries: readonly Uint8Array[],
): Promise<Tree & { filled: string[] }> {
  checkEntries(entries)
  const builder = await openEdge(storage.read, tree)
  const before = builder.edge()
  const bundle = await openBundle(storage.read, tree, before)
  const filled: string[] = []
  const writeFull = async (path: string, bytes: Uint8Array) => {
    filled.push(path)
    await storage.write(path, bytes)
  }

  for (const entry of entries) {
    bundle.push(entry)
    const tiles = builder.push(leafHash(entry))
    if (tiles.length) await writeFull(bundlePath(lastBundle(builder.size)), formatBundle(bundle.splice(0)))
    for (const tile of tiles) await writeFull(tilePath(tile), tile.bytes)
  }
  if (bundle.length && entries.length) {
    await storage.write(bundlePath(lastBundle(builder.size)), formatBundle(bundle))
  }
  for (const tile of builder.edge()) {
    const isAsBefore = before.some((old) => tilePath(old) === tilePath(tile))
    if (!isAsBefore) await storage.write(tilePath(tile), tile.bytes)
  }
  return { size: builder.size, root: builder.root(), filled }
}

/** The entries of the unfinished bundle, checked against the tile beside it. */
async function openBundle(read: Fetch, tree: Tree, edge: readonly TileBytes[]): Promise<Uint8Array[]> {
  const tile = edge.find(({ level }) => level === 0)
  if (!tile) return []
  const path = bundlePath(tile)
  const bytes = await fetchBundle(read, tile)
  if (!bytes) throw new StorageError('storage.missing', { path })
  const entries = parseBundle(bytes, tile.width)
  const hashes = parseTile(tile.bytes, tile.width)
  const wrong = entries.findIndex((entry, i) => !equal(leafHash(entry), hashes[i]!))
  if (wrong >= 0) throw new StorageError('storage.differs', { path, index: tree.size - tile.width + wrong })
  return entries
}

const lastBundle = (size: number) => ({
  index: Math.ceil(size / tileWidth) - 1,
  width: size % tileWidth || tileWidth,
})
