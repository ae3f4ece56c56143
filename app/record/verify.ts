import {
  type Checkpoint,
  type Fetch as LogFetch,
  LogReader,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  type Report,
  verifyLog,
} from '@madang/transparency-log'
import type { Facts } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { EntryCheck } from './verify-entries.ts'
import { Site, type SiteFetch, SiteProblem } from './verify-site.ts'
import { ThingCheck } from './verify-things.ts'

export type Finding = { code: string; facts: Facts }

/** What an earlier check saw, kept where the city cannot reach it. */
export type Known = { vkey: string; checkpoint: string }

export type VerifyOptions = {
  /** The public address of the city. */
  url: string
  at: Instant
  /** The log's key, got in another way than from the city's own site. */
  key?: string
  known?: Known
  /** How many seconds ago the city must have signed, at the most. */
  maxAge?: number
  fetch?: SiteFetch
  onProgress?(step: 'entries' | 'things', done: number, of: number | undefined): void
  /** Waits between two looks at what is just changing. */
  pause?(): Promise<unknown>
}

/** The answer as data; `verdictIn` says it in words. */
export type Verdict = {
  outcome: 'fine' | 'wrong' | 'unchecked'
  url: string
  /** The first hundred. */
  findings: Finding[]
  found: number
  log?: { origin: string; size: number; signedAt?: string }
  checked: { public: number; hidden: number; erased: number; things: number }
  key: 'given' | 'remembered' | 'from the site'
  history: 'first' | 'same' | 'grown'
  /** To be remembered for next time. */
  known?: Known
}

const day = 24 * 60 * 60
const mostRounds = 5
const mostFindings = 100
/** Findings that say nothing against the record, only that it could not be read. */
const onlyUnread = new Set([
  'checkpoint.missing',
  'key.missing',
  'site.unreachable',
  'site.unreadable',
  'things.moving',
])

/**
 * Checks a city's record as an outsider, over HTTP alone: the log and its signatures, that it grew out of what was
 * seen before, every public entry against its leaf, and what the city publishes against its newest entry.
 * Everything is read once, as a stream.
 */
export async function verify(options: VerifyOptions): Promise<Verdict> {
  const verification = new Verification(options)
  try {
    await verification.run()
  } catch (error) {
    if (!(error instanceof SiteProblem)) throw error
    verification.find(error.code, error.facts)
  }
  return verification.verdict()
}

class Verification {
  readonly #options: VerifyOptions
  readonly #site: Site
  readonly #findings: Finding[] = []
  readonly #codes = new Set<string>()
  readonly #things = new ThingCheck()
  readonly #entries: EntryCheck
  #found = 0
  #key: Verdict['key'] = 'from the site'
  #vkey = ''
  #report: Report | undefined

  constructor(options: VerifyOptions) {
    this.#options = options
    this.#site = new Site(options.url, options.fetch)
    this.#entries = new EntryCheck((code, facts) => this.find(code, facts), this.#things)
  }

