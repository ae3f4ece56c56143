import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkConsistency,
  checkInclusion,
  checkSubtreeConsistency,
  checkSubtreeInclusion,
  consistencyRanges,
  emptyRoot,
  hashesOf,
  inclusionRanges,
  leafHash,
  nodeHash,
  subtreeConsistencyRanges,
  TreeBuilder,
  treeRoot,
} from '../src/index.ts'
import { base64, codeOf, entriesUpTo, flipBit, vectors } from './memory.ts'

const rfc6962 = vectors('rfc6962')
const merkle = vectors('merkle')
const leaves = entriesUpTo(1001).map(leafHash)
const rootOf = (size: number) => treeRoot(leaves.slice(0, size))

for (const [size, root] of Object.entries<string>(rfc6962.roots)) {
  test(`the root of ${size} entries is the one of the vectors`, () => {
    expect(rootOf(Number(size))).toEqual(base64(root))
  })
}

for (const { index, size, leafHash: leaf, proof } of rfc6962.inclusion) {
  test(`the inclusion proof of entry ${index} of ${size} is the one of the vectors, and holds`, () => {
    const made = inclusionRanges(index, size).map(hashesOf(leaves))
    expect(made).toEqual(proof.map(base64))
    checkInclusion({ leaf: base64(leaf), index, size, proof: made, root: rootOf(size) })
  })
}

for (const { size1, size2, proof } of rfc6962.consistency) {
  test(`the consistency proof from ${size1} to ${size2} is the one of the vectors, and holds`, () => {
    const made = consistencyRanges(size1, size2).map(hashesOf(leaves))
    expect(made).toEqual(proof.map(base64))
    checkConsistency({ size1, root1: rootOf(size1), size2, root2: rootOf(size2), proof: made })
  })
}

const wanted = (wantErr: boolean) => (wantErr ? /^proof\./ : /^accepted$/)

for (const v of merkle.inclusion) {
  test(`inclusion ${v.file}: ${v.desc} is ${v.wantErr ? 'refused' : 'accepted'}`, async () => {
    const proof = v.proof.map(base64)
    const claim = {
      index: BigInt(v.leafIdx),
      size: BigInt(v.treeSize),
      leaf: base64(v.leafHash),
      root: base64(v.root),
    }
    expect(await codeOf(() => checkInclusion({ ...claim, proof }))).toMatch(wanted(v.wantErr))
  })
}

for (const v of merkle.consistency) {
  test(`consistency ${v.file}: ${v.desc} is ${v.wantErr ? 'refused' : 'accepted'}`, async () => {
    const claim = {
      size1: BigInt(v.size1),
      size2: BigInt(v.size2),
      root1: base64(v.root1),
      root2: base64(v.root2),
    }
    expect(await codeOf(() => checkConsistency({ ...claim, proof: v.proof.map(base64) }))).toMatch(
      wanted(v.wantErr),
    )
  })
}

for (const v of merkle.subtreeinclusion) {
  test(`subtree inclusion ${v.file}: ${v.desc} is ${v.wantErr ? 'refused' : 'accepted'}`, async () => {
    const range = { index: BigInt(v.leafIdx), start: BigInt(v.start), end: BigInt(v.end) }
    const claim = { ...range, leaf: base64(v.leafHash), root: base64(v.root), proof: v.proof.map(base64) }
    expect(await codeOf(() => checkSubtreeInclusion(claim))).toMatch(wanted(v.wantErr))
  })
}

for (const v of merkle.subtreeconsistency) {
  test(`subtree consistency ${v.file}: ${v.desc} is ${v.wantErr ? 'refused' : 'accepted'}`, async () => {
    const range = { start: BigInt(v.start), end: BigInt(v.end), size: BigInt(v.size) }
    const claim = { ...range, root1: base64(v.root1), root2: base64(v.root2), proof: v.proof.map(base64) }
    expect(await codeOf(() => checkSubtreeConsistency(claim))).toMatch(wanted(v.wantErr))
  })
}

test('nothing is proven about an empty tree, not even that it is itself', async () => {
  const claim = { size1: 0, root1: emptyRoot, size2: 0, root2: emptyRoot, proof: [] }
  expect(await codeOf(() => checkConsistency(claim))).toBe('proof.out-of-range')
  expect(await codeOf(() => consistencyRanges(0, 5))).toBe('proof.out-of-range')
})

test('sizes that no number holds exactly are refused, and bigints are not', async () => {
  const [root, proof] = [rootOf(1), Array.from({ length: 60 }, () => rootOf(1))]
  expect(await codeOf(() => checkInclusion({ leaf: root, index: 0, size: 2 ** 60, proof, root }))).toBe(
    'proof.out-of-range',
  )
  expect(await codeOf(() => checkInclusion({ leaf: root, index: 0n, size: 2n ** 60n, proof, root }))).toBe(
    'proof.root-differs',
  )
  expect(await codeOf(() => checkInclusion({ leaf: root, index: 0n, size: 2n ** 64n, proof, root }))).toBe(
    'proof.out-of-range',
  )
})

