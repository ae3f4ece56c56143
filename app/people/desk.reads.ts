import { and, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { heldOn } from './identify.ts'
import type { BodyChoice, Means } from './means.ts'
import { stateOfInvitation, wholeCity } from './roles.actions.ts'
import { assistances, codes, invitations, people, residencies, roles } from './tables.ts'

/** Every role that is held today, with who holds it. */
export const heldToday = (reads: Reads, today: Temporal.PlainDate) =>
  reads
    .select({
      id: roles.id,
      person: roles.person,
      name: people.name,
      email: people.email,
      role: roles.role,
      body: roles.body,
      from: roles.from,
      to: roles.to,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.person))
    .where(and(heldOn(today), isNull(people.closedAt)))
    .orderBy(roles.body, roles.role, roles.id)

/** What whoever manages accounts sees. */
export async function staffOf(city: City, means: Means, cityName: BodyChoice['name']) {
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const held = await heldToday(city.reads, today)
  const bodies = [{ key: wholeCity, name: cityName }, ...(await means.bodies(city.reads, today))]
  const offers = await city.reads.select().from(invitations).orderBy(desc(invitations.id)).limit(200)
  return {
    held,
    bodies,
    offers: offers.filter((each) => stateOfInvitation(each, at) === 'open'),
    vacant: bodies.filter(
      ({ key }) => key !== wholeCity && !held.some((each) => each.body === key && each.role === 'hr-officer'),
    ),
    today,
  }
}
export type Staff = Awaited<ReturnType<typeof staffOf>>

/** What a clerk made lately, without the codes: nobody can read those again. */
export const lettersBy = (reads: Reads, clerk: number) =>
  reads
    .select({ madeAt: codes.madeAt, count: count(), used: count(codes.usedAt) })
    .from(codes)
    .where(and(eq(codes.kind, 'letter'), eq(codes.by, clerk)))
    .groupBy(codes.madeAt)
    .orderBy(desc(codes.madeAt))
    .limit(20)

/** Who vouched for how many, for whoever looks after it that nobody vouches for too many. */
export const attestors = (reads: Reads, month: Instant) =>
  reads
    .select({
      id: people.id,
      name: people.name,
      body: residencies.body,
      all: count(),
      withdrawn: count(residencies.withdrawnAt),
      thisMonth: sql<number>`count(*) filter (where ${gte(residencies.at, month)})`.mapWith(Number),
    })
    .from(residencies)
    .innerJoin(people, eq(people.id, residencies.by))
    .where(eq(residencies.route, 'attestation'))
    .groupBy(people.id, people.name, residencies.body)
    .orderBy(people.id)

/** What people said they did not want done in their name. */
export async function objections(reads: Reads) {
  const all = await reads
    .select()
    .from(assistances)
    .where(isNotNull(assistances.objectedAt))
    .orderBy(desc(assistances.objectedAt))
    .limit(100)
  const clerks = await reads
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, all.length > 0 ? all.map((each) => each.clerk) : [0]))
  return all.map((each) => ({ ...each, clerkName: clerks.find(({ id }) => id === each.clerk)?.name ?? '' }))
}
