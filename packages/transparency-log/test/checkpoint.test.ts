import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addSignature,
  cosignatureSigner,
  cosignatureTime,
  cosignatureVerifier,
  emptyRoot,
  formatCheckpoint,
  generateKey,
  leafHash,
  noteSigner,
  noteVerifier,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseNote,
  signCheckpoint,
  signNote,
  treeRoot,
} from '../src/index.ts'
import { base64, codeOf, flipBit, hex, origin, skey, utf8, vectors, vkey } from './memory.ts'

const v = vectors('checkpoints')
const root = leafHash(utf8('x'))
const root64 = Buffer.from(root).toString('base64')

test('keys are written as in the vectors', async () => {
  expect(await generateKey(origin, hex(v.log.seed))).toEqual({ skey: v.log.skey, vkey: v.log.vkey })
})

test('keys of other software are read', () => {
  expect(noteVerifier(v.vkeys.TEST).keyId).toBe(0x7997405c)
  expect(cosignatureVerifier(v.vkeys.remora).keyId).toBe(0xda77ade7)
})

test('checkpoint, signature and cosignatures are byte for byte those of the vectors', async () => {
  const leaves: Uint8Array[] = v.entries.map((entry: string) => leafHash(utf8(entry)))
  const checkpoint = { origin, size: leaves.length, root: treeRoot(leaves) }
  expect(formatCheckpoint(checkpoint)).toBe(v.text)
  expect(await signCheckpoint(checkpoint, v.log.skey)).toBe(v.signed)
  const byLog = await signCheckpoint(checkpoint, v.log.skey, v.cosignedAt[0])
  const byBoth = await addSignature(byLog, await cosignatureSigner(v.witness.skey, v.cosignedAt[1]))
  expect(byBoth).toBe(v.cosigned)
  const extensions = ['seen by the Audit office']
  expect(await signCheckpoint({ ...checkpoint, extensions }, v.log.skey, v.cosignedAt[0])).toBe(v.extended)
})

test('a checkpoint opens with the log key; who else cosigned counts only if trusted', async () => {
  const own = await openCheckpoint(utf8(v.cosigned), { vkey: v.log.vkey })
  expect(own.checkpoint.size).toBe(11)
  expect(own.cosignatures.map(({ name, time }) => [name, time])).toEqual([[origin, v.cosignedAt[0]]])
  const witnessed = await openCheckpoint(v.cosigned, { vkey: v.log.vkey, cosigners: [v.witness.vkey] })
  expect(witnessed.cosignatures.map(({ name, time }) => [name, time])).toEqual([
    ['witness.example/w1', v.cosignedAt[1]],
  ])
  expect((await openCheckpoint(v.extended, { vkey: v.log.vkey })).checkpoint.extensions).toEqual([
    'seen by the Audit office',
  ])
})

test('a time can be read off a cosignature of other software', () => {
  const signature = base64(
    'ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==',
  )
  expect(cosignatureTime(signature.subarray(4))).toBe(1727964367)
})

for (const [text, part] of [
  [`${origin}\n1\n${root64}`, 'lines'],
  [`${origin}\n1\n`, 'lines'],
  [`\n1\n${root64}\n`, 'lines'],
  [`${origin}\n1\n${root64}\n\n`, 'lines'],
  [`${origin}\n1\n${root64}\n\nextension\n`, 'lines'],
  [`${origin}\n\n1\n${root64}\n`, 'lines'],
  [`${origin}\n01\n${root64}\n`, 'size'],
  [`${origin}\n+1\n${root64}\n`, 'size'],
  [`${origin}\n-1\n${root64}\n`, 'size'],
  [`${origin}\n1 \n${root64}\n`, 'size'],
  [`${origin}\n1.0\n${root64}\n`, 'size'],
  [`${origin}\n1e3\n${root64}\n`, 'size'],
  [`${origin}\n0x1\n${root64}\n`, 'size'],
  [`${origin}\n٣\n${root64}\n`, 'size'],
  [`${origin}\n9007199254740992\n${root64}\n`, 'size'],
  [`${origin}\n1\n${root64.slice(0, -1)}\n`, 'root'],
  [`${origin}\n1\n${root64.slice(0, -2)}B=\n`, 'root'],
  [`${origin}\n1\n${root64} \n`, 'root'],
  [`${origin}\n1\n${Buffer.from(root.subarray(1)).toString('base64')}\n`, 'root'],
  [`${origin}\n0\n${root64}\n`, 'root'],
] as const) {
  test(`no checkpoint for its ${part}: ${JSON.stringify(text.slice(origin.length))}`, async () => {
    expect(() => parseCheckpoint(text)).toThrow(`checkpoint.malformed {"part":"${part}"}`)
  })
}

