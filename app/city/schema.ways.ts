import { z } from 'zod'
import {
  bodyKey,
  count,
  key,
  keyedBy,
  lang,
  localized,
  normOf,
  refersTo,
  text,
  thing,
  trusted,
} from './schema.parts.ts'
import { coordination, measuring, officers, planning } from './schema.tower.ts'

export const telling = z
  .record(lang, z.array(text).min(1), 'telling')
  .refine((all) => Object.keys(all).length > 0, 'telling')

const article = thing
  .clone()
  .regex(/^charter\/./, 'thing')
  .register(refersTo, { among: 'thing' })

const topic = z.strictObject({
  label: localized,
  order: count.optional(),
  body: bodyKey,
  articles: z.array(article).default([]),
  words: telling,
  ...trusted,
})

const group = z.strictObject({
  label: localized,
  order: count.optional(),
  small: z.boolean().default(false),
  words: telling,
  ...trusted,
})

/** By what a text can be sorted. */
export const subjects = z.strictObject({
  topics: keyedBy('key', key, topic),
  groups: keyedBy('key', key, group),
  articles: keyedBy('about', article, z.strictObject({ words: telling, ...trusted })),
  ...trusted,
})

const petitions = z.strictObject({
  label: localized,
  order: count.optional(),
  text: localized,
  anonymous: z.boolean(),
  open: z.boolean(),
  norms: z.strictObject({
    answer: normOf('deadline'),
    discussion: normOf('threshold').optional(),
    review: normOf('threshold').optional(),
  }),
  intake: bodyKey,
  committee: bodyKey.optional(),
  ...trusted,
})

const remedy = z.strictObject({
  within: normOf('deadline'),
  answer: normOf('deadline'),
  bodies: z.array(bodyKey).min(1),
})

/** How the city takes up what people say, and where the numbers of it stand. */
export const procedures = z.strictObject({
  petitions: keyedBy('key', key, petitions).refine((all) => all.length > 0, 'at-least-one'),
  objection: remedy,
  appeal: remedy,
  moderator: bodyKey,
  commitments: z.strictObject({
    silentAfter: normOf('deadline'),
    brokenAfter: normOf('deadline'),
    comparedFrom: normOf('minimum'),
  }),
  recommendationAnswer: normOf('deadline'),
  coordination: coordination.optional(),
  planning: planning.optional(),
  measuring: measuring.optional(),
  officers: officers.optional(),
  ...trusted,
})
