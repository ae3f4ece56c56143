import { and, desc, eq } from 'drizzle-orm'
import { serve } from '#charter/index.ts'
import type { CityFiles, EvaluationFile, IndicatorFile } from '#city/index.ts'
import { canonical } from '#kit/canonical.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { differences } from '#kit/differences.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import type { Change } from '#record/index.ts'
import { indexThing, unindexThing } from '#search/index.ts'
import { findableIndicator } from './findable.ts'
import { formOf } from './form.ts'
import { aboutIndicator, type Indicator, seriesKey, type Value } from './indicator.ts'
import { type Period, periodOf } from './period.ts'
import { publishedPriorities } from './priorities.reads.ts'
import { valuesOf } from './reads.ts'
import { makeCurrent, seriesFor, writeDown } from './storing.actions.ts'
import { evaluations, indicators, releases, series, values } from './tables.ts'
import { definitionAt } from './target.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

/** What the files say of indicators, their values and the rounds of evaluation that is not yet as stored. */
export async function indicatorChanges(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  return [
    ...(await docChanges(reads, files.indicators, at)),
    ...(await evaluationChanges(reads, files.evaluations, at)),
  ]
}

type InFile = {
  period: Period
  of: IndicatorFile['values'][number]['of']
  district: string | null
  value: number | null
  status: Value['status']
  definition: number
  marks: Record<string, string>
}

async function docChanges(reads: Reads, inFiles: readonly IndicatorFile[], at: Instant): Promise<Change[]> {
  const rows = await reads.select().from(indicators).where(eq(indicators.inFiles, true))
  const stored = await storedValues(reads)
  const places = new Map(inFiles.map((each, position) => [each.key, each.order ?? position]))
  const docs = new Map(
    inFiles.map(({ values, ...doc }) => [
      doc.key,
      { doc, values: values.map((each) => inFile(doc.definitions, each)) },
    ]),
  )
  const found = differences(
    rows.map(({ key, doc, withdrawnAt }) => ({ key, doc, withdrawn: withdrawnAt !== null })),
    [...docs].map(([key, { doc }]) => ({ key, doc })),
  )
  const changed = new Map(found.map((each) => [each.key, each]))
  const changes: Change[] = []
  for (const [key, { doc, values: wanted }] of docs) {
    const fresh = changedValues(stored.get(key) ?? new Map(), wanted)
    const change = changed.get(key)
    if (!change && fresh.length === 0) continue
    const now = change?.is === 'added' ? [] : await valuesOf(reads, key)
    changes.push({
      entry: {
        what: change ? `indicators.indicator-${change.is}` : 'indicators.values-loaded',
        about: aboutIndicator(key),
        title: doc.title,
        facts: { ...(change?.is === 'changed' && { fields: change.fields.join(', ') }), rows: fresh.length },
        shows: formOf(doc, afterwards(now, fresh)),
      },
      async apply(tx) {
        const row = { position: places.get(key)!, doc, inFiles: true, withdrawnAt: null }
        await tx
          .insert(indicators)
          .values({ key, ...row })
          .onConflictDoUpdate({ target: indicators.key, set: row })
        await enterFromFiles(tx, doc, fresh, at)
        await serve(tx, { about: aboutIndicator(key), title: doc.title }, doc.articles as Ref[], at)
        await indexThing(tx, findableIndicator(doc))
      },
    })
  }
  return [...changes, ...found.filter(({ is }) => is === 'withdrawn').map(({ doc }) => withdrawn(doc, at))]
}

function inFile(definitions: Indicator['definitions'], each: IndicatorFile['values'][number]): InFile {
  const period = periodOf(each.period)
  return {
    period,
    of: each.of,
    district: each.district ?? null,
    value: each.is === 'missing' ? null : each.value,
    status: each.value === null ? 'missing' : each.is,
    definition: definitionAt(definitions, period),
    marks: {
      source: each.source.join(' '),
      verification: each.verification,
      ...(each.note && { note: JSON.stringify(each.note) }),
    },
  }
}

const withdrawn = (doc: Indicator, at: Instant): Change => ({
  entry: {
    what: 'indicators.indicator-withdrawn',
    about: aboutIndicator(doc.key),
    title: doc.title,
    shows: null,
  },
  async apply(tx) {
    await tx.update(indicators).set({ withdrawnAt: at }).where(eq(indicators.key, doc.key))
    await serve(tx, { about: aboutIndicator(doc.key), title: doc.title }, [], at)
    await unindexThing(tx, aboutIndicator(doc.key))
  },
})

type Stored = Map<string, InFile>

