import { and, asc, desc, eq, isNull, like, notExists, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Norm } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { remembered } from '#kit/remembered.ts'
import type { Localized } from '#kit/words.ts'
import { articleRef, countedUpTo, type Law, type Provision } from './charter.ts'
import { articles, instruments, norms, services } from './tables.ts'

/** Every instrument of the city, the charter first. */
export const laws = remembered(async (reads): Promise<readonly Law[]> => {
  const rows = await reads
    .select({ doc: instruments.doc })
    .from(instruments)
    .where(isNull(instruments.withdrawnAt))
    .orderBy(sql`not ${instruments.charter}`, asc(instruments.position))
  return rows.map((row) => row.doc)
})

/** An instrument as it is stored at this moment. */
export async function lawByKey(reads: Reads, key: string): Promise<Law | undefined> {
  const [row] = await reads
    .select({ doc: instruments.doc })
    .from(instruments)
    .where(and(eq(instruments.key, key), isNull(instruments.withdrawnAt)))
  return row?.doc
}

const provision = {
  instrument: articles.instrument,
  order: articles.position,
  article: articles.doc,
  charter: instruments.charter,
}

const provisions = (reads: Reads) =>
  reads.select(provision).from(articles).innerJoin(instruments, eq(instruments.key, articles.instrument))

/** Every article of every instrument, each instrument's in reading order, by their addresses. */
export const allArticles = remembered(async (reads): Promise<ReadonlyMap<string, Provision>> => {
  const rows = await provisions(reads).where(isNull(articles.withdrawnAt)).orderBy(asc(articles.position))
  return new Map(rows.map((row) => [articleRef(row.instrument, row.article.no, row.charter), row]))
})

/** The articles of an instrument in reading order. */
export const articlesOf = async (reads: Reads, instrument: string): Promise<Provision[]> =>
  [...(await allArticles(reads)).values()].filter((each) => each.instrument === instrument)

/** An article by its address, `charter/11` or `law/human-rights-ordinance/7`, as it is stored at this moment. */
export async function articleAt(reads: Reads, about: Ref): Promise<Provision | undefined> {
  const [row] = await provisions(reads).where(and(eq(articles.about, about), isNull(articles.withdrawnAt)))
  return row
}

/** The city's charter: the one instrument that says which rights people have here. */
export const charter = async (reads: Reads): Promise<Law | undefined> =>
  (await laws(reads)).find((each) => each.kind === 'charter')

/** The charter's articles by their addresses, in reading order. */
export async function charterArticles(reads: Reads): Promise<{ about: Ref; no: string; title: Localized }[]> {
  return [...(await allArticles(reads))]
    .filter(([, each]) => each.charter)
    .map(([about, { article }]) => ({
      about: about as Ref,
      no: article.no,
      title: article.versions.at(-1)!.title,
    }))
}

const shownOfAKind = 5

export type Service = Pick<typeof services.$inferSelect, 'thing' | 'title' | 'since'>

/** The things of one kind that serve an article: how many, and the newest of them. */
export type Served = { kind: string; count: number; newest: Service[] }

/** What serves an article, by kind; however much there is, this reads no more than it shows. */
export async function servicesOf(reads: Reads, article: Ref): Promise<Served[]> {
  const { kind } = services
  const own = sql`${services.article} = ${article}`
  const kinds = sql`(with recursive kinds(kind) as (
    (select min(${kind}) from ${services} where ${own})
    union all
    select (select min(${kind}) from ${services} where ${own} and ${kind} > kinds.kind) from kinds where kinds.kind is not null
  ) select kinds.kind as found from kinds where kinds.kind is not null) as kinds`
  const ofKind = and(own, sql`${kind} = kinds.found`)
  const newest = reads
    .select({ kind, thing: services.thing, title: services.title, since: services.since })
    .from(services)
    .where(ofKind)
    .orderBy(desc(services.since))
    .limit(shownOfAKind)
    .as('newest')
  const rows = await reads
    .select({
      kind: newest.kind,
      count: countUpTo(sql`${services} where ${ofKind}`),
      service: { thing: newest.thing, title: newest.title, since: newest.since },
    })
    .from(kinds)
    .crossJoinLateral(newest)
  const byKind = Map.groupBy(rows, (row) => row.kind)
  return [...byKind].map(([kind, rows]) => ({
    kind,
    count: rows[0]!.count,
    newest: rows.map((row) => row.service),
  }))
}

const countUpTo = (things: SQL) =>
  sql<number>`(select count(*)::int from (select from ${things} limit ${countedUpTo + 1}) as counted)`

/** Whether something is tied to an article; for the rooms that keep things about other things. */
export const servesArticle = (thing: SQLWrapper, article: Ref): SQL =>
  sql`exists (select from ${services} where ${services.thing} = ${thing} and ${services.article} = ${article})`

/** The charter's articles that nothing serves. */
export const unserved = (reads: Reads): Promise<Provision[]> =>
  provisions(reads)
    .where(
      and(
        instruments.charter,
        isNull(articles.withdrawnAt),
        notExists(reads.select().from(services).where(eq(services.article, articles.about))),
      ),
    )
    .orderBy(asc(articles.position))

/** How many things serve each article of the charter. */
export async function serviceCounts(reads: Reads): Promise<Map<string, number>> {
  const { about } = articles
  const rows = await reads
    .select({ about, count: countUpTo(sql`${services} where ${services.article} = ${about}`) })
    .from(articles)
    .where(and(like(about, 'charter/%'), isNull(articles.withdrawnAt)))
  return new Map(rows.map((row) => [row.about, row.count]))
}

/** Every rule of the city that has a number, with all its versions. */
export async function allNorms(reads: Reads): Promise<Norm[]> {
  const rows = await reads
    .select({ doc: norms.doc })
    .from(norms)
    .where(isNull(norms.withdrawnAt))
    .orderBy(asc(norms.key))
  return rows.map((row) => row.doc)
}
