import type { z } from 'zod'
import { type Facts, type Fault, type FaultCode, faultCodes, type Path, shown } from './fault.ts'
import type { Parsed } from './parsed.ts'
import { isDay } from './schema.parts.ts'
import { nearest } from './spelling.ts'
import { fieldsAt, isMapping } from './walk.ts'

/** Where a record stands: its file and the way to it there. */
export type Where = { parsed: Parsed; at: Path }

export function faultAt(
  { parsed, at }: Where,
  inside: Path,
  code: FaultCode,
  {
    found = '',
    part = 'value',
    severity = 'fault',
    ...facts
  }: Facts & {
    found?: unknown
    part?: 'key' | 'value'
    severity?: Fault['severity']
  } = {},
): Fault {
  const path = [...at, ...inside]
  const place = parsed.placeOf(path, part)
  return { severity, code, file: parsed.file, ...place, path: path.join('.'), found: shown(found), facts }
}

/** What zod says against a record, as faults with their place in the file. */
export function schemaFaults(
  where: Where,
  schema: z.ZodType,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
) {
  const faults = issues.flatMap((issue) => faultsOf(where, schema, data, issue))
  const lacking = new Set(faults.filter((each) => each.code === 'missing').map((each) => each.path))
  return faults.filter(({ code, path }) => code !== 'missing' || !inheritedLack(path, lacking))
}

function faultsOf(where: Where, schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const found = valueAt(data, path)
  if (issue.code === 'unrecognized_keys') return strangers(where, schema, path, found, issue.keys)
  if (issue.code === 'invalid_key') {
    const said = codeOf(issue.issues[0]?.message, 'key')
    const code = said === 'lang' && /\s/.test(String(path.at(-1))) ? 'comma-in-text' : said
    return [faultAt(where, path, code, { found: path.at(-1), part: 'key' })]
  }
  if (found === undefined && issue.code !== 'custom') return [missing(where, path)]
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String)
    return [faultAt(where, path, 'one-of', { found, list, near: nearest(String(found), list) })]
  }
  const code = codeOf(issue.message, general(issue))
  return [faultAt(where, path, code, { found, near: meant(code, String(found)) })]
}

function strangers(where: Where, schema: z.ZodType, path: Path, mapping: unknown, keys: string[]): Fault[] {
  const list = fieldsAt(schema, path)
  const free = list.filter((field) => !isMapping(mapping) || !(field in mapping))
  return keys.map((field) =>
    faultAt(where, [...path, field], 'unknown-field', {
      found: field,
      part: 'key',
      list,
      near: nearest(field, free),
    }),
  )
}

/** What is not there has no place: it is said where the record begins that lacks it. */
function missing(where: Where, path: Path): Fault {
  const fault = faultAt(where, path.slice(0, -1), 'missing', { field: String(path.at(-1)), part: 'key' })
  return { ...fault, path: [...where.at, ...path].join('.') }
}

/** What was likely meant: the zone of that name, the same day in the right form. */
function meant(code: FaultCode, found: string): string | undefined {
  if (code === 'timeZone') return nearest(found, Intl.supportedValuesOf('timeZone'))
  const [, year, month = '', day = ''] =
    (code === 'day' && /^(\d{4})\D*(\d{1,2})\D*(\d{1,2})\D*$/.exec(found)) || []
  const likely = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(likely) ? likely : undefined
}

function general(issue: z.core.$ZodIssue): FaultCode {
  if (issue.code === 'too_small') return 'at-least-one'
  if (issue.code !== 'invalid_type') return 'text'
  if (issue.expected === 'array') return 'list'
  if (issue.expected === 'boolean') return 'yes-or-no'
  if (issue.expected === 'object' || issue.expected === 'record') return 'mapping'
  return issue.expected === 'string' ? 'text' : 'whole'
}

const codeOf = (said: string | undefined, otherwise: FaultCode): FaultCode =>
  faultCodes.find((code) => code === said) ?? otherwise

export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data)

/** A part lacks its source only because the whole does: the whole's fault is said once. */
function inheritedLack(path: string, lacking: ReadonlySet<string>): boolean {
  const steps = path.split('.')
  const field = steps.pop()
  if (field !== 'verification' && field !== 'source') return false
  while (steps.pop() !== undefined) if (lacking.has([...steps, field].join('.'))) return true
  return false
}
