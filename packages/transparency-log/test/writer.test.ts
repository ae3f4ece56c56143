import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appendEntries,
  bundlePath,
  bundlesOf,
  leafHash,
  tilePath,
  tilesOf,
  treeRoot,
  verifyLog,
} from '../src/index.ts'
import { codeOf, entriesUpTo, entry, flipBit, logOf, Memory, none, vkey } from './memory.ts'

const batches = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 6 })

async function grow(storage: Memory, sizes: readonly number[]) {
  let tree: { size: number; root: Uint8Array; filled: string[] } = { ...none, filled: [] }
  const filled: string[] = []
  for (const more of sizes) {
    tree = await appendEntries(
      storage,
      tree,
      Array.from({ length: more }, (_, i) => entry(tree.size + i)),
    )
    filled.push(...tree.filled)
  }
  return { ...tree, filled }
}

test('however a log grew, it has the root and the files of a log written at once', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (sizes) => {
      const storage = new Memory()
      const tree = await grow(storage, sizes)
      expect(tree.size).toBe(sizes.reduce((sum, more) => sum + more, 0))
      expect(tree.root).toEqual(treeRoot(entriesUpTo(tree.size).map(leafHash)))
      const { storage: once } = await logOf(entriesUpTo(tree.size))
      for (const path of [
        ...[...tilesOf(tree.size)].map(tilePath),
        ...[...bundlesOf(tree.size)].map(bundlePath),
      ]) {
        expect(storage.files.get(path), path).toEqual(once.files.get(path))
      }
    }),
    { numRuns: 30 },
  )
})

test('what filled up is named, and its partial forerunners are not needed any more', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (sizes) => {
      const storage = new Memory()
      const tree = await grow(storage, sizes)
      const full = [...tilesOf(tree.size)].filter(({ width }) => width === 256).map(tilePath)
      const bundles = [...bundlesOf(tree.size)].filter(({ width }) => width === 256).map(bundlePath)
      expect(tree.filled.toSorted()).toEqual([...full, ...bundles].toSorted())
      for (const path of storage.files.keys()) {
        if (tree.filled.some((filled) => path.startsWith(`${filled}.p/`))) storage.files.delete(path)
      }
      await storage.sign(tree)
      expect((await verifyLog({ fetch: storage.read, vkey, at: 1000 })).findings).toEqual([])
      await appendEntries(storage, tree, entriesUpTo(3))
    }),
    { numRuns: 20 },
  )
})

test('only what changed is written, and nothing if nothing was appended', async () => {
  const { storage, tree } = await logOf(entriesUpTo(300))
  const written: string[] = []
  const noting = { read: storage.read, write: async (path: string) => void written.push(path) }
  expect(await appendEntries(noting, tree, [])).toEqual({ ...tree, filled: [] })
  expect(written).toEqual([])
  await appendEntries(noting, tree, [entry(300)])
  expect(written).toEqual(['tile/entries/001.p/45', 'tile/0/001.p/45'])
})

test('a writer that dies at any write is followed by one that goes on from the last checkpoint', async () => {
  const run = fc.record({
    first: fc.nat({ max: 600 }),
    more: fc.integer({ min: 1, max: 600 }),
    death: fc.nat({ max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(run, async ({ first, more, death }) => {
      const { storage, tree } = await logOf(entriesUpTo(first))
      const lost = Array.from({ length: more }, (_, i) => entry(10_000 + i))
      let writes = 0
      const dying = {
        read: storage.read,
        async write(path: string, bytes: Uint8Array) {
          if (writes++ === death) throw new Error('killed')
          await storage.write(path, bytes)
        },
      }
      await appendEntries(dying, tree, lost).catch((error) => expect(error.message).toBe('killed'))
      expect((await verifyLog({ fetch: storage.read, vkey, at: 1000 })).findings).toEqual([])
      const next = await appendEntries(storage, tree, [entry(first), entry(first + 1)])
      await storage.sign(next)
      expect(next.root).toEqual(treeRoot(entriesUpTo(first + 2).map(leafHash)))
      expect((await verifyLog({ fetch: storage.read, vkey, at: 1000 })).findings).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a log damaged at its right edge is not extended', async () => {
  const { storage, tree } = await logOf(entriesUpTo(300))
  for (const [path, code] of [
    ['tile/0/001.p/44', 'storage.root-differs'],
    ['tile/1/000.p/1', 'storage.root-differs'],
    ['tile/entries/001.p/44', 'storage.differs'],
  ] as const) {
    const sound = storage.files.get(path)!
    storage.files.set(path, flipBit(sound, 99))
    expect(await codeOf(() => appendEntries(storage, tree, [entry(300)])), path).toBe(code)
    storage.files.delete(path)
    expect(await codeOf(() => appendEntries(storage, tree, [entry(300)])), path).toBe('storage.missing')
    storage.files.set(path, sound)
  }
})

test('an entry that is too long is refused before anything is written', async () => {
  const storage = new Memory()
  const entries = [...entriesUpTo(300), new Uint8Array(65_536)]
  expect(await codeOf(() => appendEntries(storage, none, entries))).toBe('bundle.entry-too-long')
  expect(storage.files.size).toBe(0)
})
