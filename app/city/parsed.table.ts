import { parse } from 'csv-parse/sync'
import type { Fault, Path } from './fault.ts'
import { type Parsed, written } from './parsed.ts'

type Row = { cells: string[]; raw: string; line: number }

/** A table: the first row names the fields; `title_ko` and `title_en` become one text in two languages. */
export function parseTable(file: string, text: string): { parsed: Parsed; faults: Fault[] } {
  const faults: Fault[] = []
  const read = new Map<string, { row: Row; data: Record<string, unknown> }>()
  const [head, ...rows] = rowsOf(file, text, faults)
  const fields = head?.cells.map((name) => name.trim()) ?? []
  for (const row of rows) {
    const place = { line: row.line, column: 1 }
    const { key = `line-${row.line}`, ...data } = recordOf(fields, row.cells)
    if (row.cells.length !== fields.length) {
      const found = String(row.cells.length)
      faults.push(written(file, 'row-length', place, { found, count: fields.length }))
    } else if (read.has(String(key))) {
      faults.push(written(file, 'duplicate-key', place, { found: String(key) }))
    } else read.set(String(key), { row, data })
  }
  const placeOf = ([key, field, lang]: Path) => {
    const row = read.get(String(key))?.row
    const column = fields.findIndex((name) => name === field || name === `${field}_${lang}`)
    return { line: row?.line ?? 1, column: (row && cellStarts(row.raw)[column]) ?? 1 }
  }
  const data = Object.fromEntries([...read].map(([key, each]) => [key, each.data]))
  return { parsed: { file, data, placeOf }, faults }
}

function rowsOf(file: string, text: string, faults: Fault[]): Row[] {
  let last = 0
  try {
    const rows: unknown = parse(text, { bom: true, info: true, raw: true, relax_column_count: true })
    return (rows as { record: string[]; info: { lines: number }; raw: string }[]).map(
      ({ record, info, raw }) => {
        const blank = /^(\r?\n)*/.exec(raw)?.[0] ?? ''
        const line = last + 1 + blank.split('\n').length - 1
        last = info.lines
        return { cells: record, raw: raw.slice(blank.length), line }
      },
    )
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    faults.push(written(file, 'syntax', { line, column: 1 }, { found: '', name: 'CSV' }))
    return []
  }
}

function recordOf(fields: string[], cells: string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const [at, field] of fields.entries()) {
    const said = cells[at]?.trim()
    if (!said) continue
    const [name = '', lang] = field.split('_')
    if (lang) record[name] = { ...(record[name] as object | undefined), [lang]: said }
    else record[name] = name === 'source' ? said.split(/\s+/) : said
  }
  return record
}

function cellStarts(raw: string): number[] {
  const starts = [1]
  let quoted = false
  for (const [at, char] of [...raw].entries()) {
    if (char === '"') quoted = !quoted
    if (char === ',' && !quoted) starts.push(at + 2)
  }
  return starts
}
