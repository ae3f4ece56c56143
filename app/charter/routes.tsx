import { anyone } from '#kit/audience.ts'
import { dayAsked, onAnyDay, todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { list, whole } from '#kit/list.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { historyOf } from '#record/index.ts'
import { articleRef, changeDays, type Law, type NormRow, type Provision, shownOn } from './charter.ts'
import { LawPage, LawsPage } from './law-pages.tsx'
import { namesOf } from './named.tsx'
import { NormsPage } from './norms-page.tsx'
import { CharterPage, NoCharterPage, UnservedPage } from './pages.tsx'
import { allNorms, articlesOf, charter, laws, serviceCounts, unserved } from './reads.ts'
import { valueText } from './value.ts'
import { words } from './words.ts'

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
      plain(shownOn(row.article.versions, todayOf(view)).version.title, view),
  },
  {
    key: 'verification',
    label: (view: View) => words(view).source,
    value: (row: Provision, view: View) => shownOn(row.article.versions, todayOf(view)).version.verification,
  },
] as const

const refOf = (row: Provision): Ref => articleRef(row.instrument, row.article.no, row.charter)

export const charterRoutes = routes()

list<Provision>(charterRoutes, {
  path: '/charter',
  audience: anyone,
  summary: 'The articles of the city’s charter',
  columns: articleColumns,
  query: onAnyDay,
  read: async (c) => {
    const law = await charter(c.var.city.reads)
    return whole(law ? await articlesOf(c.var.city.reads, law.key) : [])
  },
  page: async (c, { rows }) => {
    const { city, view } = c.var
    const law = await charter(city.reads)
    if (!law) return c.html(<NoCharterPage view={view} />)
    const counts = await serviceCounts(city.reads)
    return c.html(
      <CharterPage
        view={view}
        law={law}
        articles={rows}
        counts={counts}
        on={dayAsked(c)}
        changed={changeDays(law, rows)}
        history={await historyOf(city.reads, ref('law', law.key))}
      />,
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
    { key: 'title', label: (view) => words(view).matter, value: (law, view) => plain(law.title, view) },
    { key: 'kind', label: (view) => words(view).whatHappened, value: (law) => law.kind },
    {
      key: 'number',
      label: (view) => words(view).number,
      value: (law, view) => {
        const { number } = shownOn(law.versions, todayOf(view)).version
        return number ? plain(number, view) : ''
      },
    },
    {
      key: 'inForceFrom',
      label: (view) => words(view).date,
      value: (law, view) => shownOn(law.versions, todayOf(view)).version.from,
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
    { key: 'rule', label: (view) => words(view).rule, value: ({ norm }, view) => plain(norm.label, view) },
    { key: 'value', label: (view) => words(view).value, value: ({ version }) => version.value ?? null },
    { key: 'unit', label: (view) => words(view).value, value: ({ version }) => version.unit },
    {
      key: 'says',
      label: (view) => words(view).value,
      value: ({ norm, version }, view) => valueText(view, { ...version, kind: norm.kind }),
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
    const { city, view } = c.var
    const names = namesOf(await laws(city.reads))
    return c.html(<NormsPage view={view} rows={rows} names={names} today={todayOf(view)} />)
  },
})

charterRoutes
  .get('/norms/:norm', anyone, (c) => c.redirect(`/${c.var.view.lang}/norms#${c.req.param('norm')}`, 301))
  .get('/law/:law', anyone, async (c) => {
    const { city, view } = c.var
    const law = await found((await laws(city.reads)).find((each) => each.key === c.req.param('law')))
    if (law.kind === 'charter') return c.redirect(`/${view.lang}/charter`, 301)
    const articles = await articlesOf(city.reads, law.key)
    const history = await historyOf(city.reads, ref('law', law.key))
    return c.html(
      <LawPage
        view={view}
        law={law}
        articles={articles}
        on={dayAsked(c)}
        changed={changeDays(law, articles)}
        history={history}
      />,
    )
  })
