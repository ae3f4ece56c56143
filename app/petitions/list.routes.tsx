import { allBodies, allDistricts, shownOn, versionOn } from '#bodies/index.ts'
import { charterArticles } from '#charter/index.ts'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { type Column, list } from '#kit/list.ts'
import type { Routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { countsNow } from './list.counts.ts'
import { ListPage } from './list.pages.tsx'
import { type Listed, listed } from './list.reads.ts'
import { type Query, query } from './list.ts'
import { bodyName, labelOf, plainTitle } from './parts.tsx'
import { stateOf, supportOf } from './petition.ts'
import { type Choices, SearchPage } from './search.pages.tsx'
import { words } from './words.ts'

const column = (
  key: string,
  label: (view: View) => string,
  value: (row: Listed, view: View) => string | number | null,
): Column<Listed> => ({ key, label, value })

const columns: readonly Column<Listed>[] = [
  column(
    'id',
    (view) => words(view).list.id,
    ({ id }) => id,
  ),
  column(
    'title',
    (view) => words(view).list.titleOf,
    (row, view) => plainTitle(view, row),
  ),
  column(
    'lang',
    (view) => words(view).list.lang,
    ({ lang }) => lang,
  ),
  column(
    'filedAt',
    (view) => words(view).list.filed,
    ({ filedAt }) => filedAt.toString(),
  ),
  column(
    'state',
    (view) => words(view).list.state,
    (row, view) => stateOf(row, view.at),
  ),
  column(
    'support',
    (view) => words(view).list.support,
    (row, view) => supportOf(row, view.at),
  ),
  column(
    'body',
    (view) => words(view).list.body,
    ({ body }) => body,
  ),
  column(
    'topic',
    (view) => words(view).list.topic,
    ({ topic }) => topic,
  ),
  column(
    'district',
    (view) => words(view).list.district,
    ({ district }) => district,
  ),
  column(
    'signatures',
    (view) => words(view).list.signed,
    ({ signatures }) => signatures,
  ),
  column(
    'dueAt',
    (view) => words(view).list.due,
    ({ dueAt }) => dueAt?.toString() ?? null,
  ),
  column(
    'outcome',
    (view) => words(view).list.outcome,
    ({ outcome }) => outcome,
  ),
]

/** The list of all petitions, and what one may ask of it. */
export function addList(routes: Routes): Routes {
  list<Listed>(routes, {
    path: '/petitions',
    audience: anyone,
    summary: 'Petitions with how they stand, by when an answer is due, their signatures and outcomes',
    columns,
    query,
    read: (c, slice) => {
      const { city, view } = c.var
      const { languages } = city.facts
      return listed(city.reads, { query: askedIn(c), at: view.at, languages }, slice)
    },
    page: async (c, { rows, older }) => {
      const { city, view } = c.var
      const asked = askedIn(c)
      return c.html(
        <ListPage
          view={view}
          rows={rows}
          older={older}
          query={asked}
          counts={await countsNow(city.reads, view.at)}
          subjects={city.facts.subjects}
          districts={await allDistricts(city.reads)}
          asked={await saidOf(city, view, asked)}
          isOpen={city.facts.procedures !== undefined}
        />,
      )
    },
  })
  return routes.get('/petitions/search', anyone, async (c) => {
    const { city, view } = c.var
    return c.html(<SearchPage view={view} query={askedIn(c)} choices={await choicesOf(city, view)} />)
  })
}

function askedIn(c: Ctx): Query {
  const asked = query.parse(c.req.query())
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

/** What was asked for besides words and order, in the reader's words. */
async function saidOf(city: City, view: View, asked: Query): Promise<string[]> {
  const { q, state, support, body, topic, group, article, district } = asked
  const w = words(view)
  const { topics, groups } = city.facts.subjects
  const nameIn = async (key: string, all: () => Promise<Choices['articles']>) =>
    labelOf(view, await all(), key)
  return [
    ...(q ? [`“${q}”`] : []),
    ...(state ? [state === 'open' ? w.list.standings.open : w.states[state]] : []),
    ...(support ? [w.supports[support]] : []),
    ...(body ? [bodyName(view, body)] : []),
    ...(topic ? [labelOf(view, topics, topic)] : []),
    ...(group ? [labelOf(view, groups, group)] : []),
    ...(article ? [await nameIn(article, () => articlesOf(city))] : []),
    ...(district ? [await nameIn(district, () => districtsOf(city))] : []),
  ]
}

async function choicesOf(city: City, view: View): Promise<Choices> {
  const today = dayAt(view.at, view.timeZone)
  const bodies = [...(await allBodies(city.reads)).values()]
    .filter((body) => versionOn(body, today))
    .map((body) => ({ key: body.key, label: shownOn(body, today).name }))
    .sort((a, b) => plain(a.label, view).localeCompare(plain(b.label, view), view.lang))
  const { topics, groups } = city.facts.subjects
  return { bodies, topics, groups, articles: await articlesOf(city), districts: await districtsOf(city) }
}

const articlesOf = async (city: City) =>
  (await charterArticles(city.reads)).map(({ about, title }) => ({ key: about, label: title }))

const districtsOf = async (city: City) =>
  (await allDistricts(city.reads)).map(({ key, name }) => ({ key, label: name }))
