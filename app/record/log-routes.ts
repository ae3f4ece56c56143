import { Readable } from 'node:stream'
import { parsePath, TileError } from '@madang/transparency-log'
import { anyone } from '#kit/audience.ts'
import { found, NotFound } from '#kit/found.ts'
import { bareRoutes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { disclosures, publishedThing, publishedThings } from './disclosing.ts'
import { lastCheckpoint, tileAt } from './log.ts'
import type { RecordOptions } from './routes.tsx'

const chunk = 64 * 1024
const forEver = 'public, max-age=31536000, immutable'

/** What programs of outsiders read: the log as its specifications say, and what it is to be held against. */
export const logRoutes = ({ keys, published }: RecordOptions) =>
  bareRoutes()
    .get('/record/log/checkpoint', anyone, async (c) => {
      const { note } = await found(lastCheckpoint(c.var.city.reads))
      return c.text(note, 200, { 'cache-control': 'no-cache' })
    })
    .get('/record/log/vkey', anyone, (c) => c.text(`${keys.log.vkey}\n`))
    .get('/record/log/tile/*', anyone, tile)
    .get('/record/log/disclosures/:from{[0-9]{1,15}}', anyone, (c) =>
      lines(disclosures(c.var.city.reads, Number(c.req.param('from')))),
    )
    .get('/record/published', anyone, (c) => lines(publishedThings(c.var.city.reads, published)))
    .get('/record/published/:kind/:id{.+}', anyone, async (c) => {
      const about = `${c.req.param('kind')}/${c.req.param('id')}`
      return c.json(await found(publishedThing(c.var.city.reads, published, about)), 200, {
        'cache-control': 'no-cache',
      })
    })

async function tile(c: Ctx): Promise<Response> {
  const path = c.req.path.slice('/record/log/'.length)
  const { width } = parsed(path)
  const bytes = await found(tileAt(c.var.city.reads, path))
  return c.body(bytes.slice().buffer, 200, {
    'content-type': 'application/octet-stream',
    'cache-control': width === 256 ? forEver : 'public, max-age=60',
  })
}

function parsed(path: string) {
  try {
    return parsePath(path)
  } catch (error) {
    if (error instanceof TileError) throw new NotFound()
    throw error
  }
}

/** A line of JSON each, as they come from the database, some hundred at a time: a stream is slow with small things. */
function lines(items: AsyncGenerator<unknown>): Response {
  return new Response(Readable.toWeb(Readable.from(chunks(items))) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-cache' },
  })
}

async function* chunks(items: AsyncGenerator<unknown>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const item of items) {
    text += `${JSON.stringify(item)}\n`
    if (text.length < chunk) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text) yield Buffer.from(text)
}
