import { z } from 'zod'
import { saysEnough } from '#kit/enough.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { most } from './filing.ts'

const told = (max: number) => z.string().trim().max(max).check(noRegistrationNumber)

/** A field that may stay empty. */
const optional = (max: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), told(max).optional())

const boxes = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(80)).max(60),
)

const ticked = z.literal('yes').optional()

/** A new form's mark, by which the city knows it again when it is sent twice. */
export const formMark = z.string().regex(/^[\w-]{22}$/)

/**
 * A petition as it is written, and, once `checked`, as its writer has confirmed what it is about.
 * `step` asks for something else than to go on.
 */
export const writing = z.object({
  form: formMark,
  step: z.literal('similar').optional(),
  checked: ticked,
  title: told(most.title).check(saysEnough(5)),
  text: told(most.text).check(saysEnough(20)),
  lang: z.string().max(20),
  district: optional(80),
  topic: optional(80),
  articles: boxes,
  groups: boxes,
  shownAs: optional(most.name),
  lane: ticked,
  laneReason: optional(most.laneReason),
  name: optional(most.name),
  reach: optional(most.reach),
  age: ticked,
  agree: ticked,
})

export type Writing = z.output<typeof writing>
