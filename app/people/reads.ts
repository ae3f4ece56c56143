import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { heldOn } from './identify.ts'
import { levelOf, waitsForGuardian } from './person.ts'
import {
  assistances,
  authenticators,
  codes,
  consents,
  guardianships,
  identities,
  passkeys,
  people,
  recoveryCodes,
  residencies,
  roles,
} from './tables.ts'

export const about = (person: number): Ref => ref('people', person)

export type Person = typeof people.$inferSelect

export async function personBy(reads: Reads, id: number): Promise<Person | undefined> {
  const [row] = await reads
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.closedAt)))
  return row
}

export async function personByEmail(reads: Reads, email: string): Promise<number | undefined> {
  const [row] = await reads
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.closedAt)))
  return row?.id
}

/** Where and in which language to write to somebody, and how often; undefined if they have no mailbox or have left. */
export async function addressOf(
  reads: Reads,
  person: number,
): Promise<{ email: string; lang: Lang; notices: Person['notices'] } | undefined> {
  const row = await personBy(reads, person)
  return row?.email ? { email: row.email, lang: row.lang, notices: row.notices } : undefined
}

/** Who holds a role in a body on a day; in any body if none is named. */
export async function personsHolding(
  reads: Reads,
  role: string,
  body: string | undefined,
  day: Day,
): Promise<number[]> {
  const rows = await reads
    .selectDistinct({ person: roles.person })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.person))
    .where(
      and(
        eq(roles.role, role),
        body === undefined ? undefined : eq(roles.body, body),
        heldOn(day),
        isNull(people.closedAt),
      ),
    )
    .orderBy(asc(roles.person))
  return rows.map((each) => each.person)
}

export const rolesOf = (reads: Reads, person: number) =>
  reads.select().from(roles).where(eq(roles.person, person)).orderBy(desc(roles.from))

export const residenciesOf = (reads: Reads, person: number) =>
  reads.select().from(residencies).where(eq(residencies.person, person)).orderBy(asc(residencies.id))

export const consentsOf = (reads: Reads, person: number) =>
  reads.select().from(consents).where(eq(consents.person, person)).orderBy(asc(consents.id))

export const passkeysOf = (reads: Reads, person: number) =>
  reads.select().from(passkeys).where(eq(passkeys.person, person)).orderBy(asc(passkeys.addedAt))

export const guardianshipsOf = (reads: Reads, child: number) =>
  reads.select().from(guardianships).where(eq(guardianships.child, child)).orderBy(asc(guardianships.id))

export const identitiesOf = (reads: Reads, person: number) =>
  reads.select().from(identities).where(eq(identities.person, person))

export const codesOf = (reads: Reads, person: number) =>
  reads.select().from(codes).where(eq(codes.person, person)).orderBy(desc(codes.id))

export async function authenticatorOf(reads: Reads, person: number) {
  const [row] = await reads.select().from(authenticators).where(eq(authenticators.person, person))
  return row
}

/** How many recovery codes are left. */
export const recoveryLeft = (reads: Reads, person: number): Promise<number> =>
  reads.$count(recoveryCodes, and(eq(recoveryCodes.person, person), isNull(recoveryCodes.usedAt)))

/** Which second factors somebody has set up. */
export async function factorsOf(reads: Reads, person: number) {
  const app = await authenticatorOf(reads, person)
  return { app: Boolean(app?.triedAt), passkeys: (await passkeysOf(reads, person)).length }
}

/** How surely somebody is one inhabitant, and whether a guardian's word is missing. */
export async function standingOf(city: City, reads: Reads, person: Person) {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const ways = await residenciesOf(reads, person.id)
  const waits = waitsForGuardian(person.childUntil, await guardianshipsOf(reads, person.id), today)
  return {
    level: levelOf(ways, waits),
    ways: ways.filter((each) => !each.withdrawnAt),
    waitsForGuardian: waits,
  }
}

/** Whether somebody is under fourteen and has no guardian's word yet: then nothing they say counts. */
export async function isUnheard(city: City, reads: Reads, person: number): Promise<boolean> {
  const row = await personBy(reads, person)
  return row !== undefined && (await standingOf(city, reads, row)).waitsForGuardian
}

/** When clerks acted for somebody, newest first. */
export const assistancesOf = (reads: Reads, person: number) =>
  reads.select().from(assistances).where(eq(assistances.person, person)).orderBy(desc(assistances.id))
