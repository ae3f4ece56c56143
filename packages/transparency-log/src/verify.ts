import { base64, equal, textOf } from './bytes.ts'
import { type Checkpoint, checkpointPath } from './checkpoint.ts'
import { type Facts, LogError, TileError } from './errors.ts'
import { type Hash, hashBytes, leafHash } from './leaf.ts'
import { type Fetch, fetchBundle, fetchTile } from './reader.ts'
import { type Cosignature, openCheckpoint, type Trust } from './signed-checkpoint.ts'
import { type Bundle, bundlePath, bundlesOf, parseBundle, parseTile, tilePath, tileWidth } from './tile.ts'
import { TileBuilder, type TileBytes } from './tile-builder.ts'
import type { Tree } from './tree.ts'

/** Everything that can be wrong with a log. */
export type FindingCode =
  | 'checkpoint.missing'
  | 'checkpoint.refused'
  | 'checkpoint.stale'
  | 'cosignature.missing'
  | 'cosignature.future'
  | 'known.other-log'
  | 'known.larger'
  | 'known.differs'
  | 'bundle.missing'
  | 'bundle.malformed'
  | 'tile.missing'
  | 'tile.malformed'
  | 'tile.differs'
  | 'entry.differs'
  | 'root.differs'
  | 'log.unreadable'

export type Finding = { code: FindingCode; facts: Facts }

export type VerifyOptions = Trust & {
  fetch: Fetch
  /** The second since 1970 at which this is asked. */
  at: number
  /** The checkpoint of an earlier verification: the log must have grown out of it. */
  known?: Checkpoint
  /** How many seconds old the newest cosignature may be. */
  maxAge?: number
  /** Called with every entry in order, for example to compare it with what a page shows. */
  onEntry?: (index: number, entry: Uint8Array) => void | Promise<void>
  /** Called after each bundle. */
  onProgress?: (entries: number, size: number) => void
}

export type Report = {
  ok: boolean
  /** The first hundred findings. */
  findings: Finding[]
  /** How many there were. */
  found: number
  checkpoint?: Checkpoint
  /** The checkpoint as it is signed, to keep as proof of what the log said. */
  message?: string
  cosignatures: Cosignature[]
  /** Seconds since the newest cosignature. */
  age?: number
  checked: { entries: number; bundles: number; tiles: number; bytes: number }
}

const maxFindings = 100
const clockSkew = 300
const fetchedAhead = 8

/**
 * Reads a whole log once and reports whether it holds: the signatures, every entry against its tile, every tile
 * against those below, the root over all entries against the checkpoint, and the growth out of a known checkpoint
 * (c2sp.org/tlog-tiles). Memory does not grow with the log. Throws only if `fetch` or a callback does.
 * @example const { ok, findings } = await verifyLog({ fetch, vkey, at: Math.floor(Date.now() / 1000) })
 */
export async function verifyLog(options: VerifyOptions): Promise<Report> {
  const report: Report = {
    ok: true,
    findings: [],
    found: 0,
    cosignatures: [],
    checked: { entries: 0, bundles: 0, tiles: 0, bytes: 0 },
  }
  const verification = new Verification(options, report)
  const checkpoint = await verification.checkpoint()
  if (checkpoint) {
    verification.age()
    await verification.entries(checkpoint)
  }
  return report
}

type Got<T> = { value: T } | { problem: 'missing' } | { problem: 'malformed'; why: string }
type Step = { bundle: Bundle; entries: Got<Uint8Array[]>; hashes: Got<Hash[]> }

class Verification {
  readonly #options: VerifyOptions
  readonly #report: Report
  readonly #fetch: Fetch
  readonly #tree = new TileBuilder()

