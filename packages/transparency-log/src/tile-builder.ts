import { type Hash, hashBytes } from './leaf.ts'
import { edgeOf, parseTile, type Tile, tileWidth } from './tile.ts'
import { TreeBuilder, treeRoot } from './tree.ts'

export type TileBytes = Tile & { readonly bytes: Uint8Array }

/** Makes the tiles of a growing tree (c2sp.org/tlog-tiles); holds one unfinished tile for each level. */
export class TileBuilder {
  #levels: Uint8Array[] = []
  #size: number

  /** Goes on from a tree of which the tiles at the right edge are given, as `edgeOf(size)` names them. */
  constructor(size = 0, edge: readonly TileBytes[] = []) {
    this.#size = size
    for (const { level, bytes } of edge) this.#level(level).set(bytes)
  }

  get size(): number {
    return this.#size
  }

  /** Adds a leaf, and returns the tiles that it filled, from level 0 up. */
  push(leaf: Hash): TileBytes[] {
    const filled: TileBytes[] = []
    let [hash, position] = [leaf, this.#size++]
    for (let level = 0; ; level++) {
      const bytes = this.#level(level)
      const index = Math.floor(position / tileWidth)
      bytes.set(hash, (position % tileWidth) * hashBytes)
      if (position % tileWidth < tileWidth - 1) return filled
      filled.push({ level, index, width: tileWidth, bytes })
      this.#levels[level] = newTile()
      ;[hash, position] = [treeRoot(parseTile(bytes, tileWidth)), index]
    }
  }

  /** The unfinished tiles, from level 0 up. */
  edge(): TileBytes[] {
    return edgeOf(this.#size).map((tile) => ({
      ...tile,
      bytes: this.#level(tile.level).slice(0, tile.width * hashBytes),
    }))
  }

  root(): Hash {
    const tree = new TreeBuilder()
    for (const { level, width, bytes } of this.edge().reverse()) {
      for (const hash of parseTile(bytes, width)) tree.append(hash, 8 * level)
    }
    return tree.root()
  }

  #level(level: number): Uint8Array {
    this.#levels[level] ??= newTile()
    return this.#levels[level]
  }
}

const newTile = () => new Uint8Array(tileWidth * hashBytes)
