import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Fault, FaultCode, Path } from './fault.ts'

export type Place = { line: number; column: number }

/** A file with its content and the place of every part of it. */
export type Parsed = {
  file: string
  data: unknown
  placeOf(path: Path, part: 'key' | 'value'): Place
}

/** YAML 1.2, or JSON, which is YAML too. Comes back with what could be read, and the faults of its writing. */
export function parseYaml(file: string, text: string, firstLine = 1): { parsed: Parsed; faults: Fault[] } {
  const lines = new LineCounter()
  const doc = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    prettyErrors: false,
    logLevel: 'error',
  })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const faults = doc.errors.map((error) => {
    const offset = error.pos[0] < text.trimEnd().length ? error.pos[0] : leftOpen(text, error.pos[0])
    const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax'
    return written(file, code, place(offset), { found: lineAt(text, offset), name: error.code })
  })
  let data: unknown
  try {
    data = doc.toJS({ maxAliasCount: 100 }) ?? {}
  } catch (error) {
    faults.push(written(file, 'syntax', place(0), { found: '', name: String(error).slice(0, 80) }))
    data = {}
  }
  const placeOf = (path: Path, part: 'key' | 'value'): Place => {
    let node = doc.contents as Node | null
    let start = node?.range?.[0] ?? 0
    for (const [depth, step] of path.entries()) {
      const { key, value }: Inside = insideOf(isAlias(node) ? (node.resolve(doc) ?? null) : node, step)
      if (!key && !value) break
      const wanted = part === 'key' && depth === path.length - 1 ? (key ?? value) : (value ?? key)
      start = wanted?.range?.[0] ?? start
      node = value
    }
    return place(start)
  }
  return { parsed: { file, data, placeOf }, faults }
}

/** A quotation mark or bracket that is never closed is noticed at the end of the file: go back to its line. */
function leftOpen(text: string, end: number): number {
  let offset = 0
  for (const line of text.split('\n')) {
    const bare = line.replace(/\\./g, '').replace(/(^|\s)#.*$/, '')
    const quotes = bare.split('"').length - 1
    const brackets = bare.replace(/"[^"]*"/g, '')
    const open = brackets.split(/[[{]/).length - brackets.split(/[\]}]/).length
    if (quotes % 2 === 1 || open > 0) return offset
    offset += line.length + 1
  }
  return end
}

type Inside = { key: Node | null; value: Node | null }

function insideOf(node: Node | null, step: string | number): Inside {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
    return { key: isNode(pair?.key) ? pair.key : null, value: isNode(pair?.value) ? pair.value : null }
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined
  return { key: null, value: isNode(item) ? item : null }
}

/** A text in Markdown under a few lines of YAML between `---` and `---`. */
export function parseText(file: string, text: string) {
  const fenced = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!fenced) {
    const { parsed } = parseYaml(file, '')
    const fault = written(file, 'front-matter', { line: 1, column: 1 }, { found: lineAt(text, 0) })
    return { parsed, faults: [fault], markdown: text }
  }
  return { ...parseYaml(file, fenced[1] ?? '', 2), markdown: text.slice(fenced[0].length).trim() }
}

const lineAt = (text: string, offset: number): string =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1)
    .split('\n', 1)[0]
    ?.trim()
    .slice(0, 60) ?? ''

export function written(
  file: string,
  code: FaultCode,
  place: Place,
  { found, ...facts }: { found: string } & Fault['facts'],
): Fault {
  return { severity: 'fault', code, file, ...place, path: '', found, facts }
}
