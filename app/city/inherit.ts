import type { z } from 'zod'
import { isMapping, unwrapped } from './walk.ts'

const trust = ['verification', 'source', 'except'] as const
type Mapping = Record<string, unknown>

/** Parts of a record that do not say how sure they are, and whence, have it from the whole. */
export function withTrustPassedDown(record: unknown, schema: z.core.$ZodType): unknown {
  const { def } = unwrapped(schema, record)._zod
  if (!isMapping(record) || def.type !== 'object') return record
  return mapped(record, (part, field) => {
    const its = def.shape[field]
    return its ? passedTo(part, its, record) : part
  })
}

function passedTo(value: unknown, schema: z.core.$ZodType, whole: Mapping): unknown {
  const { def } = unwrapped(schema, value)._zod
  if (def.type === 'array' && Array.isArray(value))
    return value.map((part) => trusting(part, def.element, whole))
  if (def.type === 'record' && isMapping(value))
    return mapped(value, (part) => trusting(part, def.valueType, whole))
  return trusting(value, schema, whole)
}

function trusting(part: unknown, schema: z.core.$ZodType, whole: Mapping): unknown {
  const { def } = unwrapped(schema, part)._zod
  if (!isMapping(part) || def.type !== 'object' || !('verification' in def.shape)) return part
  const inherited: Mapping = {}
  for (const field of trust) {
    const own = field in part || (field === 'except' && 'verification' in part)
    if (!own && field in whole) inherited[field] = whole[field]
  }
  return withTrustPassedDown({ ...part, ...inherited }, schema)
}

const mapped = (all: Mapping, change: (value: unknown, key: string) => unknown): Mapping =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value, key)]))
