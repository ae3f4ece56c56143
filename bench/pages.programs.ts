import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeKeys } from '#record/index.ts'

const root = join(import.meta.dirname, '..')

/** A server in a process of its own. */
export type Program = { port: number; pid: number; stop(): Promise<void> }

/** Where a city's data are: on a server, or in the folder itself. */
export type Store = { databaseUrl?: string; folder: string }

/** A folder for a city of which nothing is stored yet, with its keys. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-bench-'))
  await makeKeys(folder, 'http://localhost')
  return folder
}

/** A command of the city in a process of its own, as anybody would give it; it says what it did into `stdout`. */
export const madang = ({ databaseUrl, folder }: Store, args: readonly string[], env = {}) =>
  spawn(process.execPath, [join(root, 'bin/madang.js'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...{ DATA_DIR: folder, BASE_URL: 'http://localhost' },
      ...{ SMTP_URL: 'smtp://localhost:1', LOG_LEVEL: 'error' },
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** The city as it is run anywhere, with nobody to write letters to. */
export async function startCity(store: Store): Promise<Program> {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const city = madang(store, ['serve'], { PORT: String(port), BASE_URL: baseUrl })
  city.stdout.resume()
  while (!(await isReady(`${baseUrl}/readyz`))) {
    if (city.exitCode !== null) throw new Error('The city did not start; what it said stands above.')
    await pause(50)
  }
  return program(city, port)
}

/** The framework with nothing around it. */
export async function startBare(databaseUrl: string): Promise<Program> {
  const bare = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'pages.bare.tsx')], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [port] = await once(bare, 'message')
  return program(bare, Number(port))
}

const program = (child: ChildProcess, port: number): Program => ({
  port,
  pid: child.pid!,
  async stop() {
    const ended = once(child, 'exit')
    child.kill()
    await ended
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
