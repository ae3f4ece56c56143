import { z } from 'zod'
import { holder } from '#kit/audience.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { nothing, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { code, optional, shownName, someOf, yes } from './answers.ts'
import { optionalPurposes, required } from './consent.ts'
import { lettersBy } from './desk.reads.ts'
import {
  clerkAtHand,
  endHelp,
  helpByCode,
  helpNewcomer,
  makeLetters,
  newSlip,
  noteGuardianOnPaper,
  seeInPerson,
} from './helping.actions.ts'
import { HelpPage, LettersPage, PrintedLettersPage, SlipPrintPage } from './helping.pages.tsx'
import type { Means } from './means.ts'
import { checkBirthday } from './person.ts'
import { noRegistrationNumber } from './registration-number.ts'

const newcomer = z.object({
  name: shownName,
  lang: z.string().max(20),
  account: yes,
  also: someOf(optionalPurposes),
  childUntil: optional(isoDay),
})

const receivers = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .check(noRegistrationNumber)
  .transform((text) =>
    [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= 50, 'people.too-many-letters')

/** The counter: a clerk acts for somebody, and prints what opens a door. */
export const helpingRoutes = (means: Means) => [counter(means), letters(means)]

function counter(means: Means) {
  const helpPage = (c: Ctx, shown: Shown) =>
    c.html(<HelpPage view={c.var.view} shown={shown} actingFor={clerkAtHand(c).actingFor} />)
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
        purposes: [required, ...typed.also],
        childUntil: typed.childUntil,
      })
      return c.html(<SlipPrintPage view={view} name={typed.name} code={slip} address={city.baseUrl} />)
    })
    .post('/desk/people/help/slip', holder('clerk'), form(nothing, helpPage), async (c) => {
      const { city, view } = c.var
      const name = clerkAtHand(c).actingFor?.name ?? ''
      return c.html(
        <SlipPrintPage view={view} name={name} code={await newSlip(c, means)} address={city.baseUrl} />,
      )
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
    .post(
      '/desk/people/help/guardian',
      holder('clerk'),
      form(z.object({ sure: yes }), helpPage),
      async (c) => {
        await noteGuardianOnPaper(c)
        return back(c)
      },
    )
    .post('/desk/people/help/end', holder('clerk'), form(nothing, helpPage), async (c) => {
      await endHelp(c, means)
      return back(c)
    })
}

function letters(means: Means) {
  const lettersPage = async (c: Ctx, shown: Shown) => {
    const made = await lettersBy(c.var.city.reads, clerkAtHand(c).id)
    return c.html(<LettersPage view={c.var.view} shown={shown} made={made} />)
  }

  return routes()
    .get('/desk/people/letters', holder('clerk'), (c) => lettersPage(c, blank))
    .post(
      '/desk/people/letters',
      holder('clerk'),
      form(z.object({ receivers }), lettersPage),
      async (c, typed) => {
        const letters = await makeLetters(c, means, typed.receivers)
        return c.html(<PrintedLettersPage view={c.var.view} letters={letters} address={c.var.city.baseUrl} />)
      },
    )
}
