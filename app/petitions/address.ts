import { NotFound } from '#kit/found.ts'
import type { Ctx } from '#kit/web.ts'

/** Where a petition stands; everything below belongs to it. */
export const onePetition = '/petitions/:id{[0-9]+}'

/** The petition that an address names. @throws NotFound where the database could hold none of that number. */
export function idIn(c: Ctx): number {
  const typed = c.req.param('id') ?? ''
  if (!/^[1-9][0-9]{0,8}$/.test(typed)) throw new NotFound()
  return Number(typed)
}
