import { equal } from './bytes.ts'
import { ProofError, StorageError } from './errors.ts'
import { type Hash, hashBytes, leafHash } from './leaf.ts'
import { consistencyRanges, inclusionRanges, type Range } from './proof.ts'
import {
  type Bundle,
  bundlePath,
  bundlesOf,
  edgeOf,
  parseBundle,
  parseTile,
  type Tile,
  tilePath,
  tileWidth,
} from './tile.ts'
import { TileBuilder, type TileBytes } from './tile-builder.ts'
import { type Tree, TreeBuilder, treeRoot } from './tree.ts'

/** Gets what is stored at a path of the log; undefined if nothing is. Throws if it could not ask. */
export type Fetch = (path: string) => Promise<Uint8Array | undefined>

const cachedTiles = 64

/**
 * Reads entries and makes proofs from tiles (c2sp.org/tlog-tiles). Every tile is checked up to the root of the
 * given tree before it is used, so neither the storage nor the way from it need be trusted.
 * @example const reader = new LogReader(fetch, checkpoint); await reader.inclusionProof(17)
 */
export class LogReader {
  readonly tree: Tree
  readonly #fetch: Fetch
  readonly #full = new Map<string, Promise<Uint8Array>>()
  #edge: Promise<TileBytes[]> | undefined

  constructor(fetch: Fetch, tree: Tree) {
    this.#fetch = fetch
    this.tree = tree
  }

  /** The hash of an entry, without the entry. */
  async leafHash(index: number): Promise<Hash> {
    this.#checkIndex(index)
    return this.#perfect(index, 0)
  }

  /** An entry. */
  async entry(index: number): Promise<Uint8Array> {
    this.#checkIndex(index)
    const { value } = await this.entries(index, index + 1).next()
    return value
  }

  /** The entries from one index up to, not including, another. */
  async *entries(from = 0, to = this.tree.size): AsyncGenerator<Uint8Array> {
    if (from >= to) return
    this.#checkIndex(from)
    this.#checkIndex(to - 1)
    for (const bundle of bundlesOf(this.tree.size, Math.floor(from / tileWidth))) {
      const start = bundle.index * tileWidth
      if (start >= to) return
      const bytes = found(await fetchBundle(this.#fetch, bundle), bundlePath(bundle))
      const hashes = parseTile(await this.#tile(0, bundle.index), bundle.width)
      for (const [i, entry] of parseBundle(bytes, bundle.width).entries()) {
        if (start + i < from || start + i >= to) continue
        if (!equal(leafHash(entry), hashes[i]!)) throw differs(bundlePath(bundle))
        yield entry
      }
    }
  }

  /** The root that the log had when it was smaller. */
  async rootAt(size: number): Promise<Hash> {
    if (size !== 0) this.#checkIndex(size - 1)
    return this.#hashOf([0, size])
  }

  /** That an entry is in the tree (RFC 6962, section 2.1.1). */
  async inclusionProof(index: number): Promise<Hash[]> {
    return this.#hashesOf(inclusionRanges(index, this.tree.size))
  }

  /** That the tree began as the one of size1 (RFC 6962, section 2.1.2). */
  async consistencyProof(size1: number): Promise<Hash[]> {
    return this.#hashesOf(consistencyRanges(size1, this.tree.size))
  }

  async #hashesOf(ranges: readonly Range[]): Promise<Hash[]> {
    const hashes: Hash[] = []
    for (const range of ranges) hashes.push(await this.#hashOf(range))
    return hashes
  }

  /** The hash of a range, put together from the perfect subtrees that it consists of, the largest first. */
  async #hashOf([start, end]: Range): Promise<Hash> {
    const tree = new TreeBuilder()
    for (let at = start; at < end; ) {
      let height = 0
      while (at + 2 ** (height + 1) <= end && (at - start) % 2 ** (height + 1) === 0) height++
      tree.append(await this.#perfect(at / 2 ** height, height), height)
      at += 2 ** height
    }
    return tree.root()
  }

  /** The hash of the perfect subtree number `position` among those of 2^height leaves. */
  async #perfect(position: number, height: number): Promise<Hash> {
    const width = 2 ** (height % 8)
    const first = position * width
    const bytes = await this.#tile(Math.floor(height / 8), Math.floor(first / tileWidth))
    const offset = (first % tileWidth) * hashBytes
    return treeRoot(parseTile(bytes.subarray(offset, offset + width * hashBytes), width))
  }

  async #tile(level: number, index: number): Promise<Uint8Array> {
    const edge = await this.#openEdge()
    const atEdge = edge.find((tile) => tile.level === level && tile.index === index)
    return atEdge ? atEdge.bytes : this.#fullTile({ level, index, width: tileWidth })
  }

  #fullTile(tile: Tile): Promise<Uint8Array> {
    const path = tilePath(tile)
    const cached = this.#full.get(path) ?? this.#fetchFull(tile)
    this.#full.delete(path)
    this.#full.set(path, cached)
    cached.catch(() => this.#full.delete(path))
    if (this.#full.size > cachedTiles) this.#full.delete(this.#full.keys().next().value!)
    return cached
  }

  /** A full tile is right if its root is the hash at its place in the tile above. */
  async #fetchFull(tile: Tile): Promise<Uint8Array> {
    const above = await this.#perfect(tile.index, 8 * (tile.level + 1))
    const bytes = found(await fetchTile(this.#fetch, tile), tilePath(tile))
    if (!equal(treeRoot(parseTile(bytes, tileWidth)), above)) throw differs(tilePath(tile))
    return bytes
  }

  #openEdge(): Promise<TileBytes[]> {
    this.#edge ??= openEdge(this.#fetch, this.tree).then((builder) => builder.edge())
    this.#edge.catch(() => {
      this.#edge = undefined
    })
    return this.#edge
  }

