import { z } from 'zod'
import { holder } from '#kit/audience.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { code, id, reason, yes } from './answers.ts'
import { attestors, objections } from './desk.reads.ts'
import { personByHand } from './helping.actions.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { noRegistrationNumber } from './registration-number.ts'
import { personOfViewer } from './viewing.ts'
import {
  answerObjection,
  attest,
  attestationsSince,
  monthOf,
  withdrawAttestations,
} from './vouching.actions.ts'
import { AttestPage, OversightPage } from './vouching.pages.tsx'

/** Organisations that vouch for people, and who watches over it. */
export function vouchingRoutes(means: Means) {
  const attestPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    const used = await attestationsSince(city.reads, personOfViewer(c).id, monthOf(city.clock.now(), city))
    return c.html(<AttestPage view={view} shown={shown} used={used} most={means.attestationsPerMonth} />)
  }
  const oversightPage = async (c: Ctx, shown: Shown) => {
    const { city, view } = c.var
    const all = await attestors(city.reads, monthOf(city.clock.now(), city))
    return c.html(
      <OversightPage view={view} shown={shown} attestors={all} objections={await objections(city.reads)} />,
    )
  }
  const answer = z.object({ id, text: z.string().trim().min(1).max(2000).check(noRegistrationNumber) })
  const withdrawal = z.object({ attestor: id, since: isoDay, reason })

  return routes()
    .get('/desk/people/attest', holder('attestor'), (c) => attestPage(c, blank))
    .post(
      '/desk/people/attest',
      holder('attestor'),
      form(z.object({ code, sure: yes }), attestPage),
      async (c, typed) => {
        await checkOften(c, means, 'codes')
        await attest(c, means, (tx, at) => personByHand(tx, means, typed.code, at))
        return c.redirect(href(c.var.view, '/desk/people/attest'), 303)
      },
    )
    .get('/desk/people/oversight', holder('auditor'), (c) => oversightPage(c, blank))
    .post(
      '/desk/people/oversight/answers',
      holder('auditor'),
      form(answer, oversightPage),
      async (c, typed) => {
        await answerObjection(c, typed.id, typed.text)
        return c.redirect(href(c.var.view, '/desk/people/oversight'), 303)
      },
    )
    .post('/desk/people/oversight', holder('auditor'), form(withdrawal, oversightPage), async (c, typed) => {
      await withdrawAttestations(c, typed.attestor, typed.since, typed.reason)
      return c.redirect(href(c.var.view, '/desk/people/oversight'), 303)
    })
}
