import { z } from 'zod'
import * as s from './schema.parts.ts'

const { dated, day, key, localized, trusted } = s

export const body = z.strictObject({
  kind: z.enum(s.bodyKinds),
  order: s.count.optional(),
  district: s.districtKey.optional(),
  site: s.address.optional(),
  about: localized.optional(),
  versions: z
    .array(
      z.strictObject({
        ...dated,
        name: localized,
        shortName: localized.optional(),
        parent: s.bodyKey.optional(),
        staff: s.count.optional(),
        units: s.count.optional(),
        unitsAre: z.enum(['teams', 'divisions', 'departments']).optional(),
        duties: localized.optional(),
        basis: s.provision.optional(),
        territory: s.territoryKey.optional(),
        note: localized.optional(),
        ...trusted,
      }),
    )
    .min(1),
  ...trusted,
})

export const succession = z.strictObject({
  kind: z.enum(['renamed', 'split', 'merged', 'abolished', 'succeeded']),
  on: day,
  precision: s.precision,
  from: z.array(s.bodyKey).min(1),
  to: z.array(s.bodyKey),
  passes: z.enum(['all', 'part', 'none']).default('all'),
  basis: z.array(s.provision).default([]),
  note: localized.optional(),
  ...trusted,
})

export const post = z.strictObject({
  body: s.bodyKey,
  name: localized,
  head: z.boolean().default(false),
  filledBy: z.enum(['election', 'appointment', 'ex-officio']),
  from: day.optional(),
  until: day.optional(),
  basis: s.provision.optional(),
  note: localized.optional(),
  ...trusted,
})

export const term = z.strictObject({
  post: s.postKey,
  holder: localized,
  ...dated,
  note: localized.optional(),
  ...trusted,
})

export const committee = z.strictObject({
  kind: z.enum(['advisory', 'deciding', 'council-like', 'temporary']),
  advises: s.bodyKey.optional(),
  secretariat: s.bodyKey.optional(),
  youthPolicy: z.boolean().default(false),
  chair: z.enum(['elected-among-appointed', 'elected-among-all', 'appointed', 'ex-officio', 'shared']),
  renewals: z.union([z.int('renewals').min(0, 'renewals'), z.literal('unlimited')], 'renewals').optional(),
  meetingsPublic: z.boolean().optional(),
  norms: z.partialRecord(z.enum(s.committeeNorms), s.normRef),
  seats: s.keyedBy(
    'key',
    key,
    z.strictObject({
      name: localized,
      order: s.count.optional(),
      count: s.count.optional(),
      by: z.enum(['ex-officio', 'appointed', 'recommended', 'elected', 'open-call', 'by-lot']),
      recommendedBy: s.bodyKey.optional(),
      post: s.postKey.optional(),
      basis: s.provision.optional(),
      ...trusted,
    }),
  ),
  terms: s.keyedBy(
    'no',
    s.number,
    z.strictObject({
      ...dated,
      members: s.count.optional(),
      note: localized.optional(),
      ...trusted,
    }),
  ),
  basis: s.provision.optional(),
  note: localized.optional(),
  ...trusted,
})
