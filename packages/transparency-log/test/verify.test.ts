import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addSignature,
  appendEntries,
  type Checkpoint,
  cosignatureSigner,
  generateKey,
  leafHash,
  signCheckpoint,
  treeRoot,
  verifyLog,
} from '../src/index.ts'
import { entriesUpTo, entry, flipBit, logOf, Memory, none, origin, skey, text, utf8, vkey } from './memory.ts'

const verify = (storage: Memory, options: Partial<Parameters<typeof verifyLog>[0]> = {}) =>
  verifyLog({ fetch: storage.read, vkey, at: 1000, ...options })

const codes = async (...args: Parameters<typeof verify>) => [
  ...new Set((await verify(...args)).findings.map(({ code }) => code)),
]

for (const size of [0, 1, 255, 256, 257, 511, 512, 70_000]) {
  test(`a sound log of ${size} entries verifies, and every entry is handed on once, in order`, async () => {
    const { storage, tree } = await logOf(entriesUpTo(size))
    const handed: Uint8Array[] = []
    const progress: number[] = []
    const report = await verify(storage, {
      at: 1060,
      maxAge: 60,
      onEntry: (index, bytes) => {
        expect(index).toBe(handed.length)
        handed.push(bytes)
      },
      onProgress: (done) => progress.push(done),
    })
    expect(report).toMatchObject({ ok: true, found: 0, findings: [], age: 60, checked: { entries: size } })
    expect(report.checkpoint).toEqual({ origin, size, root: tree.root, extensions: [] })
    expect(report.message).toBe(text(storage.files.get('checkpoint')))
    expect(handed).toEqual(entriesUpTo(size))
    expect(progress.at(-1) ?? 0).toBe(size)
  })
}

const tampering = fc.integer({ min: 2, max: 600 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    at: fc.nat({ max: size - 1 }),
    to: fc.nat({ max: size - 1 }),
    bit: fc.nat(),
    kind: fc.constantFrom('changed' as const, 'dropped' as const, 'swapped' as const, 'inserted' as const),
  }),
)

/** The entries after one of them was changed in one bit, dropped, swapped with another, or one was inserted. */
function tamper({
  size,
  at,
  to,
  bit,
  kind,
}: {
  size: number
  at: number
  to: number
  bit: number
  kind: string
}) {
  const entries = entriesUpTo(size)
  if (kind === 'changed') entries[at] = flipBit(entries[at]!, bit % (entries[at]!.length * 8))
  if (kind === 'dropped') entries.splice(at, 1)
  if (kind === 'inserted') entries.splice(at, 0, entry(size))
  if (kind === 'swapped') {
    const other = to === at ? (at + 1) % size : to
    ;[entries[at], entries[other]] = [entries[other]!, entries[at]!]
  }
  return entries
}

test('entries changed, dropped, swapped or inserted are found if only the bundles were rewritten', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, async (how) => {
      const { storage } = await logOf(entriesUpTo(how.size))
      const { storage: forged } = await logOf([...tamper(how), entry(how.size + 1)].slice(0, how.size))
      for (const [path, bytes] of forged.files) {
        if (path.startsWith('tile/entries/')) storage.files.set(path, bytes)
      }
      expect(await codes(storage)).toContain('entry.differs')
    }),
    { numRuns: 60 },
  )
})

