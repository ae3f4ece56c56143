import { and, eq, inArray, or } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import { act } from '#record/index.ts'
import { heldOn } from './identify.ts'
import type { Means } from './means.ts'
import { about, personBy } from './reads.ts'
import { endAll } from './session.ts'
import {
  arrivals,
  assistances,
  authenticators,
  codes,
  consents,
  guardianships,
  identities,
  invitations,
  passkeys,
  people,
  recoveryCodes,
  residencies,
  roles,
  sessions,
} from './tables.ts'

/**
 * Closes an account and lets go of whoever it was.
 *
 * What was said in public stays, said by "a resident", and terms of office stay without the name of who held
 * them. Everything else about the person goes, here and in every other room, at once or not at all.
 */
export const close = (city: City, means: Means, person: number): Promise<void> =>
  // Without the person: the entry of leaving must not be what ties the account to them again.
  act(city, { as: 'resident' }, async (tx, at) => {
    const today = dayAt(at, city.facts.timeZone)
    const held = await tx.$count(roles, heldOnBy(person, today))
    if (held > 0) throw new Refusal('people.hand-over-first')
    await endAll(tx, person)
    const open = await tx
      .select({ id: assistances.id })
      .from(assistances)
      .where(eq(assistances.person, person))
    const ids = open.map((each) => each.id)
    if (ids.length > 0)
      await tx.update(sessions).set({ assistance: null }).where(inArray(sessions.assistance, ids))
    for (const table of [authenticators, recoveryCodes, passkeys, identities, codes, residencies, consents])
      await tx.delete(table).where(eq(table.person, person))
    await tx
      .update(assistances)
      .set({ objection: null, answer: null, endedAt: at })
      .where(eq(assistances.person, person))
    await tx
      .delete(guardianships)
      .where(or(eq(guardianships.child, person), eq(guardianships.guardian, person)))
    await tx.delete(arrivals).where(eq(arrivals.forPerson, person))
    const mailbox = (await personBy(tx, person))?.email
    if (mailbox)
      for (const table of [arrivals, invitations]) await tx.delete(table).where(eq(table.email, mailbox))
    for (const holding of means.holdings) await holding.unlink(tx, person)
    await tx
      .update(people)
      .set({ name: '', email: null, childUntil: null, demo: null, notices: 'none', closedAt: at })
      .where(eq(people.id, person))
    return { entries: [{ what: 'people.left', about: about(person), visibility: 'confidential' }] }
  })

const heldOnBy = (person: number, day: Temporal.PlainDate) => and(eq(roles.person, person), heldOn(day))
