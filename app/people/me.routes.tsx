import { z } from 'zod'
import { signedIn } from '#kit/audience.ts'
import { spell } from '#kit/code.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { code, email, id, shownName } from './answers.ts'
import { close } from './closing.actions.ts'
import { purposes } from './consent.ts'
import { consent, withdraw } from './consents.actions.ts'
import { DataListPage, DataPage, listAt } from './data.pages.tsx'
import { doneWhileHelped } from './helping.reads.ts'
import { actorOf, subjectOf } from './identify.ts'
import { askForEmail, changeEmail, changeProfile, newHandCode, object, redeemLetter } from './me.actions.ts'
import { AccountPage, EmailPage, ProfilePage, ResidencyPage } from './me.pages.tsx'
import { accountOf, dataOf, securityOf } from './me.reads.ts'
import type { Means } from './means.ts'
import { consentsOf } from './reads.ts'
import { noRegistrationNumber } from './registration-number.ts'
import { AssistancePage, ClosingPage, ConsentsPage } from './rights.pages.tsx'
import {
  checkMayChangeFactors,
  confirmApp,
  removeApp,
  renewRecoveryCodes,
  secretInHand,
} from './second-factor.actions.ts'
import { AppPage, RecoveryCodesPage, SecurityPage } from './security.pages.tsx'
import { digestOfSession, endOthers, endSession, raiseSession } from './session.ts'
import { CodePage } from './signing-in.pages.tsx'
import { setupAddress } from './totp.ts'
import { oneself, personOfViewer } from './viewing.ts'
import { words } from './words.ts'

const profile = z.object({
  name: shownName,
  lang: z.string().max(20),
  notices: z.enum(['each', 'daily', 'none']),
})
const purpose = z.object({ purpose: z.enum(purposes) })
/** Which long list of what is held, and from where on. */
const oneList = z.object({
  list: z.string().max(100).optional().catch(undefined),
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
})
const objection = z.object({ id, text: z.string().trim().min(1).max(2000).check(noRegistrationNumber) })

/** One's own pages: who I am here, what the city holds about me, and the way out. */
export const meRoutes = (means: Means) => [account(means), security(means), rights(means)]

function account(means: Means) {
  const profilePage = async (c: Ctx, shown: Shown) =>
    c.html(
      <ProfilePage
        view={c.var.view}
        shown={shown}
        saved={c.req.query('saved') === '1'}
        {...(await accountOf(c, means))}
      />,
    )
  const emailPage = (c: Ctx, shown: Shown) => c.html(<EmailPage view={c.var.view} shown={shown} />)
  const emailCodePage = (c: Ctx, shown: Shown) => {
    const { view } = c.var
    const title = words(view).newEmail.codeTitle
    return c.html(
      <CodePage view={view} shown={shown} title={title} action="/me/email/code" back="/me/email" />,
    )
  }
  const residencyPage = async (c: Ctx, shown: Shown) =>
    c.html(<ResidencyPage view={c.var.view} shown={shown} {...(await accountOf(c, means))} />)

  return routes()
    .get('/me', signedIn, async (c) =>
      c.html(<AccountPage view={c.var.view} {...(await accountOf(c, means))} />),
    )
    .get('/me/profile', signedIn, (c) => profilePage(c, blank))
    .post('/me/profile', signedIn, form(profile, profilePage), async (c, typed) => {
      const { city, view } = c.var
      const viewer = personOfViewer(c)
      if (!view.languages.includes(typed.lang)) throw new Refusal('form.not-a-choice', {}, 'lang')
      await changeProfile(city, actorOf(viewer), subjectOf(viewer), typed)
      return c.redirect(href(view, '/me/profile?saved=1'), 303)
    })
    .get('/me/email', signedIn, (c) => emailPage(c, blank))
    .post('/me/email', signedIn, form(z.object({ email }), emailPage), async (c, typed) => {
      const viewer = personOfViewer(c)
      if (!viewer.actingFor) await checkMayChangeFactors(c)
      await askForEmail(c, means, subjectOf(viewer), typed.email)
      return c.redirect(href(c.var.view, '/me/email/code'), 303)
    })
    .get('/me/email/code', signedIn, (c) => emailCodePage(c, blank))
    .post('/me/email/code', signedIn, form(z.object({ code }), emailCodePage), async (c, typed) => {
      const viewer = personOfViewer(c)
      await changeEmail(c, means, actorOf(viewer), subjectOf(viewer), typed.code)
      return c.redirect(href(c.var.view, '/me/profile?saved=1'), 303)
    })
    .get('/me/residency', signedIn, (c) => residencyPage(c, blank))
    .post('/me/residency/letter', signedIn, form(z.object({ code }), residencyPage), async (c, typed) => {
      const viewer = personOfViewer(c)
      await redeemLetter(c, means, actorOf(viewer), subjectOf(viewer), typed.code)
      return c.redirect(href(c.var.view, '/me/residency'), 303)
    })
    .post('/me/residency/hand', signedIn, form(nothing, residencyPage), async (c) => {
      const hand = await newHandCode(c.var.city, means, oneself(c).id)
      return c.html(<ResidencyPage view={c.var.view} hand={hand} {...(await accountOf(c, means))} />)
    })
}

