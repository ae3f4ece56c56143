import { z } from 'zod'
import { noRegistrationNumber } from '#people/index.ts'
import { sexes } from './composition.ts'

/** A field that may be left empty. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())

export const words = (most: number) => z.string().trim().min(1).max(most).check(noRegistrationNumber)

export const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

export const time = z
  .string()
  .trim()
  .refine((said) => /^([01]\d|2[0-3]):[0-5]\d$/.test(said), 'committees.not-a-time')

/** Several boxes, none of which has to be ticked. */
export const several = z.preprocess(
  (said) => (said === undefined ? [] : [said].flat()),
  z.array(z.string().max(80)).max(500),
)

/** What a member wishes to say, or not. */
export const traits = {
  sex: optional(z.enum(sexes)),
  young: optional(z.enum(['yes', 'no'])),
}

export const said = ({
  sex,
  young,
}: {
  sex?: (typeof sexes)[number] | undefined
  young?: 'yes' | 'no' | undefined
}) => ({
  sex: sex ?? null,
  young: young === undefined ? null : young === 'yes',
})
