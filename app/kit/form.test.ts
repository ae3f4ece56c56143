import { expect, test } from 'vitest'
import { z } from 'zod'
import { problemsOf } from './form.ts'

const sitting = z.object({
  day: z.iso.date(),
  place: z.string().min(1).max(10),
  lasts: z.coerce.number().int().min(15),
  email: z.email(),
  mode: z.enum(['in-person', 'video']),
})

const fine = { day: '2026-12-05', place: 'City hall', lasts: '90', email: 'yuna@example.org', mode: 'video' }

for (const [typed, code] of [
  [{ day: '' }, 'form.missing'],
  [{ day: undefined }, 'form.missing'],
  [{ day: 'tomorrow' }, 'form.not-in-form'],
  [{ place: '' }, 'form.missing'],
  [{ place: 'far beyond the town' }, 'form.too-long'],
  [{ lasts: 'long' }, 'form.not-a-number'],
  [{ lasts: '5' }, 'form.too-small'],
  [{ email: '' }, 'form.missing'],
  [{ email: 'yuna' }, 'form.not-an-email'],
  [{ mode: undefined }, 'form.missing'],
  [{ mode: 'by letter' }, 'form.not-a-choice'],
] as const) {
  test(`${JSON.stringify(typed)} is ${code}`, () => {
    const body = { ...fine, ...typed }
    const { error } = sitting.safeParse(body)
    expect(problemsOf(error!, body)).toMatchObject([{ field: Object.keys(typed)[0], code }])
  })
}
