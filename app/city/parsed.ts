import { parse as parseCsv } from 'csv-parse/sync'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Fault, FaultCode, Path } from './fault.ts'

type Place = { line: number; column: number }

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

/** A table: the first row names the fields; `title_ko` and `title_en` become one text in two languages. */
export function parseTable(file: string, text: string): { parsed: Parsed; faults: Fault[] } {
  const faults: Fault[] = []
  const data: Record<string, Record<string, unknown>> = {}
  const lineOf: Record<string, { line: number; starts: number[] }> = {}
  let fields: string[] = []
  let line = 1
  try {
    const rows = parseCsv(text, {
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
      raw: string
    }[]
    for (const { record, info, raw } of rows) {
      const first = line
      line = info.lines + 1
      if (first === 1) {
        fields = record.map((name) => name.trim())
        continue
      }
      const at = {
        line: first + (raw.match(/^(\r?\n)+/)?.[0].split('\n').length ?? 1) - 1,
        starts: cellStarts(raw),
      }
      if (record.length !== fields.length) {
        faults.push(
          written(
            file,
            'row-length',
            { line: at.line, column: 1 },
            {
              found: String(record.length),
              count: fields.length,
            },
          ),
        )
        continue
      }
      const row = rowOf(fields, record)
      const key = String(row.key ?? `line-${at.line}`)
      if (key in data) {
        faults.push(written(file, 'duplicate-key', { line: at.line, column: 1 }, { found: key }))
        continue
      }
      delete row.key
      data[key] = row
      lineOf[key] = at
    }
  } catch (error) {
    faults.push(written(file, 'syntax', { line, column: 1 }, { found: '', name: String(error).slice(0, 80) }))
  }
  const placeOf = ([key, field, lang]: Path): Place => {
    const at = lineOf[String(key)]
    const column = fields.findIndex((name) => name === field || name === `${String(field)}_${String(lang)}`)
    return { line: at?.line ?? 1, column: at?.starts[column] ?? 1 }
  }
  return { parsed: { file, data, placeOf }, faults }
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

function rowOf(fields: string[], cells: string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [at, field] of fields.entries()) {
    const said = cells[at]?.trim()
    if (!said) continue
    const [name = '', lang] = field.split('_')
    if (lang) row[name] = { ...(row[name] as object | undefined), [lang]: said }
    else row[name] = name === 'source' ? said.split(/\s+/) : said
  }
  return row
}

function cellStarts(raw: string): number[] {
  const starts = [1]
  let quoted = false
  for (const [at, char] of [...raw.replace(/^(\r?\n)+/, '')].entries()) {
    if (char === '"') quoted = !quoted
    if (char === ',' && !quoted) starts.push(at + 2)
  }
  return starts
}

const lineAt = (text: string, offset: number): string =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1)
    .split('\n', 1)[0]
    ?.trim()
    .slice(0, 60) ?? ''

function written(
  file: string,
  code: FaultCode,
  place: Place,
  { found, ...facts }: { found: string } & Fault['facts'],
): Fault {
  return { severity: 'fault', code, file, ...place, path: '', found, facts }
}
