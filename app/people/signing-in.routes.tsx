import { z } from 'zod'
import { anyone, signedIn } from '#kit/audience.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { code, email, optional, shownName, someOf, yes } from './answers.ts'
import { optionalPurposes, required } from './consent.ts'
import { arrivalAtHand, join } from './joining.actions.ts'
import type { Means } from './means.ts'
import { checkBirthday, localPath } from './person.ts'
import { factorsOf } from './reads.ts'
import { useSecondFactor } from './second-factor.actions.ts'
import { endSession, raiseSession } from './session.ts'
import {
  type Arrival,
  ask,
  enter,
  enterBySlip,
  proveByCode,
  proveByLink,
  standingOfLink,
} from './signing-in.actions.ts'
import {
  CodePage,
  LinkElsewherePage,
  LinkOverPage,
  LinkPage,
  SecondFactorPage,
  SignInPage,
  SlipPage,
  WelcomePage,
} from './signing-in.pages.tsx'
import { personOfViewer } from './viewing.ts'

const to = z.string().max(2000).optional()

const newcomer = z
  .object({
    name: shownName,
    lang: z.string().max(20),
    age: z.enum(['older', 'younger']),
    childUntil: optional(isoDay),
    guardianEmail: optional(email),
    account: yes,
    also: someOf(optionalPurposes),
  })
  .superRefine((value, context) => {
    if (value.age !== 'younger') return
    if (!value.childUntil)
      context.addIssue({ code: 'custom', path: ['childUntil'], message: 'people.birthday-needed' })
  })

/** The ways in that need no script. */
export const signingInRoutes = (means: Means) => [byLetter(means), newcomers(means), otherwise(means)]

function byLetter(means: Means) {
  const signInPage = (c: Ctx, shown: Shown) =>
    c.html(
      <SignInPage
        view={c.var.view}
        goTo={goal(c, shown)}
        shown={shown}
        providers={means.providers}
        quickExit={means.quickExit}
      />,
    )

  const codePage = (c: Ctx, shown: Shown) =>
    c.html(<CodePage view={c.var.view} shown={shown} action="/sign-in/code" back="/sign-in" />)

  const linkPage = async (c: Ctx) => {
    const link = c.req.param('link') ?? ''
    const standing = await standingOfLink(c, means, link)
    if (standing === 'here') return c.html(<LinkPage view={c.var.view} link={link} />)
    return c.html(
      standing === 'over' ? <LinkOverPage view={c.var.view} /> : <LinkElsewherePage view={c.var.view} />,
    )
  }

  const goOn = async (c: Ctx, arrival: Arrival) =>
    (await enter(c, means, arrival)) === 'in'
      ? c.redirect(arrival.goTo, 303)
      : c.redirect(href(c.var.view, '/sign-in/welcome'), 303)

  return routes()
    .get('/sign-in', anyone, (c) => signInPage(c, blank))
    .post('/sign-in', anyone, form(z.object({ email, to }), signInPage), async (c, typed) => {
      await ask(c, means, { email: typed.email, goTo: localPath(typed.to, href(c.var.view, '/me')) })
      return c.redirect(href(c.var.view, '/sign-in/code'), 303)
    })
    .get('/sign-in/code', anyone, (c) => codePage(c, blank))
    .post('/sign-in/code', anyone, form(z.object({ code }), codePage), async (c, typed) => {
      const arrival = await proveByCode(c, means, typed.code)
      if (arrival.forPerson) throw new Refusal('people.code-over')
      return goOn(c, arrival)
    })
    .get('/sign-in/link/:link', anyone, linkPage)
    .post('/sign-in/link/:link', anyone, form(nothing, linkPage), async (c) =>
      goOn(c, await proveByLink(c, means, c.req.param('link'))),
    )
    .post('/sign-out', anyone, form(nothing, signInPage), async (c) => {
      await endSession(c, means.keys)
      return c.redirect(href(c.var.view, '/'), 303)
    })
}

function newcomers(means: Means) {
  const welcomePage = async (c: Ctx, shown: Shown) => {
    if (await arrivalAtHand(c, means)) return c.html(<WelcomePage view={c.var.view} shown={shown} />)
    // Who pressed twice is in already; anybody else is led on to sign in.
    return c.redirect(href(c.var.view, '/me'), 303)
  }

  return routes()
    .get('/sign-in/welcome', anyone, (c) => welcomePage(c, blank))
    .post('/sign-in/welcome', anyone, form(newcomer, welcomePage), async (c, typed) => {
      const { view, city } = c.var
      const younger = typed.age === 'younger'
      if (younger) checkBirthday(typed.childUntil, dayAt(city.clock.now(), city.facts.timeZone))
      const arrival = await join(c, means, {
        name: typed.name,
        lang: view.languages.includes(typed.lang) ? typed.lang : view.lang,
        purposes: [required, ...typed.also],
        childUntil: younger ? typed.childUntil : undefined,
        guardianEmail: younger ? typed.guardianEmail : undefined,
      })
      return c.redirect(younger ? href(view, '/me/guardian') : arrival.goTo, 303)
    })
}

function otherwise(means: Means) {
  const slipPage = (c: Ctx, shown: Shown) =>
    c.html(<SlipPage view={c.var.view} goTo={goal(c, shown)} shown={shown} quickExit={means.quickExit} />)

  const secondFactorPage = async (c: Ctx, shown: Shown) => {
    const has = await factorsOf(c.var.city.reads, personOfViewer(c).id)
    return c.html(<SecondFactorPage view={c.var.view} goTo={goal(c, shown)} shown={shown} has={has} />)
  }

  return routes()
    .get('/sign-in/slip', anyone, (c) => slipPage(c, blank))
    .post('/sign-in/slip', anyone, form(z.object({ code, to }), slipPage), async (c, typed) => {
      await enterBySlip(c, means, typed.code)
      return c.redirect(localPath(typed.to, href(c.var.view, '/me')), 303)
    })
    .get('/sign-in/second-factor', signedIn, (c) => secondFactorPage(c, blank))
    .post(
      '/sign-in/second-factor',
      signedIn,
      form(z.object({ code, to }), secondFactorPage),
      async (c, typed) => {
        const { id } = personOfViewer(c)
        await useSecondFactor(c, means, id, typed.code)
        await raiseSession(c, means.keys, id)
        return c.redirect(localPath(typed.to, href(c.var.view, '/me')), 303)
      },
    )
}

/** Where to go afterwards: as the form brought it back, or as the address says. */
const goal = (c: Ctx, shown: Shown): string =>
  localPath([shown.typed.to ?? c.req.query('to') ?? ''].flat()[0], href(c.var.view, '/me'))
