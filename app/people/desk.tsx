import { z } from 'zod'
import { holder, signedIn } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { code, email, id, isoDay, optional, shownName, someOf, yes } from './answers.ts'
import { purposes } from './consent.ts'
import { AttestPage, HelpPage, InvitationPage, LettersPage, OversightPage, PrintedLettersPage, SlipPrintPage, StaffPage } from './desk.pages.tsx'
import { attestors, lettersBy, objections, staffOf } from './desk.reads.ts'
import { clerkAtHand, endHelp, helpByCode, helpNewcomer, makeLetters, newSlip, noteGuardianOnPaper, personByHand, seeInPerson } from './helping.actions.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { checkBirthday, roleNames } from './person.ts'
import { factorsOf } from './reads.ts'
import { noRegistrationNumber } from './registration-number.ts'
import { accept, attest, attestationsSince, endRole, invite, monthOf, withdrawAttestations, withdrawInvitation } from './roles.actions.ts'
import { oneself, personOfViewer } from './viewing.ts'

const reason = z.string().trim().min(1).max(500).check(noRegistrationNumber)

const offer = z.object({
  email,
  role: z.enum(roleNames),
  body: z.string().min(1).max(120),
  from: optional(isoDay),
  to: optional(isoDay),
  after: optional(id),
})

const newcomer = z.object({
  name: shownName,
  lang: z.string().max(20),
  account: yes,
  also: someOf(purposes),
  childUntil: optional(isoDay),
})

const receivers = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .check(noRegistrationNumber)
  .transform((text) => [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== ''))
  .refine((lines) => lines.length <= 50, 'people.too-many-letters')

/** The pages of those who look after accounts, help at a counter, vouch for people, or watch over it. */
export const peopleDesk = (means: Means) => [staff(means), help(means), vouching(means)]

function staff(means: Means) {
  const staffPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    return c.html(<StaffPage view={view} shown={shown} {...await staffOf(city, means, view.cityName)} />)
  }
  const invitationPage = (c: Ctx) =>
    c.html(<InvitationPage view={c.var.view} link={c.req.param('link') ?? ''} name={oneself(c).name} />)

  return routes()
    .get('/desk/people', holder('accounts'), (c) => staffPage(c, blank))
    .post('/desk/people/invitations', holder('accounts'), form(offer, staffPage), async (c, typed) => {
      const { city, view } = c.var
      const { bodies, today } = await staffOf(city, means, view.cityName)
      if (!bodies.some((each) => each.key === typed.body)) throw new Refusal('form.not-a-choice', {}, 'body')
      await invite(c, means, typed.email, { ...typed, from: typed.from ?? today, to: typed.to }, typed.after)
      return c.redirect(href(view, '/desk/people'), 303)
    })
    .post('/desk/people/invitations/withdrawal', holder('accounts'), form(z.object({ id }), staffPage), async (c, typed) => {
      await withdrawInvitation(c, typed.id)
      return c.redirect(href(c.var.view, '/desk/people'), 303)
    })
    .post('/desk/people/roles/end', holder('accounts'), form(z.object({ id, reason }), staffPage), async (c, typed) => {
      await endRole(c, typed.id, typed.reason)
      return c.redirect(href(c.var.view, '/desk/people'), 303)
    })
    .get('/invitation/:link', signedIn, invitationPage)
    .post('/invitation/:link', signedIn, form(nothing, invitationPage), async (c) => {
      const { city, view } = c.var
      const person = oneself(c).id
      await accept(city, means, person, c.req.param('link'))
      const has = await factorsOf(city.reads, person)
      return c.redirect(href(view, has.app || has.passkeys > 0 ? '/desk' : '/me/second-factor'), 303)
    })
}

