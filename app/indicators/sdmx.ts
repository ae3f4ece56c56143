import { stringify } from 'csv-stringify/sync'
import type { Exported } from './export.ts'
import type { Period } from './period.ts'

/**
 * SDMX-CSV 2.0 with labels (`labels=both`): each cell of a dimension has its code and its name, so that programs read
 * the one and people the other. Source: SDMX-CSV field guide 2.0.0, sections "Header row" and "Data rows".
 */
export function sdmxHeading(dimensions: readonly string[]): string[] {
  const coded = [...codes(['Indicator', 'Reference area', 'Unit of measure', ...dimensions])]
  const [, , , ...own] = coded
  return [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'INDICATOR: Indicator',
    'REF_AREA: Reference area',
    ...own.map(([name, code]) => `${code}: ${name}`),
    'TIME_PERIOD',
    'OBS_VALUE',
    'UNIT_MEASURE: Unit of measure',
    'OBS_STATUS',
    'PERIOD_NAME',
    'COMMENT',
  ]
}

export function sdmxRow(
  agency: string,
  dimensions: readonly string[],
  { indicator, of, district, unit, period, written, status, hidden, comment }: Exported,
): string[] {
  return [
    'dataflow',
    `${agency}:INDICATORS(1.0)`,
    'I',
    labelled(indicator),
    labelled(district ?? ''),
    ...dimensions.map((name) => labelled(of[name] ?? '')),
    timeOf(period),
    written,
    labelled(unit ?? ''),
    hidden ? 'Q' : letters[status],
    period.name,
    comment,
  ]
}

/** Code list CL_OBS_STATUS, version 2.2. */
const letters = { normal: 'A', provisional: 'P', estimate: 'E', missing: 'M' } as const

const labelled = (said: string): string => (said === '' ? '_T' : `${codeOf(said)}: ${said}`)

/** A code may hold letters, digits, `_`, `@`, `$` and `-`; other scripts are spelled by their numbers. */
export const codeOf = (said: string): string =>
  said
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}@$-]+/gu, '_')
    .replace(/[^\w@$-]/gu, (letter) => `U${letter.codePointAt(0)!.toString(16).toUpperCase()}`)
    .replace(/^_+|_+$/g, '') || 'X'

/** Each name with a code that no other has. */
function codes(names: readonly string[]): Map<string, string> {
  const taken = new Map<string, string>()
  for (const name of names) {
    const used = new Set(taken.values())
    const free = (n: number): string => {
      const code = n === 1 ? codeOf(name) : `${codeOf(name)}_${n}`
      return used.has(code) ? free(n + 1) : code
    }
    taken.set(name, free(1))
  }
  return taken
}

/** `2018`, `2019-Q1`, `2019-03`, or the first day and how long: `2007-04-01/P2Y` (SDMX 3.0 technical notes, section 4.2.1). */
export function timeOf({ from, until }: Period): string {
  const end = until.add({ days: 1 })
  const { years, months, days } = from.until(end, { largestUnit: 'year' })
  const begins = from.day === 1 && days === 0
  if (begins && from.month === 1 && years === 1 && months === 0) return String(from.year)
  if (begins && years === 0 && months === 1) return from.toPlainYearMonth().toString()
  if (begins && years === 0 && months === 3 && from.month % 3 === 1)
    return `${from.year}-Q${Math.ceil(from.month / 3)}`
  if (begins && years === 0 && months === 6 && from.month % 6 === 1)
    return `${from.year}-S${Math.ceil(from.month / 6)}`
  return `${from}/${from.until(end, { largestUnit: 'year' })}`
}

/** The first day and the last of `2007-04-01/P2Y`; other programs write it for what does not begin with the year. */
export function rangeIn(said: string): Pick<Period, 'from' | 'until'> | undefined {
  const [day, span] = said.split('/')
  if (!day || !span || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^P(\d+[YMWD])+$/.test(span)) return undefined
  try {
    const from = Temporal.PlainDate.from(day)
    return { from, until: from.add(Temporal.Duration.from(span)).subtract({ days: 1 }) }
  } catch {
    return undefined
  }
}

/** As spreadsheets and statistics offices write it. */
export const csvLines = (rows: string[][]): string => stringify(rows, { record_delimiter: '\r\n' })
