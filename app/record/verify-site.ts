import { z } from 'zod'
import type { Facts } from '#kit/refusal.ts'
import type { Disclosure, PublishedThing, Unsealed } from './disclosing.ts'

/** Asks like `fetch`: over the network, or a site in the same process. */
export type SiteFetch = (address: string) => Response | Promise<Response>

/** The site could not be asked, or what it answered could not be read. */
export class SiteProblem extends Error {
  override name = 'SiteProblem'
  readonly code: 'site.unreachable' | 'site.unreadable'
  readonly facts: Facts

  constructor(code: SiteProblem['code'], facts: Facts) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

const place = { index: z.int().min(0), entry: z.int().min(1) }
const hex = z.string().regex(/^[0-9a-f]+$/)

const form = z.strictObject({
  about: z.string(),
  actor: z.string(),
  at: z.iso.datetime(),
  by: hex.optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  shows: hex.optional(),
  title: z.record(z.string(), z.string()).optional(),
  visibility: z.string(),
  what: z.string(),
})

const disclosure = z.union([
  z.object({ ...place, salt: hex, form }),
  z.object({ ...place, commitment: hex }),
  z.object({ ...place, erased: z.literal(true) }),
  z.object({ ...place, gone: z.literal(true) }),
  z.object({ unsealed: z.int(), since: z.string().nullable() }),
])

const thing = z.object({
  about: z.string(),
  entry: z.int(),
  index: z.int().nullable(),
  salt: hex,
  form: z.record(z.string(), z.unknown()).nullable(),
})

/** What a city answers to anybody, read as if nothing of it could be trusted. */
export class Site {
  readonly #url: string
  readonly #ask: SiteFetch

  constructor(url: string, ask: SiteFetch = (address) => fetch(address, { redirect: 'follow' })) {
    this.#url = url.replace(/\/$/, '')
    this.#ask = ask
  }

  /** Nothing where the site says that nothing is there. */
  async bytes(path: string): Promise<Uint8Array | undefined> {
    const answer = await this.#get(path)
    return answer && new Uint8Array(await this.#read(path, answer.arrayBuffer()))
  }

  async text(path: string): Promise<string | undefined> {
    const answer = await this.#get(path)
    return answer && this.#read(path, answer.text())
  }

  disclosures(from: number): Disclosures {
    return new Disclosures(this.#lines(`/record/log/disclosures/${from}`, disclosure))
  }

  /** What the city says at the end of its disclosures of entries that have no leaf yet. */
  async unsealed(from: number): Promise<Unsealed | undefined> {
    for await (const line of this.#lines(`/record/log/disclosures/${from}`, disclosure))
      if ('unsealed' in line) return line
    return undefined
  }

  things(): AsyncGenerator<PublishedThing> {
    return this.#lines('/record/published', thing)
  }

  async thing(about: string): Promise<PublishedThing | undefined> {
    const path = `/record/published/${about.split('/').map(encodeURIComponent).join('/')}`
    const text = await this.text(path)
    return text === undefined ? undefined : parsed(path, thing, text)
  }

  async #get(path: string): Promise<Response | undefined> {
    const answer = await this.#read(path, Promise.resolve(this.#ask(this.#url + path)))
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (answer.status === 404) return undefined
    throw new SiteProblem('site.unreachable', { path, why: answer.status })
  }

  async #read<T>(path: string, reading: Promise<T>): Promise<T> {
    try {
      return await reading
    } catch (error) {
      throw new SiteProblem('site.unreachable', {
        path,
        why: error instanceof Error ? error.message : String(error),
      })
    }
  }

  async *#lines<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
    const answer = await this.#get(path)
    if (!answer?.body) throw new SiteProblem('site.unreadable', { path })
    let rest = ''
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    try {
      for (;;) {
        const { done, value } = await this.#read(path, reader.read())
        if (done) break
        const lines = (rest + value).split('\n')
        rest = lines.pop()!
        for (const line of lines) yield parsed(path, schema, line)
      }
    } finally {
      await reader.cancel().catch(() => {})
    }
    if (rest) yield parsed(path, schema, rest)
  }
}

function parsed<T>(path: string, schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new SiteProblem('site.unreadable', { path })
  }
}

/** The disclosures leaf by leaf, from the first on. */
export class Disclosures {
  readonly #lines: AsyncGenerator<Disclosure | Unsealed>
  #next: Promise<IteratorResult<Disclosure | Unsealed>> | undefined

  constructor(lines: AsyncGenerator<Disclosure | Unsealed>) {
    this.#lines = lines
  }

  /** What the city discloses of a leaf, if it does. */
  async of(index: number): Promise<Disclosure | undefined> {
    for (;;) {
      this.#next ??= this.#lines.next()
      const { done, value } = await this.#next
      if (done || 'unsealed' in value || value.index > index) return undefined
      this.#next = undefined
      if (value.index === index) return value
    }
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined)
  }
}
