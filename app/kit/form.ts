import { z } from 'zod'
import { type Facts, Refusal } from './refusal.ts'
import type { Ctx } from './web.ts'

/** What stands in the fields as it was typed; a file is never shown again. */
export type Typed = Record<string, string | string[]>

/** What to mend; `field` is empty when it is about the whole form. */
export type Problem = { field: string; code: string; facts: Facts }

/** A form as its page shows it: empty at first, with what was typed and what to mend afterwards. */
export type Shown = {
  typed: Typed
  problems: readonly Problem[]
  /** It was typed before its writer had to sign in, and waits to be sent again. */
  kept?: boolean
}

export const blank: Shown = { typed: {}, problems: [] }

/** What was typed into one field. */
export const typedIn = (shown: Shown, field: string): string => [shown.typed[field] ?? ''].flat()[0] ?? ''

/** A day as a form asks for it: of an age that somebody may mean, with room to reckon from it. */
export const isoDay = z.iso
  .date()
  .refine((text) => text > '1900' && text < '3000', 'form.not-a-date')
  .transform((text) => Temporal.PlainDate.from(text))

export type Form<S extends z.ZodType> = {
  schema: S
  /** Renders the page with the form, for a first look as for one more try. */
  again(c: Ctx, shown: Shown): Response | Promise<Response>
}

/** A form: its schema, and the page that shows it (again). */
export const form = <S extends z.ZodType>(schema: S, again: Form<S>['again']): Form<S> => ({ schema, again })

/** The fields of a posted body, form or JSON; refuses what is neither. */
export async function readBody(c: Ctx): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? ''
  try {
    const body = asSeen(type.startsWith('application/json') ? await c.req.json() : await fieldsIn(c, type))
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) return { ...body }
  } catch {
    // Falls through to the refusal: a body that cannot be parsed is as wrong as one of the wrong shape.
  }
  throw new Refusal('form.unreadable')
}

/** More than any form of ours has; a machine can send a million. */
const mostFields = 1000

/** What stands in each field of a form; several where several were sent. */
async function fieldsIn(c: Ctx, type: string): Promise<Record<string, unknown>> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return {}
  const sent = [
    ...(type.startsWith('a') ? new URLSearchParams(await c.req.text()) : await c.req.formData()),
  ] as [string, unknown][]
  if (sent.length > mostFields) throw new Refusal('form.unreadable')
  const fields = Map.groupBy(sent, ([field]) => field)
  return Object.fromEntries(
    [...fields].map(([field, [one, ...more]]) => [
      field,
      more.length > 0 ? [one, ...more].map((each) => each![1]) : one![1],
    ]),
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has.
const unwritten = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Browsers send every new line as two characters; a limit on characters means what people see. Nobody writes control characters. */
function asSeen(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll('\r\n', '\n').replaceAll(unwritten, '').toWellFormed()
  if (Array.isArray(value)) return value.map(asSeen)
  if (!value || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, asSeen(each)]))
}

/** What of a body may be shown again. */
export function typedOf(body: Record<string, unknown>): Typed {
  const shown: Typed = {}
  for (const [field, value] of Object.entries(body)) {
    if (field === '_csrf') continue
    if (Array.isArray(value)) shown[field] = value.filter((each) => typeof each === 'string')
    else if (typeof value === 'string' || typeof value === 'number') shown[field] = String(value)
  }
  return shown
}

/** The first problem of each field, as codes that have their sentence in every language. */
export function problemsOf(error: z.ZodError, body: Record<string, unknown>): Problem[] {
  const problems = new Map<string, Problem>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (problems.has(field)) continue
    problems.set(field, { field, ...(isMissing(issue, body[field]) ? missing : describe(issue)) })
  }
  return [...problems.values()]
}

const missing = { code: 'form.missing', facts: {} }

/** What a form asks for in its own words, it also misses in its own words. */
const isMissing = (issue: z.core.$ZodIssue, typed: unknown): boolean =>
  issue.path.length > 0 && issue.code !== 'custom' && (typed === undefined || typed === '')

function describe(issue: z.core.$ZodIssue): { code: string; facts: Facts } {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) > 1
        ? { code: 'form.too-short', facts: { least: Number(issue.minimum) } }
        : issue.origin === 'number'
          ? { code: 'form.too-small', facts: { least: Number(issue.minimum) } }
          : missing
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'form.too-big', facts: { most: Number(issue.maximum) } }
        : { code: 'form.too-long', facts: { most: Number(issue.maximum) } }
    case 'invalid_type':
      return { code: `form.not-a-${plainType(issue.expected)}`, facts: {} }
    case 'invalid_format':
      return { code: issue.format === 'email' ? 'form.not-an-email' : 'form.not-in-form', facts: {} }
    case 'invalid_value':
      return { code: 'form.not-a-choice', facts: {} }
    case 'custom':
      return { code: issue.message.includes('.') ? issue.message : 'form.not-in-form', facts: {} }
    default:
      return { code: 'form.not-in-form', facts: {} }
  }
}

const plainType = (expected: string): 'number' | 'date' | 'text' =>
  expected === 'number' || expected === 'int' ? 'number' : expected === 'date' ? 'date' : 'text'

/** The problem a refusal stands for. */
export const problemOf = (refusal: Refusal): Problem => ({
  field: refusal.field ?? '',
  code: refusal.code,
  facts: refusal.facts,
})
