import { z } from 'zod'
import type { Audience } from './audience.ts'
import { csvStream } from './csv.ts'
import { NotFound } from './found.ts'
import type { Routes } from './routes.ts'
import type { View } from './view.ts'
import type { Ctx } from './web.ts'

/** One column of a list as a page's table, a CSV file and a JSON object show it. */
export type Column<R> = {
  key: string
  label(view: View): string
  value(row: R, view: View): string | number | boolean | null
  schema?: z.ZodType
}

/** Where in a list to go on: the sort key of the last row seen, so that rows added meanwhile shift nothing. */
export type Cursor = readonly (string | number)[]

export type Slice<R> = { rows: readonly R[]; next: Cursor | undefined }

export type ListSpec<R> = {
  /** `/bodies`; the same with `.csv` and `.json` follows. */
  path: string
  audience: Audience
  /** One English sentence for the description of the interface. */
  summary: string
  columns: readonly Column<R>[]
  /** What may be asked of the list in its address, besides `after`. */
  query?: z.ZodObject
  read(c: Ctx, query: { after: Cursor | undefined; limit: number }): Promise<Slice<R>>
  page(c: Ctx, slice: Slice<R> & { older: string | undefined }): Response | Promise<Response>
}

const pageSize = 20
const fileSize = 500

/** Declares a public list three times: to look at, for a spreadsheet, for a program. */
export function list<R>(routes: Routes, spec: ListSpec<R>): Routes {
  const item = z.object(Object.fromEntries(spec.columns.map((each) => [each.key, each.schema ?? anything])))
  const says = (format: 'html' | 'csv' | 'json') => ({
    summary: spec.summary,
    item,
    formats: [format],
    ...(spec.query && { query: spec.query }),
  })
  return routes
    .get(`${spec.path}.csv`, spec.audience, (c) => asCsv(c, spec), says('csv'))
    .get(`${spec.path}.json`, spec.audience, (c) => asJson(c, spec), says('json'))
    .get(spec.path, spec.audience, async (c) => spec.page(c, await sliceOf(c, spec, pageSize)), says('html'))
}

const anything = z.union([z.string(), z.number(), z.boolean(), z.null()])

async function sliceOf<R>(c: Ctx, spec: ListSpec<R>, limit: number) {
  const slice = await spec.read(c, { after: readCursor(c.req.query('after')), limit })
  return { ...slice, older: slice.next && addressOf(c, slice.next) }
}

function addressOf(c: Ctx, after: Cursor): string {
  const query = new URLSearchParams(c.req.query())
  query.set('after', writeCursor(after))
  return `${c.req.path}?${query}`
}

async function asJson<R>(c: Ctx, spec: ListSpec<R>): Promise<Response> {
  const { rows, older } = await sliceOf(c, spec, 100)
  return c.json({ items: rows.map((row) => plain(row, spec, c.var.view)), next: older ?? null })
}

function asCsv<R>(c: Ctx, spec: ListSpec<R>): Response {
  const { view } = c.var
  const columns = spec.columns.map((each) => ({ key: each.key, label: each.label(view) }))
  const name = spec.path.slice(1).replaceAll('/', '-')
  return new Response(csvStream(everyRow(c, spec), columns), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}

async function* everyRow<R>(c: Ctx, spec: ListSpec<R>) {
  let after = readCursor(c.req.query('after'))
  do {
    const { rows, next }: Slice<R> = await spec.read(c, { after, limit: fileSize })
    for (const row of rows) yield plain(row, spec, c.var.view)
    after = next
  } while (after)
}

const plain = <R>(row: R, spec: ListSpec<R>, view: View) =>
  Object.fromEntries(spec.columns.map((each) => [each.key, each.value(row, view)]))

/** Cuts a slice out of rows of which one more was read than will be shown. */
export function slice<R>(rows: R[], limit: number, keyOf: (row: R) => Cursor): Slice<R> {
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? keyOf(shown.at(-1)!) : undefined }
}

/** A list so short that one page holds it. */
export const whole = <R>(rows: readonly R[]): Slice<R> => ({ rows, next: undefined })

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

const cursor = z
  .array(
    z.union([
      z
        .string()
        .max(1000)
        .regex(/^[^\0]*$/),
      z.int(),
    ]),
  )
  .min(1)
  .max(4)

/** @throws NotFound when there is no number at this place. */
export function numberAt(cursor: Cursor, place: number): number {
  const number = cursor[place]
  if (typeof number !== 'number') throw new NotFound()
  return number
}

/** @throws NotFound when it is none that a list wrote. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw new NotFound()
  }
}
