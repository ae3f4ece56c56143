import { eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { found } from '#kit/found.ts'
import { ref } from '#kit/ref.ts'
import { type Actor, act } from '#record/index.ts'
import { checkOpen } from './garden.ts'
import { gardens } from './tables.ts'

export const begin = (city: City, by: Actor & { person: number }, asked: { title: string; lang: string }) =>
  act(city, by, async (tx, at) => {
    const [row] = await tx
      .insert(gardens)
      .values({ ...asked, person: by.person, beganAt: at })
      .returning({ id: gardens.id })
    return { result: row!.id, entries: [{ what: 'gardens.begun', about: ref('gardens', row!.id) }] }
  })

export const close = (city: City, by: Actor, id: number) =>
  act(city, by, async (tx, at) => {
    const [row] = await tx.select().from(gardens).where(eq(gardens.id, id)).for('update')
    checkOpen(await found(row), at)
    await tx.update(gardens).set({ closedAt: at }).where(eq(gardens.id, id))
    return { entries: [{ what: 'gardens.closed', about: ref('gardens', id) }] }
  })
