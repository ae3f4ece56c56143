import type { Committee } from '#city/index.ts'
import type { NormInForce } from '#kit/city.ts'
import type { Membership } from './membership.ts'

const trust = { verification: 'working' as const, source: ['made-up'], except: {} }

/** A made-up committee: one seat by office, five for experts. */
export const committee: Committee = {
  key: 'water-committee',
  kind: 'advisory',
  youthPolicy: false,
  chair: 'elected-among-appointed',
  renewals: 1,
  norms: {},
  seats: [
    { key: 'experts', name: { en: 'Experts' }, order: 2, count: 5, by: 'appointed', ...trust },
    { key: 'head', name: { en: 'Head of water' }, order: 1, by: 'ex-officio', ...trust },
  ],
  terms: [],
  ...trust,
}

export const norm = (value: number | string, more: Partial<NormInForce> = {}): NormInForce => ({
  key: 'made-up',
  kind: 'limit',
  value,
  above: false,
  unit: 'share',
  provision: '',
  from: null,
  to: null,
  ...more,
})

export const day = (text: string) => Temporal.PlainDate.from(text)
const at = Temporal.Instant.from('2026-01-01T00:00:00Z')

export const member = (id: number, more: Partial<Membership> = {}): Membership => ({
  id,
  committee: 'water-committee',
  seat: 'experts',
  person: id,
  publishedAs: null,
  from: day('2026-01-01'),
  until: day('2027-12-31'),
  appointedAt: at,
  withdrawnAt: null,
  endedOn: null,
  ground: null,
  ...more,
})
