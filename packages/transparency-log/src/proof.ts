import { equal } from './bytes.ts'
import { ProofError } from './errors.ts'
import { type Hash, hashBytes, nodeHash } from './leaf.ts'
import { treeRoot } from './tree.ts'

/** The entries from start up to, not including, end. */
export type Range = readonly [start: number, end: number]

/** A size or an index up to 2^64 - 1. Numbers must be exact, larger ones are bigints. */
export type Uint64 = number | bigint

/**
 * Which subtrees' hashes make up the inclusion proof of an entry, from the leaf up (RFC 6962, section 2.1.1).
 * A proof is these ranges with each replaced by its hash, from memory or from tiles.
 * @example inclusionRanges(2, 5) // [[3, 4], [0, 2], [4, 5]]
 */
export function inclusionRanges(index: number, size: number): Range[] {
  checkRange({ index, size, inside: isCount(index) && isCount(size) && index < size })
  const ranges: Range[] = []
  for (let [start, end] = [0, size]; end - start > 1; ) {
    const middle = start + splitOf(end - start)
    ranges.push(index < middle ? [middle, end] : [start, middle])
    if (index < middle) end = middle
    else start = middle
  }
  return ranges.reverse()
}

/**
 * Which subtrees' hashes make up the proof that the tree of size2 began as the tree of size1
 * (RFC 6962, section 2.1.2). Nothing is proven about an empty tree: size1 is at least 1.
 * @example consistencyRanges(3, 5) // [[2, 3], [3, 4], [0, 2], [4, 5]]
 */
export function consistencyRanges(size1: number, size2: number): Range[] {
  return subtreeConsistencyRanges(0, size1, size2)
}

/**
 * The same for any subtree [start, end) of the tree (draft-ietf-plants-merkle-tree-certs, subtrees).
 * @example subtreeConsistencyRanges(4, 6, 8) // [[6, 8], [0, 4]]
 */
export function subtreeConsistencyRanges(start: number, end: number, size: number): Range[] {
  checkRange({ start, end, size, inside: isSubtree(start, end) && isCount(size) && end <= size })
  const ranges: Range[] = []
  let [low, high, isWhole] = [0, size, true]
  while (start !== low || end !== high) {
    const middle = low + splitOf(high - low)
    if (end <= middle) {
      ranges.push([middle, high])
      high = middle
    } else {
      ranges.push([low, middle])
      isWhole &&= start >= middle
      low = middle
      start = Math.max(start, middle)
    }
  }
  if (!isWhole) ranges.push([low, high])
  return ranges.reverse()
}

/**
 * Hashes of ranges of a tree held in memory.
 * @example const proof = inclusionRanges(index, leaves.length).map(hashesOf(leaves))
 */
export function hashesOf(leaves: readonly Hash[]): (range: Range) => Hash {
  return ([start, end]) => treeRoot(leaves.slice(start, end))
}

/**
 * Throws unless the leaf is the entry number `index` of the tree (RFC 9162, section 2.1.3.2).
 * @example checkInclusion({ leaf: leafHash(entry), index: 2, size: 5, proof, root })
 */
export function checkInclusion(claim: {
  leaf: Hash
  index: Uint64
  size: Uint64
  proof: readonly Hash[]
  root: Hash
}): void {
  checkSubtreeInclusion({ ...claim, start: 0, end: claim.size })
}

/**
 * Throws unless the leaf is the entry number `index` of the log, within its subtree [start, end)
 * (draft-ietf-plants-merkle-tree-certs, subtree inclusion proofs).
 * @example checkSubtreeInclusion({ leaf, index: 9, start: 8, end: 16, proof, root: subtreeRoot })
 */
export function checkSubtreeInclusion(claim: {
  leaf: Hash
  index: Uint64
  start: Uint64
  end: Uint64
  proof: readonly Hash[]
  root: Hash
}): void {
  const { leaf, proof, root } = claim
  const [index, start, end] = [uint64(claim.index), uint64(claim.start), uint64(claim.end)]
  const inside = start <= index && index < end && isSubtree(start, end)
  checkRange({ index: `${index}`, start: `${start}`, end: `${end}`, inside })
  checkHashes([leaf, root, ...proof])

  let [node, last, hash] = [index - start, end - start - 1n, leaf]
  for (const sibling of proof) {
    if (last === 0n) throw new ProofError('proof.too-long', { hashes: proof.length })
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(node) && node !== 0n) [node, last] = [node >> 1n, last >> 1n]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [node >> 1n, last >> 1n]
  }
  if (last !== 0n) throw new ProofError('proof.too-short', { hashes: proof.length })
  if (!equal(hash, root)) throw new ProofError('proof.root-differs')
}

