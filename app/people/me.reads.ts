import { desc, eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { subjectOf } from './identify.ts'
import type { Means } from './means.ts'
import { stateOfTerm } from './person.ts'
import {
  about,
  assistancesOf,
  codesOf,
  consentsOf,
  factorsOf,
  guardianshipsOf,
  identitiesOf,
  passkeysOf,
  personBy,
  recoveryLeft,
  residenciesOf,
  rolesOf,
  standingOf,
} from './reads.ts'
import { digestOfSession, sessionsOf } from './session.ts'
import { guardianships, people } from './tables.ts'
import { oneself, personOfViewer } from './viewing.ts'

/** What the front page of one's account shows. */
export async function accountOf(c: Ctx, means: Means) {
  const { city } = c.var
  const viewer = personOfViewer(c)
  const person = await found(personBy(city.reads, subjectOf(viewer)))
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const bodies = await means.bodies(city.reads, today)
  const held = (await rolesOf(city.reads, person.id)).map((each) => ({
    ...each,
    state: stateOfTerm(each, today),
    bodyName: bodies.find((body) => body.key === each.body)?.name,
  }))
  const name = (viewer.actingFor ?? viewer).name
  return { person: { ...person, name }, roles: held, ...(await standingOf(city, city.reads, person)) }
}
export type Account = Awaited<ReturnType<typeof accountOf>>

/** What the page of keys and devices shows. */
export async function securityOf(c: Ctx, means: Means) {
  const { city } = c.var
  const { id, secondFactor } = oneself(c)
  const mine = digestOfSession(c, city, means.keys)
  const connected = await identitiesOf(city.reads, id)
  return {
    sessions: (await sessionsOf(city.reads, id, city.clock.now())).map((each) => ({
      ...each,
      isThis: each.digest === mine,
    })),
    passkeys: await passkeysOf(city.reads, id),
    has: await factorsOf(city.reads, id),
    recovery: await recoveryLeft(city.reads, id),
    providers: means.providers.map((each) => ({
      ...each,
      isConnected: connected.some(({ provider }) => provider === each.key),
    })),
    secondFactor,
  }
}
export type Security = Awaited<ReturnType<typeof securityOf>>

/** Everything the city holds about somebody, room by room, without what only the machine can use. */
export async function dataOf(city: City, means: Means, person: number) {
  const { reads } = city
  const own = {
    account: await found(personBy(reads, person)),
    residency: without(await residenciesOf(reads, person), 'identifier'),
    roles: await rolesOf(reads, person),
    consents: await consentsOf(reads, person),
    guardians: without(await guardianshipsOf(reads, person), 'digest'),
    childrenLookedAfter: (await childrenOf(reads, person)).map(({ consentedAt }) => ({ consentedAt })),
    assistance: await assistancesOf(reads, person),
    sessions: without(await sessionsOf(reads, person, city.clock.now()), 'digest'),
    passkeys: (await passkeysOf(reads, person)).map(({ device, addedAt, usedAt }) => ({
      device,
      addedAt,
      usedAt,
    })),
    accountsElsewhere: without(await identitiesOf(reads, person), 'digest'),
    codes: without(await codesOf(reads, person), 'digest', 'identifier'),
  }
  const others = await Array.fromAsync(
    means.holdings,
    async (each) => [each.room, await each.held(reads, person)] as const,
  )
  return { about: about(person), people: own, ...Object.fromEntries(others) }
}

/** The children whose guardian somebody is. */
export const childrenOf = (reads: Reads, guardian: number) =>
  reads
    .select({ id: guardianships.id, name: people.name, consentedAt: guardianships.consentedAt })
    .from(guardianships)
    .innerJoin(people, eq(people.id, guardianships.child))
    .where(eq(guardianships.guardian, guardian))
    .orderBy(desc(guardianships.id))

const without = <T extends object, K extends keyof T>(rows: readonly T[], ...keys: K[]): Omit<T, K>[] =>
  rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>,
  )
