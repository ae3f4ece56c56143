import { eq } from 'drizzle-orm'
import { Refusal } from '#kit/refusal.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { addIdentity } from './joining.actions.ts'
import type { Means, Provider } from './means.ts'
import type { Journey } from './openid.ts'
import { recall } from './pending.ts'
import { about, personBy } from './reads.ts'
import { startSession } from './session.ts'
import { expect } from './signing-in.actions.ts'
import { identities } from './tables.ts'

/** Signs in whom the provider named, ties it to the account at hand if that was asked, or begins a new account. */
export async function arrive(
  c: Ctx,
  means: Means,
  provider: Provider,
  identity: string,
  journey: Journey,
): Promise<string> {
  const { city, view } = c.var
  const connecting = await recall<number>(c, means.keys, 'connect')
  const [known] = await city.reads.select().from(identities).where(eq(identities.digest, identity))
  // Somebody else may sit at this computer by now.
  if (view.viewer.kind === 'person' && view.viewer.id === connecting) {
    if (known) throw new Refusal('people.identity-taken')
    await connect(c, means, connecting, identity, provider.key)
    return `/${journey.lang}/me/security`
  }
  if (known && (await personBy(city.reads, known.person))) {
    await startSession(c, means.keys, known.person)
    return journey.goTo
  }
  const provenAt = city.clock.now()
  await expect(c, means, { identity, provider: provider.key, goTo: journey.goTo, provenAt })
  return `/${journey.lang}/sign-in/welcome`
}

const connect = (c: Ctx, means: Means, person: number, identity: string, provider: string): Promise<void> =>
  act(c.var.city, { as: 'resident', person }, async (tx, at) => {
    await addIdentity(tx, means, person, { identity, provider }, at)
    return { entries: [{ what: 'people.connected', about: about(person), visibility: 'confidential' }] }
  })