/** What the files said last, whoever has corrected it since: only what they say anew is loaded. */
async function storedValues(reads: Reads): Promise<Map<string, Stored>> {
  const rows = await reads
    .select({
      indicator: series.indicator,
      of: series.of,
      district: series.district,
      name: values.period,
      from: values.from,
      until: values.until,
      value: values.value,
      status: values.status,
      definition: values.definition,
      marks: values.marks,
    })
    .from(releases)
    .innerJoin(values, eq(values.release, releases.id))
    .innerJoin(series, and(eq(series.id, values.series), eq(series.indicator, releases.indicator)))
    .where(eq(releases.way, 'files'))
    .orderBy(desc(releases.id))
  const all = new Map<string, Stored>()
  for (const { indicator, name, from, until, marks, ...row } of rows) {
    const own = all.get(indicator) ?? new Map()
    const one = { ...row, period: { name, from, until }, marks: marks ?? {} }
    if (!own.has(placeOf(one))) own.set(placeOf(one), one)
    all.set(indicator, own)
  }
  return all
}

const placeOf = (one: Pick<InFile, 'of' | 'district' | 'period'>): string =>
  `${seriesKey(one)} ${one.period.from} ${one.period.until}`

/** What is new or other than it was; what the files no longer say is missing from now on. */
function changedValues(stored: Stored, wanted: readonly InFile[]): InFile[] {
  const said = (one: InFile) => canonical([one.period.name, one.value, one.status, one.definition, one.marks])
  const places = new Set(wanted.map(placeOf))
  const fresh = wanted.filter((each) => {
    const before = stored.get(placeOf(each))
    return !before || said(before) !== said(each)
  })
  const gone = [...stored]
    .filter(([place, { status }]) => !places.has(place) && status !== 'missing')
    .map(([, each]): InFile => ({ ...each, value: null, status: 'missing' }))
  return [...fresh, ...gone]
}

/** What everybody will see once these have been loaded. */
function afterwards(now: readonly Value[], fresh: readonly InFile[]) {
  const places = new Set(fresh.map(placeOf))
  return [
    ...now.filter((each) => each.by !== 'owner' || !places.has(placeOf(each))),
    ...fresh.map((each) => ({ ...each, by: 'owner' as const, hidden: null })),
  ]
}

async function enterFromFiles(
  tx: Tx,
  { key, owner }: Indicator,
  fresh: readonly InFile[],
  at: Instant,
): Promise<void> {
  if (fresh.length === 0) return
  const [release] = await tx
    .insert(releases)
    .values({
      indicator: key,
      by: 'owner',
      way: 'files',
      body: owner ?? null,
      rows: fresh.length,
      enteredAt: at,
      publishedAt: at,
    })
    .returning({ id: releases.id })
  const ids = await seriesFor(tx, key, 'owner', fresh)
  await writeDown(
    tx,
    release!.id,
    fresh.map((each) => ({ ...each, series: ids.get(seriesKey(each))! })),
  )
  await makeCurrent(tx, release!.id, undefined)
}

async function evaluationChanges(
  reads: Reads,
  inFiles: readonly EvaluationFile[],
  at: Instant,
): Promise<Change[]> {
  const rows = await reads.select().from(evaluations)
  return differences(
    rows.map(({ key, doc, withdrawnAt }) => ({ key, doc, withdrawn: withdrawnAt !== null })),
    inFiles.map((doc) => ({ key: doc.key, doc })),
  ).map(({ key, is, doc, fields }) => ({
    entry: {
      what: `indicators.round-${is}`,
      about: ref('indicators', `rounds/${key}`),
      title: { en: en.rounds.key(key), ko: ko.rounds.key(key) },
      ...(is === 'changed' && { facts: { fields: fields.join(', ') } }),
      shows: is === 'withdrawn' ? null : { ...doc },
    },
    apply(tx) {
      const row = { doc, withdrawnAt: is === 'withdrawn' ? at : null }
      return tx
        .insert(evaluations)
        .values({ key, ...row })
        .onConflictDoUpdate({ target: evaluations.key, set: row })
    },
  }))
}

/** The public form of an indicator, a round or a year's priorities, as it is stored at this moment. */
export async function publishedIndicator(reads: Reads, id: string) {
  if (id.startsWith('rounds/')) {
    const [row] = await reads
      .select()
      .from(evaluations)
      .where(eq(evaluations.key, id.slice('rounds/'.length)))
    return row && !row.withdrawnAt ? { ...row.doc } : undefined
  }
  if (id.startsWith('priorities/')) return publishedPriorities(reads, id.slice('priorities/'.length))
  const [row] = await reads.select().from(indicators).where(eq(indicators.key, id))
  return row && !row.withdrawnAt ? formOf(row.doc, await valuesOf(reads, id)) : undefined
}
