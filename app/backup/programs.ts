import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { BackupProblem } from './problem.ts'

/** PostgreSQL's own tools, which come with its client: `postgresql-client` on Debian. */
type Program = 'pg_dump' | 'pg_restore'

/**
 * Runs one of them on a database. The password goes through a file in `folder`, since what a program is called with
 * everybody on the machine can see.
 * @throws BackupProblem
 */
export async function run(
  program: Program,
  url: string,
  folder: string,
  args: readonly string[],
): Promise<void> {
  const address = await withoutPassword(url, folder)
  const child = spawn(pathOf(program), ['--dbname', address, '--no-password', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  try {
    const [code, said] = await Promise.all([ended, text(child.stderr)])
    if (code !== 0) throw new BackupProblem('program-failed', { program, said: said.trim() })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new BackupProblem('no-program', { program })
  }
}

/** Debian keeps the newest version off the path; elsewhere the path knows. */
const pathOf = (program: Program): string =>
  globSync(`/usr/lib/postgresql/*/bin/${program}`)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .at(0) ?? program

async function withoutPassword(url: string, folder: string): Promise<string> {
  const address = new URL(url)
  if (!address.password) return url
  const file = join(folder, 'password')
  const escaped = decodeURIComponent(address.password).replace(/[\\:]/g, '\\$&')
  await writeFile(file, `*:*:*:*:${escaped}\n`, { mode: 0o600 })
  address.password = ''
  address.searchParams.set('passfile', file)
  return address.href
}
