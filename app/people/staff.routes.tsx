import { z } from 'zod'
import { holder, signedIn } from '#kit/audience.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { email, id, optional, reason } from './answers.ts'
import { staffOf } from './desk.reads.ts'
import type { Means } from './means.ts'
import { roleNames } from './person.ts'
import { factorsOf } from './reads.ts'
import { accept, endRole, invite, withdrawInvitation } from './roles.actions.ts'
import { InvitationPage, StaffPage } from './staff.pages.tsx'
import { oneself } from './viewing.ts'

const offer = z.object({
  email,
  role: z.enum(roleNames),
  body: z.string().min(1).max(120),
  from: optional(isoDay),
  to: optional(isoDay),
  after: optional(id),
})

/** Who looks after accounts: tasks are offered, taken up, ended and handed over. */
export function staffRoutes(means: Means) {
  const staffPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    return c.html(<StaffPage view={view} shown={shown} {...(await staffOf(city, means, view.cityName))} />)
  }
  const invitationPage = (c: Ctx, shown: Shown) => {
    const link = c.req.param('link') ?? ''
    return c.html(<InvitationPage view={c.var.view} link={link} name={oneself(c).name} shown={shown} />)
  }

  return routes()
    .get('/desk/people', holder('accounts'), (c) => staffPage(c, blank))
    .post('/desk/people/invitations', holder('accounts'), form(offer, staffPage), async (c, typed) => {
      const { city, view } = c.var
      const { bodies, today } = await staffOf(city, means, view.cityName)
      if (!bodies.some((each) => each.key === typed.body)) throw new Refusal('form.not-a-choice', {}, 'body')
      await invite(c, means, typed.email, { ...typed, from: typed.from ?? today, to: typed.to }, typed.after)
      return c.redirect(href(view, '/desk/people'), 303)
    })
    .post(
      '/desk/people/invitations/withdrawal',
      holder('accounts'),
      form(z.object({ id }), staffPage),
      async (c, typed) => {
        await withdrawInvitation(c, typed.id)
        return c.redirect(href(c.var.view, '/desk/people'), 303)
      },
    )
    .post(
      '/desk/people/roles/end',
      holder('accounts'),
      form(z.object({ id, reason }), staffPage),
      async (c, typed) => {
        await endRole(c, typed.id, typed.reason)
        return c.redirect(href(c.var.view, '/desk/people'), 303)
      },
    )
    .get('/invitation/:link', signedIn, (c) => invitationPage(c, blank))
    .post('/invitation/:link', signedIn, form(nothing, invitationPage), async (c) => {
      const { city, view } = c.var
      const person = oneself(c).id
      await accept(city, means, person, c.req.param('link'))
      const has = await factorsOf(city.reads, person)
      return c.redirect(href(view, has.app || has.passkeys > 0 ? '/desk' : '/me/second-factor'), 303)
    })
}