/**
 * Throws unless the tree of size2 began as the tree of size1 (RFC 9162, section 2.1.4.2).
 * @example checkConsistency({ size1: 3, root1, size2: 5, root2, proof })
 */
export function checkConsistency(claim: {
  size1: Uint64
  root1: Hash
  size2: Uint64
  root2: Hash
  proof: readonly Hash[]
}): void {
  checkSubtreeConsistency({ ...claim, start: 0, end: claim.size1, size: claim.size2 })
}

/**
 * Throws unless root1 is the root of the subtree [start, end) of the tree with root2
 * (draft-ietf-plants-merkle-tree-certs, subtree consistency proofs).
 * @example checkSubtreeConsistency({ start: 4, end: 6, root1: subtreeRoot, size: 8, root2, proof })
 */
export function checkSubtreeConsistency(claim: {
  start: Uint64
  end: Uint64
  root1: Hash
  size: Uint64
  root2: Hash
  proof: readonly Hash[]
}): void {
  const { root1, root2 } = claim
  const [start, end, size] = [uint64(claim.start), uint64(claim.end), uint64(claim.size)]
  const inside = isSubtree(start, end) && end <= size
  checkRange({ start: `${start}`, end: `${end}`, size: `${size}`, inside })
  checkHashes([root1, root2, ...claim.proof])

  // The walk starts at the subtree's last perfect part. Where that is the whole subtree, its hash is root1.
  let [first, node, last] = [start, end - 1n, size - 1n]
  const up = () => {
    ;[first, node, last] = [first >> 1n, node >> 1n, last >> 1n]
  }
  if (node === last) while (first !== node) up()
  else while (first !== node && isOdd(node)) up()
  const proof = first === node ? [root1, ...claim.proof] : claim.proof
  const [seed, ...path] = proof
  if (!seed) throw new ProofError('proof.too-short', { hashes: 0 })

  let [hash1, hash2] = [seed, seed]
  for (const sibling of path) {
    if (last === 0n) throw new ProofError('proof.too-long', { hashes: claim.proof.length })
    if (isOdd(node) || node === last) {
      if (first < node) hash1 = nodeHash(sibling, hash1)
      hash2 = nodeHash(sibling, hash2)
      while (!isOdd(node) && node !== 0n) up()
    } else {
      hash2 = nodeHash(hash2, sibling)
    }
    up()
  }
  if (last !== 0n) throw new ProofError('proof.too-short', { hashes: claim.proof.length })
  if (!equal(hash1, root1)) throw new ProofError('proof.old-root-differs')
  if (!equal(hash2, root2)) throw new ProofError('proof.root-differs')
}

/** The size of the left half of a tree of `size` leaves: the largest power of two below it. */
function splitOf(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/** Whether a tree has a node over exactly [start, end): start is a multiple of the power of two that holds it. */
function isSubtree(start: Uint64, end: Uint64): boolean {
  if (!isCount(start) || !isCount(end) || start >= end) return false
  const [from, length] = [BigInt(start), BigInt(end) - BigInt(start)]
  let width = 1n
  while (width < length) width *= 2n
  return from % width === 0n
}

const isOdd = (value: bigint) => (value & 1n) === 1n
const isCount = (value: Uint64) => (typeof value === 'bigint' || Number.isSafeInteger(value)) && value >= 0

function uint64(value: Uint64): bigint {
  if (!isCount(value) || value > 0xffff_ffff_ffff_ffffn) {
    throw new ProofError('proof.out-of-range', { value: `${value}` })
  }
  return BigInt(value)
}

function checkRange({
  inside,
  ...facts
}: { inside: boolean } & Record<string, string | number | boolean>): void {
  if (!inside) throw new ProofError('proof.out-of-range', facts)
}

function checkHashes(hashes: readonly Hash[]): void {
  const wrong = hashes.find((hash) => hash.length !== hashBytes)
  if (wrong) throw new ProofError('proof.hash-length', { bytes: wrong.length })
}
