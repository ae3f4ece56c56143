import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { delimiterOf } from '#kit/csv.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Read, type Reader, readRow } from './import.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Every line of a table as long as it likes, one at a time; the heading decides how they are read.
 *
 * @throws Refusal where it is no table at all: an encoding, a quote that never ends
 */
export async function* rowsIn(
  bytes: Bytes,
  readerFor: (columns: readonly string[]) => Reader,
): AsyncGenerator<Read & { line: number }> {
  let reader: Reader | undefined
  for await (const { record, line } of recordsIn(bytes)) {
    if (!reader) reader = readerFor(record)
    else yield { ...readRow(reader, record, line), line }
  }
  if (!reader) throw new Refusal('csv.empty')
}

/** The heading of a table, and its first lines to be looked at. */
export async function firstLines(bytes: Bytes, count: number): Promise<string[][]> {
  const lines: string[][] = []
  for await (const { record } of recordsIn(bytes)) {
    lines.push(record)
    if (lines.length > count) break
  }
  if (lines.length === 0) throw new Refusal('csv.empty')
  return lines
}

async function* recordsIn(bytes: Bytes): AsyncGenerator<{ record: string[]; line: number }> {
  const text = decoded(bytes)
  const begin = await text.next()
  if (begin.done) return
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    delimiter: delimiterOf(begin.value),
  })
  pipeline(Readable.from(together(begin.value, text)), parser, () => {})
  try {
    let line = 1
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { record, line }
      line = info.lines + 1
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('csv.quote', { line: Number(error.lines ?? 1) })
    throw error
  }
}

type Parsed = { record: string[]; info: { lines: number } }

async function* together(begin: string, rest: AsyncIterable<string>) {
  yield begin
  yield* rest
}

/** As text. A table too long to be read twice has to be UTF-8; Korean programs are told how to save it so. */
async function* decoded(bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const each of bytes) yield decoder.decode(each, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('csv.encoding')
    throw error
  }
}
