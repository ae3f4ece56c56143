import { fromDecimal } from './bytes.ts'
import { TileError } from './errors.ts'
import { type Hash, hashBytes } from './leaf.ts'

/** Hashes of consecutive subtrees of 256^level entries; fewer than 256 of them only at the right edge. */
export type Tile = { readonly level: number; readonly index: number; readonly width: number }

/** Consecutive entries, as many as the tile of level 0 beside them has hashes. */
export type Bundle = { readonly index: number; readonly width: number }

/** Hashes in a full tile, and entries in a full bundle (c2sp.org/tlog-tiles, Merkle Tree). @example size % tileWidth */
export const tileWidth = 256

/** The longest entry that a bundle can hold (c2sp.org/tlog-tiles, log entries). @example entry.length <= maxEntryBytes */
export const maxEntryBytes = 0xffff

/**
 * Where a tile is served (c2sp.org/tlog-tiles, Merkle Tree).
 * @example tilePath({ level: 0, index: 1234067, width: 8 }) // 'tile/0/x001/x234/067.p/8'
 */
export const tilePath = (tile: Tile): string => `tile/${tile.level}/${pathOf(tile)}`

/**
 * Where a bundle is served (c2sp.org/tlog-tiles, log entries).
 * @example bundlePath({ index: 3, width: 256 }) // 'tile/entries/003'
 */
export const bundlePath = (bundle: Bundle): string => `tile/entries/${pathOf(bundle)}`

/**
 * Reads a path, for example of a request, and refuses every spelling but the one (c2sp.org/tlog-tiles).
 * @example parsePath('tile/entries/003.p/8') // { kind: 'bundle', index: 3, width: 8 }
 */
export function parsePath(path: string): ({ kind: 'tile' } & Tile) | ({ kind: 'bundle' } & Bundle) {
  const [, kind, digits, partial] = /^tile\/([^/]+)\/([x0-9/]+)(?:\.p\/([0-9]+))?$/.exec(path) ?? []
  const index = Number(digits?.replaceAll(/[x/]/g, ''))
  const width = partial === undefined ? tileWidth : Number(partial)
  const level = fromDecimal(kind ?? '')
  const isSound = Number.isSafeInteger(index) && width > 0
  if (isSound && bundlePath({ index, width }) === path) return { kind: 'bundle', index, width }
  if (isSound && level !== undefined && level < 64 && tilePath({ level, index, width }) === path) {
    return { kind: 'tile', level, index, width }
  }
  throw new TileError('tile.path', { path })
}

/**
 * Every tile of a tree, level by level (c2sp.org/tlog-tiles, partial tiles).
 * @example [...tilesOf(257)].map(tilePath) // ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
 */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    for (const { index, width } of bundlesOf(hashes)) yield { level, index, width }
  }
}

/**
 * Every bundle of a log, from the bundle number `from` on (c2sp.org/tlog-tiles, log entries).
 * @example [...bundlesOf(257)].map(bundlePath) // ['tile/entries/000', 'tile/entries/001.p/1']
 */
export function* bundlesOf(size: number, from = 0): Generator<Bundle> {
  for (let index = from; index * tileWidth < size; index++) {
    yield { index, width: Math.min(tileWidth, size - index * tileWidth) }
  }
}

/** The partial tiles of a tree, which with the full ones to their left make its root, from level 0 up. */
export function edgeOf(size: number): Tile[] {
  const edge: Tile[] = []
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    const width = hashes % tileWidth
    if (width > 0) edge.push({ level, index: Math.floor(hashes / tileWidth), width })
  }
  return edge
}

/**
 * The hashes of a tile (c2sp.org/tlog-tiles, Merkle Tree).
 * @example parseTile(bytes, 256)[0]
 */
export function parseTile(bytes: Uint8Array, width: number): Hash[] {
  if (bytes.length !== width * hashBytes) throw new TileError('tile.length', { bytes: bytes.length, width })
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes))
}

/**
 * The bytes of a bundle: each entry after its length in two bytes (c2sp.org/tlog-tiles, log entries).
 * @example formatBundle([new TextEncoder().encode('first'), new TextEncoder().encode('second')])
 */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  checkEntries(entries)
  if (entries.length > tileWidth) throw new TileError('bundle.too-many', { entries: entries.length })
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    view.setUint16(at, entry.length)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/**
 * The entries of a bundle; there must be `width` of them and nothing after (c2sp.org/tlog-tiles, log entries).
 * @example for (const entry of parseBundle(bytes, 256)) console.log(entry.length)
 */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
    if (end > bytes.length) {
      throw new TileError('bundle.cut', { entries: entries.length, width })
    }
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  if (at !== bytes.length) throw new TileError('bundle.trailing-bytes', { bytes: bytes.length - at, width })
  return entries
}

export function checkEntries(entries: readonly Uint8Array[]): void {
  const tooLong = entries.findIndex((entry) => entry.length > maxEntryBytes)
  if (tooLong >= 0) {
    throw new TileError('bundle.entry-too-long', { entry: tooLong, bytes: entries[tooLong]!.length })
  }
}

function pathOf({ index, width }: Bundle): string {
  const digits = (group: number) => String(group % 1000).padStart(3, '0')
  let path = digits(index)
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${digits(rest)}/${path}`
  }
  return width < tileWidth ? `${path}.p/${width}` : path
}
