import type { z } from 'zod'
import type { Path } from './fault.ts'
import { isMapping } from './inherit.ts'

type Schema = z.core.$ZodTypes
export type Visited = { schema: Schema; value: unknown; path: Path }

/** Every part of what was written, beside the part of the schema that describes it. */
export function* walk(schema: z.core.$ZodType, value: unknown, path: Path = []): Generator<Visited> {
  const bare = unwrapped(schema as Schema, value)
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
  let here = unwrapped(schema as Schema, undefined)
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
    here = unwrapped(inside as Schema, undefined)
  }
  return here._zod.def.type === 'object' ? Object.keys(here._zod.def.shape) : []
}

/** Every field that a mapping may have, anywhere under this schema, and the schema of its value. */
export function* partsUnder(schema: z.core.$ZodType): Generator<[field: string, schema: z.core.$ZodType]> {
  const { def } = unwrapped(schema as Schema, undefined)._zod
  if (def.type === 'object') {
    for (const [field, part] of Object.entries(def.shape)) {
      yield [field, part]
      yield* partsUnder(part)
    }
  } else if (def.type === 'array') yield* partsUnder(def.element)
  else if (def.type === 'record') yield* partsUnder(def.valueType)
}

function unwrapped(schema: Schema, value: unknown): Schema {
  const { def } = schema._zod
  switch (def.type) {
    case 'optional':
    case 'default':
      return unwrapped(def.innerType as Schema, value)
    case 'pipe': {
      const [given, made] = [def.in as Schema, def.out as Schema]
      return unwrapped(given._zod.def.type === 'transform' ? made : given, value)
    }
    case 'union': {
      const fits = def.options.map((option) => unwrapped(option as Schema, value))
      return fits.find((option) => (option._zod.def.type === 'array') === Array.isArray(value)) ?? schema
    }
    default:
      return schema
  }
}
