import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Ctx } from '#kit/web.ts'
import { act, forgettable } from '#record/index.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { recall, remember } from './pending.ts'
import { deviceOf } from './person.ts'
import { about, passkeysOf, personBy } from './reads.ts'
import { startSession } from './session.ts'
import { passkeys } from './tables.ts'

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000)
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}

/** What a browser sends after it made a passkey. */
export const madePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

/** What a browser sends after somebody used one. */
export const usedPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

/** What every telephone and key speaks (COSE): EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257]

const siteOf = (city: City) => ({ origin: new URL(city.baseUrl).origin, id: new URL(city.baseUrl).hostname })

/** A challenge for a new passkey. */
export async function challengeToAdd(c: Ctx, means: Means, person: number) {
  const { city, view } = c.var
  const known = await passkeysOf(city.reads, person)
  const options = await generateRegistrationOptions({
    rpName: view.cityName[view.lang] ?? siteOf(city).id,
    rpID: siteOf(city).id,
    userName: (await personBy(city.reads, person))?.name ?? '',
    userID: new TextEncoder().encode(means.keys.digest('passkey', String(person))),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await remember(c, means.keys, 'new passkey', options.challenge)
  return options
}

export async function addPasskey(
  c: Ctx,
  means: Means,
  person: number,
  made: z.output<typeof madePasskey>,
): Promise<void> {
  const { city } = c.var
  const { credential } = await checkMade(c, means, made)
  await act(city, { as: 'resident', person }, async (tx, at) => {
    const added = await tx
      .insert(passkeys)
      .values({
        id: credential.id,
        person,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        device: deviceOf(c.req.header('user-agent') ?? ''),
        addedAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id })
    if (added.length === 0) throw new Refusal('people.passkey-wrong')
    return { entries: [{ what: 'people.passkey-added', about: about(person), visibility: 'confidential' }] }
  })
}

export const removePasskey = (city: City, person: number, id: string): Promise<void> =>
  act(city, { as: 'resident', person }, async (tx) => {
    const gone = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.person, person)))
      .returning({ id: passkeys.id })
    if (gone.length === 0) throw new Refusal('people.passkey-gone')
    return { entries: [{ what: 'people.passkey-removed', about: about(person), visibility: 'confidential' }] }
  })

/** A challenge for whoever holds a passkey of this site; it does not say who that is. */
export async function challengeToUse(c: Ctx, means: Means) {
  await checkOften(c, means, 'network')
  const options = await generateAuthenticationOptions({
    rpID: siteOf(c.var.city).id,
    userVerification: 'required',
  })
  await remember(c, means.keys, 'passkey', options.challenge)
  return options
}

/** Signs in by a passkey. It is both factors at once: something one has, and a finger or a number to open it. */
export async function enterByPasskey(
  c: Ctx,
  means: Means,
  used: z.output<typeof usedPasskey>,
): Promise<void> {
  const { city } = c.var
  const [known] = await city.reads.select().from(passkeys).where(eq(passkeys.id, used.id))
  const counter = await counterAfter(c, means, used, known)
  if (!known || !(await personBy(city.reads, known.person))) throw new Refusal('people.passkey-wrong')
  const usedAt = city.clock.now()
  await forgettable(city, (tx) =>
    tx.update(passkeys).set({ counter, usedAt }).where(eq(passkeys.id, known.id)),
  )
  await startSession(c, means.keys, known.person, { secondFactor: true })
}

async function checkMade(c: Ctx, means: Means, response: z.output<typeof madePasskey>) {
  const expectedChallenge = await challengeOf(c, means, 'new passkey')
  const site = siteOf(c.var.city)
  const verified = await orWrong(
    verifyRegistrationResponse({
      response: plain(response),
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified.verified) throw new Refusal('people.passkey-wrong')
  return verified.registrationInfo
}

async function counterAfter(
  c: Ctx,
  means: Means,
  response: z.output<typeof usedPasskey>,
  known: typeof passkeys.$inferSelect | undefined,
): Promise<number> {
  const expectedChallenge = await challengeOf(c, means, 'passkey')
  if (!known) throw new Refusal('people.passkey-unknown')
  const site = siteOf(c.var.city)
  const { id, counter } = known
  const verified = await orWrong(
    verifyAuthenticationResponse({
      response: plain(response),
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id, counter, publicKey: new Uint8Array(known.publicKey) },
    }),
  )
  if (!verified.verified) throw new Refusal('people.passkey-wrong')
  return verified.authenticationInfo.newCounter
}

async function challengeOf(c: Ctx, means: Means, what: string): Promise<string> {
  const challenge = await recall<string>(c, means.keys, what)
  if (!challenge) throw new Refusal('people.passkey-late')
  return challenge
}

// The library throws at whatever does not fit, and all of it comes from outside.
const orWrong = <T>(verifying: Promise<T>): Promise<T> =>
  verifying.catch(() => {
    throw new Refusal('people.passkey-wrong')
  })

/** Leaves absent what zod may give as undefined. */
const plain = <T extends z.output<typeof madePasskey> | z.output<typeof usedPasskey>>(response: T) =>
  JSON.parse(JSON.stringify(response)) as Exact<T>

type Exact<T> =
  T extends z.output<typeof madePasskey>
    ? Parameters<typeof verifyRegistrationResponse>[0]['response']
    : Parameters<typeof verifyAuthenticationResponse>[0]['response']
