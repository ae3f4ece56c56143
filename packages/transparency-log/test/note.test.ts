import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as ed25519 from '../src/ed25519.ts'
import {
  addSignature,
  formatNote,
  generateKey,
  noteSigner,
  noteVerifier,
  openNote,
  parseNote,
  signNote,
} from '../src/index.ts'
import { codeOf, flipBit, hex, skey, text, utf8, vectors, vkey } from './memory.ts'

const { valid, unsoundPoints, forgery } = vectors('ed25519')
const shared = new URL('../../../../shared/data/tlog/ed25519vectors.json', import.meta.url)
const line = (await signNote('x\n', [await noteSigner(skey)])).slice(3)

for (const v of vectors('signed-notes')) {
  test(`${v.desc}: ${v.valid ? 'opens' : 'is refused'}`, async () => {
    const code = await codeOf(() => openNote(v.note, [noteVerifier(v.vkey)]))
    expect(code).toMatch(v.valid ? /^accepted$/ : /^note\./)
    expect(formatNote(parseNote(v.note))).toBe(v.note)
  })
}

for (const { seed, key, msg, sig } of valid) {
  test(`Ed25519 signs the ${msg.length / 2} bytes of RFC 8032, section 7.1, as it must`, async () => {
    expect(await ed25519.publicKeyOf(hex(seed))).toEqual(hex(key))
    expect(await ed25519.sign(hex(seed), hex(msg))).toEqual(hex(sig))
    expect(ed25519.isSoundPoint(hex(key))).toBe(true)
    expect(await ed25519.verify(hex(key), hex(sig), hex(msg))).toBe(true)
    expect(await ed25519.verify(hex(key), flipBit(hex(sig), 300), hex(msg))).toBe(false)
  })
}

for (const { point, desc } of unsoundPoints) {
  test(`a point ${point.slice(0, 6)}… (${desc}) is neither a key nor part of a signature`, async () => {
    expect(ed25519.isSoundPoint(hex(point))).toBe(false)
    expect(await ed25519.verify(hex(point), hex(valid[0].sig), utf8(''))).toBe(false)
    expect(await ed25519.verify(hex(valid[0].key), hex(point + valid[0].sig.slice(64)), utf8(''))).toBe(false)
  })
}

test('a signature that holds for every message under a weak key is refused', async () => {
  expect(await ed25519.verify(hex(forgery.key), hex(forgery.sig), utf8('anything'))).toBe(false)
})

const edgeCases = existsSync(shared)
  ? JSON.parse(readFileSync(shared, 'utf8'))
  : unsoundPoints.map(ownEdgeCase)

test('Ed25519 edge cases get the answer that our rule gives, whatever the platform says', async () => {
  const allowed = new Set(['low_order_component_A', 'low_order_component_R'])
  for (const { key, sig, msg, flags } of edgeCases) {
    const expected = !flags?.some((flag: string) => !allowed.has(flag))
    expect(await ed25519.verify(hex(key), hex(sig), utf8(msg)), `${sig} ${flags}`).toBe(expected)
  }
})

function ownEdgeCase({ point, desc }: { point: string; desc: string }) {
  return { key: point, sig: forgery.key + '00'.repeat(32), msg: desc, flags: [desc] }
}

for (const [message, code] of [
  ['', 'note.malformed'],
  ['text\n', 'note.malformed'],
  ['text\n\n', 'note.malformed-signature'],
  [`text${line}`, 'note.malformed'],
  [`text\n\n${line}`.slice(0, -1), 'note.malformed'],
  [`text\r\n\n${line}`, 'note.control-character'],
  [`te\txt\n\n${line}`, 'note.control-character'],
  [`te\0xt\n\n${line}`, 'note.control-character'],
  [`text\n\n${line}trailing`, 'note.malformed'],
  [`text\n\n${line}trailing\n`, 'note.malformed-signature'],
  [`text\n\n${line}\n`, 'note.malformed-signature'],
  [`text\n\n ${line}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('—', '-')}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('— ', '—  ')}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('\n', ' \n')}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('madang', 'ma+dang')}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('madang', 'ma\u00a0dang')}`, 'note.malformed-signature'],
  [`text\n\n${line.replace('madang', 'ma\u3000dang')}`, 'note.malformed-signature'],
  ['text\n\n— a AAAAAA==\n', 'note.malformed-signature'],
  ['text\n\n— a AAAAAAB=\n', 'note.malformed-signature'],
  ['text\n\n— a AAAAAAA\n', 'note.malformed-signature'],
  ['text\n\n— a AAAA_AA=\n', 'note.malformed-signature'],
  [`text\n\n${line.repeat(101)}`, 'note.too-many-signatures'],
  [`${'x'.repeat(1_000_000)}\n\n${line}`, 'note.too-long'],
  [`te\ud800xt\n\n${line}`, 'note.not-utf8'],
  [Uint8Array.of(0xff, ...utf8(`text\n\n${line}`)), 'note.not-utf8'],
] as const) {
  test(`${JSON.stringify(text(typeof message === 'string' ? utf8(message) : message)).slice(0, 60)} is ${code}`, async () => {
    expect(await codeOf(() => parseNote(message))).toBe(code)
  })
}