function security(means: Means) {
  const securityPage = async (c: Ctx, shown: Shown) =>
    c.html(<SecurityPage view={c.var.view} shown={shown} {...(await securityOf(c, means))} />)
  const appPage = async (c: Ctx, shown: Shown) => {
    const person = await checkMayChangeFactors(c)
    const { view, city } = c.var
    const secret = await secretInHand(city, means, person)
    const address = setupAddress(secret, view.cityName[view.lang] ?? '', oneself(c).name)
    return c.html(<AppPage view={view} secret={secret} address={address} shown={shown} />)
  }
  const codesPage = (c: Ctx, codes: readonly string[]) =>
    c.html(<RecoveryCodesPage view={c.var.view} codes={codes.map(spell)} />)

  return routes()
    .get('/me/security', signedIn, (c) => securityPage(c, blank))
    .post(
      '/me/sessions/end',
      signedIn,
      form(z.object({ id: id.optional() }), securityPage),
      async (c, typed) => {
        const mine = digestOfSession(c, c.var.city, means.keys) ?? ''
        await endOthers(c.var.city, oneself(c).id, mine, typed.id)
        return c.redirect(href(c.var.view, '/me/security'), 303)
      },
    )
    .get('/me/second-factor', signedIn, (c) => appPage(c, blank))
    .post('/me/second-factor', signedIn, form(z.object({ code }), appPage), async (c, typed) => {
      const person = await checkMayChangeFactors(c)
      const codes = await confirmApp(c, means, person, typed.code)
      await raiseSession(c, means.keys, person)
      return codesPage(c, codes)
    })
    .post('/me/second-factor/removal', signedIn, form(nothing, securityPage), async (c) => {
      await removeApp(c.var.city, await checkMayChangeFactors(c))
      return c.redirect(href(c.var.view, '/me/security'), 303)
    })
    .post('/me/recovery-codes', signedIn, form(nothing, securityPage), async (c) =>
      codesPage(c, await renewRecoveryCodes(c.var.city, means, await checkMayChangeFactors(c))),
    )
}

function rights(means: Means) {
  const consentsPage = async (c: Ctx, shown: Shown) => {
    const consents = await consentsOf(c.var.city.reads, subjectOf(personOfViewer(c)))
    return c.html(<ConsentsPage view={c.var.view} consents={consents} shown={shown} />)
  }
  const closingPage = (c: Ctx, shown: Shown) => {
    oneself(c)
    return c.html(<ClosingPage view={c.var.view} shown={shown} />)
  }
  const assistancePage = async (c: Ctx, shown: Shown) => {
    const assistances = await doneWhileHelped(c.var.city.reads, oneself(c).id)
    return c.html(<AssistancePage view={c.var.view} assistances={assistances} shown={shown} />)
  }
  const data = (c: Ctx) => dataOf(c.var.city, means, subjectOf(personOfViewer(c)))

  return routes()
    .get('/me/consents', signedIn, (c) => consentsPage(c, blank))
    .post('/me/consents', signedIn, form(purpose, consentsPage), async (c, typed) => {
      const viewer = personOfViewer(c)
      await consent(c.var.city, actorOf(viewer), subjectOf(viewer), typed.purpose)
      return c.redirect(href(c.var.view, '/me/consents'), 303)
    })
    .post('/me/consents/withdrawal', signedIn, form(purpose, consentsPage), async (c, typed) => {
      const viewer = personOfViewer(c)
      await withdraw(c.var.city, actorOf(viewer), subjectOf(viewer), typed.purpose)
      return c.redirect(href(c.var.view, '/me/consents'), 303)
    })
    .get('/me/data', signedIn, async (c) => {
      const { view } = c.var
      const { list, from } = oneList.parse(c.req.query())
      if (list === undefined) return c.html(<DataPage view={view} data={await data(c)} />)
      const rows = await found(listAt(await data(c), list))
      return c.html(<DataListPage view={view} at={list} rows={rows} from={from} />)
    })
    .get('/me/data.json', signedIn, async (c) =>
      c.json(await data(c), 200, { 'content-disposition': 'attachment; filename="my-data.json"' }),
    )
    .get('/me/assistance', signedIn, (c) => assistancePage(c, blank))
    .post('/me/assistance/objection', signedIn, form(objection, assistancePage), async (c, typed) => {
      await object(c.var.city, oneself(c).id, typed.id, typed.text)
      return c.redirect(href(c.var.view, '/me/assistance'), 303)
    })
    .get('/me/closing', signedIn, (c) => closingPage(c, blank))
    .post(
      '/me/closing',
      signedIn,
      form(z.object({ sure: z.string().trim().max(40) }), closingPage),
      async (c, typed) => {
        if (typed.sure !== words(c.var.view).closing.word) throw new Refusal('people.not-sure', {}, 'sure')
        await close(c.var.city, means, oneself(c).id)
        await endSession(c, means.keys)
        return c.redirect(href(c.var.view, '/'), 303)
      },
    )
}
