import { concat, equal } from './bytes.ts'

/** The fixed bytes before the 32 of a private key in PKCS #8 (RFC 8410, section 7). */
const pkcs8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32)

/** The y coordinates of the eight points of small order, as hex of their 32 bytes without the sign bit. */
const smallOrder = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
])

/** The public key of a 32-byte private key (RFC 8032, section 5.1.5). */
export async function publicKeyOf(seed: Uint8Array): Promise<Uint8Array> {
  const { x } = await crypto.subtle.exportKey('jwk', await privateKey(seed, true))
  return Uint8Array.from(atob(x!.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
}

/** An Ed25519 signature: 64 bytes (RFC 8032, section 5.1.6). */
export async function sign(seed: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', await privateKey(seed, false), concat(message)))
}

/**
 * Whether a signature holds (RFC 8032, section 5.1.7, without the cofactor). Platforms differ on points of small
 * order and on second spellings of a point, so both are refused here, and every verifier comes to one answer.
 */
export async function verify(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  if (signature.length !== 64 || !isSoundPoint(key) || !isSoundPoint(signature.subarray(0, 32))) return false
  const publicKey = await crypto.subtle.importKey('raw', concat(key), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', publicKey, concat(signature), concat(message))
}

/** Whether 32 bytes are the one spelling of a y coordinate, and not of a point of small order. */
export function isSoundPoint(point: Uint8Array): boolean {
  if (point.length !== 32) return false
  const y = Uint8Array.from(point)
  y[31]! &= 0x7f
  const isReduced = y[31] !== 0x7f || y[0]! < 0xed || !equal(y.subarray(1, 31), new Uint8Array(30).fill(0xff))
  return isReduced && !smallOrder.has(Array.from(y, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}

const privateKey = (seed: Uint8Array, isExtractable: boolean) =>
  crypto.subtle.importKey('pkcs8', concat(pkcs8, seed), 'Ed25519', isExtractable, ['sign'])