test('what could not be read again is not written', async () => {
  const good = { origin, size: 1, root }
  for (const bad of [
    { ...good, origin: '' },
    { ...good, origin: 'two\nlines' },
    { ...good, size: -1 },
    { ...good, size: 0.5 },
    { ...good, size: 2 ** 53 },
    { ...good, size: 0 },
    { ...good, root: root.subarray(1) },
    { ...good, extensions: [''] },
    { ...good, extensions: ['two\nlines'] },
  ]) {
    expect(await codeOf(() => formatCheckpoint(bad))).toBe('checkpoint.malformed')
  }
  expect(await codeOf(() => signCheckpoint(good, skey, -1))).toBe('cosignature.time')
  expect(await codeOf(() => signCheckpoint(good, skey, 0.5))).toBe('cosignature.time')
})

test('any checkpoint is read as it was written', () => {
  const line = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replaceAll('\n', '?'))
  const size = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(
      line,
      size,
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(line),
      (origin, size, root, extensions) => {
        const checkpoint = { origin, size, root, extensions }
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint)
      },
    ),
  )
})

const witness = await generateKey('witness.example/w1', new Uint8Array(32).fill(2))
const checkpoint = { origin, size: 1, root, extensions: [] }

test('a checkpoint by another log is refused, also when the same key signed it', async () => {
  const trust = { vkey }
  const other = { ...checkpoint, origin: 'madang.example/other' }
  const message = await signCheckpoint(other, skey)
  expect(await codeOf(() => openCheckpoint(message, trust))).toBe('checkpoint.other-origin')
  expect((await openCheckpoint(message, { vkey, origin: other.origin })).checkpoint).toEqual({
    ...other,
    extensions: [],
  })
})

test('cosignatures alone make no checkpoint: the log must have signed', async () => {
  const text = formatCheckpoint(checkpoint)
  const message = await signNote(text, [
    await cosignatureSigner(witness.skey, 5),
    await cosignatureSigner(skey, 5),
  ])
  const trust = { vkey, cosigners: [witness.vkey, vkey] }
  expect(await codeOf(() => openCheckpoint(message, trust))).toBe('checkpoint.unsigned')
})

test('a note signature is no cosignature and a cosignature no note signature, though the key is one', async () => {
  const text = formatCheckpoint(checkpoint)
  const note = await signNote(text, [await noteSigner(skey)])
  const cosigned = await signNote(text, [await cosignatureSigner(skey, 5)])
  expect(await codeOf(() => openNote(note, [cosignatureVerifier(vkey)]))).toBe('note.unsigned')
  expect(await codeOf(() => openNote(cosigned, [noteVerifier(vkey)]))).toBe('note.unsigned')
})

test('only checkpoints are cosigned', async () => {
  const cosigner = await cosignatureSigner(skey, 5)
  expect(await codeOf(() => signNote('Pay the bearer.\n', [cosigner]))).toBe('checkpoint.malformed')
})

test('a cosignature that is cut, or of a time beyond all counting, is refused', async () => {
  const { signatures } = parseNote(
    await signNote(formatCheckpoint(checkpoint), [await cosignatureSigner(skey, 5)]),
  )
  const { signature } = signatures[0]!
  const verifier = cosignatureVerifier(vkey)
  const text = formatCheckpoint(checkpoint)
  expect(await verifier.verify(text, signature)).toBe(true)
  expect(await verifier.verify(text, signature.subarray(1))).toBe(false)
  expect(await verifier.verify(text, Uint8Array.of(...signature, 0))).toBe(false)
  expect(await codeOf(() => cosignatureTime(signature.subarray(0, 7)))).toBe('cosignature.too-short')
  expect(await codeOf(() => verifier.verify(text, flipBit(signature, 7)))).toBe('cosignature.time')
})

test('with one bit changed anywhere a checkpoint is refused, or its cosignature is no longer seen', async () => {
  const message = utf8(await signCheckpoint(checkpoint, skey, 1000))
  for (let bit = 0; bit < message.length * 8; bit++) {
    const opened = await openCheckpoint(flipBit(message, bit), { vkey }).catch((error) => String(error.code))
    if (typeof opened === 'string') expect(opened).toMatch(/^(note|checkpoint|cosignature)\./)
    else expect(opened, `bit ${bit}`).toEqual({ checkpoint, cosignatures: [] })
  }
})

test('the empty log has a checkpoint too', async () => {
  const empty = { origin, size: 0, root: emptyRoot, extensions: [] }
  expect((await openCheckpoint(await signCheckpoint(empty, skey), { vkey })).checkpoint).toEqual(empty)
})
