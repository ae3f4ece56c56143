import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { ExchangeProblem } from './problem.ts'

/** Asks like `fetch`: over the network, or a site in the same process. */
export type Ask = (address: string) => Response | Promise<Response>

/** What stands at a path: small things whole, anything else as it comes. */
export type Content = string | AsyncIterable<Uint8Array>

/** What a site answers at its paths; everything but an answer is a problem. */
export class Site {
  readonly url: string
  readonly #ask: Ask

  constructor(url: string, ask: Ask = (address) => fetch(address)) {
    this.url = url.replace(/\/$/, '')
    this.#ask = ask
  }

  /** @throws ExchangeProblem */
  async get(path: string): Promise<Response> {
    try {
      const answer = await this.#ask(this.url + path)
      if (answer.ok) return answer
      throw new ExchangeProblem('not-answered', { path, why: answer.status })
    } catch (error) {
      if (error instanceof ExchangeProblem) throw error
      throw new ExchangeProblem('not-answered', { path, why: String(error) }, error)
    }
  }

  async content(path: string): Promise<Content> {
    return bodyOf(await this.get(path))
  }

  async text(path: string): Promise<string> {
    return (await this.get(path)).text()
  }

  async json<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const text = await this.text(path)
    try {
      return schema.parse(JSON.parse(text))
    } catch (error) {
      throw new ExchangeProblem('not-answered', { path, why: 'JSON' }, error)
    }
  }
}

/** Holds the answer until it is read: one that everybody let go of is cut off without a word. */
async function* bodyOf(answer: Response): AsyncGenerator<Uint8Array> {
  if (answer.body) yield* answer.body
}

/** Answers from a folder as a plain web server would: a copy of a city's data can be asked what the city is asked. */
export async function askFolder(address: string): Promise<Response> {
  const file = await open(fileURLToPath(address)).catch(() => undefined)
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.readableWebStream({ autoClose: true }) as ReadableStream<Uint8Array>)
}
