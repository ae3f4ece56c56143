const bearers = [
  'versions',
  'preamble',
  'chapters',
  'articles',
  'refs',
  'numberMaps',
  'seats',
  'terms',
  'days',
  'commemorations',
  'topics',
  'groups',
  'petitions',
]
const trust = ['verification', 'source', 'except'] as const

/** Parts of a record that do not say how sure they are, and whence, have it from the whole. */
export function withTrustPassedDown(record: unknown): unknown {
  if (!isMapping(record)) return record
  const passed = Object.entries(record).map(([field, value]) => [
    field,
    bearers.includes(field) ? passedTo(value, record, field === 'preamble') : value,
  ])
  return Object.fromEntries(passed)
}

function passedTo(value: unknown, whole: Record<string, unknown>, single: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => trusting(part, whole))
  if (single) return trusting(value, whole)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trusting(part, whole)]))
}

function trusting(part: unknown, whole: Record<string, unknown>): unknown {
  if (!isMapping(part)) return part
  const inherited: Record<string, unknown> = {}
  for (const field of trust) {
    const own = field in part || (field === 'except' && 'verification' in part)
    if (!own && field in whole) inherited[field] = whole[field]
  }
  return withTrustPassedDown({ ...part, ...inherited })
}

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
