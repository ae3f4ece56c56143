import { z } from 'zod'
import { allDistricts } from '#bodies/index.ts'
import { holder } from '#kit/audience.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { cellsIn, placesOf, text, valuesForm } from './desk.answers.ts'
import { DeskPage, HubPage } from './desk.pages.tsx'
import { committeeHand, deskOf, isOffice, releaseFor, worldOf } from './desk.reads.ts'
import { ReleasePage, ValuesPage } from './desk.values.pages.tsx'
import { type By, enter } from './entering.actions.ts'
import { handFor, working } from './hands.reads.ts'
import { type ReleaseStep, type Side, sides } from './indicator.ts'
import { indicatorLines } from './lines.reads.ts'
import { indicatorByKey, type Known, valuesIn, valuesOf } from './reads.ts'
import { approve, check, giveBack, publish } from './releasing.actions.ts'

const worker = holder(...working)
const path = '/desk/indicators'

/** The desk of those through whose hands figures go. */
export const valuesDesk = routes()
  .get(path, worker, (c) => deskPage(c))
  .get(`${path}/releases/:id{[0-9]{1,9}}`, worker, (c) => releasePage(c, blank))
  .post(`${path}/releases/:id{[0-9]{1,9}}/checked`, worker, form(nothing, releasePage), (c) =>
    passed(c, 'checked'),
  )
  .post(`${path}/releases/:id{[0-9]{1,9}}/approved`, worker, form(nothing, releasePage), (c) =>
    passed(c, 'approved'),
  )
  .post(`${path}/releases/:id{[0-9]{1,9}}/published`, worker, form(nothing, releasePage), (c) =>
    passed(c, 'published'),
  )
  .post(
    `${path}/releases/:id{[0-9]{1,9}}/return`,
    worker,
    form(z.object({ reason: text(2000) }), releasePage),
    async (c, { reason }) => {
      const { release, by } = await handIn(c)
      await giveBack(c.var.city, by, release.id, reason)
      return backToDesk(c, 'returned')
    },
  )
  .post(`${path}/imports/:id{[0-9]{1,9}}/:step`, worker, form(nothing, deskPage), passedTogether)
  .get(`${path}/:key{[a-z0-9-]+}`, worker, hubPage)
  .get(`${path}/:key{[a-z0-9-]+}/values`, worker, (c) => valuesPage(c, blank))
  .post(`${path}/:key{[a-z0-9-]+}/values`, worker, form(valuesForm, valuesPage), async (c, said) => {
    const { city, view } = c.var
    const known = await indicatorIn(c)
    const by = await entererOf(c, known, said.side)
    const districts = (await allDistricts(city.reads)).map(({ key }) => key)
    try {
      await enter(city, by, known.key, {
        by: said.side,
        period: said.period,
        cells: cellsIn(said, placesOf(known.doc, districts)),
        provisional: said.provisional === 'yes',
        note: said.note,
        lang: view.lang,
      })
    } catch (error) {
      if (!isRepeated(error)) throw error
    }
    return backToDesk(c, 'values')
  })

async function deskPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const desk = await deskOf(city, view.viewer)
  return c.html(<DeskPage view={view} desk={desk} world={await worldOf(city)} done={c.req.query('done')} />)
}

/** What was done already by the same press is done. */
export const isRepeated = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'indicators.sent-already'

export const backToDesk = (c: Ctx, done: string) => c.redirect(`${href(c.var.view, path)}?done=${done}`, 303)

export const indicatorIn = (c: Ctx): Promise<Known> =>
  found(indicatorByKey(c.var.city.reads, c.req.param('key') ?? ''))

/** As whom the viewer enters values. @throws Refusal */
async function entererOf(c: Ctx, { doc }: Known, side: Side): Promise<By> {
  const { city, view } = c.var
  const as = handFor(view.viewer, 'entered', { doc, by: side }, await worldOf(city))
  if (view.viewer.kind !== 'person' || !as) throw new Refusal('indicators.not-yours')
  return { as, person: view.viewer.id }
}

