import { and, eq, gt, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { City } from '#kit/city.ts'
import { dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import type { Lang } from '#kit/words.ts'
import { type Actor, forgettable } from '#record/index.ts'
import { castName } from './demo.cast.ts'
import { assistanceStands, isChild, type Level, secondFactorStands, sessionStands } from './person.ts'
import { keysFrom } from './seal.ts'
import { digestOfSession } from './session.ts'
import { assistances, guardianships, people, residencies, roles, sessions } from './tables.ts'

const nobody: Viewer = { kind: 'anonymous' }

/** Who asks: one query for who has a cookie, none for who has not. */
export function identify(city: City, secret: Uint8Array): (c: Ctx, lang: Lang) => Promise<Viewer> {
  const keys = keysFrom(secret)
  return async (c, lang) => {
    const digest = digestOfSession(c, city, keys)
    if (!digest) return nobody
    const at = city.clock.now()
    const rows = await rowsOf(city, digest, at)
    const [first] = rows
    if (!first || first.person.closedAt || !sessionStands(first.session, at)) return nobody
    // A data folder may outlive its demonstration; whoever was invented for it may not.
    if (first.person.demo && !city.demo) return nobody
    const held = rows.flatMap(({ role, body }) => (role && body ? [{ role, body }] : []))
    const helping = helpingAt(first, held, at)
    await touch(city, first, Boolean(helping), at)
    return {
      kind: 'person',
      id: first.person.id,
      name: castName(first.person, lang),
      secondFactor: secondFactorStands(first.session, at),
      // Who acts for somebody does so with that person's standing, and with no power of an office but the clerk's.
      roles: helping ? held.filter((each) => each.role === 'clerk') : held,
      assurance: assuranceOf(first, city, at),
      ...(helping && { actingFor: helping }),
    }
  }
}

/** Whose affairs are at hand: the person somebody acts for, otherwise their own. */
export const subjectOf = (viewer: Viewer & { kind: 'person' }): number => viewer.actingFor?.id ?? viewer.id

/** As whom an inhabitant acts; the record says when a clerk's hand did it. */
export const actorOf = (viewer: Viewer & { kind: 'person' }): Actor => ({
  as: viewer.actingFor ? 'clerk for resident' : 'resident',
  person: subjectOf(viewer),
})

/** As whom somebody acts who holds an office. */
export const officerOf = (viewer: Viewer & { kind: 'person' }, body: string): Actor => ({
  as: body,
  person: viewer.id,
})

const helped = alias(people, 'helped')

function rowsOf(city: City, digest: string, at: Instant) {
  const subject = sql`coalesce(${assistances.person}, ${people.id})`
  return city.reads
    .select({
      session: sessions,
      person: people,
      assistance: assistances,
      helped: { name: helped.name, closedAt: helped.closedAt, childUntil: helped.childUntil },
      role: roles.role,
      body: roles.body,
      level: highestLevel(subject),
      guarded: isGuarded(subject),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .leftJoin(assistances, eq(assistances.id, sessions.assistance))
    .leftJoin(helped, eq(helped.id, assistances.person))
    .leftJoin(roles, and(eq(roles.person, people.id), heldOn(dayAt(at, city.facts.timeZone))))
    .where(eq(sessions.digest, digest))
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** `stateOfTerm(...) === 'held'`, for the database. */
export const heldOn = (day: Temporal.PlainDate): SQL | undefined =>
  and(
    lte(roles.from, day),
    or(isNull(roles.to), gte(roles.to, day)),
    or(isNull(roles.endedOn), gt(roles.endedOn, day)),
  )

const highestLevel = (subject: SQL) =>
  sql<number>`(select coalesce(max(${residencies.level}), 0) from ${residencies}
    where ${residencies.person} = ${subject} and ${residencies.withdrawnAt} is null)`.mapWith(Number)

const isGuarded = (subject: SQL) =>
  sql<boolean>`exists (select 1 from ${guardianships} where ${guardianships.child} = ${subject}
    and ${guardianships.consentedAt} is not null and ${guardianships.withdrawnAt} is null)`

function helpingAt({ assistance, helped }: Row, held: { role: string }[], at: Instant) {
  if (!assistance || !helped || helped.closedAt || !assistanceStands(assistance, at)) return undefined
  return held.some((each) => each.role === 'clerk') ? { id: assistance.person, name: helped.name } : undefined
}

function assuranceOf({ person, helped, level, guarded }: Row, city: City, at: Instant): Level {
  const { childUntil } = helped ?? person
  return isChild(childUntil, dayAt(at, city.facts.timeZone)) && !guarded ? 0 : (level as Level)
}

/** Notes that somebody is still there, but not at every click. */
async function touch(city: City, { session, assistance }: Row, helping: boolean, at: Instant): Promise<void> {
  const sessionIsOld = isBefore(session.seenAt.add({ minutes: 10 }), at)
  const helpIsOld = helping && assistance && isBefore(assistance.seenAt.add({ minutes: 1 }), at)
  if (!sessionIsOld && !helpIsOld) return
  await forgettable(city, async (tx) => {
    await tx.update(sessions).set({ seenAt: at }).where(eq(sessions.id, session.id))
    if (helpIsOld) await tx.update(assistances).set({ seenAt: at }).where(eq(assistances.id, assistance.id))
  })
}
