import { and, eq, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { newCode, readCode } from '#kit/code.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act, forgettable } from '#record/index.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { about, authenticatorOf, factorsOf } from './reads.ts'
import { authenticators, recoveryCodes } from './tables.ts'
import { newSecret, stepOf } from './totp.ts'
import { oneself } from './viewing.ts'

const recoveryCount = 10

/** What opens the account is changed only by who has shown a second factor, if there is one. */
export async function checkMayChangeFactors(c: Ctx): Promise<number> {
  const { id, secondFactor } = oneself(c)
  const has = await factorsOf(c.var.city.reads, id)
  if (!secondFactor && (has.app || has.passkeys > 0)) throw new Refusal('people.second-factor-first')
  return id
}

/** The secret of an app that was begun and not tried yet, made now if there is none. */
export async function secretInHand(city: City, means: Means, person: number): Promise<string> {
  const known = await authenticatorOf(city.reads, person)
  const secret = known && !known.triedAt && means.keys.open('authenticator', known.sealed)
  if (secret) return secret
  const fresh = newSecret()
  const row = { sealed: means.keys.seal('authenticator', fresh), lastStep: 0, triedAt: null }
  await forgettable(city, (tx) =>
    tx
      .insert(authenticators)
      .values({ person, ...row })
      .onConflictDoUpdate({
        target: authenticators.person,
        set: row,
        setWhere: isNull(authenticators.triedAt),
      }),
  )
  return fresh
}

/** The first digits show that the app works; the recovery codes are shown this once. */
export async function confirmApp(c: Ctx, means: Means, person: number, digits: string): Promise<string[]> {
  await checkOften(c, means, 'codes', { limit: 'account', name: `factor ${person}` })
  return act(c.var.city, { as: 'resident', person }, async (tx, at) => {
    const app = await appFor(tx, person)
    if (!app || app.triedAt) throw new Refusal('people.app-not-begun')
    const step = stepIn(means, app, digits, at)
    if (step === undefined) throw new Refusal('people.digits-wrong', {}, 'code')
    await tx
      .update(authenticators)
      .set({ triedAt: at, lastStep: step })
      .where(eq(authenticators.person, person))
    return {
      result: await freshRecoveryCodes(tx, means, person),
      entries: [{ what: 'people.app-added', about: about(person), visibility: 'confidential' }],
    }
  })
}

/** New recovery codes; the old ones are worth nothing from now on. */
export const renewRecoveryCodes = (city: City, means: Means, person: number): Promise<string[]> =>
  act(city, { as: 'resident', person }, async (tx) => ({
    result: await freshRecoveryCodes(tx, means, person),
    entries: [{ what: 'people.recovery-codes-made', about: about(person), visibility: 'confidential' }],
  }))

export const removeApp = (city: City, person: number): Promise<void> =>
  act(city, { as: 'resident', person }, async (tx) => {
    await tx.delete(authenticators).where(eq(authenticators.person, person))
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.person, person))
    return { entries: [{ what: 'people.app-removed', about: about(person), visibility: 'confidential' }] }
  })

/** Six digits of the app, each good once; or a recovery code, good once ever. */
export async function useSecondFactor(c: Ctx, means: Means, person: number, typed: string): Promise<void> {
  await checkOften(c, means, 'codes', { limit: 'account', name: `factor ${person}` })
  const { city } = c.var
  const at = city.clock.now()
  const right = await forgettable(city, async (tx) => {
    const recovery = readCode(typed, 'long')
    return recovery
      ? useRecoveryCode(tx, means, person, recovery, at)
      : useDigits(tx, means, person, typed, at)
  })
  if (!right) throw new Refusal('people.digits-wrong', {}, 'code')
}

async function useDigits(
  tx: Tx,
  means: Means,
  person: number,
  digits: string,
  at: Instant,
): Promise<boolean> {
  const app = await appFor(tx, person)
  const step = app?.triedAt ? stepIn(means, app, digits, at) : undefined
  if (step === undefined) return false
  await tx.update(authenticators).set({ lastStep: step }).where(eq(authenticators.person, person))
  return true
}

async function useRecoveryCode(
  tx: Tx,
  means: Means,
  person: number,
  code: string,
  at: Instant,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.person, person),
        eq(recoveryCodes.digest, means.keys.digest('recovery', code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning()
  return used.length === 1
}

type App = typeof authenticators.$inferSelect

async function appFor(tx: Tx, person: number): Promise<App | undefined> {
  const [app] = await tx.select().from(authenticators).where(eq(authenticators.person, person)).for('update')
  return app
}

function stepIn(means: Means, app: App, digits: string, at: Instant): number | undefined {
  const secret = means.keys.open('authenticator', app.sealed)
  return secret === undefined ? undefined : stepOf(secret, digits, at, app.lastStep)
}

async function freshRecoveryCodes(tx: Tx, means: Means, person: number): Promise<string[]> {
  const codes = Array.from({ length: recoveryCount }, () => newCode('long'))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.person, person))
  await tx
    .insert(recoveryCodes)
    .values(codes.map((each) => ({ person, digest: means.keys.digest('recovery', each) })))
  return codes
}