async function hubPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const known = await indicatorIn(c)
  const world = await worldOf(city)
  const enters = (by: Side) => handFor(view.viewer, 'entered', { doc: known.doc, by }, world) !== undefined
  const may = {
    values: enters('owner'),
    second: enters('second'),
    target: isOffice(view.viewer, world),
    note: committeeHand(view.viewer, world) !== undefined,
    definition: isOffice(view.viewer, world) && !known.inFiles,
  }
  return c.html(<HubPage view={view} known={known} may={may} done={c.req.query('done')} />)
}

async function valuesPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const known = await indicatorIn(c)
  const asked = c.req.query('by') ?? shown.typed.side
  const side = sides.find((each) => each === asked) ?? 'owner'
  await entererOf(c, known, side)
  const districts = await allDistricts(city.reads)
  const names = new Map(districts.map(({ key, name }) => [key, plain(name, view)]))
  const [line] = await indicatorLines(city.reads, city.facts, [known.key], view.at)
  return c.html(
    <ValuesPage
      view={view}
      shown={shown}
      known={known}
      side={side}
      periods={(line?.owed?.periods ?? []).map(({ name }) => name).reverse()}
      period={c.req.query('period')}
      places={placesOf(known.doc, [...names.keys()])}
      districtOf={(key) => names.get(key) ?? key}
      values={await valuesOf(city.reads, known.key)}
    />,
  )
}

const idOf = (c: Ctx): number => Number(c.req.param('id'))

async function releasePage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const at = await found(releaseFor(city, view.viewer, idOf(c)))
  const names = new Map((await allDistricts(city.reads)).map(({ key, name }) => [key, plain(name, view)]))
  return c.html(
    <ReleasePage
      view={view}
      shown={shown}
      at={at}
      entered={await valuesIn(city.reads, at.release.id)}
      published={await valuesOf(city.reads, at.release.indicator)}
      world={await worldOf(city)}
      districtOf={(key) => names.get(key) ?? key}
    />,
  )
}

/** The release of the address, and as whom the viewer takes its next step. @throws Refusal */
async function handIn(c: Ctx) {
  const { city, view } = c.var
  const { viewer } = view
  const { release, hand } = await found(releaseFor(city, viewer, idOf(c)))
  if (viewer.kind !== 'person') throw new NotFound()
  if (!hand) throw new Refusal('indicators.not-yours')
  return { release, by: { as: hand, person: viewer.id } }
}

const actions = { checked: check, approved: approve, published: publish } as const
const steps = ['checked', 'approved', 'published'] as const

async function passed(c: Ctx, step: Exclude<ReleaseStep, 'entered'>): Promise<Response> {
  const { city, view } = c.var
  const { release: was } = await found(releaseFor(city, view.viewer, idOf(c)))
  // A button that is pressed twice has done it once.
  if (was[`${step}At`]) return backToDesk(c, step)
  const { release, by } = await handIn(c)
  await actions[step](city, by, release.id)
  return backToDesk(c, step)
}

/** The same for everything that came in as one table, as far as it is the viewer's turn. */
async function passedTogether(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const step = steps.find((each) => each === c.req.param('step'))
  if (!step) throw new NotFound()
  const { release } = await found(releaseFor(city, view.viewer, idOf(c)))
  const { onTheirWay } = await deskOf(city, view.viewer)
  const world = await worldOf(city)
  for (const each of onTheirWay) {
    const { id, by, way, body, enteredAt } = each.release
    const isOfIt = way === 'import' && body === release.body && enteredAt.equals(release.enteredAt)
    const as = handFor(view.viewer, step, { doc: each.doc, by }, world)
    if (isOfIt && each.mine && each.step === step && as && view.viewer.kind === 'person')
      await actions[step](city, { as, person: view.viewer.id }, id)
  }
  return backToDesk(c, step)
}
