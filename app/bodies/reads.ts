import { and, eq, isNull } from 'drizzle-orm'
import type { BodyVersion, District } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import { remembered } from '#kit/remembered.ts'
import type { Day } from '#kit/time.ts'
import { type Bodies, type Body, shownOn, versionOn } from './body.ts'
import { type Holder, holdersOf } from './succession.ts'
import { bodies, districts } from './tables.ts'

/** Every body the city has or had, by key. */
export const allBodies = remembered(async (reads): Promise<Bodies> => {
  const rows = await reads.select({ doc: bodies.doc }).from(bodies).where(isNull(bodies.withdrawnAt))
  return new Map(rows.map(({ doc }) => [doc.key, doc]))
})

export async function bodyByKey(reads: Reads, key: string): Promise<Body | undefined> {
  const [row] = await reads
    .select({ doc: bodies.doc })
    .from(bodies)
    .where(and(eq(bodies.key, key), isNull(bodies.withdrawnAt)))
  return row?.doc
}

/** A body by the name and under the parent it had on a day, and whether it stood then. */
export async function bodyOn(
  reads: Reads,
  key: string,
  on: Day,
): Promise<{ key: string; version: BodyVersion; stands: boolean } | undefined> {
  const body = await bodyByKey(reads, key)
  return body && { key, version: shownOn(body, on), stands: versionOn(body, on) !== undefined }
}

/** Who answers on a day for what a body owed; empty only where the city's files leave nobody. */
export async function presentHolder(reads: Reads, key: string, on: Day): Promise<Holder[]> {
  return holdersOf(await allBodies(reads), key, on)
}

export const allDistricts = remembered(async (reads): Promise<readonly District[]> => {
  const rows = await reads.select({ doc: districts.doc }).from(districts).where(isNull(districts.withdrawnAt))
  return rows
    .map((row) => row.doc)
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1))
})

export async function districtByKey(reads: Reads, key: string): Promise<District | undefined> {
  const [row] = await reads
    .select({ doc: districts.doc })
    .from(districts)
    .where(and(eq(districts.key, key), isNull(districts.withdrawnAt)))
  return row?.doc
}
