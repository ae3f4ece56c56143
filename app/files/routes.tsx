import { anyone } from '#kit/audience.ts'
import { found, NotFound } from '#kit/found.ts'
import { bareRoutes } from '#kit/routes.ts'
import { fileById } from './reads.ts'

/** What a browser shows in a sandbox, where its viewer of PDF does not run; everything else is saved. */
const shown = /^(image\/|audio\/|text\/plain)/

export const filesRoutes = bareRoutes().get('/files/:id{[1-9][0-9]{0,8}}/:name', anyone, async (c) => {
  const name = c.req.param('name')
  if (!/^[^/]{1,120}$/.test(name)) throw new NotFound()
  const { type, digest, bytes } = await found(fileById(c.var.city.reads, Number(c.req.param('id')), name))
  const headers = {
    'content-type': type,
    'content-disposition': `${shown.test(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${digest}"`,
    'x-content-type-options': 'nosniff',
    // Whatever is in it can run nothing here and ask for nothing.
    'content-security-policy':
      "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
  }
  if (c.req.header('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  return new Response(Uint8Array.from(bytes), { headers })
})

/** RFC 8187 allows fewer letters than an address does. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
