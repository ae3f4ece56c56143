import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { cosignatureSigner, cosignatureTime, cosignatureVerifier } from './cosignature.ts'
import { CheckpointError } from './errors.ts'
import { noteSigner, noteVerifier, openNote, signNote } from './note.ts'

/** Who is trusted to have signed a checkpoint. Without cosigners it is the log itself that cosigns. */
export type Trust = { vkey: string; origin?: string; cosigners?: readonly string[] }

/** A cosigner's statement that this was the newest tree it knew at that second since 1970. */
export type Cosignature = { name: string; keyId: number; time: number }

/**
 * Signs a checkpoint with the log's key and, if a time in seconds since 1970 is given, cosigns it with the same
 * key, so that a reader can see how old it is (c2sp.org/tlog-checkpoint, c2sp.org/tlog-cosignature).
 * @example await storage.write(checkpointPath, utf8(await signCheckpoint({ origin, ...tree }, skey, now)))
 */
export async function signCheckpoint(checkpoint: Checkpoint, skey: string, time?: number): Promise<string> {
  const signers = [await noteSigner(skey)]
  if (time !== undefined) signers.push(await cosignatureSigner(skey, time))
  return signNote(formatCheckpoint(checkpoint), signers)
}

/**
 * Reads a checkpoint that the log signed, with the cosignatures that hold (c2sp.org/tlog-checkpoint, signatures).
 * The origin must be the name of the log's key unless another one is given.
 * @example const { checkpoint, cosignatures } = await openCheckpoint(message, { vkey })
 */
export async function openCheckpoint(
  message: string | Uint8Array,
  { vkey, origin, cosigners = [vkey] }: Trust,
): Promise<{ checkpoint: Checkpoint; cosignatures: Cosignature[] }> {
  const log = noteVerifier(vkey)
  const { text, signatures } = await openNote(message, [log, ...cosigners.map(cosignatureVerifier)])
  const isByLog = (by: { name: string; keyId: number }) => by.name === log.name && by.keyId === log.keyId
  if (!signatures.some(isByLog)) throw new CheckpointError('checkpoint.unsigned', { name: log.name })
  const checkpoint = parseCheckpoint(text)
  if (checkpoint.origin !== (origin ?? log.name)) {
    throw new CheckpointError('checkpoint.other-origin', { origin: checkpoint.origin })
  }
  const cosignatures = signatures
    .filter((signature) => !isByLog(signature))
    .map(({ name, keyId, signature }) => ({ name, keyId, time: cosignatureTime(signature) }))
  return { checkpoint, cosignatures }
}
