import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { ExchangeProblem } from './problem.ts'

/** Asks like `fetch`: over the network, or a site in the same process. */
export type Ask = (address: string) => Response | Promise<Response>

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

  async json<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const text = await (await this.get(path)).text()
    try {
      return schema.parse(JSON.parse(text))
    } catch (error) {
      throw new ExchangeProblem('not-answered', { path, why: 'JSON' }, error)
    }
  }
}

/** Answers from a folder as a plain web server would: a copy of a city's data can be asked what the city is asked. */
export async function askFolder(address: string): Promise<Response> {
  try {
    return new Response(await readFile(fileURLToPath(address)))
  } catch {
    return new Response(null, { status: 404 })
  }
}
