/** What a caller needs to say an error in its own words. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/**
 * Every error of this package: a stable `code`, and `facts` to make a sentence of. The message is for logs only.
 * @example try { parseNote(text) } catch (error) { if (error instanceof LogError) console.log(error.code) }
 */
export abstract class LogError extends Error {
  readonly code: string
  readonly facts: Facts

  constructor(code: string, facts: Facts = {}) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.code = code
    this.facts = facts
  }
}

/** A Merkle proof that proves nothing (RFC 6962, section 2.1). @example 'proof.root-differs' */
export class ProofError extends LogError {
  override readonly name = 'ProofError'
}

/** A key that is not written as it must be (c2sp.org/signed-note, verifier keys). @example 'key.id-differs' */
export class KeyError extends LogError {
  override readonly name = 'KeyError'
}

/** A note that is malformed, or that no trusted key signed (c2sp.org/signed-note). @example 'note.bad-signature' */
export class NoteError extends LogError {
  override readonly name = 'NoteError'
}

/** A note that is no checkpoint of this log (c2sp.org/tlog-checkpoint). @example 'checkpoint.other-origin' */
export class CheckpointError extends LogError {
  override readonly name = 'CheckpointError'
}

/** A cosignature that cannot be made or read (c2sp.org/tlog-cosignature). @example 'cosignature.time' */
export class CosignatureError extends LogError {
  override readonly name = 'CosignatureError'
}

/** A tile, an entry bundle or a path that is malformed (c2sp.org/tlog-tiles). @example 'bundle.trailing-bytes' */
export class TileError extends LogError {
  override readonly name = 'TileError'
}

/** A proof file that is malformed (c2sp.org/tlog-proof). @example 'tlog-proof.malformed' */
export class TlogProofError extends LogError {
  override readonly name = 'TlogProofError'
}

/** Stored tiles or bundles that are missing, or that do not lead to the root. @example 'storage.differs' */
export class StorageError extends LogError {
  override readonly name = 'StorageError'
}
