import { z } from 'zod'
import { anyone, signedIn } from '#kit/audience.ts'
import { form, type Shown } from '#kit/form.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { securityOf } from './me.reads.ts'
import type { Means } from './means.ts'
import {
  addPasskey,
  challengeToAdd,
  challengeToUse,
  enterByPasskey,
  madePasskey,
  removePasskey,
  usedPasskey,
} from './passkeys.actions.ts'
import { localPath } from './person.ts'
import { checkMayChangeFactors } from './second-factor.actions.ts'
import { SecurityPage } from './security.pages.tsx'
import { SignInPage } from './signing-in.pages.tsx'

const to = z.string().max(2000).optional()

/** What the script for passkeys asks, and the buttons beside it. */
export function passkeyRoutes(means: Means) {
  const { providers, quickExit } = means
  const signInPage = (c: Ctx, shown: Shown) =>
    c.html(
      <SignInPage
        view={c.var.view}
        goTo={href(c.var.view, '/me')}
        shown={shown}
        providers={providers}
        quickExit={quickExit}
      />,
    )
  const securityPage = async (c: Ctx, shown: Shown) =>
    c.html(<SecurityPage view={c.var.view} shown={shown} {...(await securityOf(c, means))} />)

  return routes()
    .post('/sign-in/passkey/challenge', anyone, form(nothing, signInPage), async (c) =>
      c.json(await challengeToUse(c, means)),
    )
    .post('/sign-in/passkey', anyone, form(usedPasskey.extend({ to }), signInPage), async (c, used) => {
      await enterByPasskey(c, means, used)
      return c.json({ goTo: localPath(used.to, href(c.var.view, '/me')) })
    })
    .post('/me/passkeys/challenge', signedIn, form(nothing, securityPage), async (c) =>
      c.json(await challengeToAdd(c, means, await checkMayChangeFactors(c))),
    )
    .post('/me/passkeys', signedIn, form(madePasskey, securityPage), async (c, made) => {
      await addPasskey(c, means, await checkMayChangeFactors(c), made)
      return c.json({ goTo: href(c.var.view, '/me/security') })
    })
    .post(
      '/me/passkeys/removal',
      signedIn,
      form(z.object({ id: z.string().max(2000) }), securityPage),
      async (c, { id }) => {
        await removePasskey(c.var.city, await checkMayChangeFactors(c), id)
        return c.redirect(href(c.var.view, '/me/security'), 303)
      },
    )
}