  readonly find = (code: string, facts: Facts): void => {
    this.#found++
    this.#codes.add(code)
    if (this.#findings.length < mostFindings) this.#findings.push({ code, facts })
  }

  async run(): Promise<void> {
    if (!(await this.#chooseKey())) return
    const checkpoint = await this.#checkLog()
    if (!checkpoint) return
    await this.#checkThings(checkpoint)
  }

  async #chooseKey(): Promise<boolean> {
    const { key, known } = this.#options
    const shown = key ?? (await this.#site.text('/record/log/vkey'))?.trim()
    if (!shown) this.find('key.missing', {})
    this.#key = key ? 'given' : known ? 'remembered' : 'from the site'
    if (shown && known && known.vkey !== shown) this.find('key.changed', {})
    this.#vkey = key ?? known?.vkey ?? shown ?? ''
    return this.#vkey !== ''
  }

  /** The log as the package reads it, each entry held against what the city discloses of it. */
  async #checkLog(): Promise<Checkpoint | undefined> {
    const { at, known, maxAge = day, onProgress } = this.#options
    const disclosed = this.#site.disclosures(0)
    const report = await verifyLog({
      fetch: this.#fetch,
      vkey: this.#vkey,
      at: Math.floor(at.epochMilliseconds / 1000),
      maxAge,
      ...(known && { known: checkpointIn(known) }),
      onEntry: (index, bytes) => this.#entries.check(index, bytes, disclosed),
      onProgress: (done, size) => onProgress?.('entries', done, size),
    })
    await disclosed.close()
    this.#report = report
    for (const { code, facts } of report.findings) this.find(code, inPlainFacts(facts))
    this.#found += report.found - report.findings.length
    if (report.checkpoint) await this.#entries.end(at, this.#site.unsealed(report.checkpoint.size))
    return report.checkpoint
  }

  readonly #fetch: LogFetch = (path) => this.#site.bytes(`/record/log/${path}`)

  /** What is changing just now is looked at again once the log has caught up with it. */
  async #checkThings(first: Checkpoint): Promise<void> {
    const { onProgress, pause = aSecond } = this.#options
    let done = 0
    for await (const thing of this.#site.things()) {
      this.#things.compare(thing, first.size)
      onProgress?.('things', ++done, undefined)
    }
    this.#things.listed()
    let last = first
    for (let round = 0; round < mostRounds && this.#isMoving(); round++) {
      await pause()
      last = (await this.#growth(last)) ?? last
      for (const about of this.#things.takeMoving()) {
        const thing = await this.#site.thing(about)
        if (thing) this.#things.compare(thing, last.size)
      }
    }
    this.#entries.close()
    for (const { code, facts } of this.#things.differences()) this.find(code, facts)
  }

  #isMoving = (): boolean => this.#things.moving > 0 || this.#entries.isWaiting

  /** What came since, checked against the root that it grew out of. */
  async #growth(last: Checkpoint): Promise<Checkpoint | undefined> {
    const message = await this.#fetch('checkpoint')
    if (!message) return undefined
    const { checkpoint } = await openCheckpoint(message, { vkey: this.#vkey })
    if (checkpoint.size <= last.size) return undefined
    const log = new LogReader(this.#fetch, checkpoint)
    const before = await log.rootAt(last.size)
    if (Buffer.compare(before, last.root) !== 0) this.find('known.differs', { size: last.size })
    const disclosed = this.#site.disclosures(last.size)
    let index = last.size
    for await (const bytes of log.entries(last.size)) await this.#entries.check(index++, bytes, disclosed)
    await disclosed.close()
    return checkpoint
  }

  verdict(): Verdict {
    const { known, url } = this.#options
    const checkpoint = this.#report?.checkpoint
    const signedAt = Math.max(...(this.#report?.cosignatures ?? []).map((each) => each.time))
    const message = this.#report?.message
    return {
      outcome: this.#outcome(),
      url,
      findings: this.#findings,
      found: this.#found,
      ...(checkpoint && {
        log: {
          origin: checkpoint.origin,
          size: checkpoint.size,
          ...(Number.isFinite(signedAt) && { signedAt: secondOf(signedAt) }),
        },
      }),
      checked: { ...this.#entries.counts, things: this.#things.matched },
      key: this.#key,
      history: !known ? 'first' : checkpointIn(known).size === checkpoint?.size ? 'same' : 'grown',
      ...(this.#found === 0 && message && { known: { vkey: this.#vkey, checkpoint: message } }),
    }
  }

  #outcome(): Verdict['outcome'] {
    if (this.#found === 0) return 'fine'
    return [...this.#codes].every((code) => onlyUnread.has(code)) ? 'unchecked' : 'wrong'
  }
}

const checkpointIn = ({ checkpoint }: Known): Checkpoint => parseCheckpoint(parseNote(checkpoint).text)

function inPlainFacts(facts: Readonly<Record<string, string | number | boolean>>): Facts {
  const plain = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'boolean' ? String(value) : value,
  ])
  const all: Facts = Object.fromEntries(plain)
  return typeof all.age === 'number' ? { ...all, hours: Math.floor(all.age / 3600) } : all
}

const secondOf = (epochSeconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000).toString()

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1500))
