import { eq, sql } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import { type Ground, grounds } from './moderation.ts'
import { moderations, opinions } from './tables.ts'

export type Hidings = Record<Ground, Record<'petition' | 'opinion' | 'appealed' | 'restored', number>>

/** How often words were hidden, appealed for and shown again, on each ground. */
export async function hidingsOf(reads: Reads): Promise<Hidings> {
  const counted = (where: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${where})`.mapWith(Number)
  const rows = await reads
    .select({
      ground: moderations.ground,
      petition: counted(sql`${moderations.what} = 'petition'`),
      opinion: counted(sql`${moderations.what} = 'opinion'`),
      appealed: counted(sql`${moderations.appealedAt} is not null`),
      restored: counted(sql`${moderations.restored}`),
    })
    .from(moderations)
    .groupBy(moderations.ground)
  const found = new Map(rows.map(({ ground, ...counts }) => [ground, counts]))
  const none = { petition: 0, opinion: 0, appealed: 0, restored: 0 }
  return Object.fromEntries(grounds.map((each) => [each, found.get(each) ?? none])) as Hidings
}

/** The words that were hidden, for whoever hears the appeal and nobody else. */
export async function originalOf(reads: Reads, id: number) {
  const [row] = await reads
    .select({ original: moderations.original })
    .from(moderations)
    .where(eq(moderations.id, id))
  return row?.original
}

/** The opinions on a petition that can be hidden, the newest first. */
export const hidableOpinions = (reads: Reads, petition: number) =>
  reads
    .select({ id: opinions.id, text: opinions.text, lang: opinions.lang })
    .from(opinions)
    .where(sql`${opinions.petition} = ${petition} and ${opinions.hiddenAt} is null`)
    .orderBy(sql`${opinions.id} desc`)
    .limit(100)
