import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkpointPath, formatTlogProof, LogReader, openTlogProof, parseTlogProof } from '../src/index.ts'
import { codeOf, entriesUpTo, entry, flipBit, logOf, text, utf8, vectors, vkey } from './memory.ts'

const v = vectors('checkpoints')

test('the proofs of the vectors open offline, for their entry only', async () => {
  const trust = { vkey: v.log.vkey, cosigners: [v.witness.vkey] }
  const { index, checkpoint, cosignatures } = await openTlogProof(v.proof, utf8(v.entries[9]), trust)
  expect([index, checkpoint.size, cosignatures[0]?.time]).toEqual([9, 11, v.cosignedAt[1]])
  const withExtra = await openTlogProof(v.proofWithExtra, utf8(v.entries[10]), trust)
  expect([withExtra.index, text(withExtra.extra)]).toEqual([10, 'salt'])
  expect(await codeOf(() => openTlogProof(v.proof, utf8(v.entries[8]), trust))).toBe('proof.root-differs')
})

test('proofs are written byte for byte as in the vectors', () => {
  expect(formatTlogProof(parseTlogProof(v.proof))).toBe(v.proof)
  expect(formatTlogProof(parseTlogProof(utf8(v.proofWithExtra)))).toBe(v.proofWithExtra)
})

test('the proof made for any entry opens for it', async () => {
  const { storage, tree } = await logOf(entriesUpTo(600))
  const checkpoint = text(await storage.read(checkpointPath))
  const reader = new LogReader(storage.read, tree)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 599 }), async (index) => {
      const proof = formatTlogProof({ index, proof: await reader.inclusionProof(index), checkpoint })
      expect((await openTlogProof(proof, entry(index), { vkey })).index).toBe(index)
    }),
    { numRuns: 50 },
  )
})

const hash = v.proof.split('\n')[2]

for (const [why, change, code] of [
  ['another header', (p: string) => p.replace('@v1', '@v2'), 'header'],
  ['no index', (p: string) => p.replace('index 9\n', ''), 'index'],
  ['an index with zeros', (p: string) => p.replace('index 9', 'index 09'), 'index'],
  ['an index with a sign', (p: string) => p.replace('index 9', 'index +9'), 'index'],
  ['an index with a space', (p: string) => p.replace('index 9', 'index  9'), 'index'],
  ['an index beyond 2^53', (p: string) => p.replace('index 9', 'index 9007199254740993'), 'index'],
  ['extra bytes of length zero', (p: string) => p.replace('index', 'extra \nindex'), 'extra'],
  ['extra bytes badly written', (p: string) => p.replace('index', 'extra c2FsdB==\nindex'), 'extra'],
  ['extra bytes twice', (p: string) => p.replace('index', 'extra c2FsdA==\nextra c2FsdA==\nindex'), 'index'],
  [
    'extra bytes after the index',
    (p: string) => p.replace('index 9\n', 'index 9\nextra c2FsdA==\n'),
    'hashes',
  ],
  ['a hash cut short', (p: string) => p.replace(hash, hash.slice(4)), 'hashes'],
  ['a hash without padding', (p: string) => p.replace(hash, hash.slice(0, -1)), 'hashes'],
  ['too many hashes', (p: string) => p.replace(hash, `${hash}\n`.repeat(64).trim()), 'hashes'],
  ['carriage returns', (p: string) => p.replaceAll('\n', '\r\n'), 'lines'],
  ['only its head', (p: string) => p.slice(0, p.indexOf('\n\n')), 'lines'],
  ['nothing', () => '', 'lines'],
] as const) {
  test(`a proof with ${why} is refused`, () => {
    expect(change(v.proof)).not.toBe(v.proof)
    expect(() => parseTlogProof(change(v.proof))).toThrow(`tlog-proof.malformed {"part":"${code}"}`)
  })
}

test('a proof with anything after its checkpoint is refused', async () => {
  expect(await codeOf(() => parseTlogProof(`${v.proof}x`))).toBe('note.malformed')
  expect(await codeOf(() => parseTlogProof(`${v.proof}\n`))).toBe('note.malformed-signature')
})

test('a proof is not written if it could not be read again', async () => {
  const good = parseTlogProof(v.proof)
  expect(await codeOf(() => formatTlogProof({ ...good, index: -1 }))).toBe('tlog-proof.malformed')
  expect(await codeOf(() => formatTlogProof({ ...good, proof: [new Uint8Array(31)] }))).toBe(
    'tlog-proof.malformed',
  )
  expect(await codeOf(() => formatTlogProof({ ...good, extra: new Uint8Array(0) }))).toBe(
    'tlog-proof.malformed',
  )
  expect(await codeOf(() => formatTlogProof({ ...good, checkpoint: 'text' }))).toBe('note.malformed')
})

test('a proof with one bit changed anywhere does not open, but for what nobody signed', async () => {
  const { storage, tree } = await logOf(entriesUpTo(5))
  const checkpoint = text(await storage.read(checkpointPath))
  const proof = await new LogReader(storage.read, tree).inclusionProof(3)
  const bytes = utf8(formatTlogProof({ index: 3, proof, checkpoint }))
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const opened = await openTlogProof(flipBit(bytes, bit), entry(3), { vkey }).catch((error) =>
      String(error.code),
    )
    if (typeof opened === 'string') expect(opened).toMatch(/^[a-z-]+\.[a-z-]+$/)
    else
      expect([opened.index, opened.checkpoint.root, opened.cosignatures], `bit ${bit}`).toEqual([
        3,
        tree.root,
        [],
      ])
  }
})
