import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { newCode, readCode, spell } from '#kit/code.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { forgettable } from '#record/index.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { visitKey } from './pending.ts'
import { normalEmail, spans, stateOfArrival } from './person.ts'
import { personByEmail } from './reads.ts'
import { newToken } from './seal.ts'
import { startSession } from './session.ts'
import { arrivals, codes, identities } from './tables.ts'
import { words } from './words.ts'

export type Arrival = typeof arrivals.$inferSelect

/** Sends a link and a code, whether there is an account or not: nobody learns from here who has one. */
export async function ask(c: Ctx, means: Means, typed: { email: string; goTo: string }): Promise<void> {
  const email = normalEmail(typed.email)
  await checkOften(c, means, 'network', { limit: 'mailbox', name: email })
  const { city, view } = c.var
  const link = newToken()
  const code = newCode('short')
  await expect(c, means, {
    email,
    goTo: typed.goTo,
    link: means.keys.digest('link', link),
    code: means.keys.digest('code', code),
  })
  const w = words(view).letters.signIn
  const facts = {
    city: view.cityName[view.lang] ?? '',
    code: spell(code),
    link: `${city.baseUrl}/${view.lang}/sign-in/link/${link}`,
    minutes: spans.arrival.minutes,
  }
  await means.mail({ to: email, lang: view.lang, subject: w.subject(facts), text: w.text(facts) })
}

/** Lets in nobody else from this visit: an earlier link or code is worth nothing any more. */
export async function expect(
  c: Ctx,
  means: Means,
  arrival: Partial<Arrival> & { goTo: string },
): Promise<void> {
  const { city } = c.var
  const at = city.clock.now()
  const visit = visitKey(c, means.keys)
  await forgettable(city, async (tx) => {
    await tx
      .update(arrivals)
      .set({ spentAt: at })
      .where(and(eq(arrivals.visit, visit), isNull(arrivals.spentAt)))
    await tx.insert(arrivals).values({ visit, expiresAt: at.add(spans.arrival), ...arrival })
  })
}

/** Whether a link is good here, good elsewhere, or no longer good. */
export async function standingOfLink(
  c: Ctx,
  means: Means,
  link: string,
): Promise<'here' | 'elsewhere' | 'over'> {
  const { city } = c.var
  const [arrival] = await city.reads
    .select()
    .from(arrivals)
    .where(eq(arrivals.link, means.keys.digest('link', link)))
  if (!arrival || stateOfArrival(arrival, city.clock.now()) !== 'open') return 'over'
  return arrival.visit === visitKey(c, means.keys) ? 'here' : 'elsewhere'
}

/** Proves the address by its link, in the browser that asked for it. */
export function proveByLink(c: Ctx, means: Means, link: string): Promise<Arrival> {
  const { city } = c.var
  const at = city.clock.now()
  return forgettable(city, async (tx) => {
    const [arrival] = await tx
      .select()
      .from(arrivals)
      .where(
        and(eq(arrivals.link, means.keys.digest('link', link)), eq(arrivals.visit, visitKey(c, means.keys))),
      )
      .for('update')
    if (!arrival || stateOfArrival(arrival, at) !== 'open') throw new Refusal('people.link-over')
    return prove(tx, arrival, at)
  })
}

/** Proves the address by the code typed in the browser that asked for it; a wrong one counts. */
export async function proveByCode(c: Ctx, means: Means, typed: string): Promise<Arrival> {
  await checkOften(c, means, 'codes')
  const { city } = c.var
  const at = city.clock.now()
  const code = readCode(typed, 'short')
  if (!code) throw new Refusal('people.code-mistyped', {}, 'code')
  const proven = await forgettable(city, async (tx) => {
    const arrival = await latest(tx, c, means)
    if (!arrival || stateOfArrival(arrival, at) !== 'open') throw new Refusal('people.code-over')
    if (arrival.code === means.keys.digest('code', code)) return prove(tx, arrival, at)
    await tx
      .update(arrivals)
      .set({ tries: arrival.tries + 1 })
      .where(eq(arrivals.id, arrival.id))
    return undefined
  })
  if (!proven) throw new Refusal('people.code-wrong', {}, 'code')
  return proven
}

/** Signs in whoever has an account; whoever has none goes on to make one. */
export async function enter(c: Ctx, means: Means, arrival: Arrival): Promise<'in' | 'new'> {
  const person = await personOf(c.var.city.reads, arrival)
  if (person === undefined) return 'new'
  await spend(c.var.city, arrival)
  await startSession(c, means.keys, person)
  return 'in'
}

/** Signs in by the code on a printed slip, for who has no e-mail. */
export async function enterBySlip(c: Ctx, means: Means, typed: string): Promise<void> {
  await checkOften(c, means, 'codes')
  const { city } = c.var
  const at = city.clock.now()
  const code = readCode(typed, 'long')
  if (!code) throw new Refusal('people.code-mistyped', {}, 'code')
  const person = await forgettable(city, (tx) => personBySlip(tx, means, code, at))
  await startSession(c, means.keys, person)
}

/** Whose slip it is that has this code. @throws Refusal */
export async function personBySlip(tx: Tx, means: Means, code: string, at: Instant): Promise<number> {
  const [slip] = await tx
    .update(codes)
    .set({ usedAt: at })
    .where(
      and(
        eq(codes.digest, means.keys.digest('slip', code)),
        isNull(codes.withdrawnAt),
        lt(sql`${at.toString()}::timestamptz`, codes.expiresAt),
      ),
    )
    .returning({ person: codes.person })
  if (!slip?.person) throw new Refusal('people.slip-wrong', {}, 'code')
  return slip.person
}

export const forgetArrivals = (tx: Tx, at: Instant) =>
  tx.delete(arrivals).where(lt(arrivals.expiresAt, at.subtract({ hours: 1 })))

async function latest(tx: Tx, c: Ctx, means: Means): Promise<Arrival | undefined> {
  const [arrival] = await tx
    .select()
    .from(arrivals)
    .where(eq(arrivals.visit, visitKey(c, means.keys)))
    .orderBy(desc(arrivals.id))
    .limit(1)
    .for('update')
  return arrival
}

/** From now on there is time to fill in the account's form. */
async function prove(tx: Tx, arrival: Arrival, at: Instant): Promise<Arrival> {
  const proof = { provenAt: at, expiresAt: at.add({ hours: 1 }) }
  await tx.update(arrivals).set(proof).where(eq(arrivals.id, arrival.id))
  return { ...arrival, ...proof }
}

const spend = (city: City, arrival: Arrival) =>
  forgettable(city, (tx) =>
    tx.update(arrivals).set({ spentAt: city.clock.now() }).where(eq(arrivals.id, arrival.id)),
  )

async function personOf(reads: Reads, { email, identity }: Arrival): Promise<number | undefined> {
  if (email) return personByEmail(reads, email)
  if (!identity) return undefined
  const [row] = await reads
    .select({ person: identities.person })
    .from(identities)
    .where(eq(identities.digest, identity))
  return row?.person
}
