import { sha256 } from '#sha256'

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array

export const hashBytes = 32

// Hashing is synchronous and nothing here is re-entered, so one buffer for each prefix is enough.
const shortLeaf = new Uint8Array(1 + 1024)
const node = Uint8Array.of(0x01, ...new Uint8Array(2 * hashBytes))

/**
 * The hash of an entry as a leaf of the tree: SHA-256(0x00 || entry) (RFC 6962, section 2.1).
 * @example leafHash(new TextEncoder().encode('a petition was filed'))
 */
export function leafHash(entry: Uint8Array): Hash {
  const buffer = entry.length < shortLeaf.length ? shortLeaf : new Uint8Array(1 + entry.length)
  buffer.set(entry, 1)
  return sha256(buffer.subarray(0, 1 + entry.length))
}

/**
 * The hash of two neighbours: SHA-256(0x01 || left || right) (RFC 6962, section 2.1).
 * @example nodeHash(leafHash(first), leafHash(second))
 */
export function nodeHash(left: Hash, right: Hash): Hash {
  node.set(left, 1)
  node.set(right, 1 + hashBytes)
  return sha256(node)
}

/** The root of the tree without entries: SHA-256 of nothing (RFC 6962, section 2.1). @example { size: 0, root: emptyRoot } */
export const emptyRoot: Hash = sha256(new Uint8Array(0))
