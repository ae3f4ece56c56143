import { sql } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Told } from './import.actions.ts'
import type { ImportedRow } from './import.ts'
import { type Indicator, seriesKey } from './indicator.ts'
import { indicators, releases } from './tables.ts'
import { definitionAt } from './target.ts'
import { insertValues } from './values.actions.ts'

type Row = ImportedRow & { indicator: string }
type From = { by: 'owner' | 'second'; as: string; person: number | undefined; at: Instant }
type Making = { create: boolean; lang: string; may(doc: Indicator): boolean }
type Begun = { id: number; doc: Indicator; unit: string | null; values: number }

/** As many lines as go to the database at once. */
const batchSize = 4000

/**
 * Puts figures in by the thousand. Keeps of the file only the batch, the series there are and how many values each
 * indicator got, so that a file may be as long as it likes.
 */
export class Putting {
  readonly #tx: Tx
  readonly #from: From
  readonly #making: Making
  readonly #tell: Told
  readonly #releases = new Map<string, Begun | 'indicator-unknown' | 'not-yours'>()
  readonly #series = new Map<string, number>()
  #batch: Row[] = []

  constructor(tx: Tx, from: From, making: Making, tell: Told) {
    this.#tx = tx
    this.#from = from
    this.#making = making
    this.#tell = tell
  }

  async take(row: Row): Promise<void> {
    this.#batch.push(row)
    if (this.#batch.length >= batchSize) await this.#put()
  }

  /** @returns what has been put in */
  async end() {
    await this.#put()
    const made = [...this.#releases].flatMap(([key, release]) =>
      typeof release === 'object' && release.values > 0 ? [{ ...release, key }] : [],
    )
    const counts = made.map(({ id, values }) => ({ id, values }))
    await this.#tx.execute(sql`
      update indicators set unit = made.unit
      from json_to_recordset(${JSON.stringify(made)}) as made(key text, unit text)
      where indicators.key = made.key and indicators.unit is null`)
    await this.#tx.execute(sql`
      update indicators_releases set "rows" = made."values"
      from json_to_recordset(${JSON.stringify(counts)}) as made(id int, "values" int)
      where indicators_releases.id = made.id`)
    return {
      indicators: made.map(({ key, id, values }) => ({ key, release: id, values })),
      docs: made.map(({ doc }) => doc),
      series: this.#series.size,
      values: made.reduce((sum, each) => sum + each.values, 0),
    }
  }

  async #put(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    const known: Row[] = []
    for (const row of batch) {
      const begun = await this.#releaseOf(row.indicator)
      if (typeof begun === 'object') known.push({ ...row, unit: unitOf(row, begun) })
      else this.#tell({ line: row.line, column: '', code: begun, found: row.indicator })
    }
    for (let nth = 1, rows = known; rows.length > 0; nth++) rows = await this.#putNth(rows, nth)
  }

  /** Puts in what says something of its series for the first time. @returns what contradicts it */
  async #putNth(rows: readonly Row[], nth: number): Promise<Row[]> {
    const keys = await this.#seriesOf(rows, nth)
    const values = rows.map((row, i) => this.#valueOf(row, this.#series.get(keys[i]!)!))
    const put = await insertValues(this.#tx, values)
    const again: Row[] = []
    for (const [i, row] of rows.entries()) {
      const is = put[i]!
      if (is === 'new') this.#begun(row).values++
      else {
        this.#tell({ line: row.line, column: '', code: is, found: row.period.name })
        if (is === 'contradicts') again.push(row)
      }
    }
    return again
  }

  #valueOf(row: Row, series: number) {
    const release = this.#begun(row)
    const { period, line, indicator: _i, of: _o, district: _d, unit: _u, marks, ...figures } = row
    return {
      ...figures,
      series,
      release: release.id,
      period: period.name,
      from: String(period.from),
      until: String(period.until),
      place: line,
      marks: Object.keys(marks).length > 0 ? marks : null,
      definition: definitionAt(release.doc.definitions, period),
    }
  }

  #begun({ indicator }: Row): Begun {
    return this.#releases.get(indicator) as Begun
  }

  async #releaseOf(key: string) {
    const known = this.#releases.get(key) ?? (await this.#begin(key))
    this.#releases.set(key, known)
    return known
  }

  async #begin(key: string): Promise<Begun | 'indicator-unknown' | 'not-yours'> {
    const known = (await this.#known(key)) ?? (this.#making.create ? await this.#make(key) : undefined)
    if (!known) return 'indicator-unknown'
    const { doc, unit } = known
    if (!this.#making.may(doc)) return 'not-yours'
    const { by, as, person, at } = this.#from
    const [row] = await this.#tx
      .insert(releases)
      .values({
        indicator: key,
        by,
        way: 'import',
        body: as,
        rows: 0,
        enteredAt: at,
        enteredBy: person ?? null,
      })
      .returning({ id: releases.id })
    return { id: row!.id, doc, unit, values: 0 }
  }

  async #known(key: string): Promise<Pick<Begun, 'doc' | 'unit'> | undefined> {
    const [row] = await this.#tx
      .select({ doc: indicators.doc, unit: indicators.unit })
      .from(indicators)
      .where(sql`${indicators.key} = ${key} and ${indicators.withdrawnAt} is null`)
    return row
  }

  /** An indicator of which nothing is known yet but its name. */
  async #make(key: string): Promise<Pick<Begun, 'doc' | 'unit'>> {
    const doc = bareIndicator(key, { [this.#making.lang]: key })
    await this.#tx.insert(indicators).values({ key, position: 10_000, doc, inFiles: false })
    return { doc, unit: null }
  }

  /** The key of each row's series; those that are not there yet are made. */
  async #seriesOf(rows: readonly Row[], nth: number): Promise<string[]> {
    const missing = new Map<string, object>()
    const keys = rows.map(({ indicator, of, district, unit }) => {
      const key = seriesKey({ of, district, unit, nth })
      const whole = `${indicator}\n${key}`
      if (!this.#series.has(whole)) missing.set(whole, { indicator, key, of, district, unit, nth })
      return whole
    })
    for (const { id, whole } of await this.#makeSeries([...missing.values()])) this.#series.set(whole, id)
    return keys
  }

  async #makeSeries(wanted: readonly object[]) {
    if (wanted.length === 0) return []
    const given = sql`json_to_recordset(${JSON.stringify(wanted)})
      as s(indicator text, key text, of jsonb, district text, unit text, nth int)`
    const { by } = this.#from
    await this.#tx.execute(sql`
      insert into indicators_series (indicator, by, key, of, district, unit, nth)
      select indicator, ${by}, key, of, district, unit, nth from ${given} on conflict do nothing`)
    const found = await this.#tx.execute(sql`
      select id, indicator || E'\\n' || key as whole from indicators_series join ${given} using (indicator, key)
      where by = ${by}`)
    return (found as unknown as { rows: { id: number; whole: string }[] }).rows
  }
}

/** The unit of a figure, where it is another than that of the first that came. */
function unitOf({ unit }: Row, begun: Begun): string | null {
  const said = unit ?? ''
  begun.unit ??= said
  return said === begun.unit ? null : said
}

const bareIndicator = (key: string, title: Localized): Indicator => ({
  key,
  title,
  articles: [],
  groups: [],
  frequency: 'year',
  dimensions: [],
  definitions: [],
  targets: [],
  verification: 'imported',
  source: [],
  except: {},
})
