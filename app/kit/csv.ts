import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Refusal } from './refusal.ts'
import { textOf } from './text.ts'

export type CsvColumn = { key: string; label: string }
export type CsvRow = Readonly<Record<string, string | number | boolean | null>>

// Korean Excel takes a file without a byte order mark for EUC-KR. A spreadsheet would run a text that begins like a formula.
const options = { record_delimiter: '\r\n', escape_formulas: true } as const

/** Rows as a CSV file that opens rightly in a spreadsheet, whatever people typed into it. */
export const toCsv = (rows: readonly CsvRow[], columns: readonly CsvColumn[]): string =>
  stringify([...rows], { ...options, bom: true, header: true, columns: headed(columns) })

/** The same for a table of any length, made as fast as it is read. */
export const csvStream = (rows: AsyncIterable<CsvRow>, columns: readonly CsvColumn[]) =>
  streamOf(lines(rows, columns))

/** Text made as fast as it is read. */
export function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await text.return(undefined)
    },
  })
}

async function* lines(rows: AsyncIterable<CsvRow>, columns: readonly CsvColumn[]): AsyncGenerator<string> {
  yield toCsv([], columns)
  let batch: CsvRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < 200) continue
    yield stringify(batch, { ...options, columns: headed(columns) })
    batch = []
  }
  if (batch.length > 0) yield stringify(batch, { ...options, columns: headed(columns) })
}

const headed = (columns: readonly CsvColumn[]) => columns.map(({ key, label }) => ({ key, header: label }))

/** A line of a table that somebody sent, with its number in the file, for telling them what to mend. */
export type CsvLine = { line: number; cells: Record<string, string> }

/**
 * The table in a CSV file as spreadsheets save it: UTF-8, UTF-16 or CP949; with commas, semicolons or tabs.
 *
 * @throws Refusal naming the line and column.
 */
export function fromCsv(bytes: Uint8Array, needed: readonly string[] = []): CsvLine[] {
  const text = textOf(bytes)
  if (text === undefined) throw new Refusal('csv.encoding')
  const records = recordsOf(text)
  const headings = (records.shift()?.record ?? []).map((each) => each.trim())
  if (headings.every((each) => each === '')) throw new Refusal('csv.empty')
  for (const column of needed)
    if (!headings.includes(column)) throw new Refusal('csv.column-missing', { column })
  const twice = headings.find((each, at) => each !== '' && headings.indexOf(each) !== at)
  if (twice) throw new Refusal('csv.column-twice', { column: twice })
  return records.map(({ record, line }) => {
    if (record.length !== headings.length) {
      throw new Refusal('csv.cells', { line, found: record.length, expected: headings.length })
    }
    return { line, cells: cellsOf(record, headings, line, needed) }
  })
}

function cellsOf(record: string[], headings: string[], line: number, needed: readonly string[]) {
  const cells: Record<string, string> = {}
  headings.forEach((column, at) => {
    if (column !== '') cells[column] = record[at]!.trim()
    if (needed.includes(column) && !cells[column]) throw new Refusal('csv.cell-empty', { line, column })
  })
  return cells
}

type Parsed = { record: string[]; line: number }

function recordsOf(text: string): Parsed[] {
  try {
    const all = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      info: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return all
      .map(({ record, info }) => ({ record, line: info.lines - record.join('').split('\n').length + 1 }))
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('csv.quote', { line: Number(error.lines ?? 1) })
    throw error
  }
}

/** Of the delimiters that spreadsheets write, the one that stands most often in the heading, outside quotes. */
export function delimiterOf(text: string): string {
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (each: string) => heading.split(each).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}
