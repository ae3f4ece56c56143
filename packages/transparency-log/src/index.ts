export { sha256 } from '#sha256'
export { type Checkpoint, checkpointPath, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export { cosignatureSigner, cosignatureTime, cosignatureVerifier } from './cosignature.ts'
export {
  CheckpointError,
  CosignatureError,
  type Facts,
  KeyError,
  LogError,
  NoteError,
  ProofError,
  StorageError,
  TileError,
  TlogProofError,
} from './errors.ts'
export { generateKey } from './key.ts'
export { emptyRoot, type Hash, leafHash, nodeHash } from './leaf.ts'
export {
  addSignature,
  formatNote,
  type Note,
  type NoteSignature,
  noteSigner,
  noteVerifier,
  openNote,
  parseNote,
  type Signer,
  signNote,
  type Verifier,
} from './note.ts'
export {
  checkConsistency,
  checkInclusion,
  checkSubtreeConsistency,
  checkSubtreeInclusion,
  consistencyRanges,
  hashesOf,
  inclusionRanges,
  type Range,
  subtreeConsistencyRanges,
  type Uint64,
} from './proof.ts'
export { type Fetch, LogReader } from './reader.ts'
export { type Cosignature, openCheckpoint, signCheckpoint, type Trust } from './signed-checkpoint.ts'
export {
  type Bundle,
  bundlePath,
  bundlesOf,
  formatBundle,
  maxEntryBytes,
  parseBundle,
  parsePath,
  parseTile,
  type Tile,
  tilePath,
  tilesOf,
  tileWidth,
} from './tile.ts'
export { formatTlogProof, openTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts'
export { type Tree, TreeBuilder, treeRoot } from './tree.ts'
export { type Finding, type FindingCode, type Report, type VerifyOptions, verifyLog } from './verify.ts'
export { appendEntries, type Storage } from './writer.ts'