test('a proof longer than the tree is high is refused even if its hashes lead to the root', async () => {
  const [leaf, above] = [leaves[0]!, leaves[1]!]
  const root = nodeHash(above, leaf)
  expect(await codeOf(() => checkInclusion({ leaf, index: 0, size: 1, proof: [above], root }))).toBe(
    'proof.too-long',
  )
  const claim = { size1: 1, root1: root, size2: 1, root2: root, proof: [above] }
  expect(await codeOf(() => checkConsistency({ ...claim, root1: leaf, root2: root }))).toBe('proof.too-long')
})

test('a range that no node of the tree covers is refused', async () => {
  const claim = { start: 1, end: 3, root1: rootOf(2), size: 3, root2: rootOf(3), proof: [] }
  expect(await codeOf(() => subtreeConsistencyRanges(1, 3, 8))).toBe('proof.out-of-range')
  expect(await codeOf(() => checkSubtreeConsistency(claim))).toBe('proof.out-of-range')
  const inclusion = { leaf: leaves[1]!, index: 1, start: 1, end: 3, proof: [leaves[2]!] }
  const root = treeRoot(leaves.slice(1, 3))
  expect(await codeOf(() => checkSubtreeInclusion({ ...inclusion, root }))).toBe('proof.out-of-range')
})

const someTree = fc
  .integer({ min: 1, max: 300 })
  .chain((size) =>
    fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }), bit: fc.nat({ max: 255 }) }),
  )

test('every inclusion proof holds for its entry, and with one bit changed anywhere it does not', async () => {
  await fc.assert(
    fc.asyncProperty(someTree, fc.nat(), async ({ size, index, bit }, at) => {
      const proof = inclusionRanges(index, size).map(hashesOf(leaves))
      const claim = { leaf: leaves[index]!, index, size, proof, root: rootOf(size) }
      checkInclusion(claim)
      const wrong = [
        { ...claim, leaf: flipBit(claim.leaf, bit) },
        { ...claim, root: flipBit(claim.root, bit) },
        { ...claim, proof: [...proof, leaves[0]!] },
        ...(proof.length ? [{ ...claim, proof: proof.slice(1) }] : []),
        ...(proof.length
          ? [
              {
                ...claim,
                proof: proof.map((hash, i) => (i === at % proof.length ? flipBit(hash, bit) : hash)),
              },
            ]
          : []),
        ...(size > 1 ? [{ ...claim, index: (index + 1) % size }] : []),
      ]
      for (const claim of wrong) expect(await codeOf(() => checkInclusion(claim))).toMatch(/^proof\./)
    }),
  )
})

test('every consistency proof holds, of subtrees too, and with one bit changed anywhere it does not', async () => {
  const ranges = fc.record({ size: fc.integer({ min: 1, max: 300 }), a: fc.nat(), b: fc.nat() })
  await fc.assert(
    fc.asyncProperty(ranges, fc.nat({ max: 255 }), fc.nat(), async ({ size, a, b }, bit, at) => {
      const width = 2 ** (b % 9)
      const start = Math.floor((a % size) / width) * width
      const end = Math.min(size, start + 1 + (a % width))
      const proof = subtreeConsistencyRanges(start, end, size).map(hashesOf(leaves))
      const claim = {
        start,
        end,
        root1: treeRoot(leaves.slice(start, end)),
        size,
        root2: rootOf(size),
        proof,
      }
      checkSubtreeConsistency(claim)
      const wrong = [
        { ...claim, root1: flipBit(claim.root1, bit) },
        { ...claim, root2: flipBit(claim.root2, bit) },
        { ...claim, proof: [...proof, leaves[0]!] },
        ...(proof.length
          ? [
              {
                ...claim,
                proof: proof.map((hash, i) => (i === at % proof.length ? flipBit(hash, bit) : hash)),
              },
            ]
          : []),
        ...(proof.length ? [{ ...claim, proof: proof.slice(0, -1) }] : []),
      ]
      for (const claim of wrong)
        expect(await codeOf(() => checkSubtreeConsistency(claim))).toMatch(/^proof\./)
    }),
  )
})

test('a growing tree has at each size the root of a tree made at once, also when whole subtrees are added', () => {
  const [one, many] = [new TreeBuilder(), new TreeBuilder()]
  for (let size = 0; size < 200; size++) {
    expect(one.root()).toEqual(rootOf(size))
    one.append(leaves[size]!)
  }
  many.append(rootOf(128), 7)
  many.append(treeRoot(leaves.slice(128, 192)), 6)
  for (const leaf of leaves.slice(192, 200)) many.append(leaf)
  expect([many.size, many.root()]).toEqual([one.size, one.root()])
  expect(() => many.append(leaves[0]!, 4)).toThrow('tree.unaligned')
})
