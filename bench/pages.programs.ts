import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeKeys } from '#record/index.ts'

const root = join(import.meta.dirname, '..')

/** A server in a process of its own. */
export type Program = { port: number; pid: number; stop(): Promise<void> }

/** The city as it is run anywhere, but on a database that is there already, and with nobody to write letters to. */
export async function startCity(databaseUrl: string): Promise<Program> {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'madang-pages-'))
  await makeKeys(folder, baseUrl)
  const city = spawn(process.execPath, [join(root, 'bin/madang.js'), 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), BASE_URL: baseUrl },
      ...{ SMTP_URL: 'smtp://localhost:1', LOG_LEVEL: 'error' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isReady(`${baseUrl}/readyz`))) {
    if (city.exitCode !== null) throw new Error('The city did not start; what it said stands above.')
    await pause(50)
  }
  return program(city, port, () => rm(folder, { recursive: true }))
}

/** The framework with nothing around it. */
export async function startBare(databaseUrl: string): Promise<Program> {
  const bare = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'pages.bare.tsx')], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = await once(bare, 'message')
  return program(bare, Number(port), async () => {})
}

const program = (child: ChildProcess, port: number, clear: () => Promise<void>): Program => ({
  port,
  pid: child.pid!,
  async stop() {
    const ended = once(child, 'exit')
    child.kill()
    await ended
    await clear()
  },
})

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? address!.port : 0
}
