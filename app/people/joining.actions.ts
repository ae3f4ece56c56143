import { desc, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { noticesFor, type Purpose } from './consent.ts'
import { consentEntries, giveConsents } from './consents.actions.ts'
import { askGuardian } from './guardians.actions.ts'
import type { Means } from './means.ts'
import { visitKey } from './pending.ts'
import { normalEmail, stateOfArrival } from './person.ts'
import { about } from './reads.ts'
import { startSession } from './session.ts'
import type { Arrival } from './signing-in.actions.ts'
import { arrivals, identities, people, residencies } from './tables.ts'

/** The address this visit has proven and no account was made with yet. */
export async function arrivalAtHand(c: Ctx, means: Means): Promise<Arrival | undefined> {
  const { city } = c.var
  const [arrival] = await city.reads
    .select()
    .from(arrivals)
    .where(eq(arrivals.visit, visitKey(c, means.keys)))
    .orderBy(desc(arrivals.id))
    .limit(1)
  return arrival && stateOfArrival(arrival, city.clock.now()) === 'proven' ? arrival : undefined
}

export type Newcomer = {
  name: string
  lang: string
  purposes: readonly Purpose[]
  childUntil: Temporal.PlainDate | undefined
  guardianEmail: string | undefined
}

/** Makes the account that an arrival has proven an address for, with its consents. */
export async function join(c: Ctx, means: Means, newcomer: Newcomer): Promise<Arrival> {
  const { city } = c.var
  const arrival = await arrivalAtHand(c, means)
  if (!arrival) throw new Refusal('people.link-over')
  const { name, lang, childUntil, guardianEmail } = newcomer
  if (guardianEmail && normalEmail(guardianEmail) === arrival.email)
    throw new Refusal('people.guardian-is-child', {}, 'guardianEmail')
  const person = await act(city, { as: 'resident' }, async (tx, at) => {
    await checkUnspent(tx, arrival)
    const notices = noticesFor(newcomer.purposes)
    const id = await settle(tx, { name, lang, childUntil, email: arrival.email, notices }, at)
    if (arrival.identity) await addIdentity(tx, means, id, arrival, at)
    if (arrival.email) await giveLevel(tx, id, arrival.email, means, at)
    await giveConsents(tx, id, newcomer.purposes, 'self', at)
    await tx.update(arrivals).set({ spentAt: at }).where(eq(arrivals.id, arrival.id))
    return {
      result: id,
      entries: [
        { what: 'people.joined', about: about(id), visibility: 'confidential' },
        ...consentEntries(id, newcomer.purposes),
      ],
    }
  })
  await startSession(c, means.keys, person)
  if (guardianEmail) await askGuardian(c, means, person, guardianEmail)
  return arrival
}

/** Two presses of one button make one account. */
async function checkUnspent(tx: Tx, { id }: Arrival): Promise<void> {
  const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.id, id)).for('update')
  if (!arrival || arrival.spentAt) throw new Refusal('people.link-over')
}

/** A row for somebody new; the one place where an account begins. */
export async function settle(
  tx: Tx,
  person: {
    name: string
    lang: string
    email?: string | null
    childUntil?: Temporal.PlainDate | undefined
  } & Partial<Pick<typeof people.$inferInsert, 'notices' | 'demo'>>,
  at: Instant,
): Promise<number> {
  const { childUntil = null, ...rest } = person
  const [row] = await tx
    .insert(people)
    .values({ ...rest, childUntil, joinedAt: at })
    .onConflictDoNothing()
    .returning({ id: people.id })
  if (!row) throw new Refusal('people.already-here')
  return row.id
}

/** An address that one can read mail at is the first, weakest way to be one inhabitant. */
export const giveLevel = (tx: Tx, person: number, email: string, means: Means, at: Instant) =>
  tx
    .insert(residencies)
    .values({ person, route: 'email', level: 1, identifier: means.keys.digest('email', email), at })
    .onConflictDoNothing()

/** Ties an account elsewhere to one here, with what its provider knows about residence. */
export async function addIdentity(
  tx: Tx,
  means: Means,
  person: number,
  { identity, provider }: { identity: string | null; provider: string | null },
  at: Instant,
): Promise<void> {
  const known = means.providers.find((each) => each.key === provider)
  if (!identity || !known) return
  await tx.insert(identities).values({ digest: identity, person, provider: known.key, addedAt: at })
  if (known.level === 0) return
  const way = { route: `openid:${known.key}`, level: known.level, identifier: identity }
  await tx
    .insert(residencies)
    .values({ person, ...way, at })
    .onConflictDoNothing()
}