test('a text may hold blank lines: the last one parts it from its signatures', async () => {
  const poem = 'Ognuno sta solo\n\ned è subito sera.\n'
  const message = await signNote(poem, [await noteSigner(skey)])
  expect((await openNote(utf8(message), [noteVerifier(vkey)])).text).toBe(poem)
})

test('a text that does not end in a newline, or that looks like signatures, is not signed', async () => {
  expect(await codeOf(async () => signNote('text', [await noteSigner(skey)]))).toBe('note.malformed')
  expect(await codeOf(async () => signNote('text\n', []))).toBe('note.malformed-signature')
  expect(await codeOf(async () => signNote('te\rxt\n', [await noteSigner(skey)]))).toBe(
    'note.control-character',
  )
})

const other = await generateKey('witness.example/w1', new Uint8Array(32).fill(2))

test('signatures by unknown keys are left out, and a note with no others is refused', async () => {
  const message = await signNote('text\n', [await noteSigner(skey), await noteSigner(other.skey)])
  const { signatures } = await openNote(message, [noteVerifier(other.vkey)])
  expect(signatures.map(({ name }) => name)).toEqual(['witness.example/w1'])
  expect(await codeOf(() => openNote(message, []))).toBe('note.unsigned')
})

test('one bad signature by a known key refuses the whole note', async () => {
  const message = await signNote('text\n', [await noteSigner(skey), await noteSigner(other.skey)])
  const note = parseNote(message)
  const bad = { ...note.signatures[1]!, signature: flipBit(note.signatures[1]!.signature, 9) }
  const broken = formatNote({ ...note, signatures: [note.signatures[0]!, bad] })
  const verifiers = [noteVerifier(vkey), noteVerifier(other.vkey)]
  expect(await codeOf(() => openNote(broken, verifiers))).toBe('note.bad-signature')
})

test('a second signature by the same key is refused, and adding one puts it in place of the first', async () => {
  const signer = await noteSigner(skey)
  const once = await signNote('text\n', [signer])
  const twice = await signNote('text\n', [signer, signer])
  expect(await codeOf(() => openNote(twice, [noteVerifier(vkey)]))).toBe('note.second-signature')
  expect(await addSignature(once, signer)).toBe(once)
})

for (const [why, change, code] of [
  ['cut', (key: string) => key.slice(0, -1), 'key.malformed'],
  ['with bytes after it', (key: string) => `${key}\n`, 'key.malformed'],
  ['with another ID', (key: string) => key.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'key.id-differs'],
  [
    'with an ID in capitals',
    (key: string) => key.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase()),
    'key.malformed',
  ],
  ['under another name', (key: string) => key.replace('madang', 'madong'), 'key.id-differs'],
  ['with a space in its name', (key: string) => key.replace('madang', 'ma dang'), 'key.malformed'],
  [
    'of an unknown type',
    (key: string) => key.replace('+AY', '+Ao').replace('+AQ', '+Ag'),
    'key.unknown-type',
  ],
] as const) {
  test(`a key ${why} is ${code}, the public and the private one, and the error does not tell the key`, async () => {
    for (const [key, use] of [
      [vkey, noteVerifier],
      [skey, noteSigner],
    ] as const) {
      const changed = change(key)
      expect(changed).not.toBe(key)
      expect(await codeOf(() => use(changed))).toBe(code)
      const error = await (async () => use(changed))().catch(String)
      expect(error).not.toContain(key.slice(-20, -2))
    }
  })
}

test('a weak public key is refused', async () => {
  const key = `weak+${'00000000'}+${Buffer.from(`01${forgery.key}`, 'hex').toString('base64')}`
  expect(await codeOf(() => noteVerifier(key))).toBe('key.weak')
})

test('a key needs a name without spaces and pluses, and 32 bytes of seed', async () => {
  const seed = new Uint8Array(32)
  expect(await codeOf(() => generateKey('', seed))).toBe('key.name')
  expect(await codeOf(() => generateKey('a b', seed))).toBe('key.name')
  expect(await codeOf(() => generateKey('a+b', seed))).toBe('key.name')
  expect(await codeOf(() => generateKey('a', seed.subarray(1)))).toBe('key.seed-length')
})

test('no note opens after any one of its bits is changed', async () => {
  const message = utf8(await signNote('Every word counts.\n모든 말이 중요하다.\n', [await noteSigner(skey)]))
  for (let bit = 0; bit < message.length * 8; bit++) {
    expect(await codeOf(() => openNote(flipBit(message, bit), [noteVerifier(vkey)])), `bit ${bit}`).toMatch(
      /^note\./,
    )
  }
})

test('any text that can be signed is read again as it was', async () => {
  const signer = await noteSigner(skey)
  const lines = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(lines, async (lines) => {
      const text = `${lines.map(withoutControls).join('\n')}\n`
      const message = await signNote(text, [signer])
      expect((await openNote(message, [noteVerifier(vkey)])).text).toBe(text)
      expect(formatNote(parseNote(message))).toBe(message)
    }),
    { numRuns: 50 },
  )
})

const withoutControls = (line: string) =>
  [...line].map((character) => (character < ' ' ? '?' : character)).join('')
