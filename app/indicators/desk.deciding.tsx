import { allBodies, nameOf, versionOn } from '#bodies/index.ts'
import { articleName, charterArticles, charterOf } from '#charter/index.ts'
import { holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { choosePriorities, define, note, redefine, setTarget } from './deciding.actions.ts'
import { definitionForm, mostOffered, newForm, noteForm, prioritiesForm, targetForm } from './desk.answers.ts'
import { ChoosePage, DefinitionPage, NewPage, NotePage, TargetPage } from './desk.deciding.pages.tsx'
import { committeeHand, officeHand, worldOf } from './desk.reads.ts'
import { backToDesk, indicatorIn, isRepeated } from './desk.tsx'
import type { By } from './entering.actions.ts'
import { indicatorLines } from './lines.reads.ts'
import { definitionOf, docOf } from './made.ts'
import { indicatorsWhere, prioritiesOf, valuesOf } from './reads.ts'

const office = holder('officer', 'head', 'hr-officer')
const secretary = holder('secretary')
const path = '/desk/indicators'
const one = `${path}/:key{[a-z0-9-]+}` as const

/** What the measuring office decides, and what the committee says. */
export const decidingDesk = routes()
  .get(`${path}/priorities`, office, (c) => choosePage(c, blank))
  .post(`${path}/priorities`, office, form(prioritiesForm, choosePage), async (c, { year, choices }) => {
    await choosePriorities(c.var.city, await officeIn(c), year, choices, c.var.view.lang)
    return backToDesk(c, 'priorities')
  })
  .get(`${path}/new`, office, (c) => newPage(c, blank))
  .post(`${path}/new`, office, form(newForm, newPage), async (c, said) => {
    await define(c.var.city, await officeIn(c), docOf(said, c.var.view.lang))
    return backToDesk(c, 'new')
  })
  .get(`${one}/target`, office, (c) => targetPage(c, blank))
  .post(`${one}/target`, office, form(targetForm, targetPage), async (c, said) => {
    const { key } = await indicatorIn(c)
    await setTarget(c.var.city, await officeIn(c), key, { ...said, lang: c.var.view.lang })
    return backTo(c, key, 'target')
  })
  .get(`${one}/note`, secretary, (c) => notePage(c, blank))
  .post(`${one}/note`, secretary, form(noteForm, notePage), async (c, { period, text }) => {
    const { key } = await indicatorIn(c)
    const said = { period: period ?? null, text, lang: c.var.view.lang }
    try {
      await note(c.var.city, await committeeIn(c), key, said)
    } catch (error) {
      if (!isRepeated(error)) throw error
    }
    return backTo(c, key, 'note')
  })
  .get(`${one}/definition`, office, (c) => definitionPage(c, blank))
  .post(`${one}/definition`, office, form(definitionForm, definitionPage), async (c, said) => {
    const { key } = await indicatorIn(c)
    const { lang } = c.var.view
    await redefine(c.var.city, await officeIn(c), key, {
      ...definitionOf(said, lang),
      from: said.from,
      breaks: said.breaks === 'yes',
    })
    return backTo(c, key, 'definition')
  })

const backTo = (c: Ctx, key: string, done: string) =>
  c.redirect(`${href(c.var.view, `${path}/${key}`)}?done=${done}`, 303)

/** As whom the viewer decides for the measuring office. @throws Refusal */
async function officeIn(c: Ctx): Promise<By> {
  const { city, view } = c.var
  const as = officeHand(view.viewer, await worldOf(city))
  if (view.viewer.kind !== 'person' || !as) throw new Refusal('indicators.not-yours')
  return { as, person: view.viewer.id }
}

/** As which committee the viewer writes. @throws Refusal */
async function committeeIn(c: Ctx): Promise<By> {
  const { city, view } = c.var
  const as = committeeHand(view.viewer, await worldOf(city))
  if (view.viewer.kind !== 'person' || !as) throw new Refusal('indicators.not-yours')
  return { as, person: view.viewer.id }
}

async function choosePage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await officeIn(c)
  const norm = city.facts.procedures?.measuring?.norms.priorities
  if (!norm) throw new NotFound()
  const today = todayOf(view)
  const indicators = await indicatorsWhere(city.reads)
  return c.html(
    <ChoosePage
      view={view}
      shown={shown}
      year={today.year}
      most={Math.min(mostOffered, Number(city.facts.norm(norm, today).value))}
      indicators={indicators.map(({ key, doc }) => ({ value: key, label: plain(doc.title, view) }))}
      chosen={await prioritiesOf(city.reads, today.year)}
    />,
  )
}

async function targetPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await officeIn(c)
  const known = await indicatorIn(c)
  const [line] = await indicatorLines(city.reads, city.facts, [known.key], view.at)
  const newest = line?.newest
  const start = { from: newest?.period.name ?? '', start: String(newest?.value ?? '') }
  return c.html(<TargetPage view={view} shown={shown} known={known} start={start} />)
}

async function notePage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await committeeIn(c)
  const known = await indicatorIn(c)
  const periods = new Set((await valuesOf(city.reads, known.key)).map(({ period }) => period.name))
  return c.html(<NotePage view={view} shown={shown} known={known} periods={[...periods].reverse()} />)
}

async function definitionPage(c: Ctx, shown: Shown): Promise<Response> {
  await officeIn(c)
  return c.html(<DefinitionPage view={c.var.view} shown={shown} known={await indicatorIn(c)} />)
}

async function newPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  await officeIn(c)
  const today = todayOf(view)
  const bodies = await allBodies(city.reads)
  const law = await found(charterOf(city.reads))
  return c.html(
    <NewPage
      view={view}
      shown={shown}
      chapters={law.chapters.map(({ no, title }) => ({ value: no, label: plain(title, view) }))}
      articles={(await charterArticles(city.reads)).map(({ about, no, title }) => ({
        value: about,
        label: `${articleName(view, no)} ${plain(title, view)}`,
      }))}
      bodies={[...bodies.values()]
        .filter((body) => versionOn(body, today))
        .map(({ key }) => ({ value: key, label: nameOf(view, bodies, key, today) }))}
    />,
  )
}
