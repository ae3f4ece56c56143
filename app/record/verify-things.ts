import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '#kit/canonical.ts'
import { digestOf } from './commitment.ts'
import type { PublishedThing } from './disclosing.ts'
import type { Finding } from './verify.ts'

type Shown = { about: string; entry: number; salt: string; shows: string }

const mostDifferences = 100

/**
 * Holds what the city publishes against what its newest entries say. Of each thing only two short marks are kept,
 * so that a million of them fit into memory; marks are keyed anew each time, so nobody can prepare two alike.
 */
export class ThingCheck {
  readonly #key = randomBytes(16)
  readonly #newest = new Map<string, string>()
  readonly #moving = new Set<string>()
  readonly #differences: Finding[] = []
  #isListed = false
  matched = 0

  /** In the order of the log: what a later entry says is what counts. Once all are listed, only for what is moving. */
  saw({ about, entry, salt, shows }: Shown): void {
    if (this.#isListed && !this.#moving.has(about)) return
    this.#newest.set(this.#mark(about), this.#mark(`${entry} ${salt} ${shows}`))
  }

  compare({ about, entry, index, salt, form }: PublishedThing, size: number): void {
    if (index === null || index >= size) return void this.#moving.add(about)
    const shows = digestOf(Buffer.from(salt, 'hex'), canonical(form))
    if (this.#newest.get(this.#mark(about)) === this.#mark(`${entry} ${salt} ${shows}`)) this.matched++
    else if (this.#differences.length < mostDifferences)
      this.#differences.push({
        code: form === null ? 'thing.gone' : 'thing.differs',
        facts: { about, entry },
      })
    this.#newest.set(this.#mark(about), compared)
  }

  listed(): void {
    this.#isListed = true
  }

  get moving(): number {
    return this.#moving.size
  }

  /** What was just changing when it was compared. */
  takeMoving(): string[] {
    const all = [...this.#moving]
    this.#moving.clear()
    return all
  }

  /** What does not look as the record says, and how much the city does not list at all. */
  differences(): Finding[] {
    for (const about of this.#moving) this.#newest.delete(this.#mark(about))
    const count = this.#newest
      .values()
      .filter((mark) => mark !== compared)
      .toArray().length
    return [
      ...this.#differences,
      ...(count > 0 ? [{ code: 'things.gone', facts: { count } }] : []),
      ...(this.#moving.size > 0 ? [{ code: 'things.moving', facts: { count: this.#moving.size } }] : []),
    ]
  }

  readonly #mark = (text: string): string =>
    createHash('sha256').update(this.#key).update(text).digest().toString('latin1', 0, 10)
}

const compared = ''
