import { z } from 'zod'
import { allBodies, allDistricts, shapesOf } from '#bodies/index.ts'
import { articleName, charterArticles, charterOf } from '#charter/index.ts'
import { anyone, holds } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found, NotFound } from '#kit/found.ts'
import { type Cursor, list, numberAt, type Slice } from '#kit/list.ts'
import type { Ref } from '#kit/ref.ts'
import { type Room, toldOf } from '#kit/room.ts'
import { type Routes, routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { followed } from '#people/index.ts'
import { FollowBox, historyOf } from '#record/index.ts'
import { AreaPage } from './area.pages.tsx'
import { columnsOf, figureColumns } from './columns.ts'
import { working } from './hands.reads.ts'
import { AllPage, type Area, HeadlinePage } from './headline.pages.tsx'
import { headlineNow } from './headline.reads.ts'
import { IndicatorPage } from './indicator.pages.tsx'
import { wholeIndicator } from './indicator.reads.ts'
import { aboutIndicator, type Value } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { indicatorLines, linesOfChapter, linesWhere } from './lines.reads.ts'
import { FiguresPage, LatePage, PrioritiesPage, UnlinkedPage } from './lists.pages.tsx'
import {
  allEvaluations,
  among,
  countIndicators,
  indicatorByKey,
  indicatorsAfter,
  indicatorsWhere,
  ofArticle,
  prioritiesOf,
  priorityYears,
  valuesAfter,
} from './reads.ts'
import { RoundsPage } from './rounds.pages.tsx'

type Rooms = () => readonly Room[]

/** What everybody may look at. */
export function indicatorsRoutes(rooms: Rooms): Routes {
  const all = routes()
  everyIndicator(all)
  lateAndUnlinked(all, rooms)
  figures(all)
  return all
    .get('/indicators/areas/:chapter', anyone, areaPage)
    .get('/indicators/priorities', anyone, (c) => prioritiesPage(c, todayOf(c.var.view).year))
    .get('/indicators/priorities/:year{[0-9]{4}}', anyone, (c) =>
      prioritiesPage(c, Number(c.req.param('year'))),
    )
    .get('/indicators/rounds', anyone, async (c) =>
      c.html(<RoundsPage view={c.var.view} rounds={await allEvaluations(c.var.city.reads)} />),
    )
    .get('/indicators/rounds/:key', anyone, (c) =>
      c.redirect(`/${c.var.view.lang}/indicators/rounds#${c.req.param('key')}`, 302),
    )
    .get('/indicators/:key', anyone, (c) => indicatorPage(c, rooms))
}

const asked = z.object({
  article: z.string().max(80).optional(),
  sort: z.literal('all').optional(),
})

const askedOf = (c: Ctx) => asked.safeParse(c.req.query()).data ?? {}

function everyIndicator(all: Routes): Routes {
  return list<IndicatorLine>(all, {
    path: '/indicators',
    audience: anyone,
    summary:
      'What the city measures of its people’s rights: newest values, what became of them, what is late',
    query: asked,
    columns: columnsOf,
    read: async (c, slice) => {
      const { city, view } = c.var
      const { article } = askedOf(c)
      const { rows, next } = await indicatorsAfter(
        city.reads,
        article ? ofArticle(article) : undefined,
        slice,
      )
      return { rows: await indicatorLines(city.reads, city.facts, rows, view.at), next }
    },
    page: async (c, { rows, older }) => {
      const { article, sort } = askedOf(c)
      if (!article && !sort) return headlinePage(c)
      const { city, view } = c.var
      const named = (await charterArticles(city.reads)).find((each) => each.about === article)
      const name = named && `${articleName(view, named.no)} ${plain(named.title, view)}`
      const count = await countIndicators(city.reads)
      return c.html(
        <AllPage
          view={view}
          lines={rows}
          count={count}
          older={older}
          article={article && (name ?? article)}
        />,
      )
    },
  })
}

/** Cuts a page out of lines that are in the city's order. */
function pageOf<R>(
  rows: readonly R[],
  { after, limit }: { after: Cursor | undefined; limit: number },
): Slice<R> {
  const from = after ? numberAt(after, 0) : 0
  const next = from + limit
  return { rows: rows.slice(from, next), next: next < rows.length ? [next] : undefined }
}

async function headlinePage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const headline = await headlineNow(city.reads, city.facts, view.at)
  const priorities = await prioritiesOf(city.reads, todayOf(view).year)
  return c.html(
    <HeadlinePage
      view={view}
      headline={headline}
      areas={await areasOf(city)}
      priorities={priorities.map(({ indicator }) => indicator)}
      districtOf={await districtNames(city, view)}
    />,
  )
}

async function areasOf({ reads }: City): Promise<Area[]> {
  return (await charterOf(reads))?.chapters.map(({ no, title }) => ({ no, title })) ?? []
}

