import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readAssets } from './assets.ts'
import { exampleView } from './example.ts'
import { Page } from './page.tsx'
import { LawText } from './text.tsx'

const assets = await readAssets({ colours: ['#125a3c', '#b3392e', '#9a6a0c', '#2c7350', '#6f3f86'] })
const site = new Hono().get('/assets/*', (c) => assets.serve(c))
const get = (name: string, encoding = '') =>
  site.request(assets.url(name), { headers: { 'accept-encoding': encoding } })
const bytes = async (response: Response | Promise<Response>) =>
  Buffer.from(await (await response).arrayBuffer())

test('an asset keeps its address until its content changes, so it may be kept for ever', async () => {
  const again = await readAssets({ colours: ['#125a3c', '#b3392e', '#9a6a0c', '#2c7350', '#6f3f86'] })
  const painted = await readAssets({ colours: ['#ff0000'] })
  expect(again.url('style.css')).toBe(assets.url('style.css'))
  expect(painted.url('style.css')).not.toBe(assets.url('style.css'))
  expect(painted.url('page.js')).toBe(assets.url('page.js'))
  expect((await get('style.css')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('packed or not, the content is the same', async () => {
  const plain = await bytes(get('style.css'))
  expect((await get('style.css', 'gzip, br')).headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await bytes(get('style.css', 'br')))).toEqual(plain)
  expect(gunzipSync(await bytes(get('style.css', 'gzip')))).toEqual(plain)
})

test('the stylesheet and the mark are in the city’s colours', async () => {
  expect(String(await bytes(get('style.css')))).toContain('--c1:#125a3c')
  expect(String(await bytes(get('mark.svg')))).toContain('fill="#125a3c"')
})

test('each part of the font is served by us', async () => {
  const css = String(await bytes(get('font.css')))
  const parts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, path]) => path!)
  expect(parts.length).toBeGreaterThan(90)
  expect(css).toMatch(/font-display:swap/)
  for (const part of parts) expect(part).toMatch(/^\/assets\/font-\d+\.[\w-]{12}\.woff2$/)
  const answer = await site.request(parts[0]!)
  expect(answer.headers.get('content-type')).toBe('font/woff2')
  expect(String((await bytes(answer)).subarray(0, 4))).toBe('wOF2')
})

test('what is not there is not found, and a page that asks for it is a bug', async () => {
  for (const path of ['/assets/style.css', '/assets/../package.json', '/assets/%2e%2e/package.json']) {
    expect((await site.request(path)).status).toBe(404)
  }
  expect(() => assets.url('seal.js')).toThrow('there is no asset seal.js')
})

test('a first visit is under 60 KB without the letters themselves', async () => {
  const page = String(
    <Page view={{ ...exampleView('ko'), assets: assets.url }} title="헌장">
      {Array.from({ length: 18 }, (_, i) => (
        <LawText
          number={`제${i + 1}조`}
          title="권리"
          lang="ko"
          paragraphs={[{ text: `권리 ${i} `.repeat(60) }]}
        />
      ))}
    </Page>,
  )
  const loaded = await Promise.all(
    ['style.css', 'font.css', 'page.js', 'mark.svg'].map((name) => bytes(get(name, 'br'))),
  )
  const total = loaded.reduce((sum, each) => sum + each.length, brotliCompressSync(page).length)
  expect(total).toBeLessThan(60_000)
})

test('the scripts of other rooms are packed along', async () => {
  const more = await readAssets({
    scripts: { 'more.js': new URL('./quick-exit.client.ts', import.meta.url).pathname },
  })
  expect(more.url('more.js')).toMatch(/^\/assets\/more\.[\w-]{12}\.js$/)
})
