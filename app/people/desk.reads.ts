import { and, count, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { holds } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { heldOn } from './identify.ts'
import type { BodyChoice, Means } from './means.ts'
import { stateOfInvitation, wholeCity } from './roles.actions.ts'
import { assistances, codes, invitations, people, residencies, roles } from './tables.ts'
import { words } from './words.ts'

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

/** Everybody with a mailbox who does one of these tasks today, with all they do for the city. */
export async function workersOf(
  reads: Reads,
  tasks: readonly string[],
  today: Temporal.PlainDate,
): Promise<(Viewer & { kind: 'person' })[]> {
  const held = (await heldToday(reads, today)).filter(({ email }) => email !== null)
  return [...Map.groupBy(held, ({ person }) => person)]
    .filter(([, rows]) => rows.some(({ role }) => tasks.includes(role)))
    .map(([id, rows]) => ({
      kind: 'person',
      id,
      name: rows[0]!.name,
      assurance: 3,
      secondFactor: true,
      roles: rows.map(({ role, body }) => ({ role, body })),
    }))
}

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

/** What people said they did not want done in their name, the unanswered first. */
export async function objections(reads: Reads) {
  const clerk = alias(people, 'clerk')
  return reads
    .select({
      id: assistances.id,
      startedAt: assistances.startedAt,
      objection: assistances.objection,
      lang: people.lang,
      clerk: assistances.clerk,
      clerkName: clerk.name,
      answer: assistances.answer,
      answeredAt: assistances.answeredAt,
    })
    .from(assistances)
    .innerJoin(people, eq(people.id, assistances.person))
    .innerJoin(clerk, eq(clerk.id, assistances.clerk))
    .where(isNotNull(assistances.objectedAt))
    .orderBy(sql`${assistances.answeredAt} desc nulls first`, desc(assistances.id))
    .limit(100)
}

/** What waits at the desk: objections for whoever watches, offers for whoever made them. */
export async function waitingFor(city: City, viewer: Viewer): Promise<Waiting[]> {
  const at = city.clock.now()
  const unanswered = holds(viewer, 'auditor')
    ? (await objections(city.reads)).filter((each) => !each.answeredAt)
    : []
  const offers = holds(viewer, 'accounts')
    ? await city.reads.select().from(invitations).where(isNull(invitations.acceptedAt))
    : []
  return [
    ...unanswered.map(() => ({
      title: inBoth('objection'),
      href: '/desk/people/oversight',
      turn: 'mine' as const,
    })),
    ...offers
      .filter((each) => stateOfInvitation(each, at) === 'open')
      .map((each) => ({
        title: inBoth('offer'),
        href: '/desk/people',
        dueAt: each.expiresAt,
        turn: 'others' as const,
      })),
  ]
}

const inBoth = (key: 'objection' | 'offer') => ({
  en: words({ lang: 'en' }).waiting[key],
  ko: words({ lang: 'ko' }).waiting[key],
})
