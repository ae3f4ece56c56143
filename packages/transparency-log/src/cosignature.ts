import { concat, utf8 } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import * as ed25519 from './ed25519.ts'
import { CosignatureError } from './errors.ts'
import { keyIdOf, parseSkey, parseVkey } from './key.ts'
import type { Signer, Verifier } from './note.ts'

const timeBytes = 8

/**
 * A verifier of cosignature/v1 (c2sp.org/tlog-cosignature, Ed25519, type 0x04). Given a log's own note key
 * (type 0x01) it verifies the cosignatures that the log makes with it.
 * @example await openNote(checkpoint, [noteVerifier(vkey), cosignatureVerifier(witnessVkey)])
 */
export function cosignatureVerifier(vkey: string): Verifier {
  const { name, key } = parseVkey(vkey)
  return {
    name,
    keyId: keyIdOf(name, 0x04, key),
    async verify(text, signature) {
      const message = messageAt(text, cosignatureTime(signature))
      return ed25519.verify(key, signature.subarray(timeBytes), message)
    },
  }
}

/**
 * A signer that cosigns checkpoints as of one second since 1970 (c2sp.org/tlog-cosignature, Ed25519). The key may
 * be a cosigner's (type 0x04) or a log's own note key (type 0x01): signed-note gives each type its own key ID, and
 * the header line keeps the two kinds of message apart.
 * @example await addSignature(checkpoint, await cosignatureSigner(skey, 1795305600))
 */
export async function cosignatureSigner(skey: string, time: number): Promise<Signer> {
  const { name, key, seed } = await parseSkey(skey)
  if (!Number.isSafeInteger(time) || time < 0) throw new CosignatureError('cosignature.time', { time })
  return {
    name,
    keyId: keyIdOf(name, 0x04, key),
    async sign(text) {
      const timestamp = new Uint8Array(timeBytes)
      new DataView(timestamp.buffer).setBigUint64(0, BigInt(time))
      return concat(timestamp, await ed25519.sign(seed, messageAt(text, time)))
    },
  }
}

/**
 * The second since 1970 at which a cosignature was made (c2sp.org/tlog-cosignature, format).
 * @example cosignatureTime(signature) // 1679315147
 */
export function cosignatureTime(signature: Uint8Array): number {
  if (signature.length < timeBytes)
    throw new CosignatureError('cosignature.too-short', { bytes: signature.length })
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  if (time > Number.MAX_SAFE_INTEGER) throw new CosignatureError('cosignature.time', { time: `${time}` })
  return Number(time)
}

function messageAt(text: string, time: number): Uint8Array {
  parseCheckpoint(text)
  return utf8(`cosignature/v1\ntime ${time}\n${text}`)
}
