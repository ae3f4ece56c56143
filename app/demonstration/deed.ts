import { z } from 'zod'

type Deeds = Record<string, z.ZodObject>

/** One thing that is done in a story: how many days after what began it, which of the deeds, and what belongs to it. */
type Done<D extends Deeds> = {
  [K in keyof D & string]: { on: number; deed: K; said: z.output<D[K]> }
}[keyof D & string]

/**
 * A line of a story: `{ on: 12, sign: [yuna] }`. It names one deed by its field; the others are what belongs to that
 * deed, and nothing else may stand there.
 */
export function deedOf<D extends Deeds>(deeds: D) {
  const every: z.ZodRawShape = Object.assign({}, ...Object.values(deeds).map(({ shape }) => shape))
  const line = z
    .object(every)
    .partial()
    .extend({ on: z.int('whole').min(0, 'whole') })
    .strict()
  return line.transform(({ on, ...said }, ctx): Done<D> => {
    const [deed = '', ...others] = Object.keys(deeds).filter((each) => each in said)
    const shape = deeds[deed]?.shape ?? {}
    const alien = [...others, ...Object.keys(said).filter((each) => !(each in shape))]
    if (!deed) ctx.addIssue({ code: 'invalid_value', values: Object.keys(deeds), input: said })
    else if (alien.length > 0) ctx.addIssue({ code: 'unrecognized_keys', keys: alien, input: said })
    else
      for (const field of Object.keys(shape).filter((each) => !(each in said) && isNeeded(shape[each]!)))
        ctx.addIssue({ code: 'invalid_type', expected: 'string', path: [field], input: undefined })
    return { on, deed, said } as Done<D>
  })
}

const isNeeded = (schema: z.core.$ZodType): boolean => !z.safeParse(schema, undefined).success
