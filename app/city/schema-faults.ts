import type { z } from 'zod'
import { type Facts, type Fault, type FaultCode, faultCodes, type Path, shown } from './fault.ts'
import { isMapping } from './inherit.ts'
import type { Parsed } from './parsed.ts'
import { isDay } from './schema.parts.ts'
import { nearest } from './spelling.ts'
import { fieldsAt } from './walk.ts'

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
  if (issue.code === 'unrecognized_keys') {
    const present = Object.keys(found && typeof found === 'object' ? found : {})
    const free = fieldsAt(schema, path).filter((field) => !present.includes(field))
    return issue.keys.map((field) => {
      const near = nearest(field, free)
      return faultAt(where, [...path, field], 'unknown-field', {
        found: field,
        part: 'key',
        list: fieldsAt(schema, path),
        ...(near && { near }),
      })
    })
  }
  if (issue.code === 'invalid_key') {
    const said = codeOf(issue.issues[0]?.message, 'key')
    const code = said === 'lang' && /\s/.test(String(path.at(-1))) ? 'comma-in-text' : said
    return [faultAt(where, path, code, { found: path.at(-1), part: 'key' })]
  }
  if (found === undefined && issue.code !== 'custom') {
    const field = String(path.at(-1))
    const near = nearest(field, strangersBeside(schema, data, path.slice(0, -1)))
    return [faultAt(where, path.slice(0, -1), 'missing', { field, part: 'key', ...(near && { near }) })].map(
      (fault) => ({ ...fault, path: [...where.at, ...path].join('.') }),
    )
  }
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String)
    const near = nearest(String(found), list)
    return [faultAt(where, path, 'one-of', { found, list, ...(near && { near }) })]
  }
  const code = codeOf(issue.message, general(issue))
  const near = meant(code, String(found))
  return [faultAt(where, path, code, { found, ...(near && { near }) })]
}

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

/** Fields that stand there and should not: one of them may be the missing one, misspelt. */
function strangersBeside(schema: z.ZodType, data: unknown, path: Path): string[] {
  const beside = valueAt(data, path)
  const known = fieldsAt(schema, path)
  return isMapping(beside) ? Object.keys(beside).filter((field) => !known.includes(field)) : []
}

/** A part lacks its source only because the whole does: the whole's fault is said once. */
function inheritedLack(path: string, lacking: ReadonlySet<string>): boolean {
  const steps = path.split('.')
  const field = steps.pop()
  if (field !== 'verification' && field !== 'source') return false
  while (steps.pop() !== undefined) if (lacking.has([...steps, field].join('.'))) return true
  return false
}
