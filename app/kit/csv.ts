import { stringify } from 'csv-stringify'
import { stringify as stringifyAll } from 'csv-stringify/sync'

export type CsvColumn = { key: string; label: string }
export type CsvRow = Readonly<Record<string, string | number | boolean | null>>

// Korean Excel takes a file without a byte order mark for EUC-KR.
const options = { bom: true, header: true, record_delimiter: '\r\n' } as const

/** Rows as a CSV file that opens rightly in a spreadsheet, whatever people typed into it. */
export const toCsv = (rows: readonly CsvRow[], columns: readonly CsvColumn[]): string =>
  stringifyAll(rows.map(inert), { ...options, columns: headed(columns) })

/** The same, a row at a time. */
export function csvStream(
  rows: AsyncIterable<CsvRow>,
  columns: readonly CsvColumn[],
): ReadableStream<Uint8Array> {
  const text = stringify({ ...options, columns: headed(columns) })
  return new ReadableStream({
    async start(controller) {
      const encoder = new TextEncoder()
      text.on('data', (chunk: string | Buffer) =>
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : Uint8Array.from(chunk)),
      )
      text.on('end', () => controller.close())
      try {
        for await (const row of rows) if (!text.write(inert(row))) await once(text)
        text.end()
      } catch (error) {
        controller.error(error)
      }
    },
  })
}

const headed = (columns: readonly CsvColumn[]) => columns.map(({ key, label }) => ({ key, header: label }))

const once = (text: NodeJS.EventEmitter) => new Promise<void>((resolve) => text.once('drain', resolve))

/** A spreadsheet would run a text that begins like a formula. */
function inert(row: CsvRow): CsvRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value,
    ]),
  )
}
