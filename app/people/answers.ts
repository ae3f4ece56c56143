import { z } from 'zod'
import { noRegistrationNumber } from './registration-number.ts'

/** What the forms of this room ask for more than once. */
export const email = z.string().trim().max(254).pipe(z.email())
export const code = z.string().trim().min(1).max(60)
export const id = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1)
export const shownName = z.string().trim().min(1).max(80).check(noRegistrationNumber)
/** A box that has to be ticked; one that is not ticked is not sent at all. */
export const yes = z.preprocess(
  (ticked) => ticked ?? '',
  z.string().refine((ticked) => ticked === 'yes', 'people.consent-needed'),
)

/** A field that may stay empty. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Boxes of which any number may be ticked. */
export const someOf = <T extends string>(choices: readonly T[]) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(choices)).max(choices.length),
  )

export const reason = z.string().trim().min(1).max(500).check(noRegistrationNumber)
