import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { anyone, signedIn } from '#kit/audience.ts'
import { form } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { bareRoutes, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { checkOften } from './limits.ts'
import { ConnectPage, SecurityPage } from './me.pages.tsx'
import { securityOf } from './me.reads.ts'
import type { Means, Provider } from './means.ts'
import { addressOfProvider, type Journey, newJourney, subjectAtProvider } from './openid.ts'
import { recall, remember } from './pending.ts'
import { localPath } from './person.ts'
import { about, personBy } from './reads.ts'
import { checkMayChangeFactors } from './second-factor.actions.ts'
import { startSession } from './session.ts'
import { addIdentity, expect } from './signing-in.actions.ts'
import { identities } from './tables.ts'

/** To a provider and back. The way back has no language, so that a provider needs to know one address only. */
export function openidRoutes(means: Means) {
  const providerOf = (c: Ctx): Promise<Provider> =>
    found(means.providers.find((each) => each.key === c.req.param('provider')))

  const securityPage = async (c: Ctx) => c.html(<SecurityPage view={c.var.view} {...await securityOf(c, means)} />)

  const ways = routes()
    .get('/sign-in/with/:provider', anyone, async (c) => {
      const provider = await providerOf(c)
      await checkOften(c, means, 'network')
      const { view } = c.var
      const journey = newJourney(localPath(c.req.query('to'), href(view, '/me')), view.lang)
      await remember(c, means.keys, `openid ${provider.key}`, journey)
      return c.redirect(await addressOfProvider(provider, journey, returnTo(c, provider)), 302)
    })
    .post('/me/connections', signedIn, form(z.object({ provider: z.string().max(60) }), securityPage), async (c, typed) => {
      const provider = await found(means.providers.find((each) => each.key === typed.provider))
      await remember(c, means.keys, 'connect', await checkMayChangeFactors(c))
      return c.html(<ConnectPage view={c.var.view} provider={provider} />)
    })

  const back = bareRoutes().get('/sign-in/with/:provider/return', anyone, async (c) => {
    const provider = await providerOf(c)
    const journey = await recall<Journey>(c, means.keys, `openid ${provider.key}`)
    if (!journey) throw new Refusal('people.provider-late')
    const answer = new URL(c.req.url).searchParams
    const subject = await subjectAtProvider(provider, journey, answer, returnTo(c, provider))
    const identity = means.keys.digest('identity', `${provider.issuer} ${subject}`)
    return c.redirect(await arrive(c, means, provider, identity, journey), 303)
  })

  return [ways, back]
}

const returnTo = (c: Ctx, { key }: Provider) => `${c.var.city.baseUrl}/sign-in/with/${key}/return`

/** Signs in whom the provider named, ties it to the account at hand if that was asked, or begins a new account. */
async function arrive(c: Ctx, means: Means, provider: Provider, identity: string, journey: Journey): Promise<string> {
  const { city } = c.var
  const connecting = await recall<number>(c, means.keys, 'connect')
  const [known] = await city.reads.select().from(identities).where(eq(identities.digest, identity))
  if (connecting !== undefined) {
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