test('they are found if tiles were rewritten with them, for the signed root is of the true entries', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, async (how) => {
      const { storage } = await logOf(entriesUpTo(how.size))
      const { storage: forged } = await logOf(tamper(how))
      forged.files.set('checkpoint', storage.files.get('checkpoint')!)
      expect((await verify(forged)).ok).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('they are found if the log itself signed the rewritten history, by whoever knows an earlier checkpoint', async () => {
  await fc.assert(
    fc.asyncProperty(tampering, fc.nat({ max: 300 }), async (how, more) => {
      const known = { origin, size: how.size, root: treeRoot(entriesUpTo(how.size).map(leafHash)) }
      const later = Array.from({ length: more }, (_, i) => entry(how.size + 1 + i))
      const { storage } = await logOf([...tamper(how), ...later])
      expect((await verify(storage)).ok).toBe(true)
      const found = await codes(storage, { known })
      if (how.kind === 'dropped' && more === 0) expect(found).toEqual(['known.larger'])
      else expect(found).toEqual(['known.differs'])
    }),
    { numRuns: 60 },
  )
})

test('a bit changed in any file is found', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  const all = new Map(storage.files)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all.keys()), fc.nat(), async (path, at) => {
      const bytes = all.get(path)!
      storage.files.set(path, flipBit(bytes, at % (bytes.length * 8)))
      const report = await verify(storage, { maxAge: 60 })
      storage.files.set(path, bytes)
      expect(report.ok, path).toBe(false)
    }),
    { numRuns: 150 },
  )
  expect((await verify(storage, { maxAge: 60 })).ok).toBe(true)
})

test('any file lost is found, and named', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  for (const [path, bytes] of [...storage.files]) {
    storage.files.delete(path)
    const { findings } = await verify(storage)
    expect(findings[0]?.facts, path).toMatchObject({ path })
    expect(findings[0]?.code).toMatch(/^(checkpoint|tile|bundle)\.missing$/)
    storage.files.set(path, bytes)
  }
})

test('any file that is cut or goes on is found', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  for (const [path, bytes] of [...storage.files]) {
    for (const wrong of [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Uint8Array.of(...bytes, 0),
      new Uint8Array(0),
    ]) {
      storage.files.set(path, wrong)
      const { findings } = await verify(storage)
      expect(findings[0]?.code, path).toMatch(/^(checkpoint\.refused|(tile|bundle)\.malformed)$/)
    }
    storage.files.set(path, bytes)
  }
})

test('the findings say which entry, which tile and which hash in it', async () => {
  const { storage, tree } = await logOf(entriesUpTo(600))
  const bundle = storage.files.get('tile/entries/001')!
  storage.files.set('tile/entries/001', flipBit(bundle, 8 * (bundle.length - 1)))
  expect((await verify(storage)).findings).toMatchObject([
    { code: 'entry.differs', facts: { index: 511 } },
    { code: 'tile.differs', facts: { path: 'tile/1/000.p/2', hash: 1 } },
    { code: 'root.differs', facts: { size: 600, root: Buffer.from(tree.root).toString('base64') } },
  ])
})

test('a lost bundle is stood in for by its tile, so that the rest is still checked', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  storage.files.delete('tile/entries/000')
  const { findings, checked } = await verify(storage)
  expect(findings).toEqual([{ code: 'bundle.missing', facts: { path: 'tile/entries/000' } }])
  expect(checked.entries).toBe(344)
})

test('where bundle and tile are both lost the verification ends, and says where', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  storage.files.delete('tile/entries/001')
  storage.files.delete('tile/0/001')
  expect((await verify(storage)).findings.at(-1)).toEqual({
    code: 'log.unreadable',
    facts: { index: 256, size: 600 },
  })
})

test('a shift of everything is counted in full, and listed up to a hundred findings', async () => {
  const { storage } = await logOf(entriesUpTo(600))
  const { storage: shifted } = await logOf(entriesUpTo(601).slice(1))
  for (const path of ['tile/entries/000', 'tile/entries/001'])
    storage.files.set(path, shifted.files.get(path)!)
  const report = await verify(storage)
  expect(report.findings).toHaveLength(100)
  expect(report.found).toBe(512 + 2)
})

test('a log that grew honestly is consistent with every checkpoint it had', async () => {
  const storage = new Memory()
  const seen: Checkpoint[] = []
  let tree = none
  for (const size of [0, 1, 200, 256, 300, 512, 700]) {
    tree = await appendEntries(storage, tree, entriesUpTo(size).slice(tree.size))
    await storage.sign(tree)
    seen.push((await verify(storage)).checkpoint!)
  }
  for (const known of seen) expect(await codes(storage, { known })).toEqual([])
})

