import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Locator, Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { type Guest, type Request, Stuck } from '#testing/visitor.ts'
import { overflow } from './inspect.ts'

/** Whatever may hold a thing and what is said of it. */
const fields = 'input, textarea, select'
const holders = 'body, body *'

/**
 * Somebody with a small telephone whose browser runs no scripts: a real one, held to what is to be seen and touched.
 * A page that is overflow than the telephone stops them.
 */
export class PhoneVisitor implements Guest {
  readonly #page: Page

  readonly #city: string

  static at = async (page: Page, request: Request): Promise<PhoneVisitor> =>
    new PhoneVisitor(page, await opened(request))

  private constructor(page: Page, city: string) {
    this.#page = page
    this.#city = city
  }

  async open(path: string): Promise<void> {
    await this.#turn(() => this.#page.goto(this.#city + path))
  }

  async follow(words: string, beside?: string): Promise<void> {
    await this.#turn(async () => (await this.#one('link', words, beside)).click())
  }

  async press(words: string, beside?: string): Promise<void> {
    await this.#turn(async () => (await this.#one('button', words, beside)).click())
  }

  async write(text: string, label: string, beside?: string): Promise<void> {
    const field = await this.#near(await this.#labelled(label), `field “${label}”`, beside)
    await field.fill(text)
  }

  async choose(words: string, question?: string, beside?: string): Promise<void> {
    const list = question && (await this.#labelled(question)).and(this.#page.locator('select'))
    if (list && (await list.count()) > 0) {
      const option = list.first().locator('option').filter({ hasText: words }).first()
      if ((await option.count()) === 0) throw new Stuck(`There is no choice “${words}” on ${this.where}.`)
      const value = (await option.getAttribute('value')) ?? (await option.innerText())
      await (await this.#near(list, `list “${question}”`, beside)).selectOption({ value })
      return
    }
    const legend = this.#page.locator('legend', { hasText: question ?? '' })
    const within = question ? this.#page.getByRole('group').filter({ has: legend }).last() : this.#page
    const choices = await called(words, (name) => within.getByLabel(name))
    await (await this.#near(choices, `choice “${words}”`, beside)).check()
  }

  get text(): Promise<string> {
    return this.#page.evaluate(readable, 'body')
  }

  get middle(): Promise<string> {
    return this.#page.evaluate(readable, 'main')
  }

  get where(): string {
    return `the telephone (${this.#page.url().slice(this.#city.length)})`
  }

  get code(): Promise<string> {
    return this.#page.locator('code').first().innerText()
  }

  async told(term: string): Promise<string> {
    const words = this.#page.locator('dt').filter({ hasText: new RegExp(`^${RegExp.escape(term)}$`) })
    if ((await words.count()) === 0) throw new Stuck(`Nothing is said under “${term}” on ${this.where}.`)
    return words.first().locator('xpath=following-sibling::dd[1]').innerText()
  }

  async #turn(work: () => Promise<unknown>): Promise<void> {
    const turned = this.#page.waitForEvent('framenavigated')
    await work()
    await turned
    await this.#page.waitForLoadState()
    await this.#page.evaluate(unfold)
    const tooWide = await overflow(this.#page)
    if (tooWide.length > 0)
      throw new Stuck(`${this.where} is wider than the telephone: ${tooWide.join(', ')}`)
  }

  async #one(role: 'link' | 'button', words: string, beside?: string): Promise<Locator> {
    const all = await called(words, (name) => this.#page.getByRole(role, { name }))
    return this.#near(all, `${role} “${words}”`, beside)
  }

  readonly #labelled = (label: string): Promise<Locator> =>
    called(label, (name) => this.#page.getByLabel(name).and(this.#page.locator(fields)))

  /** The one that stands nearest to certain words. */
  async #near(all: Locator, what: string, beside?: string): Promise<Locator> {
    const folded = this.#page.locator('details:not([open])').filter({ has: all })
    for (const each of await folded.all()) await each.locator('> summary').click()
    const holder = this.#page.locator(holders).filter({ hasText: beside ?? '', has: all })
    const found = (beside ? holder.last().locator(all) : all).filter({ visible: true }).first()
    if ((await found.count()) === 0) throw new Stuck(`There is no ${what} on ${this.where}.`)
    return found
  }
}

/** Those with exactly this name, but for a note behind it in brackets; failing that, those with it in their name. */
async function called(words: string, by: (name: RegExp | string) => Locator): Promise<Locator> {
  const exact = by(new RegExp(`^\\s*${RegExp.escape(words)}(\\s*\\(.*\\))?\\s*$`))
  return (await exact.count()) > 0 ? exact : by(words)
}

/** Runs in the page: what is folded away is opened, as whoever looks for something would do. */
function unfold(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>('main details')) each.open = true
}

/** The city in this process behind an address of its own for each person, for as long as the test lasts. */
async function opened(request: Request): Promise<string> {
  const server = serve({ port: 0, hostname: 'localhost', fetch: (asked) => answer(asked, request) })
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** The one who asks in this process keeps the cookies, so the telephone needs none. */
async function answer(asked: globalThis.Request, request: Request): Promise<Response> {
  const { pathname, search } = new URL(asked.url)
  const body = asked.method === 'POST' ? { body: await asked.arrayBuffer() } : {}
  const type = asked.headers.get('content-type') ?? ''
  const answered = await request(pathname + search, {
    method: asked.method,
    headers: { 'content-type': type },
    ...body,
  })
  const headers = [...answered.headers].filter(([name]) => name !== 'set-cookie')
  return new Response(answered.body, { status: answered.status, headers })
}

/** Runs in the page: what stands there to be read, in its fields too. */
function readable(part: string): string {
  const whole = document.querySelector<HTMLElement>(part)!
  const typed = [...whole.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
  return [whole.innerText, ...typed].join(' ').replace(/\s+/g, ' ')
}
