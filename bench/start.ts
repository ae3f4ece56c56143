import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'

/** How long from the command to the first page, on an empty folder and later on; and what a first visit weighs. */
const times = Number(process.argv[2] ?? 5)
const root = join(import.meta.dirname, '..')

const folder = await mkdtemp(join(tmpdir(), 'madang-start-'))
for (const bundle of globSync(join(root, 'node_modules/.cache/madang/madang-*.mjs'))) await rm(bundle)
const starts = [await start('empty folder, sources never run before')]
for (let i = 0; i < times; i++) starts.push(await start('again'))
console.table(starts)
await start('', async (url) => console.table([await visit(`${url}/ko`), await visit(`${url}/en`)]))
await rm(folder, { recursive: true })

async function start(name: string, then?: (url: string) => Promise<void>) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const begins = performance.now()
  const city = spawn('node', [join(root, 'bin/madang.js'), 'serve'], {
    cwd: root,
    env: { ...process.env, DEMO: '1', PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(city, 'exit')
  while (!(await hasPage(`${url}/ko`))) {
    if (city.exitCode !== null) throw new Error('The city did not start; what it said stands above.')
    await pause(10)
  }
  const seconds = (performance.now() - begins) / 1000
  await then?.(url)
  city.kill()
  await ended
  return { start: name, seconds: Math.round(seconds * 100) / 100 }
}

function hasPage(url: string): Promise<boolean> {
  return fetch(url).then(
    async (answer) => answer.ok && (await answer.text()).includes('</html>'),
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? address!.port : 0
}

/** What a browser that was never here loads, as it comes over the line. */
async function visit(url: string) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
  const page = await browser.newPage()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  const loaded = new Map<string, number>()
  const kinds = new Map<string, string>()
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    loaded.set(requestId, encodedDataLength),
  )
  await page.goto(url, { waitUntil: 'networkidle' })
  await browser.close()
  const sum = (wanted?: string) =>
    [...loaded].filter(([id]) => !wanted || kinds.get(id) === wanted).reduce((all, [, size]) => all + size, 0)
  return {
    page: new URL(url).pathname,
    requests: loaded.size,
    kilobytes: inKilobytes(sum()),
    page_itself: inKilobytes(sum('Document')),
    styles: inKilobytes(sum('Stylesheet')),
    scripts: inKilobytes(sum('Script')),
    fonts: inKilobytes(sum('Font')),
  }
}

function inKilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10
}
