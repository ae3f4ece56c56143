import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import { found } from '#kit/found.ts'
import { list, slice } from '#kit/list.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { say } from '#kit/words.ts'
import { followed } from '#people/index.ts'
import { FollowButton, historyOf } from '#record/index.ts'
import { ArticlePage } from './article-page.tsx'
import { articleRef, keyDays, type Law, type NormRow, type Provision, shownOn } from './charter.ts'
import { LawPage, LawsPage } from './law-pages.tsx'
import { namesOf } from './named.tsx'
import { NormsPage, sayValue } from './norms-page.tsx'
import { CharterPage, NoCharterPage, UnservedPage } from './pages.tsx'
import {
  allNorms,
  articleAt,
  articlesOf,
  charter,
  lawByKey,
  laws,
  serviceCounts,
  servicesOf,
  unserved,
} from './reads.ts'
import { words } from './words.ts'

/** The day a page is asked for, today when it names none that exists. */
function dayAsked(c: Ctx): Day {
  const asked = z.iso.date().safeParse(c.req.query('on'))
  return asked.success ? Temporal.PlainDate.from(asked.data) : dayAt(c.var.view.at, c.var.view.timeZone)
}

const asked = z.object({ on: z.iso.date().optional() })

const said = (view: View, text: Record<string, string> | undefined) =>
  text ? say(text, view.lang, view.languages).text : ''

/** Everything of a short list: such lists are one page long. */
const whole = <R,>(rows: R[]) => slice(rows, rows.length, () => [''])

const articleColumns = [
  {
    key: 'address',
    label: (view: View) => words(view).article(''),
    value: (row: Provision, view: View) => `${view.lang}/${refOf(row)}`,
  },
  { key: 'no', label: (view: View) => words(view).number, value: (row: Provision) => row.article.no },
  {
    key: 'chapter',
    label: (view: View) => words(view).chapter(''),
    value: (row: Provision) => row.article.chapter ?? null,
  },
  {
    key: 'title',
    label: (view: View) => words(view).matter,
    value: (row: Provision, view: View) =>
      said(view, shownOn(row.article.versions, today(view)).version.title),
  },
  {
    key: 'verification',
    label: (view: View) => words(view).source,
    value: (row: Provision, view: View) => shownOn(row.article.versions, today(view)).version.verification,
  },
] as const

const today = (view: View) => dayAt(view.at, view.timeZone)

const refOf = (row: Provision): Ref => articleRef(row.instrument, row.article.no, row.charter)

export const charterRoutes = routes()

list<Provision>(charterRoutes, {
  path: '/charter',
  audience: anyone,
  summary: 'The articles of the city’s charter',
  columns: articleColumns,
  query: asked,
  read: async (c) => {
    const law = await charter(c.var.city.reads)
    return whole(law ? await articlesOf(c.var.city.reads, law.key) : [])
  },
  page: async (c, { rows }) => {
    const { city, view } = c.var
    const law = await charter(city.reads)
    if (!law) return c.html(<NoCharterPage view={view} />)
    const days = keyDays(
      law,
      rows.map((each) => each.article),
    )
    const counts = await serviceCounts(city.reads)
    return c.html(
      <CharterPage view={view} law={law} articles={rows} counts={counts} on={dayAsked(c)} days={days} />,
    )
  },
})

list<Provision>(charterRoutes, {
  path: '/charter/unserved',
  audience: anyone,
  summary: 'The articles of the charter that nothing in the city serves',
  columns: articleColumns,
  read: async (c) => whole(await unserved(c.var.city.reads)),
  page: (c, { rows }) => c.html(<UnservedPage view={c.var.view} articles={rows} on={dayAsked(c)} />),
})

