import { eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { type Actor, act, type Entries, type Entry } from '#record/index.ts'
import { internalEntry, locked } from './entry.actions.ts'
import { rowsIn } from './import.reading.ts'
import {
  type Format,
  guess,
  type ImportReport,
  isHindered,
  lacking,
  type Mapping,
  type ProblemCode,
  type Read,
  type Reader,
  type RowProblem,
} from './import.ts'
import type { Indicator } from './indicator.ts'
import { describedBy, type Metadata } from './opensdg.ts'
import { Putting } from './putting.actions.ts'
import { indicators } from './tables.ts'

export type ImportAsked = {
  /** Opens the file anew each time: what collides with another act is begun again. */
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** What each column is; guessed from the heading where it is left out. */
  mapping?: Mapping
  /** The one indicator that the file is of, where it has no column for it. */
  indicator?: string
  /** Makes an indicator of every name that is not known yet. */
  create?: boolean
  /** Whose figures somebody may bring in; everybody's where nothing is said. */
  may?(doc: Indicator): boolean
  by?: 'owner' | 'second'
  /** What Open SDG says of the one indicator, where it is not one of the city's files. */
  metadata?: Metadata
  districtOf?: Reader['districtOf']
  onProgress?(lines: number): void
}

/** Keeps each problem for whoever asked; a file may have a million. */
export type Told = (problem: RowProblem) => void

/**
 * Puts a table's figures in as releases that somebody else has to check, all of them or none: what cannot be read is
 * told line by line and keeps the rest out, unless `skip` says that it may be left behind.
 *
 * @throws Refusal
 */
export const importTable = (
  city: City,
  by: Actor,
  asked: ImportAsked & { skip?: boolean; claim?(tx: Tx): Promise<void> },
  told: Told = () => {},
): Promise<ImportReport> =>
  act(city, by, async (tx, at) => {
    await asked.claim?.(tx)
    const { report, docs } = await putIn(city, tx, at, by, asked, told)
    if (isHindered(report) && !asked.skip) throw new Refusal('indicators.import-problems', {}, 'file')
    if (report.values === 0) throw new Refusal('indicators.import-empty', {}, 'file')
    const [first, ...rest] = docs.map((doc, i): Entry => {
      const { values, release } = report.indicators[i]!
      return internalEntry(doc, 'indicators.imported', { values, release })
    })
    return { result: report, entries: [first!, ...rest] satisfies Entries }
  })

/** The same without anything being kept: the report is that of the import itself. */
export async function tryImport(
  city: City,
  by: Actor,
  asked: ImportAsked,
  told: Told,
): Promise<ImportReport> {
  try {
    return await act<never>(city, by, async (tx, at) => {
      throw new OnlyTried((await putIn(city, tx, at, by, asked, told)).report)
    })
  } catch (error) {
    if (error instanceof OnlyTried) return error.report
    throw error
  }
}

/** Takes back all that was written for a try. */
class OnlyTried extends Error {
  override name = 'OnlyTried'
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('tried')
    this.report = report
  }
}

async function putIn(
  city: City,
  tx: Tx,
  at: Instant,
  { as, person }: Actor,
  asked: ImportAsked,
  told: Told,
): Promise<{ report: ImportReport; docs: readonly Indicator[] }> {
  const problems: Partial<Record<ProblemCode, number>> = {}
  const tell: Told = (problem) => {
    problems[problem.code] = (problems[problem.code] ?? 0) + 1
    told(problem)
  }
  const from = { by: asked.by ?? 'owner', as, person, at } as const
  const making = {
    create: asked.create ?? false,
    lang: city.facts.languages[0]!,
    may: asked.may ?? (() => true),
  }
  const putting = new Putting(tx, from, making, tell)
  let format = 'long' as Format
  let columns: readonly string[] = []
  let [lines, empty] = [0, 0]
  const readerFor = (heading: readonly string[]): Reader => {
    const guessed = guess(heading)
    const mapping = asked.mapping ?? guessed.mapping
    const [missing] = lacking(mapping)
    if (missing) throw new Refusal('indicators.column-missing', { role: missing }, 'mapping')
    format = guessed.format
    columns = heading
    return { columns: heading, mapping, format, districtOf: asked.districtOf ?? (() => undefined) }
  }
  for await (const read of rowsIn(asked.open(), readerFor)) {
    lines++
    if (lines % 50_000 === 0) asked.onProgress?.(lines)
    const row = ready(read, asked.indicator, tell)
    if (row) await putting.take(row)
    else if ('empty' in read) empty++
  }
  const { docs, ...put } = await putting.end()
  const described = { ...(format === 'open-sdg' && { columns: [...columns] }), metadata: asked.metadata }
  if (asked.indicator && docs.length > 0) await describe(tx, asked.indicator, described)
  return { report: { format, lines, empty, problems, ...put }, docs }
}

/** A line that can be put in, with its indicator. */
function ready(read: Read & { line: number }, indicator: string | undefined, tell: Told) {
  if ('problem' in read) return void tell(read.problem)
  if (!('row' in read)) return undefined
  const key = indicator ?? read.row.indicator
  if (key) return { ...read.row, indicator: key }
  return void tell({ line: read.line, column: '', code: 'indicator-missing', found: '' })
}

/** Keeps what the figures cannot say: the order of the columns, and what was written about them. */
async function describe(
  tx: Tx,
  key: string,
  { columns, metadata }: { columns?: string[]; metadata: Metadata | undefined },
): Promise<void> {
  const { doc, inFiles } = await locked(tx, key)
  const set = {
    ...(columns && { columns }),
    ...(metadata && { meta: { ...metadata } }),
    ...(metadata && !inFiles && { doc: describedBy(doc, metadata) }),
  }
  if (Object.keys(set).length > 0) await tx.update(indicators).set(set).where(eq(indicators.key, key))
}
