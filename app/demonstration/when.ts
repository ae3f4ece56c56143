import { z } from 'zod'
import { type Day, daysBetween } from '#kit/time.ts'

const years = { 'two-years-ago': -2, 'last-year': -1, 'this-year': 0 } as const
const written = /^(two-years-ago|last-year|this-year) (\d\d-\d\d)$/

/** Days before the end of the story, which is today; or a day of one of the last years: `last-year 03-20`. */
export const when = z.union(
  [z.int('whole').max(-1, 'before-today'), z.string('before-today').regex(written, 'before-today')],
  'before-today',
)
export type When = z.output<typeof when>

/** How many days from today it lies; what is still to come is not below 0. */
export function daysFrom(today: Day, said: When | number): number {
  if (typeof said === 'number') return said
  const [, year, day] = written.exec(said) ?? []
  return daysBetween(
    today,
    Temporal.PlainDate.from(`${today.year + years[year as keyof typeof years]}-${day}`),
  )
}