list<Law>(charterRoutes, {
  path: '/law',
  audience: anyone,
  summary: 'The laws and declarations that the city’s human rights work rests on',
  columns: [
    { key: 'key', label: (view) => words(view).law, value: (law) => law.key },
    { key: 'title', label: (view) => words(view).matter, value: (law, view) => said(view, law.title) },
    { key: 'kind', label: (view) => words(view).whatHappened, value: (law) => law.kind },
    {
      key: 'number',
      label: (view) => words(view).number,
      value: (law, view) => said(view, shownOn(law.versions, today(view)).version.number),
    },
    {
      key: 'inForceFrom',
      label: (view) => words(view).date,
      value: (law, view) => shownOn(law.versions, today(view)).version.from,
    },
    { key: 'binding', label: (view) => words(view).binding, value: (law) => law.binding },
    { key: 'verification', label: (view) => words(view).source, value: (law) => law.verification },
  ],
  read: async (c) => whole(await laws(c.var.city.reads)),
  page: (c, { rows }) => c.html(<LawsPage view={c.var.view} laws={rows} on={dayAsked(c)} />),
})

list<NormRow>(charterRoutes, {
  path: '/norms',
  audience: anyone,
  summary:
    'The city’s deadlines, thresholds and quotas with the provisions they rest on and the dates in force',
  columns: [
    { key: 'key', label: (view) => words(view).number, value: ({ norm }) => norm.key },
    { key: 'mechanism', label: (view) => words(view).matter, value: ({ norm }) => norm.mechanism },
    { key: 'rule', label: (view) => words(view).rule, value: ({ norm }, view) => said(view, norm.label) },
    { key: 'value', label: (view) => words(view).value, value: ({ version }) => version.value ?? null },
    { key: 'unit', label: (view) => words(view).value, value: ({ version }) => version.unit },
    {
      key: 'says',
      label: (view) => words(view).value,
      value: ({ version }, view) => sayValue(view, version),
    },
    {
      key: 'provision',
      label: (view) => words(view).provision,
      value: ({ version }) => version.provision ?? null,
    },
    { key: 'territory', label: (view) => words(view).territory, value: ({ version }) => version.territory },
    { key: 'from', label: (view) => words(view).from, value: ({ version }) => version.from },
    { key: 'until', label: (view) => words(view).until, value: ({ version }) => version.until ?? null },
    {
      key: 'verification',
      label: (view) => words(view).source,
      value: ({ version }) => version.verification,
    },
  ],
  read: async (c) => {
    const norms = await allNorms(c.var.city.reads)
    return whole(norms.flatMap((norm) => norm.versions.map((version) => ({ norm, version }))))
  },
  page: async (c, { rows }) => {
    const names = namesOf(await laws(c.var.city.reads))
    return c.html(<NormsPage view={c.var.view} rows={rows} names={names} />)
  },
})

charterRoutes
  .get('/charter/:article', anyone, (c) => articlePage(c, ref('charter', c.req.param('article'))))
  .get('/norms/:norm', anyone, (c) => c.redirect(`/${c.var.view.lang}/norms#${c.req.param('norm')}`, 301))
  .get('/law/:law', anyone, async (c) => {
    const { city, view } = c.var
    const law = await found(lawByKey(city.reads, c.req.param('law')))
    const articles = await articlesOf(city.reads, law.key)
    const history = await historyOf(city.reads, ref('law', law.key))
    const days = keyDays(
      law,
      articles.map((each) => each.article),
    )
    return c.html(
      <LawPage view={view} law={law} articles={articles} on={dayAsked(c)} days={days} history={history} />,
    )
  })
  .get('/law/:law/:article', anyone, async (c) => {
    const own = await charter(c.var.city.reads)
    const article = c.req.param('article')
    if (own?.key === c.req.param('law')) return c.redirect(`/${c.var.view.lang}/charter/${article}`, 301)
    return articlePage(c, ref('law', `${c.req.param('law')}/${article}`))
  })

async function articlePage(c: Ctx, about: Ref): Promise<Response> {
  const { city, view } = c.var
  const provision = await found(articleAt(city.reads, about))
  const law = await found(lawByKey(city.reads, provision.instrument))
  const services = await servicesOf(city.reads, about)
  const history = await historyOf(city.reads, about)
  const names = namesOf(await laws(city.reads))
  const how = await followed(c, about)
  return c.html(
    <ArticlePage
      view={view}
      law={law}
      provision={provision}
      on={dayAsked(c)}
      services={services}
      history={history}
      names={names}
      follow={<FollowButton view={view} about={about} how={how} />}
    />,
  )
}
