import { z } from 'zod'
import {
  articleNo,
  asWritten,
  dated,
  day,
  localized,
  number,
  provision,
  territoryKey,
  trusted,
  versionKey,
} from './schema.parts.ts'

/** One state of an instrument: as enacted, or after an amendment. */
export const instrumentVersion = z.strictObject({
  ...dated,
  act: z.enum(['enacted', 'revised', 'amended', 'adopted', 'proclaimed', 'repealed', 'in-force']),
  number: localized.optional(),
  promulgated: day.optional(),
  territory: territoryKey.optional(),
  note: localized.optional(),
  ...trusted,
})

const worded = {
  ...dated,
  title: localized,
  gist: localized.optional(),
  text: localized.optional(),
  note: localized.optional(),
  ...trusted,
}

export const chapter = z.strictObject({ title: localized, ...trusted })

export const preamble = z.strictObject({ versions: z.array(z.strictObject(worded)).min(1), ...trusted })

/** A provision elsewhere that stands beside this article. */
const crossReference = z.strictObject({ to: provision, note: localized.optional(), ...trusted })

export const instrumentArticle = z.strictObject({
  chapter: asWritten(number).optional(),
  versions: z.array(z.strictObject(worded)).min(1),
  refs: z.array(crossReference).default([]),
  ...trusted,
})

/** Where an older version's numbers went: `was: 30` became `now: [20, 20-2, 20-3]`; without `was` the matter is new. */
export const numberMap = z.strictObject({
  from: asWritten(versionKey),
  to: asWritten(versionKey),
  rows: z
    .array(
      z.strictObject({
        was: articleNo.optional(),
        now: z.array(articleNo).min(1),
        matter: localized,
      }),
    )
    .min(1),
  ...trusted,
})
