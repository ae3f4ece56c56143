import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { blank, form, type Shown, typedIn } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import type { Routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { noRegistrationNumber } from '#people/index.ts'
import { type Actor, type Receipt, showingReceipt } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { idIn, onePetition } from './address.ts'
import { remark, withdraw } from './author.actions.ts'
import { mostTold, StepPage } from './author.pages.tsx'
import { authorOf, petitionByCode, speakerOf } from './author.reads.ts'
import { type AuthorStep, authorSteps, hiding } from './author.ts'
import { objectToLane } from './lane.deciding.actions.ts'
import type { Means } from './means.ts'
import { appeal } from './moderation.actions.ts'
import { object } from './objection.actions.ts'
import { petitionPage } from './petition.routes.tsx'
import { verdicts } from './petition.ts'
import { wholePetition } from './reads.ts'
import { ReturnPage } from './return.pages.tsx'
import { rate } from './satisfaction.actions.ts'

const said = z.object({
  code: z.string().max(60).optional(),
  /** Whose words were hidden, where it is not the petition itself. */
  opinion: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  lang: z.string().max(20).default('und'),
  text: z.string().trim().max(mostTold).check(noRegistrationNumber).default(''),
  verdict: z.enum(verdicts).optional(),
})
type Said = z.output<typeof said>

/** What somebody must write at least; whether an answer helped can be said without a word. */
const schemas: Record<AuthorStep, typeof said> = Object.fromEntries(
  authorSteps.map((step) => [
    step,
    step === 'withdrawal'
      ? said
      : step === 'satisfaction'
        ? said.required({ verdict: true })
        : said.extend({ text: said.shape.text.unwrap().min(1) }),
  ]),
) as Record<AuthorStep, typeof said>

/** What its author does with a petition, signed in or with the code of somebody without an account. */
export function addAuthor(routes: Routes, means: Means): Routes {
  const { quickExit } = means
  for (const step of authorSteps)
    routes.post(
      `${onePetition}/${step}`,
      anyone,
      form(schemas[step], (c, shown) => stepPage(c, step, shown)),
      async (c, typed) => {
        const id = idIn(c)
        const by =
          step === 'appeal' && typed.opinion
            ? await speakerOf(c, id, typed.opinion)
            : await authorOf(c, means, id, typed.code)
        const receipt = await take(c.var.city, by, id, step, typed)
        if (typed.code) return petitionPage(c, { id, code: typed.code, receipt, quickExit })
        return c.redirect(href(c.var.view, showingReceipt(`/petitions/${id}`, receipt)), 303)
      },
    )
  const asking = form(z.object({ code: z.string().trim().min(1).max(60) }), (c, shown) =>
    c.html(<ReturnPage view={c.var.view} shown={shown} quickExit={quickExit} />),
  )
  return routes
    .get('/petitions/return', anyone, (c) => asking.again(c, blank))
    .post('/petitions/return', anyone, asking, async (c, { code }) =>
      petitionPage(c, { id: await petitionByCode(c, means, code), code, quickExit }),
    )
}

function stepPage(c: Ctx, step: AuthorStep, shown: Shown): Response | Promise<Response> {
  const id = idIn(c)
  const typed = (name: string) => typedIn(shown, name) || undefined
  return c.html(
    <StepPage
      view={c.var.view}
      id={id}
      step={step}
      shown={shown}
      code={typed('code')}
      opinion={typed('opinion')}
    />,
  )
}

async function take(
  city: City,
  by: Actor,
  id: number,
  step: AuthorStep,
  { text, lang, verdict, opinion }: Said,
): Promise<Receipt> {
  switch (step) {
    case 'information':
    case 'separation':
      return remark(city, by, id, { kind: step, text, lang })
    case 'withdrawal':
      return withdraw(city, by, id)
    case 'satisfaction':
      return rate(city, by, id, { verdict: verdict!, text, lang })
    case 'objection':
      return object(city, by, id, { text, lang })
    case 'lane-objection':
      return objectToLane(city, by, id, { text, lang })
    case 'appeal': {
      const { moderations } = await found(wholePetition(city.reads, id))
      return appeal(city, by, id, (await found(hiding(moderations, opinion))).id, { text, lang })
    }
  }
}
