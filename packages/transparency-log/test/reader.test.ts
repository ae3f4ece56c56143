import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appendEntries,
  consistencyRanges,
  hashesOf,
  inclusionRanges,
  LogReader,
  leafHash,
  treeRoot,
} from '../src/index.ts'
import { codeOf, entriesUpTo, entry, flipBit, logOf } from './memory.ts'

const largest = 70_000
const { storage: big, tree: bigTree } = await logOf(entriesUpTo(largest))
const bigLeaves = entriesUpTo(largest).map(leafHash)

const somewhere = fc.integer({ min: 1, max: 1500 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.nat({ max: size - 1 }),
    old: fc.integer({ min: 1, max: size }),
  }),
)

test('proofs from tiles are the proofs made from memory', async () => {
  await fc.assert(
    fc.asyncProperty(somewhere, async ({ size, index, old }) => {
      const { storage, tree } = await logOf(entriesUpTo(size))
      const leaves = bigLeaves.slice(0, size)
      const reader = new LogReader(storage.read, tree)
      expect(await reader.inclusionProof(index)).toEqual(inclusionRanges(index, size).map(hashesOf(leaves)))
      expect(await reader.consistencyProof(old)).toEqual(consistencyRanges(old, size).map(hashesOf(leaves)))
      expect(await reader.rootAt(old)).toEqual(treeRoot(leaves.slice(0, old)))
      expect(await reader.leafHash(index)).toEqual(leaves[index])
      expect(await reader.entry(index)).toEqual(entry(index))
    }),
    { numRuns: 40 },
  )
})

test('so are those of a log of three levels', async () => {
  const reader = new LogReader(big.read, bigTree)
  for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
    const direct = inclusionRanges(index, largest).map(hashesOf(bigLeaves))
    expect(await reader.inclusionProof(index)).toEqual(direct)
  }
  for (const old of [1, 256, 65_536, 65_537, largest]) {
    const direct = consistencyRanges(old, largest).map(hashesOf(bigLeaves))
    expect(await reader.consistencyProof(old)).toEqual(direct)
  }
})

test('a proof takes the few tiles on its way, and no more', async () => {
  const fetched: string[] = []
  const fetch = async (path: string) => {
    fetched.push(path)
    return big.read(path)
  }
  await new LogReader(fetch, bigTree).inclusionProof(40_000)
  expect(fetched.sort()).toEqual([
    'tile/0/156',
    'tile/0/273.p/112',
    'tile/1/000',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
  ])
})

test('entries are read from any place to any other', async () => {
  const reader = new LogReader(big.read, bigTree)
  const read: Uint8Array[] = []
  for await (const bytes of reader.entries(250, 1030)) read.push(bytes)
  expect(read).toEqual(entriesUpTo(1030).slice(250))
  const last: Uint8Array[] = []
  for await (const bytes of reader.entries(69_990)) last.push(bytes)
  expect(last).toEqual(entriesUpTo(largest).slice(69_990))
  for await (const bytes of reader.entries(5, 5)) expect(bytes).toBe('nothing')
  expect(await codeOf(() => reader.entries(-1, 5).next())).toBe('proof.out-of-range')
  expect(await codeOf(() => reader.entries(5, largest + 1).next())).toBe('proof.out-of-range')
})

test('a reader of an older checkpoint reads on when its partial tiles are gone', async () => {
  const { storage, tree: old } = await logOf(entriesUpTo(300))
  const { filled } = await appendEntries(storage, old, entriesUpTo(600).slice(300))
  expect(filled).toContain('tile/entries/001')
  for (const path of storage.files.keys()) if (/001.p/.test(path)) storage.files.delete(path)
  const reader = new LogReader(storage.read, old)
  expect(await reader.entry(299)).toEqual(entry(299))
  expect(await reader.inclusionProof(7)).toEqual(inclusionRanges(7, 300).map(hashesOf(bigLeaves)))
  expect(await codeOf(() => reader.entry(300))).toBe('proof.out-of-range')
})

test('a bit changed in any tile or bundle is noticed, or was not needed', async () => {
  const { storage, tree } = await logOf(entriesUpTo(600))
  const leaves = bigLeaves.slice(0, 600)
  const paths = [...storage.files.keys()].filter((path) => path !== 'checkpoint')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.nat({ max: 599 }), async (path, at, index) => {
      const sound = storage.files.get(path)!
      storage.files.set(path, flipBit(sound, at % (sound.length * 8)))
      const reader = new LogReader(storage.read, tree)
      const noticed: unknown[] = await Promise.all(
        [reader.inclusionProof(index), reader.consistencyProof(index + 1), reader.entry(index)].map(
          (reading) => reading.catch((error) => String(error.code)),
        ),
      )
      storage.files.set(path, sound)
      const direct = [
        inclusionRanges(index, 600).map(hashesOf(leaves)),
        consistencyRanges(index + 1, 600).map(hashesOf(leaves)),
        entry(index),
      ]
      for (const [i, got] of noticed.entries()) {
        if (typeof got === 'string') expect(got).toMatch(/^(storage|tile|bundle)\./)
        else expect(got).toEqual(direct[i])
      }
    }),
    { numRuns: 200 },
  )
})

test('an entry that is not the one of its tile is refused', async () => {
  const { storage, tree } = await logOf(entriesUpTo(600))
  const bundle = storage.files.get('tile/entries/001')!
  storage.files.set('tile/entries/001', flipBit(bundle, 8 * (bundle.length - 1)))
  const reader = new LogReader(storage.read, tree)
  expect(await reader.entry(510)).toEqual(entry(510))
  expect(await codeOf(() => reader.entry(511))).toBe('storage.differs')
})

test('a tree that is not the one stored is refused at once', async () => {
  const reader = new LogReader(big.read, { size: largest, root: flipBit(bigTree.root, 3) })
  expect(await codeOf(() => reader.inclusionProof(0))).toBe('storage.root-differs')
})

test('a fetch that failed once is tried again', async () => {
  let isDown = true
  const fetch = async (path: string) => {
    if (isDown) throw new Error('no network')
    return big.read(path)
  }
  const reader = new LogReader(fetch, bigTree)
  await expect(reader.leafHash(5)).rejects.toThrow('no network')
  isDown = false
  expect(await reader.leafHash(5)).toEqual(bigLeaves[5])
  isDown = true
  await expect(reader.leafHash(40_000)).rejects.toThrow('no network')
  isDown = false
  expect(await reader.leafHash(40_000)).toEqual(bigLeaves[40_000])
})

test('an index outside the tree is refused', async () => {
  const reader = new LogReader(big.read, bigTree)
  for (const index of [-1, 0.5, largest, Number.NaN]) {
    expect(await codeOf(() => reader.leafHash(index))).toBe('proof.out-of-range')
    expect(await codeOf(() => reader.inclusionProof(index))).toBe('proof.out-of-range')
    expect(await codeOf(() => reader.entry(index))).toBe('proof.out-of-range')
  }
  expect(await codeOf(() => reader.consistencyProof(0))).toBe('proof.out-of-range')
  expect(await codeOf(() => reader.consistencyProof(largest + 1))).toBe('proof.out-of-range')
  expect(await codeOf(() => reader.rootAt(largest + 1))).toBe('proof.out-of-range')
})
