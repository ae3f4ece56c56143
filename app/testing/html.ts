/** An element of a page of ours, as a test reads it. */
export type Element = {
  tag: string
  attributes: ReadonlyMap<string, string>
  children: (Element | string)[]
  parent: Element | undefined
}

const token = /<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<(\/?)([a-zA-Z][\w-]*)([^>]*?)(\/?)>|([^<]+)/g
const attribute = /([^\s=>"'/]+)(?:="([^"]*)")?/g
const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const inline = /^(a|abbr|b|bdi|cite|code|data|em|i|mark|q|small|span|strong|sub|sup|time)$/

/** The elements of a page. Our pages are well-formed (`#ui/wellformed.ts` sees to it), so no tag has to be guessed. */
export function readHtml(html: string): Element {
  const root: Element = { tag: '', attributes: new Map(), children: [], parent: undefined }
  let open = root
  for (const [, closing, tag, rest, selfClosing, text] of html.matchAll(token)) {
    if (text) open.children.push(decoded(text))
    else if (closing) open = open.parent ?? root
    else if (tag) {
      const element: Element = { tag, attributes: attributesIn(rest ?? ''), children: [], parent: open }
      open.children.push(element)
      if (!empty.test(tag) && !selfClosing) open = element
    }
  }
  return root
}

const attributesIn = (text: string) =>
  new Map([...text.matchAll(attribute)].map(([, name, value]) => [name!, decoded(value ?? '')]))

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)

/** Every element below, in the order of the page. */
export function* all(element: Element, tags?: RegExp): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (!tags || tags.test(child.tag)) yield child
    yield* all(child, tags)
  }
}

type Reading = { /** Also what is only read aloud. */ aloud?: boolean; without?: RegExp }

/** What a reader sees of it: its text, and what stands in its fields. */
export const textOf = (element: Element, reading: Reading = {}): string =>
  pieces(element, reading).replace(/\s+/g, ' ').trim()

function pieces(element: Element, reading: Reading): string {
  const { tag, attributes } = element
  if (/^(script|style|head|svg|template)$/.test(tag) || attributes.has('hidden')) return ''
  if (reading.without?.test(tag)) return ' '
  if (!reading.aloud && (attributes.get('class') ?? '').split(' ').includes('screen-only')) return ''
  if (tag === 'input') return ` ${typedInto(element)} `
  const inside = element.children
    .map((child) => (typeof child === 'string' ? child : pieces(child, reading)))
    .join('')
  return inline.test(tag) ? inside : ` ${inside} `
}

const typedInto = ({ attributes }: Element): string =>
  /^(hidden|checkbox|radio|password)$/.test(attributes.get('type') ?? '')
    ? ''
    : (attributes.get('value') ?? '')

/** The element and everything around it, from the inside out. */
export function* around(element: Element): Generator<Element> {
  for (let each: Element | undefined = element; each; each = each.parent) yield each
}

/** How many elements lie between two and what holds both: the smaller, the more a reader sees them together. */
export function distance(one: Element, other: Element): number {
  const above = [...around(one)]
  let steps = 0
  for (const each of around(other)) {
    if (above.includes(each)) return steps + above.indexOf(each)
    steps++
  }
  return Number.POSITIVE_INFINITY
}
