type Open = { tag: string; attributes: Map<string, string> }

const token = /<!DOCTYPE html>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)\s*(\/?)>|<|[^<]+/g
const attribute = /([^\s=>"'/]+)(?:="([^"]*)")?/g

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const notInParagraphs =
  /^(p|div|ul|ol|dl|table|h[1-6]|form|fieldset|section|figure|blockquote|details|nav|main|aside|header|footer)$/
const pressed = /^(a|button|summary|label)$/
const onlyChildren: Record<string, RegExp> = {
  ul: /^li$/,
  ol: /^li$/,
  dl: /^(div|dt|dd)$/,
  table: /^(caption|colgroup|thead|tbody|tfoot)$/,
  tr: /^(td|th)$/,
  select: /^(option|optgroup)$/,
}

/** What is wrong with a page of ours: broken nesting, lost references, fields without a name, script or style inline. */
export function faultsIn(html: string): string[] {
  const faults: string[] = []
  const stack: Open[] = []
  const seen: Open[] = []
  const wrapped = new Set<Open>()
  for (const [whole, closing, tag, rest, selfClosing] of html.matchAll(token)) {
    if (whole === '<') faults.push('a < that opens nothing')
    if (!tag) continue
    if (closing) {
      const open = stack.pop()
      if (open?.tag !== tag) faults.push(`</${tag}> closes <${open?.tag}>`)
      continue
    }
    const element = { tag, attributes: attributesOf(tag, rest ?? '', faults) }
    seen.push(element)
    if (stack.some((each) => each.tag === 'label')) wrapped.add(element)
    faults.push(...misplaced(element, stack))
    if (!empty.test(tag)) selfClosing ? faults.push(`<${tag}/> is not empty`) : stack.push(element)
  }
  faults.push(...stack.map(({ tag }) => `<${tag}> is never closed`))
  return [...faults, ...unsafe(seen), ...lost(seen), ...nameless(seen, wrapped)]
}

function attributesOf(tag: string, text: string, faults: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, value] of text.matchAll(attribute)) {
    if (found.has(name!)) faults.push(`<${tag}> has ${name} twice`)
    found.set(name!, value ?? '')
  }
  return found
}

function misplaced({ tag }: Open, stack: readonly Open[]): string[] {
  const parent = stack.at(-1)?.tag ?? ''
  const inside = (pattern: RegExp) => stack.some((each) => pattern.test(each.tag))
  return [
    ...(onlyChildren[parent]?.test(tag) === false ? [`<${tag}> straight inside <${parent}>`] : []),
    ...(inside(/^p$/) && notInParagraphs.test(tag) ? [`<${tag}> inside <p>`] : []),
    ...(/^(a|button)$/.test(tag) && inside(/^(a|button)$/) ? [`<${tag}> inside something pressed`] : []),
    ...(tag === 'form' && inside(/^form$/) ? ['<form> inside <form>'] : []),
    ...(pressed.test(tag) && inside(new RegExp(`^${tag}$`)) ? [`<${tag}> inside <${tag}>`] : []),
  ]
}

/** What the security policy forbids, or should. */
const unsafe = (elements: readonly Open[]): string[] =>
  elements.flatMap(({ tag, attributes }) => [
    ...[...attributes.keys()].filter((name) => /^(on|style$)/.test(name)).map((name) => `<${tag} ${name}>`),
    ...(/^\s*javascript:/i.test(attributes.get('href') ?? '') ? [`<${tag}> leads to a script`] : []),
    ...(tag === 'script' && !attributes.has('src') ? ['a script inline'] : []),
    ...(tag === 'style' ? ['a style inline'] : []),
  ])

/** Ids used twice, and references to nothing. */
function lost(elements: readonly Open[]): string[] {
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const known = new Set(ids)
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `the id ${id} twice`),
    ...elements.flatMap(({ tag, attributes }) =>
      ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) =>
        (attributes.get(name)?.split(' ') ?? [])
          .filter((id) => !known.has(id))
          .map((id) => `<${tag}> refers to ${id}, which is not there`),
      ),
    ),
  ]
}

/** Fields, pictures and ways through the page that are not called anything. */
function nameless(elements: readonly Open[], wrapped: ReadonlySet<Open>): string[] {
  const labelled = new Set(elements.flatMap(({ attributes }) => attributes.get('for') ?? []))
  return elements.flatMap((element) => {
    const { tag, attributes } = element
    const field =
      /^(input|select|textarea)$/.test(tag) && !/^(hidden|submit|button)$/.test(attributes.get('type') ?? '')
    const named =
      attributes.has('aria-label') ||
      attributes.has('aria-labelledby') ||
      labelled.has(attributes.get('id') ?? '') ||
      wrapped.has(element)
    return [
      ...(field && !named ? [`<${tag} name="${attributes.get('name')}"> has no label`] : []),
      ...(tag === 'nav' && !named ? ['a <nav> has no name'] : []),
      ...(tag === 'img' && !attributes.has('alt') ? ['an <img> has no alt'] : []),
    ]
  })
}