async function districtNames({ reads }: City, view: View): Promise<(key: string) => string> {
  const names = new Map((await allDistricts(reads)).map(({ key, name }) => [key, plain(name, view)]))
  return (key) => names.get(key) ?? key
}

async function areaPage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const no = c.req.param('chapter') ?? ''
  const area = await found((await areasOf(city)).find((each) => each.no === no))
  return c.html(
    <AreaPage view={view} area={area} lines={await linesOfChapter(city.reads, city.facts, no, view.at)} />,
  )
}

function lateAndUnlinked(all: Routes, rooms: Rooms): void {
  list<IndicatorLine>(all, {
    path: '/indicators/late',
    audience: anyone,
    summary: 'Which values should be here by now, and who owes them',
    columns: columnsOf,
    read: async (c, slice) => {
      const { city, view } = c.var
      return pageOf((await headlineNow(city.reads, city.facts, view.at)).late, slice)
    },
    page: async (c, { rows, older }) => {
      const { city, view } = c.var
      const office = city.facts.procedures?.measuring?.office
      const bodies = await allBodies(city.reads)
      return c.html(<LatePage view={view} lines={rows} bodies={bodies} office={office} older={older} />)
    },
  })
  list<IndicatorLine>(all, {
    path: '/indicators/unlinked',
    audience: anyone,
    summary: 'Indicators to which no article, no task of a plan and no promise is linked',
    columns: columnsOf,
    read: async (c, slice) => pageOf(await unlinked(c, rooms()), slice),
    page: (c, { rows, older }) => c.html(<UnlinkedPage view={c.var.view} lines={rows} older={older} />),
  })
}

/** What no article names and nothing in any room works for. */
async function unlinked({ var: { city, view } }: Ctx, rooms: readonly Room[]): Promise<IndicatorLine[]> {
  const worked = await Promise.all(rooms.map((room) => room.worksFor?.(city.reads, 'indicators') ?? []))
  const linked = new Set<Ref>(worked.flat())
  const bare = (await indicatorsWhere(city.reads)).filter(
    ({ key, doc }) => doc.articles.length === 0 && !linked.has(aboutIndicator(key)),
  )
  return bare.length === 0
    ? []
    : linesWhere(city.reads, city.facts, among(bare.map(({ key }) => key)), view.at)
}

async function prioritiesPage(c: Ctx, year: number): Promise<Response> {
  const { city, view } = c.var
  const norm = city.facts.procedures?.measuring?.norms.priorities
  if (!norm) throw new NotFound()
  const chosen = await prioritiesOf(city.reads, year)
  const keys = chosen.map(({ indicator }) => indicator)
  const lines = await indicatorLines(city.reads, city.facts, keys, view.at)
  const count = await countIndicators(city.reads)
  return c.html(
    <PrioritiesPage
      view={view}
      year={year}
      years={await priorityYears(city.reads)}
      most={Number(city.facts.norm(norm, todayOf(view)).value)}
      chosen={chosen.flatMap((priority) => {
        const line = lines.find(({ key }) => key === priority.indicator)
        return line ? [{ priority, line }] : []
      })}
      watched={chosen.length > 0 ? count - chosen.length : 0}
    />,
  )
}

async function indicatorPage(c: Ctx, rooms: Rooms): Promise<Response> {
  const { city, view } = c.var
  const key = c.req.param('key') ?? ''
  const whole = await found(wholeIndicator(city.reads, city.facts, key, view.at))
  const about = aboutIndicator(key)
  const [bodies, districts, areas, articles, told, how, history] = await Promise.all([
    allBodies(city.reads),
    allDistricts(city.reads),
    areasOf(city),
    charterArticles(city.reads),
    toldOf(rooms(), city, view, about),
    followed(c, about),
    historyOf(city.reads, about),
  ])
  return c.html(
    <IndicatorPage
      view={view}
      whole={whole}
      bodies={bodies}
      districts={districts}
      shapes={shapesOf(districts)}
      area={areas.find(({ no }) => no === whole.doc.chapter)}
      articles={articles}
      groups={city.facts.subjects.groups}
      told={told}
      follow={<FollowBox view={view} about={about} how={how} />}
      history={history}
      mayAct={holds(view.viewer, ...working)}
    />,
  )
}

function figures(all: Routes): void {
  list<Value & { series: number }>(all, {
    path: '/indicators/:key/values',
    audience: anyone,
    summary: 'Every published value of an indicator, by group and district',
    columns: figureColumns,
    read: async (c, { after, limit }) => {
      const { key } = await found(indicatorByKey(c.var.city.reads, c.req.param('key') ?? ''))
      return valuesAfter(c.var.city.reads, key, { after, limit })
    },
    page: async (c, { rows, older }) => {
      const { city, view } = c.var
      const { doc } = await found(indicatorByKey(city.reads, c.req.param('key') ?? ''))
      const districtOf = await districtNames(city, view)
      return c.html(<FiguresPage view={view} doc={doc} values={rows} districtOf={districtOf} older={older} />)
    },
  })
}