  constructor(options: VerifyOptions, report: Report) {
    this.#options = options
    this.#report = report
    this.#fetch = async (path) => {
      const bytes = await options.fetch(path)
      report.checked.bytes += bytes?.length ?? 0
      return bytes
    }
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    const message = await this.#fetch(checkpointPath)
    if (!message) return this.#find('checkpoint.missing', { path: checkpointPath })
    try {
      const { checkpoint, cosignatures } = await openCheckpoint(message, this.#options)
      Object.assign(this.#report, { checkpoint, cosignatures, message: textOf(message) })
      return checkpoint
    } catch (error) {
      if (!(error instanceof LogError)) throw error
      return this.#find('checkpoint.refused', { ...error.facts, why: error.code })
    }
  }

  /** How long ago somebody trusted said that this was the newest tree. */
  age(): void {
    const { at, maxAge } = this.#options
    const times = this.#report.cosignatures.map((cosignature) => cosignature.time)
    if (!times.length) {
      if (maxAge !== undefined) this.#find('cosignature.missing', {})
      return
    }
    const time = Math.max(...times)
    const age = at - time
    this.#report.age = age
    if (age < -clockSkew) this.#find('cosignature.future', { time, at })
    if (maxAge !== undefined && age > maxAge) this.#find('checkpoint.stale', { time, age, maxAge })
  }

  async entries(checkpoint: Checkpoint): Promise<void> {
    const { size } = checkpoint
    const known = this.#comparable(checkpoint)
    for await (const step of ahead(bundlesOf(size), (bundle) => this.#read(bundle))) {
      const leaves = await this.#leaves(step)
      if (!leaves) return this.#find('log.unreadable', { index: step.bundle.index * tileWidth, size })
      for (const leaf of leaves) {
        for (const tile of this.#tree.push(leaf)) await this.#compareTile(tile)
        if (known?.size === this.#tree.size) this.#compareRoot('known.differs', known)
      }
      this.#options.onProgress?.(this.#tree.size, size)
    }
    for (const tile of this.#tree.edge()) await this.#compareTile(tile)
    this.#compareRoot('root.differs', checkpoint)
  }

  /** The known checkpoint, if this one can have grown out of it. */
  #comparable({ origin, size }: Checkpoint): Checkpoint | undefined {
    const { known } = this.#options
    if (known && known.origin !== origin) {
      return this.#find('known.other-log', { known: known.origin, origin })
    }
    if (known && known.size > size) return this.#find('known.larger', { known: known.size, size })
    return known
  }

  async #read(bundle: Bundle): Promise<Step> {
    const { index, width } = bundle
    const [entries, hashes] = await Promise.all([
      attempt(fetchBundle(this.#fetch, bundle), (bytes) => parseBundle(bytes, width)),
      attempt(fetchTile(this.#fetch, { level: 0, index, width }), (bytes) => parseTile(bytes, width)),
    ])
    return { bundle, entries, hashes }
  }

  /** The leaf hashes of a bundle; those of the tile beside it if the bundle is lost; undefined if both are. */
  async #leaves({ bundle, entries, hashes }: Step): Promise<Hash[] | undefined> {
    const tile = this.#valueOf('tile', tilePath({ level: 0, ...bundle }), hashes)
    const bytes = this.#valueOf('bundle', bundlePath(bundle), entries)
    if (!bytes) return tile
    const leaves = bytes.map(leafHash)
    for (const [i, entry] of bytes.entries()) {
      const index = bundle.index * tileWidth + i
      if (tile && !equal(leaves[i]!, tile[i]!)) this.#find('entry.differs', { index })
      const pending = this.#options.onEntry?.(index, entry)
      if (pending) await pending
    }
    this.#report.checked.entries += bytes.length
    return leaves
  }

  /** A tile as it follows from the entries against the same tile as it is served. Level 0 was compared before. */
  async #compareTile({ bytes, ...tile }: TileBytes): Promise<void> {
    if (tile.level === 0) return
    const path = tilePath(tile)
    const served = this.#valueOf('tile', path, await attempt(fetchTile(this.#fetch, tile), (bytes) => bytes))
    if (!served || equal(served, bytes)) return
    const hash = Math.floor(bytes.findIndex((byte, i) => byte !== served[i]) / hashBytes)
    this.#find('tile.differs', { path, hash })
  }

  #compareRoot(code: 'known.differs' | 'root.differs', { size, root }: Tree): void {
    const computed = this.#tree.root()
    if (!equal(root, computed)) this.#find(code, { size, root: base64(root), computed: base64(computed) })
  }

  #valueOf<T>(kind: 'tile' | 'bundle', path: string, got: Got<T>): T | undefined {
    if ('value' in got) {
      this.#report.checked[`${kind}s`]++
      return got.value
    }
    const { problem, ...why } = got
    return this.#find(`${kind}.${problem}`, { path, ...why })
  }

  #find(code: FindingCode, facts: Facts): undefined {
    this.#report.ok = false
    this.#report.found++
    if (this.#report.findings.length < maxFindings) this.#report.findings.push({ code, facts })
  }
}

async function attempt<T>(
  bytes: Promise<Uint8Array | undefined>,
  parse: (bytes: Uint8Array) => T,
): Promise<Got<T>> {
  try {
    const fetched = await bytes
    return fetched ? { value: parse(fetched) } : { problem: 'missing' }
  } catch (error) {
    if (error instanceof TileError) return { problem: 'malformed', why: error.code }
    throw error
  }
}

/** Does the work for a few items at once, and yields the results in order. */
async function* ahead<A, B>(items: Iterable<A>, work: (item: A) => Promise<B>): AsyncGenerator<B> {
  const running: Promise<B>[] = []
  for (const item of items) {
    const result = work(item)
    // It is awaited in its turn; until then a failure must not count as unhandled.
    result.catch(() => {})
    running.push(result)
    if (running.length === fetchedAhead) yield await running.shift()!
  }
  for (const result of running) yield await result
}