  #checkIndex(index: number): void {
    if (!Number.isSafeInteger(index) || index < 0 || index >= this.tree.size) {
      throw new ProofError('proof.out-of-range', { index, size: this.tree.size })
    }
  }
}

/** The right edge of a tree, checked: together its tiles make the root. */
export async function openEdge(fetch: Fetch, tree: Tree): Promise<TileBuilder> {
  const edge = await Promise.all(
    edgeOf(tree.size).map(async (tile) => ({
      ...tile,
      bytes: found(await fetchTile(fetch, tile), tilePath(tile)),
    })),
  )
  const builder = new TileBuilder(tree.size, edge)
  if (!equal(builder.root(), tree.root)) throw new StorageError('storage.root-differs', { size: tree.size })
  return builder
}

/** A tile of the right length. A log may drop a partial tile once the full one stands, so that is looked for too. */
export async function fetchTile(fetch: Fetch, tile: Tile): Promise<Uint8Array | undefined> {
  const { width } = tile
  const bytes = await fetch(tilePath(tile))
  if (bytes) parseTile(bytes, width)
  if (bytes || width === tileWidth) return bytes
  const full = await fetchTile(fetch, { ...tile, width: tileWidth })
  return full?.subarray(0, width * hashBytes)
}

/** A well-formed bundle, or the beginning of the full one, as with tiles. */
export async function fetchBundle(fetch: Fetch, bundle: Bundle): Promise<Uint8Array | undefined> {
  const { index, width } = bundle
  const bytes = await fetch(bundlePath(bundle))
  if (bytes || width === tileWidth) return bytes
  const full = await fetch(bundlePath({ index, width: tileWidth }))
  if (!full) return undefined
  const length = parseBundle(full, tileWidth)
    .slice(0, width)
    .reduce((sum, entry) => sum + 2 + entry.length, 0)
  return full.subarray(0, length)
}

function found(bytes: Uint8Array | undefined, path: string): Uint8Array {
  if (!bytes) throw new StorageError('storage.missing', { path })
  return bytes
}

const differs = (path: string) => new StorageError('storage.differs', { path })
