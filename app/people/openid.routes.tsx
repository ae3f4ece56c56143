import { z } from 'zod'
import { anyone, signedIn } from '#kit/audience.ts'
import { form, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { bareRoutes, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { checkOften } from './limits.ts'
import { securityOf } from './me.reads.ts'
import type { Means, Provider } from './means.ts'
import { arrive } from './openid.actions.ts'
import { addressOfProvider, type Journey, newJourney, subjectAtProvider } from './openid.ts'
import { recall, remember } from './pending.ts'
import { localPath } from './person.ts'
import { checkMayChangeFactors } from './second-factor.actions.ts'
import { ConnectPage, SecurityPage } from './security.pages.tsx'

/**
 * To a provider and back. The address it is told has no language, so that it needs to know one only, and leads on to
 * the one in a language, where it is known whose visit this is.
 */
export function openidRoutes(means: Means) {
  const providerOf = (c: Ctx): Promise<Provider> =>
    found(means.providers.find((each) => each.key === c.req.param('provider')))

  const securityPage = async (c: Ctx, shown: Shown) =>
    c.html(<SecurityPage view={c.var.view} shown={shown} {...(await securityOf(c, means))} />)

  const ways = routes()
    .get('/sign-in/with/:provider', anyone, async (c) => {
      const provider = await providerOf(c)
      await checkOften(c, means, 'network')
      const { view } = c.var
      const journey = newJourney(localPath(c.req.query('to'), href(view, '/me')), view.lang)
      await remember(c, means.keys, `openid ${provider.key}`, journey)
      return c.redirect(await addressOfProvider(provider, journey, returnTo(c, provider)), 302)
    })
    .get('/sign-in/with/:provider/back', anyone, async (c) => {
      const provider = await providerOf(c)
      const journey = await recall<Journey>(c, means.keys, `openid ${provider.key}`)
      if (!journey) throw new Refusal('people.provider-late')
      const answer = new URL(c.req.url).searchParams
      const subject = await subjectAtProvider(provider, journey, answer, returnTo(c, provider))
      const identity = means.keys.digest('identity', `${provider.issuer} ${subject}`)
      return c.redirect(await arrive(c, means, provider, identity, journey), 303)
    })
    .post(
      '/me/connections',
      signedIn,
      form(z.object({ provider: z.string().max(60) }), securityPage),
      async (c, typed) => {
        const provider = await found(means.providers.find((each) => each.key === typed.provider))
        await remember(c, means.keys, 'connect', await checkMayChangeFactors(c))
        return c.html(<ConnectPage view={c.var.view} provider={provider} />)
      },
    )

  const back = bareRoutes().get('/sign-in/with/:provider/return', anyone, async (c) => {
    const { search } = new URL(c.req.url)
    return c.redirect(href(c.var.view, `/sign-in/with/${(await providerOf(c)).key}/back`) + search, 303)
  })

  return [ways, back]
}

const returnTo = (c: Ctx, { key }: Provider) => `${c.var.city.baseUrl}/sign-in/with/${key}/return`
