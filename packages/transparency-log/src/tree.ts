import { ProofError } from './errors.ts'
import { emptyRoot, type Hash, nodeHash } from './leaf.ts'

/** A tree as a checkpoint names it: how many entries, and the hash over all of them. */
export type Tree = { readonly size: number; readonly root: Hash }

/**
 * A tree that only grows (RFC 6962, section 2.1). It keeps one hash for each perfect subtree from left to
 * right, so a million entries take twenty hashes of memory.
 * @example const tree = new TreeBuilder(); tree.append(leafHash(entry)); tree.root()
 */
export class TreeBuilder {
  #hashes: Hash[] = []
  #heights: number[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Adds a leaf, or with a height the root of a perfect subtree of 2^height leaves, at the right. */
  append(hash: Hash, height = 0): void {
    if (this.#size % 2 ** height !== 0) throw new ProofError('tree.unaligned', { size: this.#size, height })
    this.#size += 2 ** height
    while (this.#heights.at(-1) === height) {
      hash = nodeHash(this.#hashes.pop()!, hash)
      this.#heights.pop()
      height++
    }
    this.#hashes.push(hash)
    this.#heights.push(height)
  }

  root(): Hash {
    return this.#hashes.length ? this.#hashes.reduceRight((right, left) => nodeHash(left, right)) : emptyRoot
  }
}

/**
 * The root over leaf hashes (RFC 6962, section 2.1).
 * @example treeRoot(entries.map(leafHash))
 */
export function treeRoot(leaves: Iterable<Hash>): Hash {
  const tree = new TreeBuilder()
  for (const leaf of leaves) tree.append(leaf)
  return tree.root()
}
