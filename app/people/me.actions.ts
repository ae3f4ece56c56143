import { and, eq, isNull, ne } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { newCode, readCode, spell } from '#kit/code.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Ctx } from '#kit/web.ts'
import { type Actor, act, forgettable } from '#record/index.ts'
import { giveLevel } from './joining.actions.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { levelOfRoute, normalEmail, spans } from './person.ts'
import { about, personByEmail } from './reads.ts'
import { expect, proveByCode } from './signing-in.actions.ts'
import { assistances, codes, people, residencies } from './tables.ts'
import { words } from './words.ts'

export const changeProfile = (
  city: City,
  by: Actor,
  person: number,
  to: { name: string; lang: string; notices: 'each' | 'daily' | 'none' },
): Promise<void> =>
  act(city, by, async (tx) => {
    await tx.update(people).set(to).where(eq(people.id, person))
    return { entries: [{ what: 'people.profile-changed', about: about(person), visibility: 'confidential' }] }
  })

/** Sends a code to a new address. That it may belong to an account already is not said here. */
export async function askForEmail(c: Ctx, means: Means, person: number, typed: string): Promise<void> {
  const email = normalEmail(typed)
  await checkOften(c, means, 'network', { limit: 'mailbox', name: email })
  const { view } = c.var
  const code = newCode('short')
  await expect(c, means, { email, forPerson: person, goTo: '/', code: means.keys.digest('code', code) })
  const w = words(view).letters.newAddress
  const facts = { city: view.cityName[view.lang] ?? '', code: spell(code), minutes: spans.arrival.minutes }
  await means.mail({ to: email, lang: view.lang, subject: w.subject(facts), text: w.text(facts) })
}

/** The code proves the address. An address stands for one inhabitant, so it is not taken from another account. */
export async function changeEmail(
  c: Ctx,
  means: Means,
  by: Actor,
  person: number,
  typed: string,
): Promise<void> {
  const { email, forPerson } = await proveByCode(c, means, typed)
  if (!email || forPerson !== person) throw new Refusal('people.code-over')
  await act(c.var.city, by, async (tx, at) => {
    const owner = await personByEmail(tx, email)
    if (owner !== undefined && owner !== person) throw new Refusal('people.address-taken')
    await tx.update(people).set({ email }).where(eq(people.id, person))
    await tx
      .update(residencies)
      .set({ withdrawnAt: at, reason: 'new-address' })
      .where(
        and(
          eq(residencies.person, person),
          eq(residencies.route, 'email'),
          ne(residencies.identifier, means.keys.digest('email', email)),
          isNull(residencies.withdrawnAt),
        ),
      )
    await giveLevel(tx, person, email, means, at)
    return { entries: [{ what: 'people.address-changed', about: about(person), visibility: 'confidential' }] }
  })
}

/** Turns a code from a letter into the knowledge that somebody lives where it was sent. */
export async function redeemLetter(
  c: Ctx,
  means: Means,
  by: Actor,
  person: number,
  typed: string,
): Promise<void> {
  await checkOften(c, means, 'codes', { limit: 'account', name: `letter ${person}` })
  const code = readCode(typed, 'long')
  if (!code) throw new Refusal('people.code-mistyped', {}, 'code')
  await act(c.var.city, by, async (tx, at) => {
    const [letter] = await tx
      .select()
      .from(codes)
      .where(and(eq(codes.kind, 'letter'), eq(codes.digest, means.keys.digest('letter', code))))
      .for('update')
    if (!letter || letter.usedAt || letter.withdrawnAt || Temporal.Instant.compare(at, letter.expiresAt) >= 0)
      throw new Refusal('people.letter-wrong', {}, 'code')
    const way = { route: 'letter', level: levelOfRoute.letter, body: letter.body, by: letter.by }
    const given = await tx
      .insert(residencies)
      .values({ person, ...way, identifier: letter.identifier, at })
      .onConflictDoNothing()
      .returning({ id: residencies.id })
    if (given.length === 0) throw new Refusal('people.already-one', {}, 'code')
    await tx.update(codes).set({ usedAt: at, person }).where(eq(codes.id, letter.id))
    return {
      entries: [
        {
          what: 'people.residency-known',
          about: about(person),
          visibility: 'confidential',
          facts: { route: 'letter' },
        },
      ],
    }
  })
}

/** A code to show at a counter or to an organisation: it says which account, for half an hour. */
export async function newHandCode(city: City, means: Means, person: number): Promise<string> {
  const code = newCode('short')
  const at = city.clock.now()
  await forgettable(city, async (tx) => {
    await tx.delete(codes).where(and(eq(codes.kind, 'hand'), eq(codes.person, person)))
    await tx.insert(codes).values({
      kind: 'hand',
      digest: means.keys.digest('hand', code),
      person,
      madeAt: at,
      expiresAt: at.add(spans.hand),
    })
  })
  return spell(code)
}

/** Says that one did not want what a clerk did in one's name; somebody else than the clerk looks at it. */
export const object = (city: City, person: number, assistance: number, text: string): Promise<void> =>
  act(city, { as: 'resident', person }, async (tx, at) => {
    const objected = await tx
      .update(assistances)
      .set({ objection: text, objectedAt: at })
      .where(
        and(eq(assistances.id, assistance), eq(assistances.person, person), isNull(assistances.objectedAt)),
      )
      .returning({ id: assistances.id })
    if (objected.length === 0) throw new Refusal('people.objected-already')
    return { entries: [{ what: 'people.objected', about: about(person), visibility: 'confidential' }] }
  })
