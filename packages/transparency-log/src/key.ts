import { sha256 } from '#sha256'
import { base64, concat, fromBase64, utf8 } from './bytes.ts'
import { isSoundPoint, publicKeyOf } from './ed25519.ts'
import { KeyError } from './errors.ts'

/** What a key signs: notes, or timestamped cosignatures of checkpoints (c2sp.org/signed-note, signature types). */
export type KeyType = 0x01 | 0x04

export type PublicKey = { name: string; keyId: number; type: KeyType; key: Uint8Array }
export type PrivateKey = PublicKey & { seed: Uint8Array }

const secret = 'PRIVATE+KEY+'

/**
 * Makes a key pair from 32 random bytes: `skey` is the secret, `vkey` what verifiers are given
 * (c2sp.org/signed-note, verifier keys).
 * @example const { skey, vkey } = await generateKey('example.com/log', crypto.getRandomValues(new Uint8Array(32)))
 */
export async function generateKey(name: string, seed: Uint8Array): Promise<{ skey: string; vkey: string }> {
  if (!isKeyName(name)) throw new KeyError('key.name', { name })
  if (seed.length !== 32) throw new KeyError('key.seed-length', { bytes: seed.length })
  const key = await publicKeyOf(seed)
  const id = keyIdOf(name, 0x01, key)
  return { skey: secret + formatKey(name, id, 0x01, seed), vkey: formatKey(name, id, 0x01, key) }
}

export function parseVkey(vkey: string): PublicKey {
  const { bytes: key, ...parsed } = parseKey(vkey)
  if (!isSoundPoint(key)) throw new KeyError('key.weak', { name: parsed.name })
  checkKeyId(parsed, key)
  return { ...parsed, key }
}

export async function parseSkey(skey: string): Promise<PrivateKey> {
  if (!skey.startsWith(secret)) throw new KeyError('key.malformed')
  const { bytes: seed, ...parsed } = parseKey(skey.slice(secret.length))
  const key = await publicKeyOf(seed)
  checkKeyId(parsed, key)
  return { ...parsed, key, seed }
}

/** The first four bytes of SHA-256(name || 0x0A || type || public key). */
export function keyIdOf(name: string, type: KeyType, key: Uint8Array): number {
  const digest = sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), key))
  return new DataView(digest.buffer).getUint32(0)
}

/** Not empty, no Unicode space and no plus. */
export const isKeyName = (name: string): boolean =>
  /^[^\p{White_Space}+]+$/u.test(name) && name.isWellFormed()

function parseKey(text: string) {
  const [, name, hex, data] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? []
  const bytes = data === undefined ? undefined : fromBase64(data)
  // A secret must not reach a log through an error, so no fact here comes from the text.
  if (!name || !hex || bytes?.length !== 33 || !isKeyName(name)) throw new KeyError('key.malformed')
  const type = bytes[0]!
  if (type !== 0x01 && type !== 0x04) throw new KeyError('key.unknown-type', { name, type })
  return { name, keyId: Number.parseInt(hex, 16), type: type as KeyType, bytes: bytes.subarray(1) }
}

function checkKeyId({ name, keyId, type }: Omit<PublicKey, 'key'>, key: Uint8Array): void {
  if (keyIdOf(name, type, key) !== keyId) throw new KeyError('key.id-differs', { name, keyId })
}

const formatKey = (name: string, keyId: number, type: KeyType, bytes: Uint8Array) =>
  `${name}+${keyId.toString(16).padStart(8, '0')}+${base64(concat(Uint8Array.of(type), bytes))}`
