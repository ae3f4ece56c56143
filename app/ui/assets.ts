import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, transform } from 'esbuild'
import type { Context } from 'hono'
import { renderMark } from './brand.tsx'
import { plainColours, themeCss } from './tokens.ts'

type Body = Uint8Array<ArrayBuffer>
type Asset = { body: Body; type: string; br?: Body; gzip?: Body }

export type Assets = {
  /** The address of an asset by its plain name; it changes with the content. */
  url(name: string): string
  serve(c: Context): Response
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Everything a page loads besides itself, read and packed once and kept in memory:
 * the stylesheet in the city's colours, the font in its parts, the client scripts.
 *
 * `scripts` adds those of other rooms: `{ 'seal.js': '/…/seal.client.ts' }`.
 */
export async function readAssets(
  options: { colours?: readonly string[]; scripts?: Readonly<Record<string, string>> } = {},
): Promise<Assets> {
  const { colours = plainColours, scripts = {} } = options
  const served = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  const add = async (name: string, content: string | Buffer) => {
    const body = Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content)
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    const extension = extname(name)
    const address = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`
    served.set(address, {
      body,
      type: types[extension]!,
      ...(extension !== '.woff2' && (await packed(body))),
    })
    addresses.set(name, address)
    return address
  }

  const own = { 'page.js': fileHere('page.client.ts') }
  await Promise.all([
    add('mark.svg', renderMark(colours)),
    styleCss(colours).then((css) => add('style.css', css)),
    fontCss(add).then((css) => add('font.css', css)),
    ...Object.entries({ ...own, ...scripts }).map(async ([name, path]) => add(name, await bundle(path))),
  ])

  return {
    url(name) {
      const address = addresses.get(name)
      if (!address) throw new Error(`there is no asset ${name}`)
      return address
    },
    serve: (c) => answer(c, served.get(c.req.path)),
  }
}

/** In the order in which they are laid over each other. */
export const styles = ['ground', 'frame', 'forms', 'parts', 'charts', 'media'] as const

async function styleCss(colours: readonly string[]): Promise<string> {
  const sheets = await Promise.all(styles.map((name) => readFile(fileHere(`style/${name}.css`), 'utf8')))
  return smaller([themeCss(colours), ...sheets].join('\n'))
}

function answer(c: Context, asset: Asset | undefined): Response {
  if (!asset) return c.text('', 404)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding =
    asset.br && /\bbr\b/.test(accepted) ? 'br' : asset.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  return c.body((encoding && asset[encoding]) ?? asset.body, 200, {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    ...(encoding && { 'content-encoding': encoding }),
  })
}

/** Pretendard's own stylesheet, with each part of the font served by us. */
async function fontCss(add: (name: string, content: Buffer) => Promise<string>): Promise<string> {
  const stylesheet = createRequire(import.meta.url).resolve(
    'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css',
  )
  const css = await smaller(await readFile(stylesheet, 'utf8'))
  const parts = [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(([, path]) => path!)
  const addresses = await Promise.all(
    parts.map(
      async (path, i) =>
        [path, await add(`font-${i}.woff2`, await readFile(join(dirname(stylesheet), path)))] as const,
    ),
  )
  return addresses.reduce((css, [path, address]) => css.replace(path, address), css)
}

async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
  })
  return outputFiles[0]!.text
}

const smaller = async (css: string): Promise<string> =>
  (await transform(css, { loader: 'css', minify: true, legalComments: 'none' })).code

async function packed(body: Body): Promise<{ br: Body; gzip: Body }> {
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(body, { level: 9 }),
  ])
  return { br: Uint8Array.from(br), gzip: Uint8Array.from(zipped) }
}

const fileHere = (name: string) => fileURLToPath(new URL(name, import.meta.url))
