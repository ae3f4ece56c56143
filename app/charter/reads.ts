import { and, asc, eq, inArray, isNull, like, notExists, sql } from 'drizzle-orm'
import type { Norm } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import type { Ref } from '#kit/ref.ts'
import { remembered } from '#kit/remembered.ts'
import type { Localized } from '#kit/words.ts'
import type { Law, Provision } from './charter.ts'
import { articles, instruments, norms, services } from './tables.ts'

/** Every instrument of the city, the charter first. */
export async function laws(reads: Reads): Promise<Law[]> {
  const rows = await reads
    .select({ doc: instruments.doc })
    .from(instruments)
    .where(isNull(instruments.withdrawnAt))
    .orderBy(sql`not ${instruments.charter}`, asc(instruments.position))
  return rows.map((row) => row.doc)
}

export async function lawByKey(reads: Reads, key: string): Promise<Law | undefined> {
  const [row] = await reads
    .select({ doc: instruments.doc })
    .from(instruments)
    .where(and(eq(instruments.key, key), isNull(instruments.withdrawnAt)))
  return row?.doc
}

/** The city's charter: the one instrument that says which rights people have here. */
export async function charter(reads: Reads): Promise<Law | undefined> {
  const [row] = await reads
    .select({ doc: instruments.doc })
    .from(instruments)
    .where(and(instruments.charter, isNull(instruments.withdrawnAt)))
    .orderBy(asc(instruments.position))
    .limit(1)
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

/** The articles of an instrument in reading order. */
export const articlesOf = (reads: Reads, instrument: string): Promise<Provision[]> =>
  provisions(reads)
    .where(and(eq(articles.instrument, instrument), isNull(articles.withdrawnAt)))
    .orderBy(asc(articles.position))

/** An article by its address, `charter/11` or `law/human-rights-ordinance/7`. */
export async function articleAt(reads: Reads, about: Ref): Promise<Provision | undefined> {
  const [row] = await provisions(reads).where(and(eq(articles.about, about), isNull(articles.withdrawnAt)))
  return row
}

/** What articles are about, by their addresses. */
export async function titlesAt(reads: Reads, addresses: readonly Ref[]): Promise<Map<string, Localized>> {
  if (addresses.length === 0) return new Map()
  const rows = await reads
    .select({ about: articles.about, doc: articles.doc })
    .from(articles)
    .where(and(inArray(articles.about, [...addresses]), isNull(articles.withdrawnAt)))
  return new Map(rows.map(({ about, doc }) => [about, doc.versions.at(-1)!.title]))
}

/** The charter's articles by their addresses, in reading order. */
export const charterArticles = remembered(async (reads) => {
  const rows = await reads
    .select({ about: articles.about, no: articles.no, doc: articles.doc })
    .from(articles)
    .innerJoin(instruments, eq(instruments.key, articles.instrument))
    .where(and(instruments.charter, isNull(articles.withdrawnAt)))
    .orderBy(asc(articles.position))
  return rows.map(({ about, no, doc }) => ({ about: about as Ref, no, title: doc.versions.at(-1)!.title }))
})

/** What serves an article, newest first. */
export const servicesOf = (reads: Reads, article: Ref) =>
  reads
    .select({ thing: services.thing, title: services.title, since: services.since })
    .from(services)
    .where(eq(services.article, article))
    .orderBy(sql`${services.since} desc`, asc(services.thing))

export type Service = Awaited<ReturnType<typeof servicesOf>>[number]

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
  const rows = await reads
    .select({ article: services.article, count: sql<number>`count(*)::int` })
    .from(services)
    .where(like(services.article, 'charter/%'))
    .groupBy(services.article)
  return new Map(rows.map((row) => [row.article, row.count]))
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
