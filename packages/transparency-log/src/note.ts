import { base64, concat, fromBase64, textOf, utf8 } from './bytes.ts'
import * as ed25519 from './ed25519.ts'
import { KeyError, NoteError } from './errors.ts'
import { isKeyName, parseSkey, parseVkey } from './key.ts'

/** One signature line: whose key, and the bytes after the key ID. */
export type NoteSignature = { name: string; keyId: number; signature: Uint8Array }

/** A text that ends in a newline, and its signatures. */
export type Note = { text: string; signatures: NoteSignature[] }

/** Knows one public key. */
export type Verifier = {
  readonly name: string
  readonly keyId: number
  verify(text: string, signature: Uint8Array): Promise<boolean>
}

/** Holds one private key. */
export type Signer = {
  readonly name: string
  readonly keyId: number
  sign(text: string): Promise<Uint8Array>
}

const maxCharacters = 1_000_000
const maxSignatures = 100

/**
 * A verifier of Ed25519 note signatures (c2sp.org/signed-note, type 0x01).
 * @example noteVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
 */
export function noteVerifier(vkey: string): Verifier {
  const { name, keyId, type, key } = parseVkey(vkey)
  if (type !== 0x01) throw new KeyError('key.unknown-type', { name, type })
  return { name, keyId, verify: (text, signature) => ed25519.verify(key, signature, utf8(text)) }
}

/**
 * A signer of notes (c2sp.org/signed-note, type 0x01).
 * @example await signNote('All is well.\n', [await noteSigner(skey)])
 */
export async function noteSigner(skey: string): Promise<Signer> {
  const { name, keyId, type, seed } = await parseSkey(skey)
  if (type !== 0x01) throw new KeyError('key.unknown-type', { name, type })
  return { name, keyId, sign: (text) => ed25519.sign(seed, utf8(text)) }
}

/**
 * Reads a note without trusting it (c2sp.org/signed-note, format).
 * @example parseNote(message).text
 */
export function parseNote(message: string | Uint8Array): Note {
  const all = typeof message === 'string' ? message : textOf(message)
  if (all === undefined || !all.isWellFormed()) throw new NoteError('note.not-utf8')
  if (all.length > maxCharacters) throw new NoteError('note.too-long', { characters: all.length })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x09\x0b-\x1f]/.test(all)) throw new NoteError('note.control-character')
  const blank = all.lastIndexOf('\n\n')
  if (blank < 0 || !all.endsWith('\n')) throw new NoteError('note.malformed')
  const lines = all.slice(blank + 2, -1).split('\n')
  if (lines.length > maxSignatures)
    throw new NoteError('note.too-many-signatures', { signatures: lines.length })
  return { text: all.slice(0, blank + 1), signatures: lines.map(parseSignature) }
}

/**
 * Writes a note (c2sp.org/signed-note, format). What could not be read again is refused.
 * @example formatNote({ text: 'All is well.\n', signatures })
 */
export function formatNote(note: Note): string {
  const lines = note.signatures.map(({ name, keyId, signature }) => {
    const id = new Uint8Array(4)
    new DataView(id.buffer).setUint32(0, keyId)
    return `— ${name} ${base64(concat(id, signature))}\n`
  })
  const message = `${note.text}\n${lines.join('')}`
  if (parseNote(message).text !== note.text) throw new NoteError('note.malformed')
  return message
}

/**
 * Signs a text with every signer, in their order (c2sp.org/signed-note).
 * @example await signNote('All is well.\n', [await noteSigner(skey)])
 */
export async function signNote(text: string, signers: readonly Signer[]): Promise<string> {
  return formatNote({
    text,
    signatures: await Promise.all(signers.map((signer) => signatureBy(signer, text))),
  })
}

/**
 * Adds a signature to a note, in place of an earlier one by the same key (c2sp.org/signed-note).
 * @example await addSignature(message, await cosignatureSigner(skey, 1795305600))
 */
export async function addSignature(message: string, signer: Signer): Promise<string> {
  const { text, signatures } = parseNote(message)
  const others = signatures.filter((signature) => !isBy(signature, signer))
  return formatNote({ text, signatures: [...others, await signatureBy(signer, text)] })
}

/**
 * Reads a note that at least one known key signed (c2sp.org/signed-note, signatures). Signatures by unknown keys
 * are left out; one by a known key that does not hold, or a second one by it, refuses the whole note.
 * @example const { text } = await openNote(message, [noteVerifier(vkey)])
 */
export async function openNote(message: string | Uint8Array, verifiers: readonly Verifier[]): Promise<Note> {
  const { text, signatures } = parseNote(message)
  const verified: NoteSignature[] = []
  for (const signature of signatures) {
    const verifier = verifiers.find((known) => isBy(signature, known))
    if (!verifier) continue
    const facts = { name: signature.name, keyId: signature.keyId }
    if (verified.some((earlier) => isBy(earlier, verifier)))
      throw new NoteError('note.second-signature', facts)
    if (!(await verifier.verify(text, signature.signature))) throw new NoteError('note.bad-signature', facts)
    verified.push(signature)
  }
  if (!verified.length) throw new NoteError('note.unsigned', { signatures: signatures.length })
  return { text, signatures: verified }
}

function parseSignature(line: string): NoteSignature {
  const [, name, data] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = data === undefined ? undefined : fromBase64(data)
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) throw new NoteError('note.malformed-signature')
  return { name, keyId: new DataView(bytes.buffer).getUint32(0), signature: bytes.subarray(4) }
}

const isBy = (signature: NoteSignature, key: { name: string; keyId: number }) =>
  signature.name === key.name && signature.keyId === key.keyId

const signatureBy = async (signer: Signer, text: string): Promise<NoteSignature> => ({
  name: signer.name,
  keyId: signer.keyId,
  signature: await signer.sign(text),
})
