import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The city that all journeys go through: a process of its own, as whoever tries it would start it. */
    site: { url: string; dataDir: string }
  }
}

const patience = 180_000

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'madang-'))
  const log = join(dataDir, 'log')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const out = openSync(log, 'a')
  const { CITY, DATABASE_URL, SMTP_URL, BASE_URL, ...env } = process.env
  const city = spawn(process.execPath, ['bin/madang.js', 'serve'], {
    env: { ...env, DEMO: '1', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', out, out],
  })
  const gone = new Promise<void>((resolve) => city.once('exit', () => resolve()))
  /** Ends the city. @throws if it had ended by itself, or had complained meanwhile */
  const stop = async () => {
    const ended = city.exitCode ?? city.signalCode
    city.kill('SIGTERM')
    await gone
    const said = (await readFile(log, 'utf8')).split('\n')
    await rm(dataDir, { recursive: true, force: true })
    if (ended !== null) throw new Error(`The city ended by itself (${ended}):\n${said.slice(-30).join('\n')}`)
    const complaints = said.filter((line) => /"level":[56]0/.test(line))
    if (complaints.length > 0) throw new Error(`The city complained:\n${complaints.join('\n')}`)
  }
  if (!(await answers(url, gone))) await stop()
  provide('site', { url, dataDir })
  return stop
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** Whether the site answers before patience or the process ends. */
async function answers(url: string, gone: Promise<void>): Promise<boolean> {
  const over = Promise.race([gone, pause(patience)]).then(() => true)
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return true
    if (await Promise.race([over, pause(200)])) return false
  }
}

const pause = (milliseconds: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
