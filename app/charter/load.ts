import { eq } from 'drizzle-orm'
import type { Article, CityFiles, Norm } from '#city/index.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { type Difference, differences } from '#kit/differences.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Change } from '#record/index.ts'
import { indexThing, unindexThing } from '#search/index.ts'
import { serve } from './actions.ts'
import { articleRef, type Law } from './charter.ts'
import { findableArticle, findableLaw } from './findable.ts'
import { articles, instruments, norms } from './tables.ts'

/** What the files say of law, charter and norms that is not yet as stored. */
export async function changes(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  const inFiles = files.instruments.map(({ articles, ...law }, position) => ({
    law,
    articles,
    position: law.order ?? position,
  }))
  return [
    ...(await lawChanges(reads, inFiles, at)),
    ...(await articleChanges(reads, inFiles, at)),
    ...(await normChanges(reads, files.norms, articlesNamedIn(inFiles), at)),
  ]
}

type InFiles = { law: Law; articles: Article[]; position: number }

async function lawChanges(reads: Reads, inFiles: InFiles[], at: Instant): Promise<Change[]> {
  const rows = await reads.select().from(instruments)
  const places = new Map(inFiles.map((each) => [each.law.key, each.position]))
  return differences(
    rows.map((row) => ({ key: row.key, doc: row.doc, withdrawn: row.withdrawnAt !== null })),
    inFiles.map(({ law }) => ({ key: law.key, doc: law })),
  ).map((change) => ({
    entry: entryOf('charter.law', ref('law', change.key), change.doc.title, change),
    async apply(tx) {
      if (change.is === 'withdrawn') {
        await tx.update(instruments).set({ withdrawnAt: at }).where(eq(instruments.key, change.key))
        return unindexThing(tx, ref('law', change.key))
      }
      const row = {
        position: places.get(change.key)!,
        charter: change.doc.kind === 'charter',
        doc: change.doc,
        withdrawnAt: null,
      }
      await tx
        .insert(instruments)
        .values({ key: change.key, ...row })
        .onConflictDoUpdate({ target: instruments.key, set: row })
      await indexThing(tx, findableLaw(change.doc))
    },
  }))
}

async function articleChanges(reads: Reads, inFiles: InFiles[], at: Instant): Promise<Change[]> {
  const rows = await reads.select().from(articles)
  const wanted = new Map<Ref, Wanted>()
  for (const { law, articles } of inFiles)
    for (const [position, article] of articles.entries())
      wanted.set(articleRef(law.key, article.no, law.kind === 'charter'), { law, article, position })
  const refersTo = articlesNamedIn(inFiles)
  return differences(
    rows.map((row) => ({ key: row.about, doc: row.doc, withdrawn: row.withdrawnAt !== null })),
    [...wanted].map(([key, { article }]) => ({ key, doc: article })),
  ).map((change) => {
    const about = change.key as Ref
    return {
      entry: entryOf('charter.article', about, change.doc.versions.at(-1)!.title, change),
      apply: (tx) => applyArticle(tx, about, change, wanted.get(about), refersTo, at),
    }
  })
}

type Wanted = { law: Law; article: Article; position: number }

async function applyArticle(
  tx: Tx,
  about: Ref,
  change: Difference<Article>,
  wanted: Wanted | undefined,
  refersTo: RefersTo,
  at: Instant,
) {
  if (!wanted) {
    await tx.update(articles).set({ withdrawnAt: at }).where(eq(articles.about, about))
    return unindexThing(tx, about)
  }
  const { law, article, position } = wanted
  const row = { about, position, doc: change.doc, withdrawnAt: null }
  await tx
    .insert(articles)
    .values({ instrument: law.key, no: article.no, ...row })
    .onConflictDoUpdate({ target: [articles.instrument, articles.no], set: row })
  await serve(
    tx,
    { about, title: article.versions.at(-1)!.title },
    refersTo(article.refs.map((each) => each.to)),
    at,
  )
  await indexThing(tx, findableArticle(about, law, article))
}

type RefersTo = (provisions: readonly string[]) => Ref[]

/** The addresses of the articles that provisions name; whole instruments are no articles. */
function articlesNamedIn(inFiles: InFiles[]): RefersTo {
  const charters = new Set(inFiles.flatMap(({ law }) => (law.kind === 'charter' ? law.key : [])))
  return (provisions) =>
    provisions.flatMap((provision) => {
      const [instrument = '', no] = provision.replace(/\(.*$/, '').split('/')
      return no ? articleRef(instrument, no, charters.has(instrument)) : []
    })
}

async function normChanges(
  reads: Reads,
  inFiles: Norm[],
  refersTo: RefersTo,
  at: Instant,
): Promise<Change[]> {
  const rows = await reads.select().from(norms)
  return differences(
    rows.map((row) => ({ key: row.key, doc: row.doc, withdrawn: row.withdrawnAt !== null })),
    inFiles.map((norm) => ({ key: norm.key, doc: norm })),
  ).map((change) => ({
    entry: entryOf('charter.norm', ref('norms', change.key), change.doc.label, change),
    async apply(tx) {
      const row = { doc: change.doc, withdrawnAt: change.is === 'withdrawn' ? at : null }
      await tx
        .insert(norms)
        .values({ key: change.key, ...row })
        .onConflictDoUpdate({ target: norms.key, set: row })
      const restsOn =
        change.is === 'withdrawn' ? [] : change.doc.versions.flatMap((each) => each.provision ?? [])
      await serve(tx, { about: ref('norms', change.key), title: change.doc.label }, refersTo(restsOn), at)
    },
  }))
}

function entryOf<D extends object>(
  kind: string,
  about: Ref,
  title: Localized,
  change: Difference<D>,
): Change['entry'] {
  const what = `${kind}-${change.is}`
  if (change.is === 'withdrawn') return { what, about, title, shows: null }
  return {
    what,
    about,
    title,
    shows: { ...change.doc } as PublicForm,
    ...(change.fields.length > 0 && { facts: { fields: change.fields.join(', ') } }),
  }
}
