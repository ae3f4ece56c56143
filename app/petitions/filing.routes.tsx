import { randomBytes } from 'node:crypto'
import { allDistricts } from '#bodies/index.ts'
import { charterArticles } from '#charter/index.ts'
import { type Audience, anyone, signedIn } from '#kit/audience.ts'
import { blank, form, type Shown, type Typed, typedIn } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { type Routes, routes } from '#kit/routes.ts'
import { hit } from '#kit/throttle.ts'
import { dayAt } from '#kit/time.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { actorOf, subjectOf } from '#people/index.ts'
import { forgettable, showingReceipt } from '#record/index.ts'
import { similar } from '#search/index.ts'
import { href } from '#ui/href.ts'
import { CheckPage } from './check.pages.tsx'
import { DoorsPage } from './doors.pages.tsx'
import { type Author, file } from './filing.actions.ts'
import { answersFor } from './filing.reads.ts'
import { articlesIn, lackingOf, noArticle } from './filing.ts'
import type { Means } from './means.ts'
import { answerNorm } from './petition.clock.ts'
import type { Way } from './petition.ts'
import { filedPage } from './receipt.routes.tsx'
import { similarRoute } from './similar.routes.tsx'
import { suggest } from './suggesting.ts'
import { WritingPage } from './writing.pages.tsx'
import { type Writing, writing } from './writing.routes.ts'

/** From choosing a way to the receipt. */
export function filingRoutes(means: Means): Routes {
  const all = routes().get('/petitions/new', anyone, async (c) => {
    const { city, view } = c.var
    const today = dayAt(view.at, view.timeZone)
    const doors = (city.facts.procedures?.petitions ?? []).map((procedure) => ({
      procedure,
      answer: answerNorm(city.facts, procedure.key, today),
    }))
    const article = await articleAsked(c)
    return c.html(<DoorsPage view={view} doors={doors} article={article} quickExit={means.quickExit} />)
  })
  similarRoute(all)
  addWay(all, means, '/petitions/new/:procedure', signedIn)
  return addWay(all, means, '/petitions/new/:procedure/:way{no-account|anonymous}', anyone)
}

function addWay(all: Routes, means: Means, path: string, audience: Audience): Routes {
  const again = async (c: Ctx, shown: Shown) =>
    typedIn(shown, 'checked') ? checkPage(c, means, shown) : writingPage(c, means, shown)
  return all
    .get(path, audience, async (c) => {
      const article = await articleAsked(c)
      return writingPage(c, means, article ? { ...blank, typed: { articles: [article] } } : blank)
    })
    .post(path, audience, form(writing, again), async (c, typed) => {
      if (typed.step === 'similar')
        return writingPage(c, means, { typed: typedAs(typed), problems: [] }, true)
      const { author, procedure, way } = await asked(c)
      if (!typed.checked) {
        const problems = lackingOf(way, typed)
        if (problems.length === 0) return checkPage(c, means, confirming(c, typed))
        c.status(422)
        return writingPage(c, means, { typed: typedAs(typed), problems })
      }
      await checkOften(c, means)
      const filed = await file(c.var.city, means, procedure, typed, author)
      const path = `/petitions/${filed.id}/receipt`
      if (filed.code) return filedPage(c, filed)
      return c.redirect(href(c.var.view, showingReceipt(path, filed.receipt)), 303)
    })
}

/** The right from whose page somebody came. */
async function articleAsked(c: Ctx): Promise<string | undefined> {
  const asked = c.req.query('article')
  const known = asked ? await charterArticles(c.var.city.reads) : []
  return known.find(({ about }) => about === asked)?.about
}

/** Enough for a library full of people, too few for a machine. */
const perHour = { network: { most: 30, minutes: 60 }, person: { most: 10, minutes: 60 } } as const

async function checkOften(c: Ctx, means: Means): Promise<void> {
  const { city, view } = c.var
  const at = city.clock.now()
  const { viewer } = view
  await forgettable(city, (tx) =>
    viewer.kind === 'person'
      ? hit(tx, `petitions person ${subjectOf(viewer)}`, perHour.person, at)
      : hit(tx, `petitions ${visitorKey(c, means.secret, at)}`, perHour.network, at),
  )
}

/** The way somebody has chosen, and as whom they go it. */
async function asked(c: Ctx) {
  const procedures = c.var.city.facts.procedures?.petitions
  const procedure = await found(procedures?.find(({ key }) => key === c.req.param('procedure')))
  const author = authorBy(c)
  await found(author.way !== 'anonymous' || procedure.anonymous || undefined)
  return { procedure, author, way: author.way }
}

function authorBy(c: Ctx): Author {
  const { viewer } = c.var.view
  const way = c.req.param('way') as Way | undefined
  if (way || viewer.kind !== 'person') return { way: way ?? 'no-account', by: { as: 'resident' } }
  return { way: viewer.actingFor ? 'clerk' : 'account', by: actorOf(viewer), person: subjectOf(viewer) }
}

async function writingPage(c: Ctx, means: Means, shown: Shown, isAsked = false): Promise<Response> {
  const { view } = c.var
  return c.html(
    <WritingPage
      {...(await common(c, means, shown))}
      view={view}
      similar={isAsked ? await similarTo(c, shown) : undefined}
    />,
  )
}

async function checkPage(c: Ctx, means: Means, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const said = { title: typedIn(shown, 'title'), text: typedIn(shown, 'text') }
  const props = await common(c, means, shown)
  return c.html(
    <CheckPage
      {...props}
      view={view}
      similar={await similarTo(c, shown)}
      subjects={city.facts.subjects}
      articles={await charterArticles(city.reads)}
      suggested={suggest(city.facts.subjects, said)}
      body={await answersFor(city, city.reads, props.procedure, typedIn(shown, 'topic') || undefined)}
    />,
  )
}

async function common(c: Ctx, means: Means, shown: Shown) {
  const { city, view } = c.var
  const { procedure, way } = await asked(c)
  const districts = (await allDistricts(city.reads)).map(({ key, name }) => ({
    key,
    label: plain(name, view),
  }))
  const mark = randomBytes(16).toString('base64url')
  return { procedure, way, mark, districts, shown, quickExit: means.quickExit }
}

const similarTo = (c: Ctx, shown: Shown) =>
  similar(
    c.var.city.reads,
    { title: typedIn(shown, 'title'), text: typedIn(shown, 'text') },
    { lang: typedIn(shown, 'lang'), room: 'petitions', limit: 5 },
  )

/** What was written, with what it seems to be about already ticked. */
function confirming(c: Ctx, typed: Writing): Shown {
  const { topics, groups, articles } = suggest(c.var.city.facts.subjects, typed)
  const ticked = [...new Set([...articlesIn(typed), ...articles.map(({ key }) => key)])]
  return {
    typed: {
      ...typedAs(typed),
      checked: 'yes',
      topic: topics[0]?.key ?? '',
      groups: groups.map(({ key }) => key),
      articles: ticked.length > 0 ? ticked : [noArticle],
    },
    problems: [],
  }
}

const typedAs = (values: Writing): Typed =>
  Object.fromEntries(
    Object.entries(values).filter((each): each is [string, string | string[]] => each[1] !== undefined),
  )
