import { z } from 'zod'
import { allDistricts } from '#bodies/index.ts'
import { charterArticles } from '#charter/index.ts'
import { anyone, holder, signedIn } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { readCursor, writeCursor } from '#kit/list.ts'
import { nothing, type Routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { actorOf, followed, noRegistrationNumber, officerOf, subjectOf } from '#people/index.ts'
import { historyOf, type Receipt, receiptIn, showingReceipt } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { idIn, onePetition } from './address.ts'
import { remarksOf } from './author.actions.ts'
import { stepsNow } from './author.ts'
import { courseOf } from './course.reads.ts'
import { aboutPetition, publishedPetition } from './on-petition.actions.ts'
import { mostOpinion, OpinionsPage } from './opinions.pages.tsx'
import { opinionsOf } from './opinions.reads.ts'
import { joinedTo, noPart, onPaper, partOf } from './page.reads.ts'
import { PetitionPage } from './pages.tsx'
import { thresholdsOf } from './petition.signing.ts'
import { stances, supportedBy } from './petition.ts'
import { procedureOf } from './procedure.ts'
import { petitionById, wholePetition } from './reads.ts'
import { SheetPage } from './sheet.pages.tsx'
import { addSheet, sign, speak, unsign } from './signing.actions.ts'
import { clerkBody } from './support.pages.tsx'

const opinion = z.object({
  stance: z.enum(stances),
  lang: z.string().max(20),
  text: z.string().trim().min(1).max(mostOpinion).check(noRegistrationNumber),
})

const sheet = z.object({
  count: z.coerce.number().int().min(1).max(100_000),
  keptAt: z.string().trim().min(1).max(200).check(noRegistrationNumber),
})

/** A petition, and what others than its author do with it. */
export function addPage(routes: Routes): Routes {
  const onPage = form(nothing, (c, shown) => petitionPage(c, { id: idIn(c), shown }))
  return routes
    .get('/petitions/:file{[0-9]+\\.json}', anyone, async (c) =>
      c.json(await found(publishedPetition(c.var.city.reads, c.req.param('file').replace('.json', '')))),
    )
    .get(onePetition, anyone, async (c) => petitionPage(c, { id: idIn(c), receipt: await receiptIn(c) }))
    .post(`${onePetition}/signatures`, signedIn, onPage, (c) => act(c, sign))
    .post(`${onePetition}/signatures/withdrawal`, signedIn, onPage, (c) => act(c, unsign))
    .get(`${onePetition}/opinions/:opinion{[0-9]+}`, anyone, (c) => {
      const { opinion } = c.req.param() as { opinion: string }
      const id = idIn(c)
      const after = writeCursor([Number(opinion) - 1])
      return c.redirect(href(c.var.view, `/petitions/${id}/opinions?after=${after}#opinion-${opinion}`), 302)
    })
    .get(`${onePetition}/opinions`, anyone, (c) => opinionsPage(c, blank))
    .post(`${onePetition}/opinions`, signedIn, form(opinion, opinionsPage), (c, said) =>
      act(c, (city, by, id, person) => speak(city, by, id, person, said)),
    )
    .post(`${onePetition}/sheets`, holder('clerk'), form(sheet, sheetPage), async (c, typed) => {
      const { city, view } = c.var
      const body = await found(clerkBody(view))
      if (view.viewer.kind !== 'person') throw new NotFound()
      return shown(c, await addSheet(city, officerOf(view.viewer, body), idIn(c), typed))
    })
}

async function act(c: Ctx, step: typeof sign): Promise<Response> {
  const { city, view } = c.var
  if (view.viewer.kind !== 'person') throw new NotFound()
  return shown(c, await step(city, actorOf(view.viewer), idIn(c), subjectOf(view.viewer)))
}

const shown = (c: Ctx, receipt: Receipt): Response =>
  c.redirect(href(c.var.view, showingReceipt(`/petitions/${idIn(c)}`, receipt)), 303)

const opinionsShown = 10

type Asked = {
  id: number
  code?: string | undefined
  receipt?: Receipt | undefined
  shown?: Shown
  quickExit?: string | undefined
}

/** One petition, whole; with a code, as its author sees it. */
export async function petitionPage(
  c: Ctx,
  { id, code, receipt, shown = blank, quickExit }: Asked,
): Promise<Response> {
  const { city, view } = c.var
  const { reads, facts } = city
  const whole = await found(wholePetition(reads, id))
  const { petition } = whole
  const { viewer } = view
  const part = viewer.kind === 'person' ? await partOf(reads, id, subjectOf(viewer)) : noPart
  const isAuthor = part.isAuthor || code !== undefined
  const opinions = await opinionsOf(reads, id, { after: undefined, limit: opinionsShown })
  return c.html(
    <PetitionPage
      view={view}
      course={await courseOf(city, whole)}
      procedure={procedureOf(facts, petition.procedure)}
      subjects={facts.subjects}
      districts={await allDistricts(reads)}
      articles={await charterArticles(reads)}
      support={{
        thresholds: thresholdsOf(facts, supportedBy(petition), dayAt(petition.filedAt, facts.timeZone)),
        paper: await onPaper(reads, id),
        part: { ...part, isAuthor },
      }}
      opinions={opinions.rows}
      olderOpinions={
        opinions.next && href(view, `/petitions/${id}/opinions?after=${writeCursor(opinions.next)}`)
      }
      joined={await joinedTo(reads, id)}
      target={petition.mergedInto ? await petitionById(reads, petition.mergedInto) : undefined}
      author={
        isAuthor ? { steps: stepsNow(whole, view.at), told: await remarksOf(reads, id), code } : undefined
      }
      how={await followed(c, aboutPetition(id))}
      history={await historyOf(reads, aboutPetition(id))}
      receipt={receipt}
      quickExit={quickExit}
      shown={shown}
    />,
  )
}

async function opinionsPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const id = idIn(c)
  const petition = await found(petitionById(city.reads, id))
  const { viewer } = view
  const slice = { after: readCursor(c.req.query('after')), limit: 50 }
  const { rows, next } = await opinionsOf(city.reads, id, slice)
  return c.html(
    <OpinionsPage
      view={view}
      petition={petition}
      opinions={rows}
      older={next && href(view, `/petitions/${id}/opinions?after=${writeCursor(next)}`)}
      part={viewer.kind === 'person' ? await partOf(city.reads, id, subjectOf(viewer)) : noPart}
      shown={shown}
    />,
  )
}

function sheetPage(c: Ctx, shown: Shown): Response | Promise<Response> {
  return c.html(<SheetPage view={c.var.view} id={idIn(c)} shown={shown} />)
}
