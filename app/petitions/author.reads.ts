import { and, eq } from 'drizzle-orm'
import { readCode } from '#kit/code.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { hit } from '#kit/throttle.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx } from '#kit/web.ts'
import { actorOf, subjectOf } from '#people/index.ts'
import { type Actor, forgettable } from '#record/index.ts'
import type { Means } from './means.ts'
import { opinions, petitions } from './tables.ts'

/** Wrong codes only: whoever has the right one never waits, however many share a network. */
const wrongOnes = { most: 20, minutes: 60 }

/** As whom its author acts on a petition: signed in, or by the code of somebody without an account. @throws Refusal */
export async function authorOf(c: Ctx, means: Means, id: number, code: string | undefined): Promise<Actor> {
  const { viewer } = c.var.view
  if (code !== undefined) {
    if ((await petitionByCode(c, means, code)) === id) return { as: 'resident' }
    throw new Refusal('petitions.not-author')
  }
  const [row] = await c.var.city.reads
    .select({ person: petitions.person })
    .from(petitions)
    .where(eq(petitions.id, id))
  const { person } = await found(row)
  if (viewer.kind !== 'person' || person !== subjectOf(viewer)) throw new Refusal('petitions.not-author')
  return actorOf(viewer)
}

/** As whom somebody acts on what they themselves said of a petition. @throws Refusal */
export async function speakerOf(c: Ctx, id: number, opinion: number): Promise<Actor> {
  const { viewer } = c.var.view
  const own = and(eq(opinions.id, opinion), eq(opinions.petition, id))
  const [row] = await c.var.city.reads.select({ person: opinions.person }).from(opinions).where(own)
  const { person } = await found(row)
  if (viewer.kind !== 'person' || person !== subjectOf(viewer)) throw new Refusal('petitions.not-speaker')
  return actorOf(viewer)
}

/** The petition that a code of return opens. @throws Refusal */
export async function petitionByCode(c: Ctx, means: Means, typed: string): Promise<number> {
  const { city } = c.var
  const code = readCode(typed, 'long')
  if (!code) throw new Refusal('petitions.code-mistyped', {}, 'code')
  const [row] = await city.reads
    .select({ id: petitions.id })
    .from(petitions)
    .where(eq(petitions.returnDigest, means.digest('return', code)))
  if (row) return row.id
  const at = city.clock.now()
  await forgettable(city, (tx) =>
    hit(tx, `petitions return ${visitorKey(c, means.secret, at)}`, wrongOnes, at),
  )
  throw new Refusal('petitions.code-wrong', {}, 'code')
}