function help(means: Means) {
  const helpPage = (c: Ctx, shown: Shown) =>
    c.html(<HelpPage view={c.var.view} shown={shown} actingFor={clerkAtHand(c).actingFor} />)
  const lettersPage = async (c: Ctx, shown: Shown) => {
    const made = await lettersBy(c.var.city.reads, clerkAtHand(c).id)
    return c.html(<LettersPage view={c.var.view} shown={shown} made={made} />)
  }
  const back = (c: Ctx) => c.redirect(href(c.var.view, '/desk/people/help'), 303)

  return routes()
    .get('/desk/people/help', holder('clerk'), (c) => helpPage(c, blank))
    .post('/desk/people/help', holder('clerk'), form(z.object({ code }), helpPage), async (c, typed) => {
      await helpByCode(c, means, typed.code)
      return back(c)
    })
    .post('/desk/people/help/newcomer', holder('clerk'), form(newcomer, helpPage), async (c, typed) => {
      const { city, view } = c.var
      if (typed.childUntil) checkBirthday(typed.childUntil, dayAt(city.clock.now(), city.facts.timeZone))
      const slip = await helpNewcomer(c, means, {
        name: typed.name,
        lang: view.languages.includes(typed.lang) ? typed.lang : view.lang,
        purposes: ['account', ...typed.also.filter((each) => each !== 'account')],
        childUntil: typed.childUntil,
      })
      return c.html(<SlipPrintPage view={view} name={typed.name} code={slip} address={city.baseUrl} />)
    })
    .post('/desk/people/help/slip', holder('clerk'), form(nothing, helpPage), async (c) => {
      const { city, view } = c.var
      const name = clerkAtHand(c).actingFor?.name ?? ''
      return c.html(<SlipPrintPage view={view} name={name} code={await newSlip(c, means)} address={city.baseUrl} />)
    })
    .post(
      '/desk/people/help/seen',
      holder('clerk'),
      form(z.object({ shown: optional(z.string().trim().max(60).check(noRegistrationNumber)) }), helpPage),
      async (c, typed) => {
        await seeInPerson(c, means, typed.shown)
        return back(c)
      },
    )
    .post('/desk/people/help/guardian', holder('clerk'), form(z.object({ sure: yes }), helpPage), async (c) => {
      await noteGuardianOnPaper(c)
      return back(c)
    })
    .post('/desk/people/help/end', holder('clerk'), form(nothing, helpPage), async (c) => {
      await endHelp(c, means)
      return back(c)
    })
    .get('/desk/people/letters', holder('clerk'), (c) => lettersPage(c, blank))
    .post('/desk/people/letters', holder('clerk'), form(z.object({ receivers }), lettersPage), async (c, typed) => {
      const letters = await makeLetters(c, means, typed.receivers)
      return c.html(<PrintedLettersPage view={c.var.view} letters={letters} address={c.var.city.baseUrl} />)
    })
}

function vouching(means: Means) {
  const attestPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    const used = await attestationsSince(city.reads, personOfViewer(c).id, monthOf(city.clock.now(), city))
    return c.html(<AttestPage view={view} shown={shown} used={used} most={means.attestationsPerMonth} />)
  }
  const oversightPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    const all = await attestors(city.reads, monthOf(city.clock.now(), city))
    return c.html(<OversightPage view={view} shown={shown} attestors={all} objections={await objections(city.reads)} />)
  }
  const withdrawal = z.object({ attestor: id, since: isoDay, reason })

  return routes()
    .get('/desk/people/attest', holder('attestor'), (c) => attestPage(c, blank))
    .post('/desk/people/attest', holder('attestor'), form(z.object({ code, sure: yes }), attestPage), async (c, typed) => {
      await checkOften(c, means, 'codes')
      await attest(c, means, (tx, at) => personByHand(tx, means, typed.code, at))
      return c.redirect(href(c.var.view, '/desk/people/attest'), 303)
    })
    .get('/desk/people/oversight', holder('auditor'), (c) => oversightPage(c, blank))
    .post('/desk/people/oversight', holder('auditor'), form(withdrawal, oversightPage), async (c, typed) => {
      await withdrawAttestations(c, typed.attestor, typed.since, typed.reason)
      return c.redirect(href(c.var.view, '/desk/people/oversight'), 303)
    })
}
