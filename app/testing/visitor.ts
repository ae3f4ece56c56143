import { all, around, distance, type Element, readHtml, textOf } from './html.ts'

export type Request = (path: string, init?: RequestInit) => Promise<Response>

/** Somebody at a browser, of whatever kind: they know a page by the words on it. @throws Stuck */
export type Guest = {
  open(path: string): Promise<void>
  follow(words: string, beside?: string): Promise<void>
  press(words: string, beside?: string): Promise<void>
  write(text: string, label: string, beside?: string): Promise<void> | void
  choose(words: string, question?: string, beside?: string): Promise<void> | void
  /** All that the page says. */
  readonly text: string | Promise<string>
  /** The page from its heading on, for whoever looks for something in vain. */
  readonly middle: string | Promise<string>
  readonly where: string
  /** The code that the page tells to write down. */
  readonly code: string | Promise<string>
  /** What the page says under a word of a list of words, each with what it is. */
  told(term: string): string | Promise<string>
}

/** What somebody wanted to do and could not, said with what they saw instead. */
export class Stuck extends Error {
  override name = 'Stuck'
}

/**
 * Somebody at a browser without JavaScript: opens pages, follows links by their words, fills in fields by their labels
 * and presses buttons. Whatever a person could not find, this does not find either.
 */
export class Visitor implements Guest {
  readonly #request: Request
  #page: Element = readHtml('')
  #address = ''
  #typed = new Map<Element, string | boolean>()

  constructor(request: Request) {
    this.#request = request
  }

  async open(path: string): Promise<void> {
    await this.#go(path)
  }

