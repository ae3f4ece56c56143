import { keptLately } from '#kit/made-once.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Of, Status } from './indicator.ts'
import { type Period, periodOf } from './period.ts'
import { rangeIn } from './sdmx.ts'

/** What a column of somebody's table is. */
export const roles = [
  'indicator',
  'period',
  'value',
  'numerator',
  'denominator',
  'people',
  'status',
  'district',
  'unit',
  'dimension',
  'mark',
  'ignored',
] as const
export type Role = (typeof roles)[number]
export type Mapping = Readonly<Record<string, Role>>

export const formats = ['open-sdg', 'sdmx', 'long'] as const
export type Format = (typeof formats)[number]

/** One figure of a table, ready to be put in. */
export type ImportedRow = {
  /** Its line in the file; the heading is line 1. */
  line: number
  /** The indicator as the file calls it; nothing where the whole file is of one. */
  indicator: string | undefined
  period: Period
  of: Of
  district: string | null
  unit: string | null
  value: number | null
  written: string | null
  numerator: number | null
  denominator: number | null
  people: number | null
  status: Status
  marks: Readonly<Record<string, string>>
}

export const problemCodes = [
  'period',
  'number',
  'people',
  'indicator-missing',
  'indicator-unknown',
  'not-yours',
  'cells',
  'twice',
  'contradicts',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What is the matter with a line: in which column, and what stood there. */
export type RowProblem = { line: number; column: string; code: ProblemCode; found: string }

const named: readonly (readonly [Role, RegExp])[] = [
  ['indicator', /^(indicator|indicator_?id|지표|지표 ?번호)$/i],
  ['period', /^(year|period|period_name|time_period|연도|년도|기간|시점)$/i],
  ['value', /^(value|obs_value|값|수치|지표값)$/i],
  ['numerator', /^(numerator|분자)$/i],
  ['denominator', /^(denominator|분모)$/i],
  ['people', /^(people|n|사람 ?수|대상자 ?수|인원)$/i],
  ['status', /^(observation status|obs_status|status|상태)$/i],
  ['district', /^(district|ref_area|자치구|구|지역)$/i],
  ['unit', /^(units?|unit measure|unit_measure|단위)$/i],
  ['mark', /^(unit multiplier|unit_mult|geocode|comment.*|비고|출처|source|note)$/i],
  ['ignored', /^(structure|structure_id|dataflow|action)$/i],
]

/** What the columns most likely are. What is not known is a dimension until the value, and a mark after it. */
export function guess(columns: readonly string[]): { format: Format; mapping: Mapping } {
  const format = formatOf(columns)
  const at = columns.findIndex((column) => roleNamed(column) === 'value')
  const named = columns.includes('PERIOD_NAME')
  const mapping = columns.map((column, i): [string, Role] => [
    column,
    (named && column === 'TIME_PERIOD' ? 'ignored' : roleNamed(column)) ??
      (format === 'sdmx' && at >= 0 && i > at ? 'mark' : 'dimension'),
  ])
  return { format, mapping: Object.fromEntries(mapping) }
}

// SDMX-CSV 2.0 says `labels=both` as "SEX: Sex".
const roleNamed = (column: string): Role | undefined =>
  named.find(([, name]) => name.test(column.split(':')[0]!.trim()))?.[0]

function formatOf(columns: readonly string[]): Format {
  const first = columns[0]?.split(':')[0]
  if (first === 'STRUCTURE' || first === 'DATAFLOW') return 'sdmx'
  return first === 'Year' && columns.at(-1) === 'Value' ? 'open-sdg' : 'long'
}

/** The columns without which no line can be read. */
export const lacking = (mapping: Mapping): Role[] => {
  const has = new Set(Object.values(mapping))
  const figures = has.has('value') || (has.has('numerator') && has.has('denominator'))
  return [...(has.has('period') ? [] : (['period'] as const)), ...(figures ? [] : (['value'] as const))]
}

export type Reader = {
  columns: readonly string[]
  mapping: Mapping
  format: Format
  /** A district by its key, its name or its code. */
  districtOf(said: string): string | undefined
}

/** One line as a figure; nothing where it only says that there is none yet; or what is the matter with it. */
export function readRow(reader: Reader, cells: readonly string[], line: number): Read {
  const { columns, mapping, format } = reader
  const problem = (column: string, code: ProblemCode, found: string): Read => ({
    problem: { line, column, code, found },
  })
  if (cells.length !== columns.length) return problem('', 'cells', String(cells.length))
  const row = { ...blankRow(line), of: {} as Record<string, string>, marks: {} as Record<string, string> }
  for (const [i, column] of columns.entries()) {
    const said = format === 'sdmx' ? withoutCode(cells[i]!, mapping[column]!) : cells[i]!
    const wrong = take(row, reader, column, said)
    if (wrong) {
      if (wrong === 'period' && cells.at(-1) === '') return { empty: said }
      return problem(column, wrong, said)
    }
  }
  if (!row.period) return problem('', 'period', '')
  if (row.value === null && row.status !== 'missing' && row.numerator === null) row.status = 'missing'
  return { row: { ...row, period: row.period } }
}

export type Read = { row: ImportedRow } | { problem: RowProblem } | { empty: string }

type Row = Omit<ImportedRow, 'period' | 'of' | 'marks'> & {
  period: Period | undefined
  of: Record<string, string>
  marks: Record<string, string>
}

const blankRow = (line: number): Row => ({
  line,
  indicator: undefined,
  period: undefined,
  of: {},
  district: null,
  unit: null,
  value: null,
  written: null,
  numerator: null,
  denominator: null,
  people: null,
  status: 'normal',
  marks: {},
})

/** Puts a cell where it belongs. @returns what is the matter with it */
function take(row: Row, reader: Reader, column: string, said: string): ProblemCode | undefined {
  const role = reader.mapping[column] ?? 'ignored'
  if (role === 'ignored' || (said === '' && role !== 'period')) return undefined
  switch (role) {
    case 'period':
      row.period = periodIn(said) ?? undefined
      return row.period ? undefined : 'period'
    case 'value':
      row.value = numberIn(said)
      if (row.value !== null && String(row.value) !== said) row.written = said
      return row.value === null ? 'number' : undefined
    case 'numerator':
    case 'denominator':
      row[role] = numberIn(said)
      return row[role] === null ? 'number' : undefined
    case 'people':
      row.people = /^\d{1,9}$/.test(said) ? Number(said) : null
      return row.people === null ? 'people' : undefined
    case 'status':
      row.status = statusOf(said)
      row.marks[column] = said
      return undefined
    case 'district':
      takeDistrict(row, reader, column, said)
      return undefined
    case 'indicator':
    case 'unit':
      row[role] = said
      return undefined
    case 'dimension':
      row.of[nameOf(reader, column)] = said
      return undefined
    case 'mark':
      row.marks[column] = said
  }
  return undefined
}

/** A file of a million lines has few periods. */
const periodIn = keptLately((said: string): Period | null => {
  try {
    const range = rangeIn(said)
    return range ? { name: said, ...range } : periodOf(said)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
})

function takeDistrict(row: Row, { districtOf, format }: Reader, column: string, said: string): void {
  const district = districtOf(said)
  if (district) row.district = district
  else row.of[nameOf({ format }, column)] = said
}

/** What a dimension is called: SDMX-CSV says its code before its name. */
const nameOf = ({ format }: Pick<Reader, 'format'>, column: string): string =>
  format === 'sdmx' ? column.replace(/^[\w@$-]+: /, '') : column

const numberIn = (said: string): number | null =>
  /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(said) ? Number(said) : null

/** What its source says of a figure; SDMX has a letter for each (code list CL_OBS_STATUS), Open SDG a phrase. */
function statusOf(said: string): Status {
  const plain = said.toLowerCase()
  if (/^[moqlh]$|missing|suppress|결측|없음/.test(plain)) return 'missing'
  if (/^p$|provisional|잠정/.test(plain)) return 'provisional'
  if (/^[ei]$|estimat|imput|추정/.test(plain)) return 'estimate'
  return 'normal'
}

const coded: readonly Role[] = ['indicator', 'dimension', 'district', 'unit']

/** SDMX-CSV with labels: "F: Female" is Female; the total, "_T", is no category. */
function withoutCode(said: string, role: Role): string {
  if (said === '_T' || said.startsWith('_T: ')) return ''
  if (!coded.includes(role)) return said
  const label = /^[\w@$-]+: (.+)$/s.exec(said)?.[1]
  return label ?? said
}

/** What became of a file's lines. */
export type ImportReport = {
  format: Format
  lines: number
  values: number
  series: number
  indicators: readonly { key: string; release: number; values: number }[]
  /** Lines that only say that there is no figure yet. */
  empty: number
  problems: Readonly<Partial<Record<ProblemCode, number>>>
}

/** Said of lines that are kept, or of which nothing is lost. */
const harmless: readonly ProblemCode[] = ['twice', 'contradicts']

/** Whether something would be left out that its writer meant to say. */
export const isHindered = ({ problems }: ImportReport): boolean =>
  Object.keys(problems).some((code) => !harmless.includes(code as ProblemCode))
