import { z } from 'zod'
import type { Facts } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { commitmentTo } from './commitment.ts'
import type { Disclosure, Unsealed } from './disclosing.ts'
import { erased } from './erasing.ts'
import type { Disclosures } from './verify-site.ts'
import type { ThingCheck } from './verify-things.ts'

type Find = (code: string, facts: Facts) => void

const leaf = z.strictObject({
  commitment: z.string(),
  entry: z.int(),
  visibility: z.literal('public').optional(),
})

type Leaf = z.infer<typeof leaf>
type Opened = Extract<Disclosure, { form: unknown }>

/** Acts that ran beside each other may be sealed a little out of their order, and waits for locks take a while. */
const slack = 60 * 60 * 1000
const sealedWithin = 15 * 60 * 1000

/** Holds what the city discloses of each entry against its leaf. Memory grows only with what was erased. */
export class EntryCheck {
  readonly counts = { public: 0, hidden: 0, erased: 0 }
  readonly #find: Find
  readonly #things: ThingCheck
  /** Erased entries of which no entry has said so yet. */
  readonly #unsaid = new Set<number>()
  readonly #said = new Set<number>()
  #latest = 0
  #latestEntry = 0
  /** Commitments of the last hours: a copy of anything older would be out of its time. */
  #recent = new Set<string>()
  #before = new Set<string>()
  #turnedAt = 0

  constructor(find: Find, things: ThingCheck) {
    this.#find = find
    this.#things = things
  }

  /** Whether the reason for an erasure may still come. */
  get isWaiting(): boolean {
    return this.#unsaid.size > 0
  }

  async check(index: number, bytes: Uint8Array, disclosed: Disclosures): Promise<void> {
    const read = leaf.safeParse(jsonIn(bytes))
    const disclosure = await disclosed.of(index)
    if (read.success) this.#compare(index, read.data, disclosure)
    else this.#find('entry.unreadable', { index })
  }

  #compare(index: number, leaf: Leaf, disclosure: Disclosure | undefined): void {
    const problem = problemIn(leaf, disclosure)
    if (problem) this.#find(problem, { entry: disclosure?.entry ?? leaf.entry, index })
    else if (disclosure && 'form' in disclosure) this.#read(leaf, disclosure)
    else if (disclosure && 'erased' in disclosure) this.#erased(leaf.entry)
    else this.counts.hidden++
  }

  #read({ entry, commitment }: Leaf, { salt, form }: Opened): void {
    this.counts.public++
    this.#checkTime(entry, form.at)
    this.#checkCopy(entry, commitment)
    if (form.what === erased) this.#explained(Number(form.facts.entry))
    if (form.shows !== undefined) this.#things.saw({ about: form.about, entry, salt, shows: form.shows })
  }

  #checkTime(entry: number, text: string): void {
    const at = millisecondsOf(text)
    if (at + slack < this.#latest) this.#find('entry.backdated', { entry, at: text })
    if (at <= this.#latest) return
    this.#latest = at
    this.#latestEntry = entry
    if (at <= this.#turnedAt + slack) return
    this.#turnedAt = at
    this.#before = this.#recent
    this.#recent = new Set()
  }

  #checkCopy(entry: number, commitment: string): void {
    // A slice of the text would keep all of it in memory.
    const mark = Buffer.from(commitment, 'hex').toString('latin1', 0, 10)
    if (this.#recent.has(mark) || this.#before.has(mark)) this.#find('entry.repeated', { entry })
    this.#recent.add(mark)
  }

  #erased(entry: number): void {
    this.counts.erased++
    if (!this.#said.has(entry)) this.#unsaid.add(entry)
  }

  #explained(entry: number): void {
    this.#said.add(entry)
    this.#unsaid.delete(entry)
  }

  /** Nothing may come from the future, and nothing may wait long for its leaf. */
  async end(at: Instant, asked: Promise<Unsealed | undefined>): Promise<void> {
    const now = at.epochMilliseconds
    if (this.#latest > now + slack)
      this.#find('entry.future', {
        entry: this.#latestEntry,
        at: Temporal.Instant.fromEpochMilliseconds(this.#latest).toString(),
      })
    const { unsealed: count = 0, since } = (await asked) ?? {}
    if (since && millisecondsOf(since) + sealedWithin < now) this.#find('entry.unsealed', { count, since })
  }

  close(): void {
    for (const entry of this.#unsaid) this.#find('entry.erased-unsaid', { entry })
  }
}

const millisecondsOf = (at: string): number => Temporal.Instant.from(at).epochMilliseconds

/** What a city discloses must be what was sealed, and as openly as it was sealed. */
function problemIn(leaf: Leaf, disclosure: Disclosure | undefined): string | undefined {
  if (!disclosure || 'gone' in disclosure) return 'entry.removed'
  if (disclosure.entry !== leaf.entry) return 'entry.inserted'
  if ('erased' in disclosure) return undefined
  if (leaf.visibility === 'public' && !('form' in disclosure)) return 'entry.hidden'
  const commitment =
    'form' in disclosure
      ? commitmentTo(disclosure.form, Buffer.from(disclosure.salt, 'hex'))
      : disclosure.commitment
  return commitment === leaf.commitment ? undefined : 'entry.changed'
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
