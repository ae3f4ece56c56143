import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { type Actor, act, type Entry } from '#record/index.ts'
import { type Purpose, required, version } from './consent.ts'
import { about } from './reads.ts'
import { consents, people } from './tables.ts'

export const giveConsents = (
  tx: Tx,
  person: number,
  given: readonly Purpose[],
  by: 'self' | 'guardian' | 'clerk',
  at: Instant,
) =>
  given.length === 0
    ? undefined
    : tx
        .insert(consents)
        .values(given.map((purpose) => ({ person, purpose, version, given: by, givenAt: at })))

export const consentEntries = (person: number, given: readonly Purpose[]): Entry[] =>
  given.map((purpose) => ({
    what: 'people.consented',
    about: about(person),
    visibility: 'confidential',
    facts: { purpose, version },
  }))

/** Says yes to what was not agreed to yet. */
export const consent = (city: City, by: Actor, person: number, purpose: Purpose): Promise<void> =>
  act(city, by, async (tx, at) => {
    const standing = await standingOf(tx, person, purpose)
    if (standing.some((each) => each.version === version)) throw new Refusal('people.already-agreed')
    await giveConsents(tx, person, [purpose], by.as === 'resident' ? 'self' : 'clerk', at)
    if (purpose === 'notices') await tx.update(people).set({ notices: 'each' }).where(eq(people.id, person))
    const [entry] = consentEntries(person, [purpose])
    return { entries: [entry!] }
  })

/** Takes a yes back, from now on. */
export const withdraw = (city: City, by: Actor, person: number, purpose: Purpose): Promise<void> =>
  act(city, by, async (tx, at) => {
    if (purpose === required) throw new Refusal('people.close-instead')
    const standing = await standingOf(tx, person, purpose)
    if (standing.length === 0) throw new Refusal('people.not-agreed')
    await tx
      .update(consents)
      .set({ withdrawnAt: at })
      .where(and(eq(consents.person, person), eq(consents.purpose, purpose), isNull(consents.withdrawnAt)))
    if (purpose === 'notices') await tx.update(people).set({ notices: 'none' }).where(eq(people.id, person))
    return {
      entries: [
        {
          what: 'people.consent-withdrawn',
          about: about(person),
          visibility: 'confidential',
          facts: { purpose },
        },
      ],
    }
  })

const standingOf = (tx: Tx, person: number, purpose: Purpose) =>
  tx
    .select()
    .from(consents)
    .where(and(eq(consents.person, person), eq(consents.purpose, purpose), isNull(consents.withdrawnAt)))
    .for('update')
