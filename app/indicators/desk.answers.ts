import { z } from 'zod'
import { Refusal } from '#kit/refusal.ts'
import { noRegistrationNumber } from '#people/index.ts'
import type { CellSaid } from './entering.actions.ts'
import { criteria, type Indicator, type Of, sides } from './indicator.ts'

export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((said) => (said === '' ? undefined : said), schema.optional())

export const text = (most: number) => z.string().trim().min(1).max(most).check(noRegistrationNumber)

/** A number as people write it, with commas between thousands. */
const written = /^[-−+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?\s*%?$/

export const isNumber = (said: string): boolean => written.test(said.trim()) && /\d/.test(said)

export const numberIn = (said: string): number =>
  Number(said.trim().replaceAll(',', '').replace('−', '-').replace(/\s*%$/, ''))

export const figure = z
  .string()
  .trim()
  .max(40)
  .refine(isNumber, 'indicators.not-a-number')
  .transform(numberIn)

/** One place of the form: the whole, a group, or a district. */
export type Place = { name: string; of: Of; district: string | null }

/** Every place that the form of an indicator has, in its order. */
export function placesOf(
  { dimensions }: Pick<Indicator, 'dimensions'>,
  districts: readonly string[],
): Place[] {
  const places = [
    { of: {}, district: null },
    ...dimensions.flatMap(({ key, categories }) =>
      categories.map((category) => ({ of: { [key]: category.key }, district: null })),
    ),
    ...districts.map((district) => ({ of: {}, district })),
  ]
  return places.slice(0, mostPlaces).map((each, at) => ({ ...each, name: `cell${at}` }))
}

/** What may be written into each place. */
export const parts = ['value', 'numerator', 'denominator', 'people'] as const

/** As many places as a form may have fields for. */
const mostPlaces = 200

/** The form of an indicator's values: how many places of it are used, the indicator says. */
export const valuesForm = z.object({
  side: z.enum(sides).default('owner'),
  period: text(40),
  provisional: optional(z.literal('yes')),
  note: z.string().trim().max(2000).check(noRegistrationNumber).default(''),
  ...(Object.fromEntries(
    Array.from({ length: mostPlaces }, (_, at) => at).flatMap((at) =>
      parts.map((part) => [`cell${at}.${part}`, z.string().max(40).optional()]),
    ),
  ) as Record<never, never>),
})

/** What was written into the places of a form. @throws Refusal naming the field that is no number */
export const cellsIn = (said: object, places: readonly Place[]): CellSaid[] =>
  places.map(({ name, of, district }) => {
    const [value, numerator, denominator, people] = parts.map((part) => {
      const field = `${name}.${part}`
      const typed = (said as Record<string, unknown>)[field]
      if (typeof typed !== 'string' || typed.trim() === '') return null
      const isWhole = part !== 'people' || /^\d{1,9}$/.test(typed.trim().replaceAll(',', ''))
      if (!isNumber(typed) || !isWhole) throw new Refusal('indicators.not-a-number', {}, field)
      return numberIn(typed)
    }) as [number | null, number | null, number | null, number | null]
    return { of, district, value, numerator, denominator, people }
  })

/** `06-30`: a day that some year has. */
function isMonthDay(said: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(said)) return false
  try {
    Temporal.PlainMonthDay.from(said)
    return true
  } catch {
    return false
  }
}

/** As many priorities as a form offers; the norm says how many of them may be used. */
export const mostOffered = 20

const chosen = Array.from({ length: mostOffered }, (_, at) => at + 1)

export const prioritiesForm = z
  .object({
    year: z.coerce.number().int().min(2000).max(2999),
    ...(Object.fromEntries(
      chosen.flatMap((no) => [
        [`indicator${no}`, optional(z.string().max(80))],
        [
          `criteria${no}`,
          z.preprocess(
            (said) => (said === undefined || said === '' ? [] : [said].flat()),
            z.array(z.enum(criteria)).max(criteria.length),
          ),
        ],
        [`reason${no}`, optional(text(2000))],
      ]),
    ) as Record<never, never>),
  })
  .transform((values, ctx) => {
    const said = values as typeof values & Record<string, unknown>
    const choices = chosen.flatMap((no) => {
      const indicator = said[`indicator${no}`] as string | undefined
      if (!indicator) return []
      const speaks = said[`criteria${no}`] as (typeof criteria)[number][]
      const reason = said[`reason${no}`] as string | undefined
      if (speaks.length === 0 || !reason)
        ctx.addIssue({
          code: 'custom',
          message: 'indicators.criteria-needed',
          path: [speaks.length === 0 ? `criteria${no}` : `reason${no}`],
        })
      return [{ indicator, criteria: speaks, reason: reason ?? '' }]
    })
    return { year: values.year, choices }
  })

export const targetForm = z.object({
  from: text(40),
  start: figure,
  by: text(40),
  value: figure,
  reason: text(2000),
})

export const noteForm = z.object({ period: optional(text(40)), text: text(5000) })

const definition = {
  text: text(2000),
  numerator: optional(text(500)),
  denominator: optional(text(500)),
  times: optional(figure.refine((times) => times > 0, 'indicators.not-a-number')),
  missing: z.enum(['none', 'as-zero', 'carried']).default('none'),
}

export const definitionForm = z.object({
  ...definition,
  from: text(40),
  breaks: optional(z.literal('yes')),
})

export const newForm = z.object({
  ...definition,
  key: z
    .string()
    .trim()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text(200),
  chapter: optional(z.string().max(10)),
  articles: z.preprocess(
    (said) => (said === undefined || said === '' ? [] : [said].flat()),
    z.array(z.string().regex(/^charter\/[^/\s]+$/)).max(30),
  ),
  measures: optional(z.enum(['structure', 'process', 'outcome'])),
  good: optional(z.enum(['up', 'down', 'neither'])),
  unit: optional(text(40)),
  decimals: optional(z.coerce.number().int().min(0).max(6)),
  owner: optional(z.string().max(80)),
  frequency: z.enum(['year', 'half', 'quarter', 'month']).default('year'),
  due: optional(z.string().trim().refine(isMonthDay, 'indicators.not-a-day')),
  secondSource: optional(text(300)),
  from: text(40),
  dimension: optional(text(60)),
  categories: z.string().max(2000).check(noRegistrationNumber).default(''),
})
