import type { z } from 'zod'
import type { Path } from './fault.ts'

type Schema = z.core.$ZodTypes
export type Visited = { schema: Schema; value: unknown; path: Path }

/** Every part of what was written, beside the part of the schema that describes it. */
export function* walk(schema: z.core.$ZodType, value: unknown, path: Path = []): Generator<Visited> {
  const bare = unwrapped(schema, value)
  yield { schema: bare, value, path }
  const { def } = bare._zod
  if (def.type === 'object' && isMapping(value)) {
    for (const [field, part] of Object.entries(def.shape)) {
      if (field in value) yield* walk(part, value[field], [...path, field])
    }
  } else if (def.type === 'array' && Array.isArray(value)) {
    for (const [at, part] of value.entries()) yield* walk(def.element, part, [...path, at])
  } else if (def.type === 'record' && isMapping(value)) {
    for (const [key, part] of Object.entries(value)) yield* walk(def.valueType, part, [...path, key])
  }
}

/** The names a mapping may have at this place. */
export function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
  let here = unwrapped(schema, undefined)
  for (const step of path) {
    const { def } = here._zod
    const inside =
      def.type === 'object'
        ? def.shape[String(step)]
        : def.type === 'array'
          ? def.element
          : def.type === 'record'
            ? def.valueType
            : undefined
    if (!inside) return []
    here = unwrapped(inside, undefined)
  }
  return here._zod.def.type === 'object' ? Object.keys(here._zod.def.shape) : []
}

/** Every field that a mapping may have, anywhere under this schema, and the schema of its value. */
export function* partsUnder(schema: z.core.$ZodType): Generator<[field: string, schema: z.core.$ZodType]> {
  const { def } = unwrapped(schema, undefined)._zod
  if (def.type === 'object') {
    for (const [field, part] of Object.entries(def.shape)) {
      yield [field, part]
      yield* partsUnder(part)
    }
  } else if (def.type === 'array') yield* partsUnder(def.element)
  else if (def.type === 'record') yield* partsUnder(def.valueType)
}

/** What a schema is once options, defaults and changes of form are taken off it. */
export function unwrapped(schema: z.core.$ZodType, value: unknown): Schema {
  const { def } = (schema as Schema)._zod
  switch (def.type) {
    case 'optional':
    case 'default':
      return unwrapped(def.innerType, value)
    case 'pipe': {
      const [given, made] = [def.in as Schema, def.out as Schema]
      return unwrapped(given._zod.def.type === 'transform' ? made : given, value)
    }
    case 'union': {
      const fits = def.options.map((option) => unwrapped(option, value))
      return (
        fits.find((option) => (option._zod.def.type === 'array') === Array.isArray(value)) ??
        (schema as Schema)
      )
    }
    default:
      return schema as Schema
  }
}

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