  /** Follows the link with these words; where there are several, the one that stands nearest to `beside`. */
  async follow(words: string, beside?: string): Promise<void> {
    const links = [...all(this.#page, /^a$/)].filter((each) => each.attributes.has('href'))
    const link = this.#oneOf('link', links, nameOf, words, beside, (each) => each.attributes.get('href')!)
    await this.#go(link.attributes.get('href')!)
  }

  /** Presses a button and sends the form it stands in. */
  async press(words: string, beside?: string): Promise<void> {
    const button = this.#oneOf('button', [...all(this.#page, /^button$/)], nameOf, words, beside)
    const form = [...around(button)].find((each) => each.tag === 'form')
    if (!form) throw new Stuck(`The button “${words}” does nothing without JavaScript.`)
    await this.#send(form, button)
  }

  write(text: string, label: string, beside?: string): void {
    const fields = [...all(this.#page, /^(input|textarea)$/)].filter(
      (each) => !isChoice(each) && !isHidden(each),
    )
    this.#typed.set(this.#oneOf('field', fields, this.#labelOf, label, beside), text)
  }

  /** Picks an option of a list, a radio button or a box to tick, by its words and, if need be, the question's. */
  choose(words: string, question?: string, beside?: string): void {
    const choices = [...all(this.#page, /^(input|option)$/)]
      .filter((each) => each.tag === 'option' || isChoice(each))
      .filter((each) => !question || this.#questionOf(each) === question)
    const choice = this.#oneOf('choice', choices, this.#labelOf, words, beside)
    if (choice.tag === 'option') {
      const list = [...around(choice)].find((each) => each.tag === 'select')!
      this.#typed.set(list, choice.attributes.get('value') ?? textOf(choice))
    } else this.#pick(choice)
  }

  /** What the page shows besides its ways to other pages: a word in the menu is not yet an answer. */
  get text(): string {
    return textOf(this.#page, { without: /^nav$/ })
  }

  get where(): string {
    return `“${this.#heading}” (${this.#address})`
  }

  get middle(): string {
    return this.text.slice(Math.max(0, this.text.indexOf(this.#heading)))
  }

  get #heading(): string {
    const [heading] = all(this.#page, /^h1$/)
    return heading ? textOf(heading) : 'no heading'
  }

  get code(): string {
    const [code, ...others] = [...all(this.#page, /^code$/)].filter((each) => textOf(each))
    if (!code || others.length > 0) throw new Stuck(`There is not one code to note on ${this.where}.`)
    return textOf(code)
  }

  told(term: string): string {
    const [word] = [...all(this.#page, /^dt$/)].filter((each) => textOf(each) === term)
    const among = (word?.parent?.children ?? []).filter((each) => typeof each !== 'string')
    const is = word && among[among.indexOf(word) + 1]
    if (is?.tag !== 'dd') throw new Stuck(`Nothing is said under “${term}” on ${this.where}.`)
    return textOf(is)
  }

  async #go(path: string, init?: RequestInit): Promise<void> {
    const target = new URL(path, `https://city.example${this.#address}`)
    const answer = await this.#request(target.pathname + target.search, init)
    this.#address = target.pathname + target.search
    const location = answer.headers.get('location')
    if (location) return this.#go(location)
    if (answer.status >= 500) throw new Stuck(`${this.#address} broke (${answer.status}).`)
    this.#page = readHtml(await answer.text())
    this.#typed = new Map()
  }

  async #send(form: Element, button: Element): Promise<void> {
    const fields = [...this.#sent(form, button)]
    const action = form.attributes.get('action') ?? this.#address
    if (form.attributes.get('method') !== 'post') {
      await this.#go(`${action}?${new URLSearchParams(fields)}`)
      return
    }
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    await this.#go(action, { method: 'POST', body })
  }

  /** What a browser would send: named, and of choices only those that are made. */
  *#sent(form: Element, button: Element): Generator<[string, string]> {
    for (const field of all(form, /^(input|textarea|select|button)$/)) {
      const name = field.attributes.get('name')
      if (!name || (field.tag === 'button' && field !== button)) continue
      if (isChoice(field) && !this.#isPicked(field)) continue
      yield [name, this.#valueIn(field)]
    }
  }

  #valueIn(field: Element): string {
    const typed = this.#typed.get(field)
    if (typeof typed === 'string') return typed
    if (field.tag === 'textarea') return field.children.join('')
    if (field.tag !== 'select') return field.attributes.get('value') ?? (isChoice(field) ? 'on' : '')
    const options = [...all(field, /^option$/)]
    const chosen = options.find((each) => each.attributes.has('selected')) ?? options[0]
    return chosen?.attributes.get('value') ?? (chosen ? textOf(chosen) : '')
  }

  #isPicked(field: Element): boolean {
    const picked = this.#typed.get(field)
    return typeof picked === 'boolean' ? picked : field.attributes.has('checked')
  }

  #pick(choice: Element): void {
    const name = choice.attributes.get('name')
    if (choice.attributes.get('type') === 'radio')
      for (const each of all(this.#page, /^input$/))
        if (each.attributes.get('name') === name) this.#typed.set(each, false)
    this.#typed.set(choice, true)
  }

  readonly #labelOf = (field: Element): string => {
    if (field.tag === 'option') return textOf(field)
    const id = field.attributes.get('id')
    const labels = [...all(this.#page, /^label$/)]
    const label = labels.find((each) => id && each.attributes.get('for') === id)
    const wrapping = [...around(field)].find((each) => each.tag === 'label')
    return label || wrapping ? nameOf((label ?? wrapping)!) : (field.attributes.get('aria-label') ?? '')
  }

  #questionOf(choice: Element): string {
    if (choice.tag === 'option')
      return this.#labelOf([...around(choice)].find((each) => each.tag === 'select')!)
    const group = [...around(choice)].find((each) => each.tag === 'fieldset')
    const legend = group && [...all(group, /^legend$/)][0]
    return legend ? nameOf(legend) : ''
  }

  #oneOf(
    kind: string,
    among: readonly Element[],
    name: (element: Element) => string,
    words: string,
    beside?: string,
    leadsTo: (element: Element) => unknown = (element) => element,
  ): Element {
    const exact = among.filter((each) => name(each) === words)
    const fitting = exact.length > 0 ? exact : among.filter((each) => name(each).includes(words))
    const nearest = beside ? this.#nearest(fitting, beside) : fitting
    const [found] = nearest
    if (found && new Set(nearest.map(leadsTo)).size === 1) return found
    const names = [...new Set(among.map(name).filter(Boolean))].map((each) => `“${each}”`)
    throw new Stuck(
      found
        ? `There are ${nearest.length} of ${kind} “${words}” on ${this.where}: say beside what.`
        : `There is no ${kind} “${words}” on ${this.where}. There is: ${names.join(', ') || 'none at all'}.`,
    )
  }

  #nearest(elements: readonly Element[], words: string): Element[] {
    const places = [...all(this.#page)].filter((each) => textOf(each, { aloud: true }).includes(words))
    const closest = places.filter((each) => !places.some((other) => other.parent === each))
    if (closest.length === 0) throw new Stuck(`Nothing says “${words}” on ${this.where}.`)
    const near = elements.map((each) => Math.min(...closest.map((place) => distance(place, each))))
    return elements.filter((_, i) => near[i] === Math.min(...near))
  }
}

/** What a link, button or label is called, without the note that it may be left empty. */
function nameOf(element: Element): string {
  const spoken = element.attributes.get('aria-label')
  if (spoken) return spoken
  const children = element.children.filter(
    (each) => typeof each === 'string' || each.attributes.get('class') !== 'optional',
  )
  return textOf({ ...element, children }, { aloud: true })
}

const isChoice = ({ attributes }: Element): boolean => /^(checkbox|radio)$/.test(attributes.get('type') ?? '')
const isHidden = ({ attributes }: Element): boolean => attributes.get('type') === 'hidden'
