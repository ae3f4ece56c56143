import { allDistricts } from '#bodies/index.ts'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { streamOf } from '#kit/csv.ts'
import { found } from '#kit/found.ts'
import { bareRoutes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { dimensionsOf, everyValue, exportable, hasDistricts, publishedValues } from './export.reads.ts'
import type { Exported } from './export.ts'
import type { Indicator } from './indicator.ts'
import { type Metadata, openSdgColumns, openSdgRow, writeMetadata } from './opensdg.ts'
import { csvLines, sdmxHeading, sdmxRow } from './sdmx.ts'

/**
 * All figures for other programs, made as fast as they are read: in the folders in which Open SDG expects them, so that
 * a site can be built from here, and as SDMX-CSV for statistics offices.
 */
export const exportRoutes = bareRoutes()
  .get('/open-sdg/data/:file{indicator_[a-z0-9-]+\\.csv}', anyone, async (c) => {
    const { city } = c.var
    const one = await found(
      exportable(city.reads, c.req.param('file').slice('indicator_'.length, -'.csv'.length)),
    )
    const columns =
      one.columns ??
      openSdgColumns(await dimensionsOf(city.reads, one.doc.key), await hasDistricts(city.reads, one.doc.key))
    const codes = new Map((await allDistricts(city.reads)).map(({ key, code }) => [key, code ?? '']))
    const line = (each: Exported) => openSdgRow(columns, each, (district) => codes.get(district) ?? '')
    return csv(c, lines(columns, publishedValues(city.reads, one.doc.key), line))
  })
  .get('/open-sdg/meta/:file{[a-z0-9-]+\\.md}', anyone, async (c) => {
    const { city } = c.var
    const { doc, meta } = await found(exportable(city.reads, c.req.param('file').slice(0, -'.md'.length)))
    return c.body(writeMetadata((meta as Metadata | null) ?? metadataOf(city, doc)), 200, {
      'content-type': 'text/markdown; charset=utf-8',
    })
  })
  .get('/sdmx/indicators.csv', anyone, async (c) => {
    const { reads } = c.var.city
    const dimensions = await dimensionsOf(reads)
    return csv(c, sdmx(c.var.city, dimensions, everyValue(reads)))
  })
  .get('/sdmx/:file{[a-z0-9-]+\\.csv}', anyone, async (c) => {
    const { city } = c.var
    const { doc } = await found(exportable(city.reads, c.req.param('file').slice(0, -'.csv'.length)))
    const dimensions = await dimensionsOf(city.reads, doc.key)
    return csv(c, sdmx(city, dimensions, publishedValues(city.reads, doc.key)))
  })

const sdmx = ({ facts }: City, dimensions: readonly string[], values: AsyncIterable<Exported>) =>
  lines(sdmxHeading(dimensions), values, (each) => sdmxRow(facts.key.toUpperCase(), dimensions, each))

/** As many lines as are written at once. */
const batchSize = 500

async function* lines<T>(heading: readonly string[], rows: AsyncIterable<T>, line: (row: T) => string[]) {
  let batch = [[...heading]]
  for await (const row of rows) {
    batch.push(line(row))
    if (batch.length < batchSize) continue
    yield csvLines(batch)
    batch = []
  }
  if (batch.length > 0) yield csvLines(batch)
}

const csv = (c: Ctx, text: AsyncGenerator<string>): Response =>
  c.body(streamOf(text), 200, { 'content-type': 'text/csv; charset=utf-8' })

/** What Open SDG asks of an indicator, as far as we know it. */
function metadataOf({ facts }: City, doc: Indicator): Metadata {
  const said = (text: Record<string, string>) =>
    plain(text, { lang: facts.languages[0]!, languages: facts.languages })
  const definition = doc.definitions.at(-1)
  const fields = {
    indicator_number: doc.key,
    indicator_name: said(doc.title),
    graph_title: said(doc.title),
    national_geographical_coverage: said(facts.name),
    ...(doc.unit && { computation_units: said(doc.unit) }),
    ...(definition && { computation_definitions: said(definition.text) }),
    data_non_statistical: false,
    graph_type: 'line',
    reporting_status: 'complete',
    source_active_1: doc.source.length > 0,
  }
  return { fields, text: doc.note ? said(doc.note) : '' }
}
