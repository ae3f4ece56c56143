import { anyone } from '#kit/audience.ts'
import { derivation } from '#kit/deadline.ts'
import { found } from '#kit/found.ts'
import type { Routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { type Receipt, receiptIn } from '#record/index.ts'
import { idIn, onePetition } from './address.ts'
import { limitsOf, shortest } from './petition.clock.ts'
import { petitionById } from './reads.ts'
import { FiledPage } from './receipt.pages.tsx'

/** The slip for whoever filed with an account; without one it is the answer to the form itself. */
export const addReceipt = (routes: Routes): Routes =>
  routes.get(`${onePetition}/receipt`, anyone, async (c) => {
    const receipt = await found(receiptIn(c))
    return filedPage(c, { id: idIn(c), receipt, code: undefined })
  })

export async function filedPage(
  c: Ctx,
  { id, receipt, code }: { id: number; receipt: Receipt; code: string | undefined },
): Promise<Response> {
  const { city, view } = c.var
  const petition = await found(petitionById(city.reads, id))
  const { filedAt, procedure } = petition
  const limit = shortest(
    limitsOf(city.facts, { filedAt, reopenedAt: null, procedures: [procedure], pauses: [] }),
    city.facts.calendar,
  )
  return c.html(
    <FiledPage
      view={view}
      petition={petition}
      receipt={receipt}
      code={code}
      steps={derivation(limit, city.facts.calendar)}
    />,
  )
}