test('a checkpoint verifies while the log grows on and drops the partial tiles it needed', async () => {
  const { storage, tree } = await logOf(entriesUpTo(300))
  await appendEntries(storage, tree, entriesUpTo(600).slice(300))
  for (const path of storage.files.keys()) if (/001.p/.test(path)) storage.files.delete(path)
  expect(await codes(storage)).toEqual([])
})

test('a full tile of a higher level that does not follow from the entries is found', async () => {
  const { storage } = await logOf(entriesUpTo(65_536))
  storage.files.set('tile/1/000', flipBit(storage.files.get('tile/1/000')!, 8 * 32 * 200))
  expect((await verify(storage)).findings).toEqual([
    { code: 'tile.differs', facts: { path: 'tile/1/000', hash: 200 } },
  ])
})

test('a known checkpoint of another log, or of a longer one, cannot be grown out of', async () => {
  const { storage, tree } = await logOf(entriesUpTo(5))
  expect(await codes(storage, { known: { ...tree, origin: 'elsewhere' } })).toEqual(['known.other-log'])
  expect(await codes(storage, { known: { ...tree, origin, size: 6 } })).toEqual(['known.larger'])
})

test('age is told by the newest cosignature: stale, absent and future ones are found', async () => {
  const { storage, tree } = await logOf(entriesUpTo(5))
  expect(await codes(storage, { at: 1060, maxAge: 60 })).toEqual([])
  expect((await verify(storage, { at: 1061, maxAge: 60 })).findings).toEqual([
    { code: 'checkpoint.stale', facts: { time: 1000, age: 61, maxAge: 60 } },
  ])
  expect(await codes(storage, { at: 1_000_000 })).toEqual([])
  expect(await codes(storage, { at: 700 })).toEqual([])
  expect(await codes(storage, { at: 699 })).toEqual(['cosignature.future'])
  await storage.write('checkpoint', utf8(await signCheckpoint({ origin, ...tree }, skey)))
  expect(await codes(storage, { maxAge: 60 })).toEqual(['cosignature.missing'])
  expect(await codes(storage)).toEqual([])
})

test('a witness named as cosigner is the one whose time counts', async () => {
  const witness = await generateKey('witness.example/w1', new Uint8Array(32).fill(2))
  const { storage } = await logOf(entriesUpTo(5))
  const options = { cosigners: [witness.vkey], maxAge: 60, at: 1100 }
  expect(await codes(storage, options)).toEqual(['cosignature.missing'])
  const cosigner = await cosignatureSigner(witness.skey, 1090)
  await storage.write(
    'checkpoint',
    utf8(await addSignature(text(await storage.read('checkpoint')), cosigner)),
  )
  expect((await verify(storage, options)).age).toBe(10)
  expect(await codes(storage, options)).toEqual([])
})

test('a checkpoint that is not of this log is refused, and says why', async () => {
  const { storage, tree } = await logOf(entriesUpTo(5))
  const other = await generateKey(origin, new Uint8Array(32).fill(3))
  expect((await verify(storage, { vkey: other.vkey })).findings).toMatchObject([
    { code: 'checkpoint.refused', facts: { why: 'note.unsigned' } },
  ])
  await storage.write('checkpoint', utf8(await signCheckpoint({ ...tree, origin: 'elsewhere' }, skey)))
  expect((await verify(storage)).findings).toMatchObject([
    { code: 'checkpoint.refused', facts: { why: 'checkpoint.other-origin', origin: 'elsewhere' } },
  ])
})

test('a connection that breaks is not a finding: it is thrown, and so is what a callback throws', async () => {
  const { storage } = await logOf(entriesUpTo(5000))
  const fetch = async (path: string) => {
    if (path === 'tile/entries/000') await new Promise((resolve) => setTimeout(resolve, 5))
    if (path === 'tile/entries/005') throw new Error('no network')
    return storage.read(path)
  }
  await expect(verify(storage, { fetch })).rejects.toThrow('no network')
  const onEntry = async (index: number) => {
    if (index === 300) throw new Error('this page shows something else')
  }
  await expect(verify(storage, { onEntry })).rejects.toThrow('this page shows something else')
})
